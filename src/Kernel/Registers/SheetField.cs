using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace Guiju.Kernel.Registers;

/// <summary>One column of an import template: a property of the act that a row becomes.</summary>
public sealed class SheetField
{
    private readonly PropertyInfo property;
    private readonly Type plain;
    private readonly List<ColumnChoice> choices;
    private readonly Dictionary<string, object> words = new(StringComparer.OrdinalIgnoreCase);

    private SheetField(PropertyInfo property, string title)
    {
        this.property = property;
        Title = new Bilingual(title, Texts.EnglishOf(property.DeclaringType!.Assembly).GetValueOrDefault(title, title)); // a property has a declaring type
        plain = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        Required = property.GetCustomAttribute<RequiredAttribute>() is not null || plain == typeof(Guid) && plain == property.PropertyType;
        choices = plain.IsEnum ? Enum.GetValues(plain).Cast<Enum>().Select(w => new ColumnChoice(w.ToString(), EnumWords.Both(w))).ToList() : [];
        foreach (var choice in choices)
        {
            words.TryAdd(choice.Word.Zh, Enum.Parse(plain, choice.Code));
            words.TryAdd(choice.Word.En, Enum.Parse(plain, choice.Code));
            words.TryAdd(choice.Code, Enum.Parse(plain, choice.Code));
        }
    }

    /// <summary>Heading of the column.</summary>
    public Bilingual Title { get; }

    /// <summary>Name of the act's property.</summary>
    public string Name => property.Name;

    /// <summary>Whether it must be filled in.</summary>
    public bool Required { get; }

    /// <summary>Whether it names a unit.</summary>
    internal bool IsUnit => plain == typeof(Guid) && (Name.EndsWith("UnitId", StringComparison.Ordinal) || Name == "ParentId");

    /// <summary>Whether it names a person.</summary>
    internal bool IsPerson => plain == typeof(Guid) && Name.EndsWith("PersonId", StringComparison.Ordinal);

    /// <summary>Whether it is a plain text.</summary>
    internal bool IsText => plain == typeof(string);

    /// <summary>Whether it is a day.</summary>
    internal bool IsDay => plain == typeof(DateOnly);

    /// <summary>Whether it is a number.</summary>
    internal bool IsNumber => plain == typeof(int) || plain == typeof(decimal) || plain == typeof(double) || plain == typeof(long);

    /// <summary>Whether it is an amount in yuan.</summary>
    internal bool IsMoney => plain == typeof(decimal) && Title.Zh.EndsWith("（元）", StringComparison.Ordinal);

    /// <summary>The words that may stand in it; none where it is not a choice.</summary>
    internal IReadOnlyList<string> Words => choices.ConvertAll(c => c.Word.Zh);

    /// <summary>What may stand in it, for the template's second sheet.</summary>
    public Bilingual Allowed => this switch
    {
        { IsUnit: true } => new("机构代码或机构全称", "Code or full name of a unit"),
        { IsPerson: true } => new("人员编号", "Staff number"),
        _ when choices.Count > 0 => new(string.Join('、', choices.Select(c => c.Word.Zh)), string.Join("; ", choices.Select(c => c.Word.En))),
        _ when plain == typeof(DateOnly) => new("日期，如 2023-05-08", "A date such as 2023-05-08"),
        _ when plain == typeof(DateTime) => new("日期和时间，如 2023-05-08 09:00", "Date and time such as 2023-05-08 09:00"),
        _ when plain == typeof(bool) => new("是、否（留空为否）", "Yes or no (empty: no)"),
        _ when plain == typeof(int) => new("整数", "A whole number"),
        _ when plain == typeof(decimal) => new("数", "A number"),
        _ => property.GetCustomAttribute<StringLengthAttribute>() is { } length ? new($"文字，最多 {length.MaximumLength} 字", $"Text, at most {length.MaximumLength} characters") : new("文字", "Text"),
    };

    /// <summary>All fields that rows of an act can bring in: named properties whose kind a cell can hold.</summary>
    public static IReadOnlyList<SheetField> Of(Type act) => act.GetProperties()
        .Where(p => p.CanWrite && p.GetCustomAttribute<DisplayAttribute>()?.Name is not null)
        .Select(p => new SheetField(p, p.GetCustomAttribute<DisplayAttribute>()!.Name!)) // filtered above
        .Where(f => f.plain != typeof(Guid) || f.IsUnit || f.IsPerson)
        .Where(f => f.plain.IsEnum || f.plain == typeof(string) || f.plain.IsPrimitive || f.plain == typeof(decimal) || f.plain == typeof(DateOnly) || f.plain == typeof(DateTime) || f.plain == typeof(Guid))
        .ToList();

