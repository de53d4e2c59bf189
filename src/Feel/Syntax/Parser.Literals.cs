using System.Globalization;
using System.Text;

namespace Guiju.Feel.Syntax;

/// <summary>Numbers, texts and temporal literals.</summary>
internal sealed partial class Parser
{
    private Node Number()
    {
        var start = at;
        Digits();
        if (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            Digits();
        }

        if (at < text.Length && text[at] is 'e' or 'E' && Exponent() is { } end)
        {
            at = end;
        }

        var written = text[start..at];
        Blank();
        return decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? new LiteralNode(value) { At = From(start) }
            : new InvalidNode(written, "number") { At = From(start) };
    }

    private int? Exponent()
    {
        var end = at + 1;
        if (end < text.Length && text[end] is '+' or '-')
        {
            end++;
        }

        var digits = end;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end > digits ? end : null;
    }

    private void Digits()
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }
    }

    private string String()
    {
        var start = at++;
        var value = new StringBuilder();
        while (true)
        {
            if (at >= text.Length)
            {
                throw new FeelSyntaxException("syntax", "the text is not closed", "字符串缺少右引号", start, at);
            }

            var c = text[at++];
            if (c == '"')
            {
                Blank();
                return value.ToString();
            }

            if (c == '\\' && at < text.Length)
            {
                Escape(value);
            }
            else
            {
                value.Append(c);
            }
        }
    }

    private void Escape(StringBuilder value)
    {
        var c = text[at++];
        var digits = c == 'u' ? 4 : c == 'U' ? 6 : 0;
        if (digits > 0 && at + digits <= text.Length
            && int.TryParse(text.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            at += digits;
            value.Append(Rune.IsValid(code) ? char.ConvertFromUtf32(code) : ((char)code).ToString());
            return;
        }

        value.Append(c switch { 'n' => "\n", 'r' => "\r", 't' => "\t", '"' => "\"", '\'' => "'", '\\' => "\\", _ => "\\" + c });
    }

    private Node AtLiteral(int start)
    {
        at++;
        if (!At("\""))
        {
            throw Expected("\"");
        }

        var written = String();
        object? value = FeelDateTime.Parse(written) is { } both ? both
            : FeelDate.Parse(written) is { } date ? date
            : FeelTime.Parse(written) is { } time ? time
            : FeelDuration.Parse(written);
        return value is null ? new InvalidNode(written, "date, time or duration") { At = From(start) } : new LiteralNode(value) { At = From(start) };
    }
}
