using System.Xml;
using System.Xml.Linq;

namespace Guiju.Bpmn.Reading;

/// <summary>Reads the document. Every element that could change how a case runs is either understood or refused by name; nothing is skipped.</summary>
internal sealed class ModelReader
{
    private static readonly XNamespace Bpmn = BpmnXml.Namespace;

    // Root elements without effect on tokens, or read where they are referred to.
    private static readonly HashSet<string> InertRoots = new(StringComparer.Ordinal) { "message", "collaboration", "category", "extensionElements", "documentation" };

    private readonly List<BpmnFault> faults = [];
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> messages = new(StringComparer.Ordinal);
    private int nodes;

    public BpmnModel Read(XDocument document)
    {
        var root = document.Root!; // a document that was loaded has a root
        if (root.Name != Bpmn + "definitions")
        {
            Fault(root, "not-bpmn", "根元素应为 BPMN 2.0 的 <definitions>。", "The root must be <definitions> of BPMN 2.0.");
            throw new BpmnFormatException(faults);
        }

        foreach (var message in root.Elements(Bpmn + "message"))
        {
            messages[Id(message)] = message.Attribute("name")?.Value ?? Id(message);
        }

        foreach (var wrong in root.Elements().Where(e => e.Name.Namespace == Bpmn && e.Name.LocalName != "process" && !InertRoots.Contains(e.Name.LocalName)))
        {
            Unsupported(wrong);
        }

        Lookalikes(root);
        var processes = root.Elements(Bpmn + "process").Select(p =>
        {
            var id = Known(p);
            return new BpmnProcess(id, p.Attribute("name")?.Value ?? id, p.Attribute("isExecutable")?.Value != "false", Scope(p, id));
        }).ToList();
        if (processes.Count == 0)
        {
            Fault(root, "no-process", "文件中没有流程（process）。", "The file holds no process.");
        }

        faults.AddRange(Linking.Circles(processes).Select(c => new BpmnFault(c.Id, "endless-call", "流程经调用又回到自身，永远不会结束。", "The procedure calls itself and would never end.", c.Line)));
        return faults.Count == 0 ? new BpmnModel(document, processes) : throw new BpmnFormatException(faults);
    }

    private FlowScope Scope(XElement element, string id)
    {
        var reader = new NodeReader(this, messages);
        var flowNodes = new List<FlowNode>();
        var flows = new List<SequenceFlow>();
        foreach (var child in element.Elements().Where(e => e.Name.Namespace == Bpmn))
        {
            switch (child.Name.LocalName)
            {
                case "sequenceFlow":
                    flows.Add(Flow(child));
                    break;
                case "documentation" or "extensionElements" or "laneSet" or "textAnnotation" or "association" or "group" or "incoming" or "outgoing"
                    or "multiInstanceLoopCharacteristics":
                    break; // no token passes here; repetition is read with its activity
                default:
                    Add(reader, child, flowNodes);
                    break;
            }
        }

        Lookalikes(element);
        var scope = new FlowScope(id, null, flowNodes, flows);
        scope.Connect();
        LooseEnds(scope);
        return scope;
    }

    private void Add(NodeReader reader, XElement child, List<FlowNode> found)
    {
        if (reader.Read(child) is not { } node)
        {
            return;
        }

        if (++nodes == BpmnXml.MaxNodes + 1)
        {
            Fault(child, "too-many", $"节点超过 {BpmnXml.MaxNodes} 个。", $"There are more than {BpmnXml.MaxNodes} nodes.");
        }

        if (node.Kind == NodeKind.SubProcess)
        {
            node.Inside = Scope(child, node.Id);
        }

        found.Add(node);
    }

    private SequenceFlow Flow(XElement element)
    {
        var condition = element.Element(Bpmn + "conditionExpression");
        if (condition?.Attribute("language")?.Value is { } language && !language.Contains("FEEL", StringComparison.OrdinalIgnoreCase))
        {
            Fault(element, "not-feel", $"条件语言“{language}”不支持，请用 FEEL。", $"The language '{language}' is not supported; conditions are FEEL.");
        }

        var text = condition?.Value.Trim();
        return new SequenceFlow(Known(element), element.Attribute("name")?.Value ?? "", element.Attribute("sourceRef")?.Value ?? "", element.Attribute("targetRef")?.Value ?? "",
            string.IsNullOrEmpty(text) ? null : text.TrimStart('='));
    }

    private void LooseEnds(FlowScope scope)
    {
        foreach (var flow in scope.Flows)
        {
            foreach (var (end, other) in new[] { (flow.Source, "sourceRef"), (flow.Target, "targetRef") })
            {
                if (scope.Find(end) is null)
                {
                    faults.Add(new BpmnFault(flow.Id, "dangling", $"连线的 {other}“{end}”不在同一层流程中。", $"{other} '{end}' of the flow is no node of the same scope."));
                }
            }
        }

        foreach (var node in scope.Nodes)
        {
            if (node.Default is { } other && node.Outgoing.All(f => f.Id != other))
            {
                faults.Add(new BpmnFault(node.Id, "dangling", $"默认连线“{other}”不是由它发出。", $"The default flow '{other}' does not leave it.", node.Line));
            }

            if (node.Kind == NodeKind.Boundary && scope.Find(node.AttachedTo ?? "") is not { IsActivity: true })
            {
                faults.Add(new BpmnFault(node.Id, "dangling", "边界事件没有附着在同层的任务或子流程上。", "The boundary event is attached to no activity of its scope.", node.Line));
            }
        }
    }

    /// <summary>The id of an element; a missing or repeated one is a fault.</summary>
    public string Known(XElement element)
    {
        var id = element.Attribute("id")?.Value ?? "";
        if (id.Length is 0 or > 200)
        {
            Fault(element, "no-id", $"<{element.Name.LocalName}> 没有 id（或过长）。", $"<{element.Name.LocalName}> has no id, or one too long.");
        }
        else if (!ids.Add(id))
        {
            Fault(element, "double-id", $"id“{id}”重复。", $"The id '{id}' is used twice.");
        }

        return id;
    }

    public void Unsupported(XElement element) =>
        Fault(element, "unsupported", $"不支持 <{element.Name.LocalName}>，已拒绝而不是略过。", $"<{element.Name.LocalName}> is not supported; it is refused, not skipped.");

    public void Fault(XElement element, string code, string zh, string en) =>
        faults.Add(new BpmnFault(Id(element), code, zh, en, ((IXmlLineInfo)element).LineNumber));

    // An element of another namespace outside extensionElements would be silently ignored: it is refused too.
    private void Lookalikes(XElement element)
    {
        foreach (var foreign in element.Elements().Where(e => e.Name.Namespace != Bpmn && e.Name.LocalName != "BPMNDiagram"))
        {
            Unsupported(foreign);
        }
    }

    private static string Id(XElement element) => element.Attribute("id")?.Value is { Length: > 0 } id ? id
        : element.Ancestors().Select(a => a.Attribute("id")?.Value).FirstOrDefault(i => !string.IsNullOrEmpty(i)) is { } around && element.Parent?.Name.LocalName != "definitions" ? around : element.Name.LocalName;
}
