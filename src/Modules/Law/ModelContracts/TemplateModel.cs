using System.Globalization;
using System.Text.RegularExpressions;
using Guiju.Kernel;

namespace Guiju.Law.ModelContracts;

/// <summary>Types of blanks.</summary>
public enum BlankType
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Money in yuan.</summary>
    Money,

    /// <summary>A day.</summary>
    Date,

    /// <summary>One of some choices.</summary>
    Choice,
}

/// <summary>A condition on another blank: it is as told.</summary>
internal sealed record When(string Blank, string Is);

/// <summary>A blank of a template: a question that whoever draws a contract answers.</summary>
internal sealed record Blank(string Name, Bilingual Label, BlankType Type, bool Required, Bilingual Help, IReadOnlyList<string> Choices, When? When);

/// <summary>How a clause may be changed.</summary>
internal enum ClauseNature
{
    /// <summary>As it stands.</summary>
    Fixed,

    /// <summary>One of its alternatives.</summary>
    Choice,

    /// <summary>May be rewritten.</summary>
    Free,
}

/// <summary>A clause: its heading, wording with blanks, alternatives, and the usual term of a contract that it carries.</summary>
internal sealed record Clause(string Id, string Heading, string? Term, ClauseNature Nature, string Words, IReadOnlyList<(string Label, string Words)> Alternatives, When? When);

/// <summary>A template as it is written down: blanks and clauses. Read from YAML; what is wrong is told with its line.</summary>
internal sealed partial class TemplateModel
{
    /// <summary>The terms that a contract usually has; a template that lacks one is not published.</summary>
    public static readonly IReadOnlyList<(string Code, Bilingual Word)> UsualTerms =
    [
        ("parties", new("当事人", "parties")), ("subject", new("标的", "subject")), ("quantity", new("数量", "quantity")), ("quality", new("质量", "quality")), ("price", new("价款或者报酬", "price")),
        ("performance", new("履行期限、地点和方式", "time, place and manner")), ("breach", new("违约责任", "breach")), ("dispute", new("解决争议的方法", "disputes")),
    ];

    private TemplateModel(LawYaml yaml)
    {
        (Code, Title, Kind) = (yaml["template"].Text, yaml["title"].Both, yaml["kind"].Both);
        Provisions = yaml["provisions"].Items.Select(p => p.Text).ToList();
        Blanks = yaml["blanks"].Items.Select(ReadBlank).ToList();
        Clauses = yaml["clauses"].Items.Select(ReadClause).ToList();
        CheckNames(yaml);
    }

    /// <summary>Name in addresses.</summary>
    public string Code { get; }

    /// <summary>Title.</summary>
    public Bilingual Title { get; }

    /// <summary>Kind of contract.</summary>
    public Bilingual Kind { get; }

    /// <summary>Provisions that govern it.</summary>
    public IReadOnlyList<string> Provisions { get; }

    /// <summary>Blanks.</summary>
    public IReadOnlyList<Blank> Blanks { get; }

    /// <summary>Clauses.</summary>
    public IReadOnlyList<Clause> Clauses { get; }

    /// <summary>Reads a template.</summary>
    public static TemplateModel Read(string source) => new(LawYaml.Parse("template", source));

    /// <summary>Usual terms that no clause carries.</summary>
    public IReadOnlyList<Bilingual> MissingTerms() => UsualTerms.Where(t => Clauses.All(c => c.Term != t.Code)).Select(t => t.Word).ToList();

    /// <summary>Blanks that these answers ask for: those whose condition holds.</summary>
    public IReadOnlyList<Blank> Asked(IReadOnlyDictionary<string, string> answers) => Blanks.Where(b => Holds(b.When, answers)).ToList();

    /// <summary>Blanks that must still be filled, and those filled with what they cannot hold.</summary>
    public IReadOnlyList<(Blank Blank, bool Missing)> Wrong(IReadOnlyDictionary<string, string> answers) => Asked(answers)
        .Select(b => (Blank: b, Said: answers.GetValueOrDefault(b.Name)?.Trim() ?? ""))
        .Where(p => p.Said.Length == 0 ? p.Blank.Required : !Fits(p.Blank, p.Said)).Select(p => (p.Blank, p.Said.Length == 0)).ToList();

