using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Trips;
using Guiju.Kernel;
using Guiju.Kernel.Data;

namespace Guiju.Fleet.Series;

/// <summary>The applicant makes a request of the own recur: the same time, places and people on some weekdays until a day.</summary>
[Needs(FleetPermissions.Request), Display(Name = "设定定期用车")]
public sealed record StartSeries : IAct<Guid>
{
    [Display(Name = "样本申请"), Required] public Guid? TripId { get; init; }

    [Display(Name = "星期"), MaxLength(7)] public IReadOnlyList<int> Weekdays { get; init; } = [];

    [Display(Name = "截止日"), Required] public DateOnly? To { get; init; }

    [Display(Name = "提前几天申请"), Required, Range(1, 30)] public int? DaysAhead { get; init; }

    internal sealed class Handler(GuijuDb db, TripFolder folder, Journal journal) : IHandler<StartSeries, Guid>
    {
        public async Task<Guid> HandleAsync(StartSeries act, CancellationToken ct)
        {
            var trip = await folder.OpenAsync(act.TripId, FleetPermissions.Request, ct);
            Check.That(trip.ApplicantId is not null && trip.ApplicantId == folder.Hand.PersonId, SeriesChecks.OwnTrip, nameof(act.TripId));
            Check.That(act.Weekdays.All(d => d is >= 0 and <= 6), SeriesChecks.NamesWeekdays, nameof(act.Weekdays));
            var plan = new SeriesPlan(act.Weekdays, act.To.GetValueOrDefault(), act.DaysAhead.GetValueOrDefault());
            var series = TripSeries.Start(Guid.CreateVersion7(), (trip.UnitId, trip.ApplicantId.GetValueOrDefault()), folder.FormOf(trip), plan, folder.Today);
            db.Add(series);
            journal.Concerns(SeriesActs.Kind, series.Id, series.UnitId);
            return series.Id;
        }
    }
}

/// <summary>The applicant ends a series; requests already filed stay.</summary>
[Needs(FleetPermissions.Request), Display(Name = "结束定期用车")]
public sealed record EndSeries : IAct<Guid>
{
    [Required] public Guid? Id { get; init; }

    internal sealed class Handler(SeriesFolder series, TimeProvider clock) : IHandler<EndSeries, Guid>
    {
        public async Task<Guid> HandleAsync(EndSeries act, CancellationToken ct)
        {
            var one = await series.OpenAsync(act.Id, ct);
            one.End(clock.Today());
            return one.Id;
        }
    }
}

/// <summary>A day of a series is taken in hand, left out with the reason, or told what became of it. Done by the platform under the applicant's name.</summary>
[Needs(FleetPermissions.Request), Display(Name = "办理定期用车的一天")]
public sealed record NoteSeries : IAct<Guid>
{
    [Required] public Guid? Id { get; init; }

    [Required] public DateOnly? Day { get; init; }

    public Guid? TripId { get; init; }

    [StringLength(400)] public string? Reason { get; init; }

    public bool Taken { get; init; }

    internal sealed class Handler(SeriesFolder series) : IHandler<NoteSeries, Guid>
    {
        public async Task<Guid> HandleAsync(NoteSeries act, CancellationToken ct)
        {
            var one = await series.OpenAsync(act.Id, ct);
            if (act.Taken)
            {
                one.Tell(act.Day.GetValueOrDefault(), act.TripId, act.Reason ?? "");
            }
            else
            {
                one.Take(act.Day.GetValueOrDefault(), act.Reason);
            }

            return one.Id;
        }
    }
}
