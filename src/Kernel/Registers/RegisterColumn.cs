using System.Globalization;
using System.Linq.Expressions;

namespace Guiju.Kernel.Registers;

/// <summary>What a column of a register holds; it decides how it is filtered, shown and exported.</summary>
public enum ColumnKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Money in yuan, two digits.</summary>
    Money,

    /// <summary>A legal date.</summary>
    Date,

    /// <summary>An instant; stored in UTC, filtered by legal day and given out in the bureau's zone.</summary>
    Instant,

    /// <summary>One of a closed set of words.</summary>
    Choice,

    /// <summary>A unit of the organisation tree; filtering by one takes the units below it too.</summary>
    Unit,

    /// <summary>Yes or no.</summary>
    Flag,
}

/// <summary>One choice of a column: its code as it stands in addresses, and its word.</summary>
public sealed record ColumnChoice(string Code, Bilingual Word);

/// <summary>A unit as it stands in a cell.</summary>
public sealed record UnitCell(Guid Id, string Name)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A column of a register, as pages and exports see it.</summary>
public abstract class RegisterColumn(string key, Bilingual title, ColumnKind kind)
{
    /// <summary>Name in addresses and JSON, e.g. <c>plateNo</c>.</summary>
    public string Key { get; } = key;

    /// <summary>Heading.</summary>
    public Bilingual Title { get; } = title;

    /// <summary>What it holds.</summary>
    public ColumnKind Kind { get; } = kind;

    /// <summary>Shown unless the reader chooses otherwise.</summary>
    public bool Shown { get; internal set; }

    /// <summary>Its filter stands in sight, not under "more".</summary>
    public bool Foremost { get; internal set; }

    /// <summary>The words of the query bar are sought here.</summary>
    public bool Searched { get; internal set; }

    /// <summary>Whether rows can be put in its order.</summary>
    public bool Sortable => Kind != ColumnKind.Unit;

    /// <summary>The choices of a <see cref="ColumnKind.Choice"/>.</summary>
    public IReadOnlyList<ColumnChoice> Choices { get; internal init; } = [];

    /// <summary>How a value is marked (<c>plain</c>, <c>allowed</c>, <c>approval</c> …), or null where it is not.</summary>
    public Func<object, string>? Mark { get; internal set; }

    /// <summary>The unit of measure, shown behind the heading.</summary>
    public Bilingual? Measure { get; internal set; }

    /// <summary>The heading with its unit of measure.</summary>
    public string Heading => Measure is { } unit ? (Language.IsEnglish ? $"{Title.Here} ({unit.Here})" : $"{Title.Here}（{unit.Here}）") : Title.Here;

    /// <summary>A value as a reader sees it.</summary>
    public string Show(object? value) => value switch
    {
        null => "",
        Enum word => EnumWords.Of(word),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime local => local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        decimal money when Kind == ColumnKind.Money => money.ToString("N2", CultureInfo.InvariantCulture),
        decimal number => number.ToString("#,0.####", CultureInfo.InvariantCulture),
        bool yes => (yes ? RegisterWords.Yes : RegisterWords.No).Here,
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}

/// <summary>A column over rows of one type.</summary>
public abstract class RegisterColumn<TRow>(string key, Bilingual title, ColumnKind kind) : RegisterColumn(key, title, kind)
{
    /// <summary>The value as an expression over the row.</summary>
    internal abstract LambdaExpression Value { get; }

    /// <summary>Puts rows in the order of this column.</summary>
    internal abstract IOrderedQueryable<TRow> Order(IQueryable<TRow> rows, bool descending);
}

/// <summary>A column whose value has one type.</summary>
internal sealed class RegisterColumn<TRow, TValue>(string key, Bilingual title, ColumnKind kind, Expression<Func<TRow, TValue>> value) : RegisterColumn<TRow>(key, title, kind)
{
    internal override LambdaExpression Value => value;

    internal override IOrderedQueryable<TRow> Order(IQueryable<TRow> rows, bool descending) => descending ? rows.OrderByDescending(value) : rows.OrderBy(value);
}
