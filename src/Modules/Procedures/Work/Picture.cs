using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Xml.Linq;
using Guiju.Bpmn;

namespace Guiju.Procedures.Work;

/// <summary>Draws a procedure as its diagram says, with the present steps lit and those taken marked.</summary>
internal static class Picture
{
    private const int Margin = 24;
    private const int LineLength = 8;
    private const int OpenHeight = 110;
    private static readonly Dictionary<string, string> Signs = new() { ["added"] = "＋", ["removed"] = "－", ["changed"] = "≠" };
    private static readonly XNamespace Di = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static readonly XNamespace Dc = "http://www.omg.org/spec/DD/20100524/DC";
    private static readonly XNamespace Way = "http://www.omg.org/spec/DD/20100524/DI";

    private sealed record Box(double X, double Y, double Width, double Height)
    {
        public double MidX => X + (Width / 2);

        public double MidY => Y + (Height / 2);
    }

    /// <summary>The drawing as SVG; null where the file has no diagram.</summary>
    public static string? Draw(BpmnModel model, IReadOnlySet<string> lit, IReadOnlySet<string> taken, string label, bool english) =>
        Draw(model, id => lit.Contains(id) ? "lit" : taken.Contains(id) ? "taken" : "", label, english);

    /// <summary>The same with marks of the caller's: a class of the style sheet for each element, empty for most.</summary>
    public static string? Draw(BpmnModel model, Func<string, string> mark, string label, bool english)
    {
        var shapes = model.Source.Descendants(Di + "BPMNShape").Select(s => (Id: s.Attribute("bpmnElement")?.Value ?? "", Box: BoxOf(s.Element(Dc + "Bounds")))).Where(s => s.Box is not null).ToList();
        if (shapes.Count == 0)
        {
            return null;
        }

        var (left, top) = (shapes.Min(s => s.Box!.X) - Margin, shapes.Min(s => s.Box!.Y) - Margin - 30); // boxes without bounds were left out
        var (width, height) = (shapes.Max(s => s.Box!.X + s.Box.Width) + Margin - left, shapes.Max(s => s.Box!.Y + s.Box.Height) + Margin + 20 - top);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"procedure\" role=\"img\" aria-label=\"{Text(label)}\" viewBox=\"{left:0.#} {top:0.#} {width:0.#} {height:0.#}\" width=\"{width:0}\" xmlns=\"http://www.w3.org/2000/svg\">");
        svg.Append("<defs><marker id=\"arrow\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto-start-reverse\"><path d=\"M0 0 10 5 0 10z\"/></marker></defs>");
        foreach (var edge in model.Source.Descendants(Di + "BPMNEdge"))
        {
            Edge(svg, model, edge, mark);
        }

        foreach (var (id, box) in shapes)
        {
            if (model.Node(id) is { } node)
            {
                Shape(svg, node, box!, mark(id), english); // boxes without bounds were left out
            }
        }

