using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Costs;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Statements;

/// <summary>A statement of a card issuer is taken in: every line is joined to car and journey and judged; lines that an earlier file brought are told and not taken twice.</summary>
[Needs(FleetPermissions.Settle), Display(Name = "导入对账单")]
public sealed record TakeStatement : IAct<StatementTally>
{
    /// <summary>Lines of one file at most.</summary>
    public const int MostLines = 20_000;

    [Display(Name = "发卡单位"), Required, StringLength(120, MinimumLength = 1)] public string Issuer { get; init; } = "";

    [Display(Name = "费用种类"), Required] public CostKind? Kind { get; init; }

    [Display(Name = "付款单位")] public Guid? UnitId { get; init; }

    [Display(Name = "文件名"), Required, StringLength(200, MinimumLength = 1)] public string FileName { get; init; } = "";

    [Required, StringLength(50, MinimumLength = 1)] public string FileHash { get; init; } = "";

    /// <summary>Headings by meaning, to be remembered for the issuer.</summary>
    public IReadOnlyDictionary<StatementColumn, string> Columns { get; init; } = new Dictionary<StatementColumn, string>();

    [Display(Name = "明细"), MinLength(1), MaxLength(MostLines)] public IReadOnlyList<StatementEntry> Lines { get; init; } = [];

    internal sealed class Handler(GuijuDb db, ActorHolder asker, LineJoin join, LineLaw law, Journal journal, TimeProvider clock) : IHandler<TakeStatement, StatementTally>
    {
        public async Task<StatementTally> HandleAsync(TakeStatement act, CancellationToken ct)
        {
            if (act.UnitId is { } payer && !asker.Current.For(FleetPermissions.Settle).Covers(payer))
            {
                throw new NotWithinReachException("unit");
            }

            Check.That(!await db.Set<Statement>().AnyAsync(s => s.FileHash == act.FileHash, ct), StatementChecks.FileIsNew, nameof(FileName));
            var issuer = act.Issuer.Trim();
            var (fresh, repeated) = await SiftAsync(issuer, act.Lines, ct);
            Check.That(fresh.Count > 0, StatementChecks.SomethingIsNew, nameof(FileName));
            var statement = new Statement
            {
                Id = Guid.CreateVersion7(), Issuer = issuer, Kind = act.Kind.GetValueOrDefault(), UnitId = act.UnitId, FileName = act.FileName.Trim(), FileHash = act.FileHash,
                From = DateOnly.FromDateTime(fresh.Min(e => e.At)), To = DateOnly.FromDateTime(fresh.Max(e => e.At)), Lines = fresh.Count, Repeated = repeated.Count, AmountYuan = fresh.Sum(e => e.AmountYuan),
                TakenBy = asker.Current.Name, TakenAt = clock.UtcNow(),
            };
            var home = await join.HomeAsync(act.UnitId, ct);
            var lines = fresh.ConvertAll(e => StatementLine.Take(statement, e, (clock.ToUtc(e.At), home, StatementLine.MarkOf(issuer, e))));
            await join.JoinAsync(lines, ct);
            await law.JudgeAsync(lines, act.UnitId, ct);
            await RememberAsync(act, issuer, ct);
            db.Add(statement);
            db.AddRange(lines);
            journal.Concerns(FleetKinds.Statement, statement.Id, act.UnitId);
            return new StatementTally(statement.Id, lines.Count, statement.AmountYuan, repeated, lines.CountBy(l => l.State).ToDictionary(), lines.CountBy(l => l.Outcome.GetValueOrDefault()).ToDictionary(), lines.Count(l => l.Open));
        }

        // A line that stands twice in one file, without a number of its own, is told as repeated too.
        private async Task<(List<StatementEntry> Fresh, List<int> Repeated)> SiftAsync(string issuer, IReadOnlyList<StatementEntry> lines, CancellationToken ct)
        {
            var (from, to) = (DateOnly.FromDateTime(lines.Min(e => e.At)), DateOnly.FromDateTime(lines.Max(e => e.At)));
            var known = (await db.Set<StatementLine>().Where(l => l.Issuer == issuer && l.Day >= from && l.Day <= to).Select(l => l.Mark).ToListAsync(ct)).ToHashSet();
            var (fresh, repeated) = (new List<StatementEntry>(), new List<int>());
            foreach (var line in lines)
            {
                if (known.Add(StatementLine.MarkOf(issuer, line)))
                {
                    fresh.Add(line);
                }
                else
                {
                    repeated.Add(line.Row);
                }
            }

            return (fresh, repeated);
        }

        private async Task RememberAsync(TakeStatement act, string issuer, CancellationToken ct)
        {
            if (act.Columns.Count == 0)
            {
                return;
            }

            var columns = Json.Write(act.Columns);
            if (await db.Set<StatementLayout>().FirstOrDefaultAsync(l => l.Issuer == issuer, ct) is { } layout)
            {
                (layout.Columns, layout.Kind) = (columns, act.Kind.GetValueOrDefault());
            }
            else
            {
                db.Add(new StatementLayout { Id = Guid.CreateVersion7(), Issuer = issuer, Kind = act.Kind.GetValueOrDefault(), Columns = columns });
            }
        }
    }
}

/// <summary>What became of a statement.</summary>
/// <param name="Id">The statement.</param>
/// <param name="Lines">Lines taken in.</param>
/// <param name="AmountYuan">Their sum.</param>
/// <param name="Repeated">Rows that an earlier file, or an earlier row, had brought.</param>
/// <param name="States">How many lines stand where.</param>
/// <param name="Outcomes">How many lines the law says what of.</param>
/// <param name="Open">Lines that a person has to look at.</param>
public sealed record StatementTally(Guid Id, int Lines, decimal AmountYuan, IReadOnlyList<int> Repeated, IReadOnlyDictionary<LineState, int> States, IReadOnlyDictionary<LawOutcome, int> Outcomes, int Open);
