using System.Globalization;
using System.Text;

namespace Guiju.Kernel.Registers;

/// <summary>
/// Looks a sheet over before it is imported and proposes how known dirt may be mended: forms of dates, units in numbers, amounts in ten thousand among yuan, other
/// names for a word, full-width signs, rows that stand twice. It proposes only what it can be sure of, never changes the file, and guesses nothing that has two meanings.
/// </summary>
public static class SheetCleaner
{
    /// <summary>What may be mended, column by column.</summary>
    public static SheetDiagnosis Diagnose(SheetImport import, Sheet sheet, SheetLookups lookups)
    {
        var groups = new Dictionary<string, (string Column, Bilingual What, List<CellMend> Mends)>();
        for (var i = 0; i < sheet.Headings.Count; i++)
        {
            if (import.Fields.FirstOrDefault(f => f.IsCalled(sheet.Headings[i])) is not { } field)
            {
                continue; // the import itself names unknown columns
            }

            var (heading, place) = (sheet.Headings[i], i);
            var tenThousands = TenThousands.In(field, sheet.Rows.Select(r => (r.Number, r.Cells[place])), heading).ToDictionary(m => m.Row);
            foreach (var row in sheet.Rows)
            {
                if (tenThousands.TryGetValue(row.Number, out var amount))
                {
                    Note(heading, "ten-thousand-yuan", TenThousands.What, amount);
                }
                else if (row.Cells[place] is { } cell && Text(cell).Length > 0 && Cures(import, field, cell, lookups) is { } cure && cure.To != Text(cell))
                {
                    Note(heading, cure.Code, cure.What, new CellMend(row.Number, heading, Text(cell), cure.To));
                }
            }
        }

        var found = groups.Select(g => new MendGroup(g.Key, g.Value.Column, g.Value.What, g.Value.Mends)).OrderBy(g => sheet.Headings.ToList().IndexOf(g.Column)).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        var (twice, doubts) = SheetTwins.In(import, Apply(sheet, found, found.Select(g => g.Key).ToHashSet()));
        return new SheetDiagnosis(twice is null ? found : [.. found, twice], doubts);

        void Note(string column, string code, Bilingual what, CellMend mend)
        {
            var key = $"{column}|{code}";
            if (!groups.TryGetValue(key, out var group))
            {
                groups[key] = group = (column, what, []);
            }

            group.Mends.Add(mend);
        }
    }

    /// <summary>The sheet with the accepted groups mended. Each row keeps what its mended cells said, for the record.</summary>
    public static Sheet Apply(Sheet sheet, IReadOnlyList<MendGroup> groups, IReadOnlySet<string> accepted)
    {
        var mends = groups.Where(g => accepted.Contains(g.Key)).SelectMany(g => g.Mends).ToLookup(m => m.Row);
        if (mends.Count == 0)
        {
            return sheet;
        }

        var places = sheet.Headings.Select((h, i) => (h, i)).ToDictionary(h => h.h, h => h.i);
        return sheet with
        {
            Rows = sheet.Rows.Where(r => mends[r.Number].All(m => m.To is not null)).Select(row =>
            {
                if (!mends.Contains(row.Number))
                {
                    return row;
                }

                var (cells, before) = (row.Cells.ToArray(), new Dictionary<string, string>());
                foreach (var mend in mends[row.Number])
                {
                    cells[places[mend.Column]] = mend.To;
                    before[mend.Column] = mend.From;
                }

                return row with { Cells = cells, Before = before };
            }).ToList(),
        };
    }

    /// <summary>A cell as text, numbers without a needless fraction.</summary>
    internal static string Text(object cell) => cell switch
    {
        double number => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        DateTime day => day.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => (Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "").Trim(),
    };

    private static (string Code, Bilingual What, string To)? Cures(SheetImport import, SheetField field, object cell, SheetLookups lookups)
    {
        var text = Text(cell);
        foreach (var cure in import.Cures.Where(c => c.Property == field.Name))
        {
            if (cure.Mend(text) is { } mended)
            {
                return (cure.Code, cure.What, mended);
            }
        }

        if (field.IsText)
        {
            return Narrow(text) is var narrow && narrow != text && import.Cures.All(c => c.Property != field.Name)
                ? ("width", new("全角字母、数字改为半角。", "Full-width letters and digits become plain ones."), narrow)
                : null;
        }

        if (field.CanRead(cell, lookups))
        {
            return null;
        }

        var plain = text.Normalize(NormalizationForm.FormKC).Trim();
        return plain != text && field.CanRead(plain, lookups)
            ? ("width", new("全角字符改为半角。", "Full-width signs become plain ones."), plain)
            : CellForms.Of(field, cell, plain) is { } form && field.CanRead(form.To, lookups) ? form : Named(import, field, plain);
    }

    // Another name for a word: one that the trade has told, or one that fits a single word of the list.
    private static (string Code, Bilingual What, string To)? Named(SheetImport import, SheetField field, string text)
    {
        if (field.Words.Count == 0)
        {
            return null;
        }

        var told = import.OtherNames.GetValueOrDefault(field.Name)?.GetValueOrDefault(text);
        var likely = told is not null ? [told] : field.Words.Where(w => Core(w) is { Length: >= 2 } core && Core(text) is { Length: >= 2 } asked && (core.Contains(asked, StringComparison.OrdinalIgnoreCase) || asked.Contains(core, StringComparison.OrdinalIgnoreCase))).ToList();
        return likely is [var only] ? ("name-" + text, new($"“{text}”改为“{only}”。", $"\"{text}\" becomes \"{only}\"."), only) : null;
    }

    private static string Core(string word)
    {
        var core = word;
        foreach (var end in (string[])["用车", "车辆", "汽车", "车", "类", "型"])
        {
            core = core.Length > end.Length + 1 && core.EndsWith(end, StringComparison.Ordinal) ? core[..^end.Length] : core;
        }

        return core;
    }

    // Only letters and digits: brackets and stops of a Chinese text are wide by right.
    private static string Narrow(string text) => string.Concat(text.Select(c => c is >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' ? (char)(c - 0xFEE0) : c));
}
