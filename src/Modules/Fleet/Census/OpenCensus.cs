using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Census;

/// <summary>发起普查: the vehicle authority asks every unit of the city for its figures by a day; each finds them filled in from the record and the task in its list.</summary>
[Needs(FleetPermissions.RunCensus), Display(Name = "发起普查")]
public sealed record OpenCensus : IAct<Guid>
{
    /// <summary>Name of the round.</summary>
    [Required, StringLength(100), Display(Name = "普查名称")] public string Title { get; init; } = "";

    /// <summary>First day of the time that costs are counted over.</summary>
    [Required, Display(Name = "费用起")] public DateOnly? From { get; init; }

    /// <summary>Its last day, as of which cars, quotas and drivers are counted.</summary>
    [Required, Display(Name = "截至")] public DateOnly? To { get; init; }

    /// <summary>Day by which units answer.</summary>
    [Required, Display(Name = "填报截止日期")] public DateOnly? DueOn { get; init; }

    internal sealed class Handler(GuijuDb db, ActorHolder asker, Bodies bodies, CensusRecord record, CensusTasks tasks, TimeProvider clock) : IHandler<OpenCensus, Guid>
    {
        public async Task<Guid> HandleAsync(OpenCensus act, CancellationToken ct)
        {
            Check.That(!await db.Set<CensusRound>().AnyAsync(r => r.State == CensusState.Open, ct), CensusChecks.OneRound);
            var round = CensusRound.Open(act.Title, (act.From.GetValueOrDefault(), act.To.GetValueOrDefault()), act.DueOn.GetValueOrDefault(), (asker.Current.Name, clock.UtcNow(), clock.Today()));
            db.Add(round);
            tasks.Concerns(round.Id, asker.Current.UnitId);
            var figures = await record.AskAsync(round.From, round.AsOf, ct);
            foreach (var unit in (await bodies.TreeAsync(ct)).All.Where(u => u.Kind is not (UnitKind.InnerOffice or UnitKind.City)).ToList())
            {
                var asked = CensusReturn.Ask(round.Id, unit.Id, figures.GetValueOrDefault(unit.Id, CensusFigures.None));
                db.Add(asked);
                await tasks.AskAsync(round, asked, ct);
            }

            return round.Id;
        }
    }
}
