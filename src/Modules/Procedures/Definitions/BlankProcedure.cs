using System.Xml.Linq;
using Guiju.Bpmn;

namespace Guiju.Procedures.Definitions;

/// <summary>What a new procedure is drawn from: a start, one step by whoever starts it, an end.</summary>
internal static class BlankProcedure
{
    private static readonly XNamespace Bpmn = BpmnXml.Namespace;
    private static readonly XNamespace Ours = StepSettings.Namespace;
    private static readonly XNamespace Di = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static readonly XNamespace Dc = "http://www.omg.org/spec/DD/20100524/DC";
    private static readonly XNamespace Way = "http://www.omg.org/spec/DD/20100524/DI";

    public static string Of(string code) => new XElement(Bpmn + "definitions",
        new XAttribute(XNamespace.Xmlns + "bpmndi", Di), new XAttribute(XNamespace.Xmlns + "dc", Dc), new XAttribute(XNamespace.Xmlns + "di", Way), new XAttribute(XNamespace.Xmlns + "guiju", Ours),
        new XAttribute("id", "definitions"), new XAttribute("targetNamespace", "urn:guiju:procedures"),
        new XElement(Bpmn + "process", new XAttribute("id", code), new XAttribute("name", code), new XAttribute("isExecutable", "true"),
            new XElement(Bpmn + "startEvent", new XAttribute("id", "start"), new XAttribute("name", "发起")),
            new XElement(Bpmn + "userTask", new XAttribute("id", "fill"), new XAttribute("name", "填写"), new XElement(Bpmn + "extensionElements", new XElement(Ours + "step", new XAttribute("english", "Fill in")), new XElement(Ours + "assign", new XAttribute("by", "starter")))),
            new XElement(Bpmn + "endEvent", new XAttribute("id", "end"), new XAttribute("name", "办结")),
            Flow("start", "fill"), Flow("fill", "end")),
        new XElement(Di + "BPMNDiagram", new XAttribute("id", "diagram"), new XElement(Di + "BPMNPlane", new XAttribute("id", "plane"), new XAttribute("bpmnElement", code),
            Shape("start", 160, 102, 36, 36), Shape("fill", 260, 80, 100, 80), Shape("end", 420, 102, 36, 36), Edge("start", "fill", 196, 260), Edge("fill", "end", 360, 420)))).ToString();

    private static XElement Flow(string from, string to) => new(Bpmn + "sequenceFlow", new XAttribute("id", $"{from}_{to}"), new XAttribute("sourceRef", from), new XAttribute("targetRef", to));

    private static XElement Shape(string id, int x, int y, int width, int height) => new(Di + "BPMNShape", new XAttribute("id", id + "_di"), new XAttribute("bpmnElement", id),
        new XElement(Dc + "Bounds", new XAttribute("x", x), new XAttribute("y", y), new XAttribute("width", width), new XAttribute("height", height)));

    private static XElement Edge(string from, string to, int left, int right) => new(Di + "BPMNEdge", new XAttribute("id", $"{from}_{to}_di"), new XAttribute("bpmnElement", $"{from}_{to}"),
        new XElement(Way + "waypoint", new XAttribute("x", left), new XAttribute("y", 120)), new XElement(Way + "waypoint", new XAttribute("x", right), new XAttribute("y", 120)));
}
