using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Openness;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Census;

/// <summary>催报: reminds every unit that has not answered; says how many.</summary>
[Needs(FleetPermissions.RunCensus), Display(Name = "催报普查")]
public sealed record RemindCensus : IAct<int>
{
    /// <summary>The round.</summary>
    [Required] public Guid? RoundId { get; init; }

    internal sealed class Handler(GuijuDb db, CensusTasks tasks, TimeProvider clock) : IHandler<RemindCensus, int>
    {
        public async Task<int> HandleAsync(RemindCensus act, CancellationToken ct)
        {
            var round = await CloseCensus.RoundAsync(db, act.RoundId, ct);
            Check.That(round.State == CensusState.Open, CensusChecks.RoundIsOpen);
            var late = await CloseCensus.AwaitedAsync(db, round.Id, ct);
            foreach (var unit in late)
            {
                unit.Remind(clock.UtcNow());
                await tasks.RemindAsync(round, unit, ct);
            }

            tasks.Concerns(round.Id, null);
            return late.Count;
        }
    }
}

/// <summary>办结普查: ends a round; its figures do not change any more, and who did not answer stays noted. With it the year is judged: spending published, notice given, record complete, report sent.</summary>
[Needs(FleetPermissions.RunCensus), At(FleetControlPoints.CloseYear), Display(Name = "办结普查")]
public sealed record CloseCensus : IAct<Guid>, IAnswersFindings
{
    /// <summary>The round.</summary>
    [Required] public Guid? RoundId { get; init; }

    /// <summary>Whether trips and costs were shown inside the units.</summary>
    [Display(Name = "用车和费用已在单位内部公示")] public bool NoticePosted { get; init; }

    /// <summary>Whether the yearly report was sent to the superior authority.</summary>
    [Display(Name = "年度统计报告已报送")] public bool ReportSent { get; init; }

    /// <summary>Why it ends although units are missing, or something is left to be done.</summary>
    [StringLength(400), Display(Name = "办结说明")] public string? Remark { get; init; }

    string? IAnswersFindings.Justification => Remark;

    internal static async Task<CensusRound> RoundAsync(GuijuDb db, Guid? id, CancellationToken ct) =>
        await db.Set<CensusRound>().FirstOrDefaultAsync(r => r.Id == id, ct) ?? throw new NotWithinReachException("census");

    internal static Task<List<CensusReturn>> AwaitedAsync(GuijuDb db, Guid round, CancellationToken ct) =>
        db.Set<CensusReturn>().Where(r => r.RoundId == round && r.State == ReturnState.Awaited).ToListAsync(ct);

    internal sealed class Handler(GuijuDb db, CensusTasks tasks, TimeProvider clock) : IHandler<CloseCensus, Guid>
    {
        public async Task<Guid> HandleAsync(CloseCensus act, CancellationToken ct)
        {
            var round = await RoundAsync(db, act.RoundId, ct);
            var missing = await AwaitedAsync(db, round.Id, ct);
            round.Close(missing.Count, act.Remark, clock.UtcNow());
            foreach (var unit in missing)
            {
                unit.Miss();
                await tasks.WithdrawAsync(unit, ct);
            }

            tasks.Concerns(round.Id, null);
            return round.Id;
        }
    }

    internal sealed class Facts(GuijuDb db, Bodies bodies, ActorHolder asker, TimeProvider clock) : IFacts<CloseCensus>
    {
        public async Task<LawQuestion?> GatherAsync(CloseCensus act, CancellationToken ct)
        {
            var round = await RoundAsync(db, act.RoundId, ct);
            return new LawQuestion(clock.Today(), new Dictionary<string, object?>
            {
                ["unitKind"] = asker.Current.UnitId is { } home ? await bodies.KindAsync(home, ct) : LawCode.Of(UnitKind.City),
                ["spendingPublished"] = await db.Set<SpendingPublication>().AnyAsync(p => p.Year == round.AsOf.Year, ct),
                ["noticePosted"] = act.NoticePosted,
                ["ledgerComplete"] = !await db.Set<CensusReturn>().AnyAsync(r => r.RoundId == round.Id && r.State == ReturnState.Awaited, ct),
                ["reportSent"] = act.ReportSent,
            });
        }
    }
}
