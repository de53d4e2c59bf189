using System.Xml;
using System.Xml.Linq;

namespace Guiju.Dmn;

/// <summary>Reads and writes DMN files of versions 1.2 to 1.5. Hostile XML is refused: no document types, no outside references, bounded size and depth.</summary>
public static class DmnXml
{
    /// <summary>The longest file read, in characters.</summary>
    public const long MaxCharacters = 20_000_000;

    /// <summary>The deepest nesting of elements read.</summary>
    public const int MaxDepth = 200;

    internal static readonly Dictionary<string, string> Versions = new(StringComparer.Ordinal)
    {
        ["http://www.omg.org/spec/DMN/20180521/MODEL/"] = "1.2",
        ["https://www.omg.org/spec/DMN/20191111/MODEL/"] = "1.3",
        ["https://www.omg.org/spec/DMN/20211108/MODEL/"] = "1.4",
        ["https://www.omg.org/spec/DMN/20230324/MODEL/"] = "1.5",
    };

    /// <summary>Reads a model.</summary>
    /// <param name="xml">The file.</param>
    /// <param name="sourceName">Its name, for messages.</param>
    /// <exception cref="DmnFormatException">The file is no model we can read; names element and line.</exception>
    public static DmnModel Read(Stream xml, string sourceName)
    {
        ArgumentNullException.ThrowIfNull(xml);
        return Read(Load(sourceName, settings => XmlReader.Create(xml, settings)), sourceName);
    }

    /// <summary>Reads a model from text.</summary>
    /// <exception cref="DmnFormatException">The text is no model we can read; names element and line.</exception>
    public static DmnModel Parse(string xml, string sourceName)
    {
        using var text = new StringReader(xml);
        return Read(Load(sourceName, settings => XmlReader.Create(text, settings)), sourceName);
    }

    private static XElement Load(string sourceName, Func<XmlReaderSettings, XmlReader> open)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaxCharacters,
            MaxCharactersFromEntities = 1024,
        };
        try
        {
            using var reader = new DepthLimit(open(settings), sourceName);
            return XDocument.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace).Root
                ?? throw new DmnFormatException(sourceName, "definitions", 0, "the file is empty", "文件为空");
        }
        catch (XmlException fault)
        {
            throw new DmnFormatException(sourceName, "XML", fault.LineNumber, "not well-formed or not allowed: " + fault.Message, "XML 不合格式或含有不允许的内容（如 DTD）");
        }
        catch (ArgumentException fault)
        {
            throw new DmnFormatException(sourceName, "XML", 0, "not readable as XML: " + fault.Message, "无法按 XML 读取");
        }
    }

    private static DmnModel Read(XElement root, string sourceName)
    {
        if (root.Name.LocalName != "definitions" || !Versions.TryGetValue(root.Name.NamespaceName, out var version))
        {
            throw new DmnFormatException(sourceName, root.Name.LocalName, ((IXmlLineInfo)root).LineNumber,
                "expected <definitions> of DMN 1.2 to 1.5", "根元素应为 DMN 1.2 至 1.5 的 <definitions>");
        }

        return new ModelReader(root.Name.Namespace, sourceName).Model(root, version);
    }

    /// <summary>Stops a file whose nesting would exhaust the stack of everything that walks it later.</summary>
    private sealed class DepthLimit(XmlReader inner, string sourceName) : XmlReaderWrap(inner)
    {
        public override bool Read()
        {
            var more = base.Read();
            return Depth <= MaxDepth
                ? more
                : throw new DmnFormatException(sourceName, LocalName, LineNumber, $"nested deeper than {MaxDepth}", $"嵌套超过 {MaxDepth} 层");
        }
    }
}
