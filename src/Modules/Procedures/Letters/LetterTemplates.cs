using System.Globalization;
using System.Text.RegularExpressions;
using Guiju.Kernel;
using Guiju.Law;

namespace Guiju.Procedures.Letters;

/// <summary>A template of <c>law/letters/*.yaml</c>: a wording with fields in braces.</summary>
internal sealed record LetterTemplate(string Code, Bilingual Title, LetterForm Form, LetterWording Wording);

/// <summary>All templates, filled from a case.</summary>
internal sealed partial class LetterTemplates
{
    private readonly Dictionary<string, LetterTemplate> byCode;

    private LetterTemplates(IEnumerable<LetterTemplate> templates) => byCode = templates.ToDictionary(t => t.Code);

    /// <summary>Every template.</summary>
    public IReadOnlyCollection<LetterTemplate> All => byCode.Values;

    /// <summary>Reads the law's files.</summary>
    public static LetterTemplates Parse(LawFiles files) => new(files.Under("letters/", ".yaml").Select(f => Read(LawYaml.Parse(f.Key, f.Value))));

    /// <summary>The template of that code, or null.</summary>
    public LetterTemplate? Find(string? code) => code is null ? null : byCode.GetValueOrDefault(code);

    /// <summary>The wording with its fields filled in; a field without a value stays in sight as 〔name〕.</summary>
    public static LetterWording Fill(LetterTemplate template, IReadOnlyDictionary<string, string> fields)
    {
        string Filled(string? text) => Field().Replace(text ?? "", m => fields.TryGetValue(m.Groups[1].Value, out var value) && value.Length > 0 ? value : $"〔{m.Groups[1].Value}〕");
        var wording = template.Wording;
        return wording with
        {
            Issuer = Filled(wording.Issuer),
            Title = Filled(wording.Title),
            Addressee = Filled(wording.Addressee),
            Body = Filled(wording.Body),
            Attachments = Filled(wording.Attachments),
            CopyTo = Filled(wording.CopyTo),
            Note = Filled(wording.Note),
        };
    }

    private static LetterTemplate Read(LawYaml yaml)
    {
        var form = Enum.TryParse<LetterForm>(yaml["form"].Text, ignoreCase: true, out var found) ? found : throw yaml.Wrong(string.Create(CultureInfo.InvariantCulture, $"'{yaml["form"].Text}' is no form"));
        return new LetterTemplate(yaml["code"].Text, yaml["name"].Both, form,
            new LetterWording(form, yaml["issuer"].Text, yaml["title"].Text, yaml["addressee"].Text, string.Join('\n', yaml["body"].Items.Select(b => b.Text)))
            {
                Attachments = string.Join('\n', yaml.Find("attachments")?.Items.Select(a => a.Text) ?? []),
                CopyTo = yaml.Find("copyTo")?.Text,
                Note = yaml.Find("note")?.Text,
            });
    }

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Field();
}
