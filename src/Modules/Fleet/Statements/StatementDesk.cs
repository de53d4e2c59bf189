using Guiju.Fleet.Costs;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Registers;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Statements;

/// <summary>Takes an issuer's file in for page, API and command line: reads it as the issuer's files were last read, tries it, and keeps it where that is asked for and every line can be read.</summary>
internal sealed class StatementDesk(GuijuDb db, BatchDesk desk)
{
    private const int RowsBeside = 200; // headings, totals and notes around the lines

    /// <summary>Tries the file, or takes it in.</summary>
    /// <exception cref="SheetRefusedException">The file cannot be read at all, or nothing in it is a line.</exception>
    public async Task<StatementAnswer> TakeAsync(StatementAsked asked, Stream file, bool keep, CancellationToken ct)
    {
        var issuer = asked.Issuer.Trim();
        var layout = await db.Set<StatementLayout>().AsNoTracking().FirstOrDefaultAsync(l => l.Issuer == issuer, ct);
        var content = await SheetGrid.ReadAsync(file, TakeStatement.MostLines + RowsBeside, ct);
        var meanings = asked.Columns ?? (layout is not null && Fits(content.Rows, layout.Meanings) ? layout.Meanings : null);
        var kind = asked.Kind ?? layout?.Kind ?? CostKind.Fuel;
        var read = StatementFile.Read(content.Rows, kind, meanings);
        if (read.Errors.Count > 0)
        {
            return new StatementAnswer(read, kind, null, false);
        }

        if (read.Lines.Count == 0)
        {
            throw new SheetRefusedException(new("标题行下面没有一笔支出。", "There is no line of spending under the headings."));
        }

        var act = new TakeStatement { Issuer = issuer, Kind = kind, UnitId = asked.UnitId, FileName = asked.FileName, FileHash = content.Hash, Columns = read.Columns, Lines = read.Lines };
        var outcome = await desk.PerformAsync<StatementTally>(1, (_, _) => act, keep, ct);
        return new StatementAnswer(read, kind, outcome.Outcomes[0], outcome.Kept);
    }

    // A remembered heading that the file does not have: the issuer has changed the form, and the headings are guessed anew.
    private static bool Fits(IReadOnlyList<SheetRow> rows, IReadOnlyDictionary<StatementColumn, string> meanings) =>
        rows.Any(r => IssuerHeadings.Needed.All(n => meanings.TryGetValue(n, out var heading) && r.Cells.Any(c => c?.ToString()?.Trim() == heading)));
}

/// <summary>A file to be taken in.</summary>
/// <param name="Issuer">Issuer of the cards.</param>
/// <param name="Kind">What they pay for; null: as last time.</param>
/// <param name="UnitId">The body that pays; null: many.</param>
/// <param name="FileName">Name of the file.</param>
/// <param name="Columns">Headings by meaning, where a person has said so; null: as last time, else as they seem.</param>
internal sealed record StatementAsked(string Issuer, CostKind? Kind, Guid? UnitId, string FileName, IReadOnlyDictionary<StatementColumn, string>? Columns);

/// <summary>What became of the file.</summary>
/// <param name="File">The file as it was read.</param>
/// <param name="Kind">What its cards pay for.</param>
/// <param name="Outcome">What the desk said; null where lines could not be read.</param>
/// <param name="Kept">Whether it was kept.</param>
internal sealed record StatementAnswer(StatementFile File, CostKind Kind, Outcome<StatementTally>? Outcome, bool Kept)
{
    /// <summary>What was done, or would have been.</summary>
    public StatementTally? Tally => Outcome is Outcome<StatementTally>.Done done ? done.Value : null;
}
