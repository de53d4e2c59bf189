namespace Guiju.Kernel.Registers;

/// <summary>How a register takes in rows from a sheet: each row becomes an act that goes through the desk.</summary>
public abstract class SheetImport
{
    /// <summary>Permission that the act needs.</summary>
    public abstract string Permission { get; }

    /// <summary>The act that a row becomes.</summary>
    public abstract Type Act { get; }

    /// <summary>Columns of the template.</summary>
    public abstract IReadOnlyList<SheetField> Fields { get; }

    /// <summary>Cures of the trade for dirt in its columns.</summary>
    public IReadOnlyList<CellCure> Cures { get; init; } = [];

    /// <summary>Other names of the words of a choice, by property.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> OtherNames { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>Properties of which no two rows say the same.</summary>
    public IReadOnlyList<string> Unique { get; init; } = [];

    /// <summary>Tries all rows in one transaction; keeps them only where <paramref name="keep"/> is set and every row can be done.</summary>
    internal abstract Task<SheetResult> RunAsync(BatchDesk desk, SheetLookups lookups, Sheet sheet, bool keep, CancellationToken ct);
}

/// <summary>What is wrong with one row; <paramref name="Row"/> counts as the sheet does, the heading being row 1.</summary>
public sealed record SheetError(int Row, string? Column, Bilingual Message);

/// <summary>What became of a sheet.</summary>
/// <param name="Rows">Rows read.</param>
/// <param name="Errors">What is wrong, by row.</param>
/// <param name="Kept">Whether the rows were kept.</param>
public sealed record SheetResult(int Rows, IReadOnlyList<SheetError> Errors, bool Kept);

/// <summary>Rows that become acts of one type.</summary>
/// <param name="learn">Told of each row that could be done, so that later rows may name what it made.</param>
public sealed class SheetImport<TAct, TResult>(Action<SheetLookups, TAct, TResult>? learn = null) : SheetImport
    where TAct : class, IAct<TResult>, new()
{
    private readonly IReadOnlyList<SheetField> fields = SheetField.Of(typeof(TAct));

    /// <inheritdoc/>
    public override string Permission { get; } = ((NeedsAttribute)Attribute.GetCustomAttribute(typeof(TAct), typeof(NeedsAttribute))!).Permission; // every act names one

    /// <inheritdoc/>
    public override Type Act => typeof(TAct);

    /// <inheritdoc/>
    public override IReadOnlyList<SheetField> Fields => fields;

    /// <inheritdoc/>
    internal override async Task<SheetResult> RunAsync(BatchDesk desk, SheetLookups lookups, Sheet sheet, bool keep, CancellationToken ct)
    {
        var columns = sheet.Headings.Select(h => fields.First(f => f.IsCalled(h))).ToList();
        var unread = new List<SheetError>();
        var acts = new TAct?[sheet.Rows.Count];
        var outcome = learn is null
            ? await desk.PerformAllAsync<TAct, TResult>(ReadAll(), i => sheet.Rows[i].Before, keep, ct)
            : await desk.PerformAsync<TResult>(sheet.Rows.Count, Next, i => sheet.Rows[i].Before, keep, ct);
        var errors = unread.Concat(outcome.Outcomes.SelectMany((o, i) => SheetErrors.Of(o, sheet.Rows[i].Number, fields))).OrderBy(e => e.Row).ToList();
        return new SheetResult(sheet.Rows.Count, errors, outcome.Kept);

        TAct?[] ReadAll()
        {
            for (var i = 0; i < acts.Length; i++)
            {
                acts[i] = Read(i);
            }

            return acts;
        }

        IAct<TResult>? Next(int index, Outcome<TResult>? before)
        {
            if (before is Outcome<TResult>.Done done && acts[index - 1] is { } last)
            {
                learn?.Invoke(lookups, last, done.Value);
            }

            return acts[index] = Read(index);
        }

        TAct? Read(int index)
        {
            var (act, known) = (new TAct(), unread.Count);
            for (var i = 0; i < columns.Count; i++)
            {
                if (columns[i].Put(act, sheet.Rows[index].Cells[i], lookups) is { } message)
                {
                    unread.Add(new SheetError(sheet.Rows[index].Number, columns[i].Title.Here, message));
                }
            }

            return unread.Count == known ? act : null;
        }
    }
}

/// <summary>Tells what became of a row's act.</summary>
internal static class SheetErrors
{
    public static IEnumerable<SheetError> Of<TResult>(Outcome<TResult> outcome, int row, IReadOnlyList<SheetField> fields) => outcome switch
    {
        Outcome<TResult>.Invalid it => it.Errors.Select(e => new SheetError(row, Name(e.Field, fields), e.Message)),
        Outcome<TResult>.Broken it => [new SheetError(row, Name(it.Field, fields), it.Check.Statement)],
        Outcome<TResult>.Denied => [new SheetError(row, null, OutcomeWords.Denied)],
        Outcome<TResult>.Missing => [new SheetError(row, null, OutcomeWords.Missing)],
        Outcome<TResult>.Stale => [new SheetError(row, null, OutcomeWords.Stale)],
        Outcome<TResult>.Refused it => OfVerdict(it.Verdict, row),
        _ => [],
    };

    // A refusal names the provision: the clerk sees in the sheet what the officer sees on the page.
    private static IEnumerable<SheetError> OfVerdict(Verdict verdict, int row)
    {
        yield return new SheetError(row, null, OutcomeWords.Refused(verdict));
        foreach (var finding in verdict.Findings.Where(f => f.Outcome == verdict.Outcome))
        {
            var (zh, en) = finding.Provision is { } law ? ($"〔{finding.Rule} 《{law.Title.Zh}》{law.Article}〕", $" [{finding.Rule}, {law.Title.En} {law.Article}]") : ($"〔{finding.Rule}〕", $" [{finding.Rule}]");
            yield return new SheetError(row, null, new(finding.Message.Zh + zh, finding.Message.En + en));
        }
    }

    private static string? Name(string? field, IReadOnlyList<SheetField> fields) => field is null ? null : fields.FirstOrDefault(f => f.Name == field)?.Title.Here ?? field;
}
