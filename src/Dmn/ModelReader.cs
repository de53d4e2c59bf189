using System.Xml;
using System.Xml.Linq;

namespace Guiju.Dmn;

/// <summary>Turns the XML of one file into model records.</summary>
internal sealed class ModelReader(XNamespace dmn, string sourceName)
{
    private static readonly XNamespace Law = DmnElement.LawNamespace;

    public DmnModel Model(XElement root, string version) => Common(new DmnModel
    {
        Namespace = (string?)root.Attribute("namespace") ?? "",
        SourceName = sourceName,
        Version = version,
        Imports = [.. root.Elements(dmn + "import").Select(Import)],
        ItemDefinitions = [.. root.Elements(dmn + "itemDefinition").Select(ItemDefinition)],
        Inputs = [.. root.Elements(dmn + "inputData").Select(Input)],
        Decisions = [.. root.Elements(dmn + "decision").Select(Decision)],
        KnowledgeModels = [.. root.Elements(dmn + "businessKnowledgeModel").Select(KnowledgeModel)],
        Services = [.. root.Elements(dmn + "decisionService").Select(Service)],
    }, root);

    public T Common<T>(T element, XElement xml) where T : DmnElement => element with
    {
        Id = (string?)xml.Attribute("id") ?? "",
        Name = element.Name.Length > 0 ? element.Name : Squeeze((string?)xml.Attribute("name")),
        Label = (string?)xml.Attribute("label"),
        Description = Text(xml, "description"),
        Line = Line(xml),
        Extensions = xml.Attributes().Any(a => a.Name.Namespace == Law)
            ? xml.Attributes().Where(a => a.Name.Namespace == Law).ToDictionary(a => a.Name.LocalName, a => a.Value)
            : element.Extensions,
        ExtensionTexts = [.. xml.Elements(dmn + "extensionElements").Elements().Where(e => e.Name.Namespace == Law)
            .Select(e => new DmnText(e.Name.LocalName, (string?)e.Attribute(XNamespace.Xml + "lang"), e.Value.Trim()))],
        Xml = xml,
    };

    public string? Text(XElement? parent, string name) => (string?)parent?.Element(dmn + name) is { } text ? text.Trim() : null;

    /// <summary>A typeRef as we name types: the FEEL prefix of older files is dropped.</summary>
    public static string? Type(string? typeRef) =>
        string.IsNullOrWhiteSpace(typeRef) ? null : typeRef.StartsWith("feel:", StringComparison.Ordinal) ? typeRef[5..] : typeRef.Trim();

    public DmnParameter Parameter(XElement xml) => new(Squeeze((string?)xml.Attribute("name")), Type((string?)xml.Attribute("typeRef")));

    public DmnFormatException Fault(XElement xml, string message, string messageZh) =>
        new(sourceName, Describe(xml), Line(xml), message, messageZh);

    public static int Line(XElement xml) => ((IXmlLineInfo)xml).LineNumber;

    public static string Squeeze(string? name) =>
        name is null ? "" : string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Describe(XElement xml) =>
        $"<{xml.Name.LocalName}>" + ((((string?)xml.Attribute("name")) ?? (string?)xml.Attribute("id")) is { } name ? " " + name : "");

    private DmnImport Import(XElement xml) => Common(new DmnImport
    {
        Namespace = (string?)xml.Attribute("namespace") ?? "",
        ImportType = (string?)xml.Attribute("importType") ?? "",
        Location = (string?)xml.Attribute("locationURI"),
    }, xml);

    private DmnItemDefinition ItemDefinition(XElement xml)
    {
        var function = xml.Element(dmn + "functionItem");
        return Common(new DmnItemDefinition
        {
            TypeRef = Type(Text(xml, "typeRef")),
            IsCollection = (string?)xml.Attribute("isCollection") is "true" or "1",
            AllowedValues = Text(xml.Element(dmn + "allowedValues"), "text"),
            TypeConstraint = Text(xml.Element(dmn + "typeConstraint"), "text"),
            Components = [.. xml.Elements(dmn + "itemComponent").Select(ItemDefinition)],
            FunctionOutput = function is null ? null : Type((string?)function.Attribute("outputTypeRef")) ?? "Any",
            FunctionParameters = function is null ? null : [.. function.Elements(dmn + "parameters").Select(Parameter)],
        }, xml);
    }

    private DmnInput Input(XElement xml)
    {
        Named(xml);
        var (name, type) = Variable(xml);
        return Common(new DmnInput { VariableName = name, TypeRef = type }, xml);
    }

    private DmnDecision Decision(XElement xml)
    {
        Named(xml);
        var (name, type) = Variable(xml);
        return Common(new DmnDecision
        {
            VariableName = name,
            TypeRef = type,
            RequiredInputs = Required(xml, "informationRequirement", "requiredInput"),
            RequiredDecisions = Required(xml, "informationRequirement", "requiredDecision"),
            RequiredKnowledge = Required(xml, "knowledgeRequirement", "requiredKnowledge"),
            Logic = new ExpressionReader(this, dmn).Child(xml),
        }, xml);
    }

    private DmnKnowledgeModel KnowledgeModel(XElement xml)
    {
        Named(xml);
        var (name, type) = Variable(xml);
        return Common(new DmnKnowledgeModel
        {
            VariableName = name,
            TypeRef = type,
            RequiredKnowledge = Required(xml, "knowledgeRequirement", "requiredKnowledge"),
            Logic = xml.Element(dmn + "encapsulatedLogic") is { } logic ? new ExpressionReader(this, dmn).Function(logic) : null,
        }, xml);
    }

    private DmnDecisionService Service(XElement xml)
    {
        Named(xml);
        var (name, type) = Variable(xml);
        return Common(new DmnDecisionService
        {
            VariableName = name,
            TypeRef = type,
            OutputDecisions = References(xml.Elements(dmn + "outputDecision")),
            EncapsulatedDecisions = References(xml.Elements(dmn + "encapsulatedDecision")),
            InputDecisions = References(xml.Elements(dmn + "inputDecision")),
            InputFacts = References(xml.Elements(dmn + "inputData")),
        }, xml);
    }

    private void Named(XElement xml)
    {
        if (string.IsNullOrWhiteSpace((string?)xml.Attribute("name")))
        {
            throw Fault(xml, "has no name", "没有名称");
        }
    }

    private (string Name, string? Type) Variable(XElement xml)
    {
        var variable = xml.Element(dmn + "variable");
        var name = Squeeze((string?)variable?.Attribute("name"));
        return (name.Length > 0 ? name : Squeeze((string?)xml.Attribute("name")), Type((string?)variable?.Attribute("typeRef")));
    }

    private List<string> Required(XElement xml, string requirement, string name) =>
        References(xml.Elements(dmn + requirement).Elements(dmn + name));

    private List<string> References(IEnumerable<XElement> elements) =>
        [.. elements.Select(e => (string?)e.Attribute("href") ?? throw Fault(e, "has no href", "缺少 href"))];
}
