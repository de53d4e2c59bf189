using System.Xml.Linq;

namespace Guiju.Dmn;

/// <summary>Turns the XML of boxed expressions into records.</summary>
internal sealed class ExpressionReader(ModelReader reader, XNamespace dmn)
{
    private static readonly HashSet<string> Kinds =
    [
        "literalExpression", "decisionTable", "invocation", "context", "list", "relation", "functionDefinition",
        "conditional", "filter", "for", "some", "every",
    ];

    /// <summary>The one expression within an element, or null.</summary>
    public DmnExpression? Child(XElement? parent) =>
        parent?.Elements().FirstOrDefault(e => e.Name.Namespace == dmn && Kinds.Contains(e.Name.LocalName)) is { } xml ? Expression(xml) : null;

    public DmnFunction Function(XElement xml) => Finish(new DmnFunction
    {
        Kind = (string?)xml.Attribute("kind") ?? "FEEL",
        Parameters = [.. xml.Elements(dmn + "formalParameter").Select(reader.Parameter)],
        Body = Child(xml),
    }, xml);

    private DmnExpression Expression(XElement xml) => xml.Name.LocalName switch
    {
        "literalExpression" => Finish(new DmnLiteral { Text = reader.Text(xml, "text") ?? "" }, xml),
        "decisionTable" => Table(xml),
        "invocation" => Finish(new DmnInvocation
        {
            Called = Child(xml),
            Bindings = [.. xml.Elements(dmn + "binding").Select(b => (BindingParameter(b), Child(b)))],
        }, xml),
        "context" => Finish(new DmnContext
        {
            Entries = [.. xml.Elements(dmn + "contextEntry").Select(e =>
                (e.Element(dmn + "variable") is { } v ? reader.Parameter(v) : null, Child(e)))],
        }, xml),
        "list" => Finish(new DmnList { Items = Items(xml) }, xml),
        "relation" => Finish(new DmnRelation
        {
            Columns = [.. xml.Elements(dmn + "column").Select(reader.Parameter)],
            Rows = [.. xml.Elements(dmn + "row").Select(Items)],
        }, xml),
        "functionDefinition" => Function(xml),
        "conditional" => Finish(new DmnConditional
        {
            If = Child(xml.Element(dmn + "if")),
            Then = Child(xml.Element(dmn + "then")),
            Else = Child(xml.Element(dmn + "else")),
        }, xml),
        "filter" => Finish(new DmnFilter { In = Child(xml.Element(dmn + "in")), Match = Child(xml.Element(dmn + "match")) }, xml),
        var kind => Finish(new DmnIteration
        {
            Kind = kind switch { "for" => DmnIterationKind.For, "some" => DmnIterationKind.Some, _ => DmnIterationKind.Every },
            Variable = ModelReader.Squeeze((string?)xml.Attribute("iteratorVariable")),
            In = Child(xml.Element(dmn + "in")),
            Body = Child(xml.Element(dmn + (kind == "for" ? "return" : "satisfies"))),
        }, xml),
    };

    private List<DmnExpression?> Items(XElement xml) =>
        [.. xml.Elements().Where(e => e.Name.Namespace == dmn && Kinds.Contains(e.Name.LocalName)).Select(Expression)];

    private DmnParameter BindingParameter(XElement binding) =>
        binding.Element(dmn + "parameter") is { } parameter
            ? reader.Parameter(parameter)
            : throw reader.Fault(binding, "has no parameter", "缺少参数");

    private DmnTable Table(XElement xml)
    {
        var inputs = xml.Elements(dmn + "input").Select(TableInput).ToList();
        var outputs = xml.Elements(dmn + "output").Select(TableOutput).ToList();
        var rules = xml.Elements(dmn + "rule").Select((r, i) => Rule(r, i, inputs.Count, outputs.Count)).ToList();
        if (outputs.Count == 0)
        {
            throw reader.Fault(xml, "the table has no output", "决策表没有输出列");
        }

        return Finish(new DmnTable
        {
            HitPolicy = Policy(xml),
            Aggregation = Aggregate(xml),
            Inputs = inputs,
            Outputs = outputs,
            Rules = rules,
            Annotations = [.. xml.Elements(dmn + "annotation").Select(a => (string?)a.Attribute("name") ?? "")],
        }, xml);
    }

    private DmnTableInput TableInput(XElement xml) => reader.Common(new DmnTableInput
    {
        Expression = reader.Text(xml.Element(dmn + "inputExpression"), "text") ?? throw reader.Fault(xml, "has no input expression", "缺少输入表达式"),
        TypeRef = ModelReader.Type((string?)xml.Element(dmn + "inputExpression")?.Attribute("typeRef")),
        InputValues = reader.Text(xml.Element(dmn + "inputValues"), "text"),
    }, xml);

    private DmnTableOutput TableOutput(XElement xml) => reader.Common(new DmnTableOutput
    {
        TypeRef = ModelReader.Type((string?)xml.Attribute("typeRef")),
        OutputValues = reader.Text(xml.Element(dmn + "outputValues"), "text"),
        Default = reader.Text(xml.Element(dmn + "defaultOutputEntry"), "text"),
    }, xml);

    private DmnRule Rule(XElement xml, int index, int inputs, int outputs)
    {
        var rule = reader.Common(new DmnRule
        {
            Index = index,
            Tests = [.. xml.Elements(dmn + "inputEntry").Select(Cell)],
            Outputs = [.. xml.Elements(dmn + "outputEntry").Select(Cell)],
            Annotations = [.. xml.Elements(dmn + "annotationEntry").Select(a => reader.Text(a, "text") ?? "")],
        }, xml);
        return rule.Tests.Count != inputs || rule.Outputs.Count != outputs
            ? throw reader.Fault(xml,
                $"row {index + 1} has {rule.Tests.Count} tests and {rule.Outputs.Count} outputs, the table has {inputs} and {outputs} columns",
                $"第 {index + 1} 行有 {rule.Tests.Count} 个条件、{rule.Outputs.Count} 个输出，表有 {inputs} 列条件、{outputs} 列输出")
            : rule;
    }

    private DmnCell Cell(XElement xml) => new((string?)xml.Attribute("id") ?? "", reader.Text(xml, "text") ?? "", ModelReader.Line(xml));

    private HitPolicy Policy(XElement xml) => ((string?)xml.Attribute("hitPolicy"))?.ToUpperInvariant() switch
    {
        null or "" or "UNIQUE" => HitPolicy.Unique,
        "ANY" => HitPolicy.Any,
        "PRIORITY" => HitPolicy.Priority,
        "FIRST" => HitPolicy.First,
        "OUTPUT ORDER" => HitPolicy.OutputOrder,
        "RULE ORDER" => HitPolicy.RuleOrder,
        "COLLECT" => HitPolicy.Collect,
        var other => throw reader.Fault(xml, $"unknown hit policy {other}", $"未知的命中策略 {other}"),
    };

    private Aggregation Aggregate(XElement xml) => ((string?)xml.Attribute("aggregation"))?.ToUpperInvariant() switch
    {
        null or "" => Aggregation.None,
        "SUM" => Aggregation.Sum,
        "COUNT" => Aggregation.Count,
        "MIN" => Aggregation.Min,
        "MAX" => Aggregation.Max,
        var other => throw reader.Fault(xml, $"unknown aggregation {other}", $"未知的汇总方式 {other}"),
    };

    private T Finish<T>(T expression, XElement xml) where T : DmnExpression =>
        reader.Common(expression, xml) with { TypeRef = ModelReader.Type((string?)xml.Attribute("typeRef")) };
}
