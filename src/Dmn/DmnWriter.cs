using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Guiju.Dmn;

/// <summary>Writes a model as it was read, in another version where asked: the editor knows only 1.3, interchange wants 1.5. Nothing is lost,
/// be it unknown elements, diagrams, comments or law attributes.</summary>
public static class DmnWriter
{
    /// <summary>What each version calls its parts: model, language, diagram.</summary>
    private static readonly Dictionary<string, string[]> Spaces = new(StringComparer.Ordinal)
    {
        ["1.2"] = ["http://www.omg.org/spec/DMN/20180521/MODEL/", "http://www.omg.org/spec/DMN/20180521/FEEL/", "http://www.omg.org/spec/DMN/20180521/DMNDI/"],
        ["1.3"] = ["https://www.omg.org/spec/DMN/20191111/MODEL/", "https://www.omg.org/spec/DMN/20191111/FEEL/", "https://www.omg.org/spec/DMN/20191111/DMNDI/"],
        ["1.4"] = ["https://www.omg.org/spec/DMN/20211108/MODEL/", "https://www.omg.org/spec/DMN/20211108/FEEL/", "https://www.omg.org/spec/DMN/20191111/DMNDI/"],
        ["1.5"] = ["https://www.omg.org/spec/DMN/20230324/MODEL/", "https://www.omg.org/spec/DMN/20230324/FEEL/", "https://www.omg.org/spec/DMN/20230324/DMNDI/"],
    };

    /// <summary>Writes the model.</summary>
    /// <param name="model">A model that was read from XML.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="version">The version: 1.2 to 1.5; as read by default.</param>
    /// <exception cref="ArgumentException">The version is unknown, or the model was not read from XML.</exception>
    public static void Write(DmnModel model, Stream stream, string? version = null)
    {
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = false, NewLineHandling = NewLineHandling.None });
        Convert(model, version).Save(writer);
    }

    /// <summary>The model as text.</summary>
    /// <param name="model">A model that was read from XML.</param>
    /// <param name="version">The version: 1.2 to 1.5; as read by default.</param>
    /// <exception cref="ArgumentException">The version is unknown, or the model was not read from XML.</exception>
    public static string Write(DmnModel model, string? version = null)
    {
        using var stream = new MemoryStream();
        Write(model, stream, version);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static XDocument Convert(DmnModel model, string? version)
    {
        ArgumentNullException.ThrowIfNull(model);
        var document = model.Xml?.Document ?? throw new ArgumentException("the model was not read from XML", nameof(model));
        var target = Spaces.GetValueOrDefault(version ?? model.Version) ?? throw new ArgumentException($"unknown version {version}", nameof(version));
        var copy = new XDocument(document);
        if (version is null || version == model.Version || copy.Root is not { } root)
        {
            return copy;
        }

        var renamed = Spaces[model.Version].Zip(target).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
        foreach (var element in root.DescendantsAndSelf())
        {
            if (renamed.TryGetValue(element.Name.NamespaceName, out var space))
            {
                element.Name = XName.Get(element.Name.LocalName, space);
            }

            // Declarations of the namespaces, and attributes that name a language or the type of an import.
            foreach (var attribute in element.Attributes().Where(a => renamed.ContainsKey(a.Value)
                && (a.IsNamespaceDeclaration || a.Name.LocalName is "expressionLanguage" or "typeLanguage" or "importType")))
            {
                attribute.Value = renamed[attribute.Value];
            }
        }

        return copy;
    }
}