    /// <summary>The contract with its blanks filled: heading and wording of each clause whose condition holds, numbered anew.</summary>
    public IReadOnlyList<(string Heading, string Words)> Fill(IReadOnlyDictionary<string, string> answers)
    {
        var clauses = Clauses.Where(c => Holds(c.When, answers)).ToList();
        return clauses.Select((c, at) => ($"第{Guiju.Texts.ChineseNumeral.Write(at + 1)}条 {c.Heading}", BlankForm().Replace(Chosen(c, answers), m => Shown(m.Groups[1].Value, answers)))).ToList();
    }

    private string Shown(string name, IReadOnlyDictionary<string, string> answers)
    {
        var said = answers.GetValueOrDefault(name)?.Trim() ?? "";
        return Blanks.Single(b => b.Name == name).Type switch
        {
            _ when said.Length == 0 => "／",
            BlankType.Money => decimal.Parse(said, NumberStyles.Number, CultureInfo.InvariantCulture).ToString("#,0.00", CultureInfo.InvariantCulture),
            BlankType.Date => DateOnly.ParseExact(said, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("yyyy年M月d日", CultureInfo.InvariantCulture),
            _ => said,
        };
    }

    private static string Chosen(Clause clause, IReadOnlyDictionary<string, string> answers) =>
        answers.GetValueOrDefault("clause:" + clause.Id) is { Length: > 0 } label && clause.Alternatives.FirstOrDefault(a => a.Label == label) is { Words: { } words } ? words : clause.Words;

    private static bool Holds(When? when, IReadOnlyDictionary<string, string> answers) => when is null || answers.GetValueOrDefault(when.Blank) == when.Is;

    private static bool Fits(Blank blank, string said) => blank.Type switch
    {
        BlankType.Number => decimal.TryParse(said, NumberStyles.Number, CultureInfo.InvariantCulture, out _),
        BlankType.Money => decimal.TryParse(said, NumberStyles.Number, CultureInfo.InvariantCulture, out var money) && money >= 0 && decimal.Round(money, 2) == money,
        BlankType.Date => DateOnly.TryParseExact(said, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        BlankType.Choice => blank.Choices.Contains(said),
        _ => said.Length <= MostCharacters && !said.Any(char.IsControl),
    };

    private const int MostCharacters = 500;

    private static Blank ReadBlank(LawYaml yaml) => new(
        yaml["name"].Text, yaml["label"].Both, Enum.TryParse<BlankType>(yaml["type"].Text, ignoreCase: true, out var type) ? type : throw yaml.Wrong($"'{yaml["type"].Text}' is no type of blank"),
        yaml.Find("required")?.Truth ?? true, yaml.Find("help")?.Both ?? Bilingual.Empty, yaml.Find("choices")?.Items.Select(c => c.Text).ToList() ?? [], ReadWhen(yaml));

    private static Clause ReadClause(LawYaml yaml) => new(
        yaml["id"].Text, yaml["heading"].Text, yaml.Find("term")?.Text, Enum.TryParse<ClauseNature>(yaml["nature"].Text, ignoreCase: true, out var nature) ? nature : throw yaml.Wrong($"'{yaml["nature"].Text}' is no nature of a clause"),
        yaml["words"].Text, yaml.Find("alternatives")?.Items.Select(a => (a["label"].Text, a["words"].Text)).ToList() ?? [], ReadWhen(yaml));

    private static When? ReadWhen(LawYaml yaml) => yaml.Find("when") is { } when ? new When(when["blank"].Text, when["is"].Text) : null;

    private void CheckNames(LawYaml yaml)
    {
        var names = Blanks.Select(b => b.Name).ToHashSet();
        var used = Clauses.SelectMany(c => c.Alternatives.Select(a => a.Words).Prepend(c.Words)).SelectMany(w => BlankForm().Matches(w).Select(m => m.Groups[1].Value))
            .Concat(Blanks.Select(b => b.When?.Blank).Concat(Clauses.Select(c => c.When?.Blank)).OfType<string>());
        if (used.FirstOrDefault(u => !names.Contains(u)) is { } unknown)
        {
            throw yaml.Wrong($"blank '{unknown}' is used but not described");
        }

        if (names.Count != Blanks.Count || Clauses.DistinctBy(c => c.Id).Count() != Clauses.Count)
        {
            throw yaml.Wrong("a blank or clause is described twice");
        }
    }

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex BlankForm();
}
