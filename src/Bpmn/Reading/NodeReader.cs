using System.Xml;
using System.Xml.Linq;

namespace Guiju.Bpmn.Reading;

/// <summary>Reads one node, with its event, repetition and our settings.</summary>
internal sealed class NodeReader(ModelReader model, IReadOnlyDictionary<string, string> messages)
{
    private static readonly XNamespace Bpmn = BpmnXml.Namespace;

    private static readonly Dictionary<string, NodeKind> Kinds = new(StringComparer.Ordinal)
    {
        ["startEvent"] = NodeKind.Start,
        ["endEvent"] = NodeKind.End,
        ["intermediateCatchEvent"] = NodeKind.Catch,
        ["intermediateThrowEvent"] = NodeKind.Throw,
        ["boundaryEvent"] = NodeKind.Boundary,
        ["userTask"] = NodeKind.User,
        ["serviceTask"] = NodeKind.Service,
        ["sendTask"] = NodeKind.Send,
        ["receiveTask"] = NodeKind.Receive,
        ["businessRuleTask"] = NodeKind.Rule,
        ["exclusiveGateway"] = NodeKind.Exclusive,
        ["parallelGateway"] = NodeKind.Parallel,
        ["inclusiveGateway"] = NodeKind.Inclusive,
        ["eventBasedGateway"] = NodeKind.EventBased,
        ["subProcess"] = NodeKind.SubProcess,
        ["callActivity"] = NodeKind.Call,
    };

    private static readonly HashSet<string> Parts = new(StringComparer.Ordinal)
    {
        "documentation", "extensionElements", "incoming", "outgoing", "multiInstanceLoopCharacteristics",
        "timerEventDefinition", "messageEventDefinition", "terminateEventDefinition",
    };

    public FlowNode? Read(XElement element)
    {
        if (!Kinds.TryGetValue(element.Name.LocalName, out var kind))
        {
            model.Unsupported(element);
            return null;
        }

        foreach (var wrong in element.Elements().Where(e => e.Name.Namespace == Bpmn && !Parts.Contains(e.Name.LocalName) && kind != NodeKind.SubProcess))
        {
            model.Unsupported(wrong);
        }

        Attributes(element, kind);
        var node = new FlowNode
        {
            Id = model.Known(element),
            Name = element.Attribute("name")?.Value.Trim() ?? "",
            Kind = kind,
            AttachedTo = element.Attribute("attachedToRef")?.Value,
            Interrupting = element.Attribute("cancelActivity")?.Value != "false",
            Default = element.Attribute("default")?.Value,
            Called = element.Attribute("calledElement")?.Value,
            Multi = Multi(element),
            Settings = SettingsReader.Read(element, model.Fault),
            Line = ((IXmlLineInfo)element).LineNumber,
        };
        return Event(element, node);
    }

    private void Attributes(XElement element, NodeKind kind)
    {
        foreach (var (name, value, zh, en) in new[]
        {
            ("triggeredByEvent", "true", "事件子流程不支持", "an event sub-process is not supported"),
            ("instantiate", "true", "由网关或接收任务发起流程不支持", "starting a procedure at a gateway or receive task is not supported"),
            ("isForCompensation", "true", "补偿活动不支持", "compensation is not supported"),
            ("eventGatewayType", "Parallel", "并行事件网关不支持", "a parallel event-based gateway is not supported"),
        })
        {
            if (element.Attribute(name)?.Value == value)
            {
                model.Fault(element, "unsupported", zh + "，已拒绝而不是略过。", en + "; it is refused, not skipped.");
            }
        }

        if (kind == NodeKind.Call && string.IsNullOrWhiteSpace(element.Attribute("calledElement")?.Value))
        {
            model.Fault(element, "no-call", "调用活动没有写明被调用的流程（calledElement）。", "The call activity names no called process.");
        }
    }

    private FlowNode Event(XElement element, FlowNode node)
    {
        var events = element.Elements().Where(e => e.Name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal) && e.Name.Namespace == Bpmn).ToList();
        if (events.Count > 1)
        {
            model.Fault(element, "unsupported", "一个事件只能有一个定义。", "An event may have one definition only.");
        }

        var definition = events.FirstOrDefault();
        if (node.Kind == NodeKind.Receive)
        {
            return node with { Trigger = Trigger.Message, TriggerValue = Message(element, element) };
        }

        return (node.Kind, definition?.Name.LocalName) switch
        {
            (NodeKind.End, "terminateEventDefinition") => node with { Kind = NodeKind.Terminate },
            (NodeKind.Start or NodeKind.Catch or NodeKind.Boundary, "timerEventDefinition") => Timer(element, definition!, node), // the pattern has seen it
            (NodeKind.Start or NodeKind.Catch or NodeKind.Boundary or NodeKind.End or NodeKind.Throw, "messageEventDefinition") =>
                node with { Trigger = Trigger.Message, TriggerValue = Message(element, definition!) }, // the pattern has seen it
            (NodeKind.Catch or NodeKind.Boundary, null) => Refused(element, node),
            (_, null) => node,
            _ => Refused(element, node),
        };
    }

    private FlowNode Refused(XElement element, FlowNode node)
    {
        model.Fault(element, "unsupported", "这里的事件没有定义，或者这种事件定义不支持。", "The event has no definition here, or one that is not supported.");
        return node;
    }

    private FlowNode Timer(XElement element, XElement definition, FlowNode node)
    {
        var forms = definition.Elements().Where(e => e.Name.LocalName is "timeDate" or "timeDuration" or "timeCycle").ToList();
        var text = forms.Count == 1 ? forms[0].Value.Trim() : "";
        if (text.Length == 0)
        {
            model.Fault(element, "no-time", "定时事件须写明一个时间（timeDate、timeDuration 或 timeCycle）。", "The timer must name one time: timeDate, timeDuration or timeCycle.");
            return node with { Trigger = Trigger.Timer };
        }

        return node with { Trigger = Trigger.Timer, TriggerValue = text.TrimStart('='), TimerForm = forms[0].Name.LocalName[4..].ToLowerInvariant() };
    }

    private string? Message(XElement element, XElement holder)
    {
        var reference = holder.Attribute("messageRef")?.Value;
        if (reference is not null && messages.TryGetValue(reference, out var name))
        {
            return name;
        }

        model.Fault(element, "no-message", "消息事件没有指向已定义的消息。", "The event refers to no message of the file.");
        return reference;
    }

    private MultiInstance? Multi(XElement element)
    {
        if (element.Element(Bpmn + "multiInstanceLoopCharacteristics") is not { } multi)
        {
            return null;
        }

        foreach (var wrong in multi.Elements().Where(e => e.Name.LocalName is not ("loopCardinality" or "completionCondition" or "extensionElements" or "documentation")))
        {
            model.Unsupported(wrong);
        }

        string? Text(string name) => multi.Element(Bpmn + name)?.Value.Trim().TrimStart('=') is { Length: > 0 } text ? text : null;
        return new MultiInstance(multi.Attribute("isSequential")?.Value == "true", Text("loopCardinality"), Text("completionCondition"));
    }
}