    /// <summary>Whether a heading means this field: in either language, or by its name, with or without the star of what is required.</summary>
    public bool IsCalled(string heading)
    {
        var plainHeading = heading.Trim().TrimEnd('*', '＊').Trim();
        return plainHeading == Title.Zh || plainHeading.Equals(Title.En, StringComparison.OrdinalIgnoreCase) || plainHeading.Equals(Name, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Puts a cell into the act; the message where it cannot be read.</summary>
    internal Bilingual? Put(object act, object? cell, SheetLookups lookups)
    {
        var text = (cell as string)?.Trim();
        if (cell is null || text is { Length: 0 })
        {
            return null; // what is missing is told by the act's shape
        }

        if (Read(cell, text, lookups) is not { } value)
        {
            return new($"“{Short(cell)}”不能作为{Title.Zh}；应填：{Allowed.Zh}。", $"\"{Short(cell)}\" cannot be read as {Title.En}; expected: {Allowed.En}.");
        }

        property.SetValue(act, value);
        return null;
    }

    /// <summary>Whether a cell can be read as it stands.</summary>
    internal bool CanRead(object cell, SheetLookups lookups) => Read(cell, (cell as string)?.Trim(), lookups) is not null;

    // Null where the cell cannot be read; sheets are full of such, so nothing is thrown.
    private object? Read(object cell, string? text, SheetLookups lookups)
    {
        if (plain == typeof(string))
        {
            return cell is string said ? said.Trim() : Convert.ToString(cell, CultureInfo.InvariantCulture);
        }

        if (plain.IsEnum)
        {
            return text is null ? null : words.GetValueOrDefault(text);
        }

        if (plain == typeof(Guid))
        {
            return IsUnit ? lookups.Unit(AsText(cell)) : lookups.Person(AsText(cell));
        }

        return plain switch
        {
            _ when plain == typeof(DateOnly) => cell is DateTime day ? DateOnly.FromDateTime(day) : DateOnly.TryParseExact(text ?? "", SheetText.Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null,
            _ when plain == typeof(DateTime) => cell is DateTime time ? time : DateTime.TryParseExact(text ?? "", SheetText.Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null,
            _ when plain == typeof(bool) => cell is bool truth ? truth : SheetText.Truth(text),
            _ => Number(cell, text) is { } number ? Fitted(number) : null,
        };
    }

    private object? Fitted(decimal number) => plain switch
    {
        _ when plain == typeof(decimal) => number,
        _ when plain == typeof(double) => (double)number,
        _ when number != decimal.Truncate(number) => null,
        _ when plain == typeof(int) => number is >= int.MinValue and <= int.MaxValue ? (int)number : null,
        _ when plain == typeof(long) => number is >= long.MinValue and <= long.MaxValue ? (long)number : null,
        _ => null,
    };

    private static decimal? Number(object cell, string? text) => cell switch
    {
        decimal number => number,
        int number => number,
        long number => number,
        double number => Math.Abs(number) < (double)decimal.MaxValue ? (decimal)number : null,
        string => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null,
        _ => null,
    };

    private static string AsText(object cell) => (Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "").Trim();

    private static string Short(object cell)
    {
        var text = AsText(cell);
        return text.Length > 40 ? text[..40] + "…" : text;
    }
}

/// <summary>How dates and truth are written in sheets.</summary>
internal static class SheetText
{
    public static readonly string[] Dates = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd", "yyyy-MM-dd HH:mm:ss"];

    public static readonly string[] Times = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-M-d H:mm", "yyyy/M/d H:mm", "yyyy/M/d H:mm:ss", "yyyy-MM-dd'T'HH:mm"];

    public static bool? Truth(string? text) => text?.ToUpperInvariant() switch
    {
        "是" or "有" or "YES" or "Y" or "TRUE" or "1" or "√" => true,
        "否" or "无" or "NO" or "N" or "FALSE" or "0" or "×" => false,
        _ => null,
    };
}

/// <summary>Units and people by what people call them in sheets.</summary>
public sealed class SheetLookups(IEnumerable<(string Name, Guid Id)> units, IEnumerable<(string Code, Guid Id)> people)
{
    private readonly Dictionary<string, Guid?> units = Index(units);
    private readonly Dictionary<string, Guid?> people = Index(people);

    /// <summary>The unit of that code or full name; null where there is none, or more than one.</summary>
    public Guid? Unit(string name) => units.GetValueOrDefault(name);

    /// <summary>The person of that staff number.</summary>
    public Guid? Person(string code) => people.GetValueOrDefault(code);

    /// <summary>A unit that an earlier row of the same sheet has set up.</summary>
    public void LearnUnit(string name, Guid id) => units.TryAdd(name, id);

    private static Dictionary<string, Guid?> Index(IEnumerable<(string Name, Guid Id)> entries)
    {
        var index = new Dictionary<string, Guid?>(StringComparer.Ordinal);
        foreach (var (name, id) in entries.Where(e => e.Name.Length > 0))
        {
            index[name] = index.TryGetValue(name, out var other) && other != id ? null : id;
        }

        return index;
    }
}
