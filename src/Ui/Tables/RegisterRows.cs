using System.Text;
using System.Text.Encodings.Web;
using Guiju.Kernel;
using Guiju.Kernel.Registers;
using Microsoft.AspNetCore.Components;

namespace Guiju.Ui.Tables;

/// <summary>The rows of a register's table, written straight to markup: hundreds of cells, each of them one text, a link or a marked word.</summary>
internal static class RegisterRows
{
    /// <summary>All rows of a page; every text goes through the encoder.</summary>
    public static MarkupString Of(IRegister register, RegisterPage page, HtmlEncoder encoder)
    {
        var to = new StringBuilder();
        foreach (var row in page.Rows)
        {
            to.Append("<tr>");
            for (var i = 0; i < page.Columns.Count; i++)
            {
                var (column, value) = (page.Columns[i], row.Values[i]);
                to.Append(i == 0 ? "<td class=\"nowrap\">" : Side(column) is { } side ? $"<td class=\"{side}\">" : "<td>");
                if (i == 0 && register.AddressOf(row.Id) is { } address)
                {
                    to.Append("<a href=\"").Append(encoder.Encode(address)).Append("\">");
                    Cell(to, column, value, encoder);
                    to.Append("</a>");
                }
                else
                {
                    Cell(to, column, value, encoder);
                }

                to.Append("</td>");
            }

            to.Append("</tr>");
        }

        return new MarkupString(to.ToString());
    }

    /// <summary>How the cells of a column stand.</summary>
    public static string? Side(RegisterColumn column) => column.Kind switch
    {
        ColumnKind.Number or ColumnKind.Money => "num",
        ColumnKind.Date or ColumnKind.Instant or ColumnKind.Choice => "nowrap",
        ColumnKind.Unit => "named",
        _ => null,
    };

    private static void Cell(StringBuilder to, RegisterColumn column, object? value, HtmlEncoder encoder)
    {
        if (value is null or "")
        {
            to.Append("<span class=\"muted\">—</span>");
        }
        else if (value is Enum word && column.Mark is { } mark)
        {
            var kind = mark(word);
            to.Append("<span class=\"mark ").Append(encoder.Encode(kind)).Append("\">");
            if (StatusBadge.SignOf(kind) is { } sign)
            {
                to.Append("<span class=\"sign\" aria-hidden=\"true\">").Append(sign).Append("</span>");
            }

            to.Append(encoder.Encode(EnumWords.Of(word))).Append("</span>");
        }
        else
        {
            to.Append(encoder.Encode(column.Show(value)));
        }
    }
}
