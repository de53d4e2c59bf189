using System.Xml.Linq;

namespace Guiju.Bpmn.Reading;

/// <summary>Reads our extension elements; what is not ours is left alone, what claims to be ours and is unknown is a fault.</summary>
internal static class SettingsReader
{
    private static readonly XNamespace Ours = StepSettings.Namespace;

    private static readonly HashSet<string> Ways = new(StringComparer.Ordinal) { "starter", "starter-head", "post", "role", "permission", "person", "decision", "subject" };

    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["step"] = ["english", "form", "controlPoint", "clock", "clockPause", "documents", "verbs", "notByStarter", "batch", "refusal", "resultName", "result", "unit"],
        ["assign"] = ["by", "value", "unit"],
        ["countersign"] = ["refusalEnds", "pass"],
        ["procedure"] = ["english", "module", "batch"],
    };

    public static StepSettings Read(XElement element, Action<XElement, string, string, string> fault)
    {
        var settings = StepSettings.None;
        var holder = element.Element(element.Name.Namespace + "extensionElements");
        foreach (var ours in holder?.Elements().Where(e => e.Name.Namespace == Ours) ?? [])
        {
            if (!Known.TryGetValue(ours.Name.LocalName, out var attributes))
            {
                fault(element, "unknown-extension", $"不认识的 guiju:{ours.Name.LocalName}。", $"guiju:{ours.Name.LocalName} is not known.");
                continue;
            }

            foreach (var wrong in ours.Attributes().Where(a => !a.IsNamespaceDeclaration && a.Name.Namespace == XNamespace.None && !attributes.Contains(a.Name.LocalName)))
            {
                fault(element, "unknown-extension", $"guiju:{ours.Name.LocalName} 没有属性 {wrong.Name.LocalName}。", $"guiju:{ours.Name.LocalName} has no attribute {wrong.Name.LocalName}.");
            }

            settings = ours.Name.LocalName switch
            {
                "step" => Step(settings, ours, element, fault),
                "assign" => Assign(settings, ours, element, fault),
                "countersign" => settings with { OneRefusalEnds = ours.Attribute("refusalEnds")?.Value != "false", Pass = Text(ours, "pass") },
                _ => settings with { English = Text(ours, "english") },
            };
        }

        return settings;
    }

    private static StepSettings Step(StepSettings settings, XElement ours, XElement element, Action<XElement, string, string, string> fault)
    {
        var verbs = Words(ours, "verbs");
        foreach (var wrong in verbs.Where(v => !Verbs.All.Contains(v)))
        {
            fault(element, "unknown-verb", $"没有“{wrong}”这一办理动作。", $"There is no verb '{wrong}'.");
        }

        if (Text(ours, "refusal") is { } refusal && refusal is not ("end" or "flow"))
        {
            fault(element, "unknown-extension", "refusal 只能是 end 或 flow。", "refusal is either end or flow.");
        }

        return settings with
        {
            English = Text(ours, "english"),
            Form = Text(ours, "form"),
            ControlPoint = Text(ours, "controlPoint"),
            Clock = Text(ours, "clock"),
            ClockPause = Text(ours, "clockPause"),
            Documents = Words(ours, "documents"),
            Verbs = ours.Attribute("verbs") is null ? null : verbs,
            NotByStarter = Text(ours, "notByStarter") == "true",
            Batch = Text(ours, "batch") == "true",
            RefusalEnds = Text(ours, "refusal") != "flow",
            ResultName = Text(ours, "resultName"),
            Result = Text(ours, "result"),
            Unit = Text(ours, "unit"),
        };
    }

    private static StepSettings Assign(StepSettings settings, XElement ours, XElement element, Action<XElement, string, string, string> fault)
    {
        var by = Text(ours, "by") ?? "";
        if (!Ways.Contains(by))
        {
            fault(element, "unknown-assignment", $"不认识的办理人规则“{by}”。", $"There is no way of assignment '{by}'.");
        }

        if (by is "post" or "role" or "permission" or "person" or "decision" or "subject" && Text(ours, "value") is null)
        {
            fault(element, "assignment-value", $"办理人规则“{by}”没有写明 value。", $"The assignment by {by} names no value.");
        }

        return settings with { Assign = [.. settings.Assign, new AssignRule(by, Text(ours, "value"), Text(ours, "unit") ?? "case")] };
    }

    private static string? Text(XElement element, string name) => element.Attribute(name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    private static string[] Words(XElement element, string name) => element.Attribute(name)?.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
