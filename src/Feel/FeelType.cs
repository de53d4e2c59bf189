namespace Guiju.Feel;

/// <summary>A type: what values it has, and how a value is fitted to it.</summary>
public abstract record FeelType
{
    /// <summary>Every value.</summary>
    public static readonly FeelType Any = new Simple("Any", _ => true);

    /// <summary>Only null.</summary>
    public static readonly FeelType Null = new Simple("Null", v => v is null);

    /// <summary>Decimal numbers.</summary>
    public static readonly FeelType Number = new Simple("number", v => v is decimal);

    /// <summary>Texts.</summary>
    public static readonly FeelType String = new Simple("string", v => v is string);

    /// <summary>True and false.</summary>
    public static readonly FeelType Boolean = new Simple("boolean", v => v is bool);

    /// <summary>Days.</summary>
    public static readonly FeelType Date = new Simple("date", v => v is FeelDate);

    /// <summary>Times of day.</summary>
    public static readonly FeelType Time = new Simple("time", v => v is FeelTime);

    /// <summary>Days with a time of day.</summary>
    public static readonly FeelType DateTime = new Simple("date and time", v => v is FeelDateTime);

    /// <summary>Lengths in days, hours, minutes and seconds.</summary>
    public static readonly FeelType DaysDuration = new Simple("days and time duration", v => v is DaysDuration);

    /// <summary>Lengths in years and months.</summary>
    public static readonly FeelType MonthsDuration = new Simple("years and months duration", v => v is MonthsDuration);

    /// <summary>The built-in types by every spelling in use.</summary>
    public static readonly IReadOnlyDictionary<string, FeelType> Named = new Dictionary<string, FeelType>(StringComparer.Ordinal)
    {
        ["Any"] = Any,
        ["Null"] = Null,
        ["number"] = Number,
        ["string"] = String,
        ["boolean"] = Boolean,
        ["date"] = Date,
        ["time"] = Time,
        ["date and time"] = DateTime,
        ["dateTime"] = DateTime,
        ["days and time duration"] = DaysDuration,
        ["dayTimeDuration"] = DaysDuration,
        ["years and months duration"] = MonthsDuration,
        ["yearMonthDuration"] = MonthsDuration,
        ["list"] = new ListType(Any),
        ["context"] = new ContextType([]),
        ["function"] = new FunctionType(null, Any),
        ["range"] = new RangeType(Any),
    };

    /// <summary>Whether a value other than null is of the type, its constraints included.</summary>
    public abstract bool Accepts(object? value);

    /// <summary>Whether every value of this type is one of the other.</summary>
    public virtual bool ConformsTo(FeelType other) => other == Any || Equals(other) || (other is ConstrainedType c && ConformsTo(c.Inner) && this == Null);

    /// <summary>The value fitted to the type: itself, wrapped into a list, taken out of a list of one, or a day widened to a date and time.</summary>
    /// <param name="value">The value.</param>
    /// <param name="fits">Whether it fits.</param>
    public object? Fit(object? value, out bool fits)
    {
        FeelLimitException.ThrowIfDeep();
        fits = true;
        if (value is null || Accepts(value))
        {
            return value;
        }

        var bare = this is ConstrainedType constrained ? constrained.Bare : this;
        if (value is FeelList { Count: 1 } single && Accepts(single[0]))
        {
            return single[0];
        }

        if (bare is ListType && value is not FeelList && FeelList.Of(value) is var wrapped && Accepts(wrapped))
        {
            return wrapped;
        }

        if (bare == DateTime && value is FeelDate day && new FeelDateTime(day, new FeelTime(0, 0, null)) is var widened && Accepts(widened))
        {
            return widened;
        }

        fits = false;
        return null;
    }

    /// <summary>The type of a member, when the type knows it.</summary>
    public virtual FeelType? Member(string name) => null;

    /// <summary>The type without the tests of named types within it: <c>instance of</c> asks for kinds, not for allowed values.</summary>
    public virtual FeelType Loose => this;

    /// <summary>A type told by its name and a test.</summary>
    private sealed record Simple(string Name, Func<object?, bool> Test) : FeelType
    {
        public override bool Accepts(object? value) => Test(value);

        public bool Equals(Simple? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

        public override bool ConformsTo(FeelType other) => base.ConformsTo(other) || ReferenceEquals(this, Null);

        public override string ToString() => Name;
    }
}

/// <summary>Lists whose items are of a type.</summary>
/// <param name="Item">The type of the items.</param>
public sealed record ListType(FeelType Item) : FeelType
{
    /// <inheritdoc/>
    public override FeelType Loose => new ListType(Item.Loose);