        return svg.Append("</svg>").ToString();
    }

    private static void Edge(StringBuilder svg, BpmnModel model, XElement edge, Func<string, string> mark)
    {
        var element = edge.Attribute("bpmnElement")?.Value ?? "";
        var points = edge.Elements(Way + "waypoint").Select(p => $"{Number(p, "x"):0.#},{Number(p, "y"):0.#}").ToList();
        svg.Append(CultureInfo.InvariantCulture, $"<polyline class=\"{Class("flow", mark(element))}\" points=\"{string.Join(' ', points)}\" marker-end=\"url(#arrow)\"/>");
        var flow = model.Processes.SelectMany(p => p.Scope.All()).SelectMany(s => s.Flows).FirstOrDefault(f => f.Id == element);
        if (flow is { Name.Length: > 0 } && BoxOf(edge.Descendants(Dc + "Bounds").FirstOrDefault()) is { } place)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"label\" x=\"{place.X:0.#}\" y=\"{place.Y + 12:0.#}\">{Text(flow.Name)}</text>");
        }
    }

    private static void Shape(StringBuilder svg, FlowNode node, Box box, string mark, bool english)
    {
        if (Signs.TryGetValue(mark, out var told))
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"sign {mark}\" text-anchor=\"end\" x=\"{box.X + box.Width:0.#}\" y=\"{box.Y - 4:0.#}\">{told}</text>");
        }

        var name = english && node.Settings.English is { } other ? other : node.Name;
        if (node.IsGateway)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"{Class("node", mark)}\" d=\"M{box.MidX:0.#} {box.Y:0.#}L{box.X + box.Width:0.#} {box.MidY:0.#}L{box.MidX:0.#} {box.Y + box.Height:0.#}L{box.X:0.#} {box.MidY:0.#}z\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"sign\" text-anchor=\"middle\" x=\"{box.MidX:0.#}\" y=\"{box.MidY + 7:0.#}\">{(node.Kind == NodeKind.Parallel ? "+" : node.Kind == NodeKind.Inclusive ? "○" : "×")}</text>");
            return;
        }

        if (!node.IsActivity)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"{Class(node.Kind is NodeKind.End or NodeKind.Terminate ? "node end" : "node", mark)}\" cx=\"{box.MidX:0.#}\" cy=\"{box.MidY:0.#}\" r=\"{box.Width / 2:0.#}\"/>");
            if (node.Trigger != Trigger.None)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<text text-anchor=\"middle\" x=\"{box.MidX:0.#}\" y=\"{box.MidY + 5:0.#}\">{(node.Trigger == Trigger.Timer ? "◷" : "✉")}</text>");
            }

            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"label\" text-anchor=\"middle\" x=\"{box.MidX:0.#}\" y=\"{box.Y + box.Height + 16:0.#}\">{Text(name)}</text>");
            return;
        }

        Activity(svg, node, box, mark, name, english);
    }

    private static void Activity(StringBuilder svg, FlowNode node, Box box, string mark, string name, bool english)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{Class("node", mark)}\" x=\"{box.X:0.#}\" y=\"{box.Y:0.#}\" width=\"{box.Width:0.#}\" height=\"{box.Height:0.#}\" rx=\"8\"/>");
        var lines = Lines(name, english ? LineLength * 2 : LineLength);
        var middle = node.Inside is not null && box.Height > OpenHeight ? box.Y + 18 : box.MidY + 5; // the name of an opened sub-process stands above its inside
        for (var i = 0; i < lines.Count; i++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text text-anchor=\"middle\" x=\"{box.MidX:0.#}\" y=\"{middle + ((i - ((lines.Count - 1) / 2.0)) * 18):0.#}\">{Text(lines[i])}</text>");
        }

        if (node.Multi is { } multi)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"label\" text-anchor=\"middle\" x=\"{box.MidX:0.#}\" y=\"{box.Y + box.Height - 6:0.#}\">{(multi.Sequential ? "≡" : "|||")}</text>");
        }
    }

    private static string Class(string kind, string mark) => mark.Length == 0 ? kind : $"{kind} {mark}";

    private static List<string> Lines(string name, int length)
    {
        if (!name.Contains(' ', StringComparison.Ordinal))
        {
            return name.Chunk(length).Select(c => new string(c)).ToList();
        }

        var lines = new List<string> { "" };
        foreach (var word in name.Split(' '))
        {
            if (lines[^1].Length + word.Length > length && lines[^1].Length > 0)
            {
                lines.Add("");
            }

            lines[^1] = (lines[^1] + " " + word).Trim();
        }

        return lines;
    }

    private static Box? BoxOf(XElement? bounds) => bounds is null ? null : new Box(Number(bounds, "x"), Number(bounds, "y"), Number(bounds, "width"), Number(bounds, "height"));

    private static double Number(XElement element, string name) => double.TryParse(element.Attribute(name)?.Value, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e6 ? number : 0;

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
