using System.Text;
using System.Xml;
using System.Xml.Linq;
using Guiju.Bpmn.Reading;

namespace Guiju.Bpmn;

/// <summary>Reads and writes BPMN 2.0 files. Hostile XML is refused: no document types, no outside references, bounded size and depth.</summary>
public static class BpmnXml
{
    /// <summary>The namespace of BPMN 2.0 models.</summary>
    public const string Namespace = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    /// <summary>The longest file read, in characters.</summary>
    public const int MaxCharacters = 5_000_000;

    /// <summary>The deepest nesting of elements read.</summary>
    public const int MaxDepth = 100;

    /// <summary>The most nodes of one file.</summary>
    public const int MaxNodes = 2_000;

    /// <summary>Reads a model.</summary>
    /// <exception cref="BpmnFormatException">The text is no model that can be run; names every element at fault.</exception>
    public static BpmnModel Parse(string xml)
    {
        ArgumentNullException.ThrowIfNull(xml);
        return new ModelReader().Read(Load(xml));
    }

    /// <summary>The file as it is to be saved: everything that was read is in it, diagrams and foreign extensions too.</summary>
    public static string Write(BpmnModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var text = new StringBuilder();
        var settings = new XmlWriterSettings { OmitXmlDeclaration = false, Encoding = Encoding.UTF8, Indent = false };
        using (var writer = XmlWriter.Create(text, settings))
        {
            model.Source.Save(writer);
        }

        return text.Replace("encoding=\"utf-16\"", "encoding=\"UTF-8\"").ToString();
    }

    private static XDocument Load(string xml)
    {
        if (xml.Length > MaxCharacters)
        {
            throw Fault("XML", "too-large", $"文件超过 {MaxCharacters} 个字符。", $"The file is longer than {MaxCharacters} characters.", 0);
        }

        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxCharacters, MaxCharactersFromEntities = 1024 };
        try
        {
            // The depth is looked at before anything walks the tree.
            using (var depth = XmlReader.Create(new StringReader(xml), settings))
            {
                while (depth.Read())
                {
                    if (depth.Depth > MaxDepth)
                    {
                        throw Fault(depth.LocalName, "too-deep", $"元素嵌套超过 {MaxDepth} 层。", $"Elements are nested deeper than {MaxDepth}.", ((IXmlLineInfo)depth).LineNumber);
                    }
                }
            }

            using var reader = XmlReader.Create(new StringReader(xml), settings);
            return XDocument.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace);
        }
        catch (XmlException fault)
        {
            throw Fault("XML", "not-xml", "XML 不合格式或含有不允许的内容（如 DTD）。", "Not well-formed, or holds what is not allowed (such as a DTD): " + fault.Message, fault.LineNumber);
        }
    }

    private static BpmnFormatException Fault(string element, string code, string zh, string en, int line) => new([new BpmnFault(element, code, zh, en, line)]);
}