    /// <inheritdoc/>
    public override bool Accepts(object? value) => value is FeelList list && list.All(i => i is null || Item.Accepts(i));

    /// <inheritdoc/>
    public override bool ConformsTo(FeelType other) => base.ConformsTo(other) || (other is ListType list && Item.ConformsTo(list.Item));

    /// <inheritdoc/>
    public override FeelType? Member(string name) => Item.Member(name) is { } member ? new ListType(member) : null;

    /// <inheritdoc/>
    public override string ToString() => $"list<{Item}>";
}

/// <summary>Ranges between values of a type.</summary>
/// <param name="Item">The type of the ends.</param>
public sealed record RangeType(FeelType Item) : FeelType
{
    /// <inheritdoc/>
    public override bool Accepts(object? value) =>
        value is FeelRange range && (range.Start is null || Item.Accepts(range.Start)) && (range.End is null || Item.Accepts(range.End));

    /// <inheritdoc/>
    public override bool ConformsTo(FeelType other) => base.ConformsTo(other) || (other is RangeType range && Item.ConformsTo(range.Item));

    /// <inheritdoc/>
    public override string ToString() => $"range<{Item}>";
}

/// <summary>Contexts that have at least the given members.</summary>
/// <param name="Members">The members and their types.</param>
public sealed record ContextType(IReadOnlyList<FeelParameter> Members) : FeelType
{
    /// <inheritdoc/>
    public override FeelType Loose => new ContextType([.. Members.Select(m => m with { Type = m.Type.Loose })]);

    /// <inheritdoc/>
    public override bool Accepts(object? value) =>
        value is FeelContext context && Members.All(m => context.TryGet(m.Name, out var v) ? v is null || m.Type.Accepts(v) : false);

    /// <inheritdoc/>
    public override bool ConformsTo(FeelType other) => base.ConformsTo(other)
        || (other is ContextType context && context.Members.All(m => Member(m.Name)?.ConformsTo(m.Type) ?? false));

    /// <inheritdoc/>
    public override FeelType? Member(string name) => Members.FirstOrDefault(m => m.Name == name)?.Type;

    /// <inheritdoc/>
    public override string ToString() => $"context<{string.Join(", ", Members.Select(m => $"{m.Name}: {m.Type}"))}>";
}

/// <summary>Functions from types to a type.</summary>
/// <param name="Parameters">The types of the parameters; null for every function.</param>
/// <param name="Result">The type of what it gives.</param>
public sealed record FunctionType(IReadOnlyList<FeelType>? Parameters, FeelType Result) : FeelType
{
    /// <inheritdoc/>
    public override bool Accepts(object? value) =>
        value is FeelFunction function && (Parameters is null || function.Fits(this));

    /// <inheritdoc/>
    public override bool ConformsTo(FeelType other) => base.ConformsTo(other)
        || (other is FunctionType function && (function.Parameters is null
            || (Parameters?.Count == function.Parameters.Count
                && Parameters.Zip(function.Parameters).All(p => p.Second.ConformsTo(p.First)) && Result.ConformsTo(function.Result))));

    /// <inheritdoc/>
    public override string ToString() => $"function<{string.Join(", ", Parameters ?? [])}>->{Result}";
}

/// <summary>A named type: another one, narrowed by a test on each value.</summary>
/// <param name="Name">The name.</param>
/// <param name="Inner">What is narrowed.</param>
/// <param name="Test">The test each value must pass, or null.</param>
public sealed record ConstrainedType(string Name, FeelType Inner, Func<object?, bool>? Test) : FeelType
{
    /// <summary>The constants its test compares with, when it compares with constants only: for checks that try every kind of value.</summary>
    public IReadOnlyList<object> Landmarks { get; init; } = [];

    /// <summary>The type without its tests and name.</summary>
    public FeelType Bare => Inner is ConstrainedType inner ? inner.Bare : Inner;

    /// <inheritdoc/>
    public override FeelType Loose => Inner.Loose;

    /// <inheritdoc/>
    public override bool Accepts(object? value) => Inner.Accepts(value) && (Test is null || Test(value));

    /// <inheritdoc/>
    public override bool ConformsTo(FeelType other) => base.ConformsTo(other) || Inner.ConformsTo(other)
        || (other is ConstrainedType { Test: null } named && ConformsTo(named.Inner));

    /// <inheritdoc/>
    public override FeelType? Member(string name) => Inner.Member(name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
