using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Census;

/// <summary>填报普查: a unit confirms its figures as the record has them, or corrects them with the reason; again as often as it likes until the round ends.</summary>
[Needs(FleetPermissions.AnswerCensus), Display(Name = "填报普查")]
public sealed record AnswerCensus : IAct<Guid>
{
    /// <summary>The round.</summary>
    [Required] public Guid? RoundId { get; init; }

    /// <summary>The unit.</summary>
    [Required] public Guid? UnitId { get; init; }

    /// <summary>Figures by key; those left out stay as they are.</summary>
    [Display(Name = "普查数字")] public Dictionary<string, decimal?>? Values { get; init; }

    /// <summary>Why they differ from the record.</summary>
    [StringLength(400), Display(Name = "更正理由")] public string? Explanation { get; init; }

    internal sealed class Handler(GuijuDb db, ActorHolder asker, CensusTasks tasks, TimeProvider clock) : IHandler<AnswerCensus, Guid>
    {
        public async Task<Guid> HandleAsync(AnswerCensus act, CancellationToken ct)
        {
            var answer = await db.Set<CensusReturn>().Within(asker.Current, FleetPermissions.AnswerCensus, r => r.UnitId).FirstOrDefaultAsync(r => r.RoundId == act.RoundId && r.UnitId == act.UnitId, ct)
                ?? throw new NotWithinReachException("census return");
            var open = await db.Set<CensusRound>().AnyAsync(r => r.Id == act.RoundId && r.State == CensusState.Open, ct);
            Check.That(open, CensusChecks.RoundIsOpen);
            var figures = CensusFigures.Read(answer.Figures);
            foreach (var (key, value) in act.Values ?? [])
            {
                Check.That(CensusLine.Find(key) is not null, CensusChecks.KnownFigure, CensusFigures.FieldOf(key));
                Check.That(value is not null, CensusChecks.FigureIsGiven, CensusFigures.FieldOf(key));
                figures = figures.With(key, value.GetValueOrDefault()); // the check has thrown otherwise
            }

            var first = answer.State == ReturnState.Awaited;
            answer.Answer(figures, act.Explanation, asker.Current.Name, clock.UtcNow());
            tasks.Concerns(answer.Id, answer.UnitId, FleetKinds.CensusReturn);
            if (first)
            {
                await tasks.DoneAsync(answer, ct);
            }

            return answer.Id;
        }
    }
}
