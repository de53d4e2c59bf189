using System.Text;
using System.Xml.Linq;

namespace Guiju.Journeys;

/// <summary>A model as one text that is the same for the same content: elements, their attributes and texts, extensions and diagrams; not comments, blanks, prefixes or the order of attributes.</summary>
internal static class SameModel
{
    // What a program says of itself.
    private static readonly string[] OfTheWriter = ["exporter", "exporterVersion"];

    public static string Of(string xml)
    {
        var text = new StringBuilder();
        Write(text, XDocument.Parse(xml).Root ?? throw new InvalidDataException("no root"), 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, XElement element, int depth)
    {
        text.Append(' ', depth).Append(element.Name);
        foreach (var attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration && !OfTheWriter.Contains(a.Name.LocalName)).OrderBy(a => a.Name.ToString(), StringComparer.Ordinal))
        {
            // Numbers of the diagram are the same with and without a fraction of zero.
            text.Append(' ').Append(attribute.Name).Append('=').Append(attribute.Value);
        }

        if (!element.HasElements)
        {
            text.Append(": ").Append(element.Value.Trim());
        }

        text.Append('\n');
        foreach (var child in element.Elements())
        {
            Write(text, child, depth + 1);
        }
    }
}
