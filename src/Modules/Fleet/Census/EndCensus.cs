using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
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

/// <summary>办结普查: ends a round; its figures do not change any more, and who did not answer stays noted.</summary>
[Needs(FleetPermissions.RunCensus), Display(Name = "办结普查")]
public sealed record CloseCensus : IAct<Guid>
{
    /// <summary>The round.</summary>
    [Required] public Guid? RoundId { get; init; }

    /// <summary>Why it ends although units are missing.</summary>
    [StringLength(400), Display(Name = "办结说明")] public string? Remark { get; init; }

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
}
