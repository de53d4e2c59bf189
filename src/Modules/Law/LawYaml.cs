using System.Globalization;
using Guiju.Kernel;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Guiju.Law;

/// <summary>Reads the law's YAML and says which file and line is wrong.</summary>
public sealed class LawYaml(string file, YamlNode node)
{
    /// <summary>Parses a file.</summary>
    public static LawYaml Parse(string file, string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents.Count > 0
                ? new LawYaml(file, stream.Documents[0].RootNode)
                : throw new LawFormatException($"{file}: empty.");
        }
        catch (YamlException wrong)
        {
            throw new LawFormatException($"{file}, line {wrong.Start.Line}: {wrong.Message}");
        }
    }

    /// <summary>A text as YAML holds it on one line, in double quotes.</summary>
    public static string Quoted(string text) => '"' + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings(" ") + '"';

    /// <summary>Items of a list.</summary>
    public IEnumerable<LawYaml> Items => node is YamlSequenceNode list ? list.Select(item => new LawYaml(file, item)) : throw Wrong("a list was expected");

    /// <summary>Names and values of a mapping, in order.</summary>
    public IEnumerable<(string Key, LawYaml Value)> Entries => node is YamlMappingNode map
        ? map.Children.Select(c => (((YamlScalarNode)c.Key).Value ?? "", new LawYaml(file, c.Value)))
        : throw Wrong("names with values were expected");

    /// <summary>A value by name; null where absent or null.</summary>
    public LawYaml? Find(string key) => node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value)
        && value is not YamlScalarNode { Value: null or "null" or "~", Style: ScalarStyle.Plain } ? new LawYaml(file, value) : null;

    /// <summary>A value by name; its absence is a fault.</summary>
    public LawYaml this[string key] => Find(key) ?? throw Wrong($"'{key}' is missing");

    /// <summary>Whether it is a list.</summary>
    public bool IsList => node is YamlSequenceNode;

    /// <summary>The text of a scalar.</summary>
    public string Text => node is YamlScalarNode { Value: { } text } ? text : throw Wrong("a text was expected");

    /// <summary>A date yyyy-MM-dd.</summary>
    public DateOnly Date => DateOnly.TryParseExact(Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : throw Wrong($"'{Text}' is no date");

    /// <summary>true or false.</summary>
    public bool Truth => Text is "true" or "True" ? true : Text is "false" or "False" ? false : throw Wrong($"'{Text}' is neither true nor false");

    /// <summary>verified, reported or assumed.</summary>
    public Evidence Evidence => Enum.TryParse<Evidence>(Text, ignoreCase: true, out var evidence) ? evidence : throw Wrong($"'{Text}' is no evidence");

    /// <summary>A text in both languages: {zh, en}, or one text for both.</summary>
    public Bilingual Both => node is YamlMappingNode ? new Bilingual(this["zh"].Text, this["en"].Text) : new Bilingual(Text, Text);

    /// <summary>A scalar by its looks: number, truth, quoted or plain text; lists of these.</summary>
    public object Value => node switch
    {
        YamlSequenceNode list => list.Select(item => new LawYaml(file, item).Value).ToList(),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } plain } when decimal.TryParse(plain, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number,
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" } => true,
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "false" } => false,
        YamlScalarNode { Value: { } text } => text,
        _ => throw Wrong("a value was expected"),
    };

    /// <summary>A fault at this place.</summary>
    public LawFormatException Wrong(string what) => new($"{file}, line {node.Start.Line}: {what}.");
}

/// <summary>The law's files contradict themselves or cannot be read; the message names file and place.</summary>
public sealed class LawFormatException(string message) : Exception(message);
