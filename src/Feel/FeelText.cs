using System.Globalization;
using System.Text;

namespace Guiju.Feel;

/// <summary>Writes values as FEEL text.</summary>
public static class FeelText
{
    private const int BriefLength = 60;

    private static readonly System.Buffers.SearchValues<char> Signs = System.Buffers.SearchValues.Create("{}:,\"[]()\\");

    /// <summary>The value as an expression that gives it again, where there is one.</summary>
    public static string Write(object? value)
    {
        var text = new StringBuilder();
        Write(text, value, quoted: true, depth: 0);
        return text.ToString();
    }

    /// <summary>What the function <c>string()</c> gives: like <see cref="Write(object?)"/>, a string on its own without quotes and temporal values bare.</summary>
    public static string Plain(object? value) => value switch
    {
        string s => s,
        FeelDate or FeelTime or FeelDateTime or DaysDuration or MonthsDuration => value.ToString() ?? "",
        _ => Write(value),
    };

    /// <summary>The value for a message: short.</summary>
    public static string Brief(object? value)
    {
        var text = Write(value);
        return text.Length <= BriefLength ? text : text[..BriefLength] + "…";
    }

    /// <summary>A number without needless zeros behind the point.</summary>
    public static string Number(decimal value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    /// <summary>The name of the value's kind, as FEEL names types.</summary>
    public static string Kind(object? value) => value switch
    {
        null => "null",
        decimal => "number",
        string => "string",
        bool => "boolean",
        FeelDate => "date",
        FeelTime => "time",
        FeelDateTime => "date and time",
        DaysDuration => "days and time duration",
        MonthsDuration => "years and months duration",
        FeelList => "list",
        FeelContext => "context",
        FeelRange => "range",
        FeelFunction => "function",
        _ => value.GetType().Name,
    };

    private static void Write(StringBuilder text, object? value, bool quoted, int depth)
    {
        if (depth > 50)
        {
            text.Append('…');
            return;
        }

        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case bool b:
                text.Append(b ? "true" : "false");
                break;
            case decimal d:
                text.Append(Number(d));
                break;
            case string s:
                Quote(text, s);
                break;
            case FeelList list:
                Join(text, '[', ']', list, item => Write(text, item, quoted, depth + 1));
                break;
            case FeelContext context:
                Join(text, '{', '}', context, entry =>
                {
                    Key(text, entry.Key);
                    Write(text, entry.Value, quoted, depth + 1);
                });
                break;
            case FeelRange range:
                Range(text, range, depth);
                break;
            case FeelFunction function:
                text.Append("function(").AppendJoin(", ", function.Parameters.Select(p => p.Name)).Append(')');
                break;
            default:
                text.Append(CultureInfo.InvariantCulture, $"@\"{value}\"");
                break;
        }
    }

    private static void Range(StringBuilder text, FeelRange range, int depth)
    {
        if (range.IsComparison && range.Start is not null && range.End is not null)
        {
            text.Append(range.StartIncluded ? "(=" : "(!=");
            Write(text, range.Start, quoted: true, depth + 1);
            text.Append(')');
            return;
        }

        if (range.IsComparison && (range.Start is null || range.End is null))
        {
            text.Append('(').Append(range.Start is null ? '<' : '>').Append(range.StartIncluded || range.EndIncluded ? "=" : "");
            Write(text, range.Start ?? range.End, quoted: true, depth + 1);
            text.Append(')');
            return;
        }

        text.Append(range.StartIncluded ? '[' : '(');
        Write(text, range.Start, quoted: true, depth + 1);
        text.Append("..");
        Write(text, range.End, quoted: true, depth + 1);
        text.Append(range.EndIncluded ? ']' : ')');
    }

    private static void Join<T>(StringBuilder text, char open, char close, IEnumerable<T> items, Action<T> write)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            text.Append(first ? "" : ", ");
            first = false;
            write(item);
        }

        text.Append(close);
    }

    private static void Key(StringBuilder text, string name)
    {
        if (name.AsSpan().ContainsAny(Signs))
        {
            Quote(text, name);
        }
        else
        {
            text.Append(name);
        }

        text.Append(": ");
    }

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            text.Append(c switch { '"' => "\\\"", '\\' => "\\\\", '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", _ => c.ToString() });
        }

        text.Append('"');
    }
}
