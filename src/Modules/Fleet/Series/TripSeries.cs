using Guiju.Fleet.Trips;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Fleet.Series;

/// <summary>A trip that recurs (定期用车): on its weekdays a request is filed some days ahead, each judged on its own; public holidays are left out.</summary>
internal sealed class TripSeries : IRevised
{
    private const int MostNotes = 60;

    private TripSeries()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>Body that asks.</summary>
    public Guid UnitId { get; private init; }

    /// <summary>Person who asks.</summary>
    public Guid ApplicantId { get; private init; }

    /// <summary>What is asked for each time; its day is that of the first request.</summary>
    public RequestTrip Request { get; private init; } = new();

    /// <summary>Days of the week, 0 is Sunday.</summary>
    public IReadOnlyList<int> Weekdays { get; private init; } = [];

    /// <summary>First day on which a trip may fall.</summary>
    public DateOnly From { get; private init; }

    /// <summary>Last day on which a trip may fall.</summary>
    public DateOnly To { get; private set; }

    /// <summary>Days before the trip at which its request is filed.</summary>
    public int DaysAhead { get; private init; }

    /// <summary>Last day that has been looked at.</summary>
    public DateOnly MadeTo { get; private set; }

    /// <summary>What became of each day, newest last.</summary>
    public IReadOnlyList<SeriesNote> Notes { get; private set; } = [];

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>Begins a series.</summary>
    public static TripSeries Start(Guid id, (Guid Unit, Guid Applicant) whose, RequestTrip request, SeriesPlan plan, DateOnly today)
    {
        Check.That(plan.Weekdays.Count > 0, SeriesChecks.NamesWeekdays, nameof(StartSeries.Weekdays));
        Check.That(plan.To >= today && plan.To <= today.AddYears(1), SeriesChecks.EndsWithinAYear, nameof(StartSeries.To));
        return new TripSeries { Id = id, UnitId = whose.Unit, ApplicantId = whose.Applicant, Request = request, Weekdays = plan.Weekdays.Distinct().Order().ToList(), From = today, To = plan.To, DaysAhead = plan.DaysAhead, MadeTo = today };
    }

    /// <summary>The next day to be looked at, where its time has come.</summary>
    public DateOnly? Due(DateOnly today)
    {
        var day = MadeTo < today ? today : MadeTo;
        do
        {
            day = day.AddDays(1);
        }
        while (!Weekdays.Contains((int)day.DayOfWeek));

        return day <= To && day <= today.AddDays(DaysAhead) ? day : null;
    }

    /// <summary>Takes a day in hand: whoever comes second finds it taken.</summary>
    public void Take(DateOnly day, string? leftOut)
    {
        Check.That(day > MadeTo && day <= To, SeriesChecks.DayIsOpen);
        MadeTo = day;
        Notes = [.. Notes.TakeLast(MostNotes - 1), new SeriesNote(day, null, leftOut ?? "")];
    }

    /// <summary>Writes down what became of a day that was taken in hand.</summary>
    public void Tell(DateOnly day, Guid? tripId, string reason) => Notes = Notes.Select(n => n.Day == day ? new SeriesNote(day, tripId, reason) : n).ToList();

    /// <summary>Ends the series; requests already filed stay.</summary>
    public void End(DateOnly today)
    {
        Check.That(To >= today, SeriesChecks.StillRuns);
        To = today.AddDays(-1);
    }

    /// <summary>The request of one day.</summary>
    public RequestTrip On(DateOnly day)
    {
        var (start, end) = (Request.PlanStart.GetValueOrDefault(), Request.PlanEnd.GetValueOrDefault());
        var begins = day.ToDateTime(TimeOnly.FromDateTime(start));
        return Request with { PlanStart = begins, PlanEnd = begins + (end - start) };
    }

    internal sealed class Mapping : IEntityTypeConfiguration<TripSeries>
    {
        public void Configure(EntityTypeBuilder<TripSeries> series)
        {
            series.ToTable("fleet_trip_series");
            series.Property(s => s.Id).ValueGeneratedNever();
            series.Property(s => s.Request).HasConversion(r => Json.Write(r), text => Json.Read<RequestTrip>(text));
            AsJson(series.Property(s => s.Weekdays));
            AsJson(series.Property(s => s.Notes));
            series.HasIndex(s => new { s.To, s.MadeTo });
            series.HasIndex(s => s.ApplicantId);
        }

        private static void AsJson<T>(PropertyBuilder<IReadOnlyList<T>> list) => list.HasConversion(
            items => Json.Write(items),
            text => Json.Read<List<T>>(text),
            new ValueComparer<IReadOnlyList<T>>((a, b) => a!.SequenceEqual(b!), items => items.Count, items => items.ToList())); // neither is ever null
    }
}

/// <summary>When a series runs.</summary>
internal sealed record SeriesPlan(IReadOnlyList<int> Weekdays, DateOnly To, int DaysAhead);

/// <summary>What became of a day of a series: the request, or why there is none.</summary>
internal sealed record SeriesNote(DateOnly Day, Guid? TripId, string Reason);

/// <summary>What must hold for a series to make sense.</summary>
internal static class SeriesChecks
{
    public static readonly SystemCheck NamesWeekdays = Statement(nameof(NamesWeekdays), "请至少选一个星期几。", "Choose at least one day of the week.");

    public static readonly SystemCheck EndsWithinAYear = Statement(nameof(EndsWithinAYear), "定期用车的截止日须在今天之后、一年之内。", "A series ends after today and within a year.");

    public static readonly SystemCheck DayIsOpen = Statement(nameof(DayIsOpen), "这一天已经办过，或者不在定期用车的期限内。", "That day has been dealt with, or lies outside the series.");

    public static readonly SystemCheck StillRuns = Statement(nameof(StillRuns), "这项定期用车已经结束。", "This series has ended.");

    public static readonly SystemCheck OwnTrip = Statement(nameof(OwnTrip), "只能以本人的用车申请作为定期用车的样本。", "Only a request of one's own can be made a series.");

    private static SystemCheck Statement(string name, string zh, string en) => new($"{nameof(SeriesChecks)}.{name}", new Bilingual(zh, en));
}
