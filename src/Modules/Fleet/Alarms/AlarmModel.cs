using Guiju.Fleet.Indicators;
using Guiju.Fleet.Sightings;
using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Guiju.Fleet.Alarms;

/// <summary>Alarms as the API and the command line give them out.</summary>
internal static class AlarmModel
{
    /// <summary>The addresses.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/alarms", OnAsync).WithName("fleet.alarms-of-day").Produces<IReadOnlyList<Sheet>>();
        api.MapGet("/alarms/rates", RatesAsync).WithName("fleet.alarm-rates").Produces<Rates>();
    }

    /// <summary>A kept alarm.</summary>
    public static Sheet Of(Alarm a, TimeProvider clock) => new(a.Code, LawCode.Of(a.Kind), EnumWords.Both(a.Kind), a.PlateNo, clock.ToLocal(a.From), clock.ToLocal(a.To), a.TripCode, LawCode.Of(a.State), LawCode.Of(a.Verdict), a.Seen.Figures, Tried(a.Seen.Excuses)) { Id = a.Id, Device = a.Device, Explanation = a.Explanation, Opinion = a.Opinion };

    /// <summary>Something seen that is not kept, or not yet.</summary>
    public static Sheet Of(DayWatch.Seen seen) => new("", LawCode.Of(seen.Sighting.Kind), EnumWords.Both(seen.Sighting.Kind), seen.Car.PlateNo, seen.Sighting.Time.From, seen.Sighting.Time.To, seen.Sighting.Order?.Code ?? "", seen.Sighting.Accepted is null ? "asked" : "by-record", null, seen.Sighting.Figures, Tried(seen.Sighting.Excuses)) { Device = seen.Sighting.Kind.IsDevice() };

    private static List<Explained> Tried(IReadOnlyList<Excuse> excuses) => excuses.Select(e => new Explained(e.Name, LawCode.Of(e.Standing), e.Because)).ToList();

    private static async Task<IResult> OnAsync(string? on, AlarmBoard board, ActorHolder asker, TimeProvider clock, CancellationToken ct)
    {
        if (!asker.Current.Can(FleetPermissions.Read))
        {
            return OutcomeHttp.Denied(FleetPermissions.Read);
        }

        return IndicatorModel.Day(on) is { } day ? Results.Json((await board.OnAsync(day, ct)).ConvertAll(a => Of(a, clock)), Json.Options) : OutcomeHttp.Problem(StatusCodes.Status400BadRequest, "day", new("日期写作 yyyy-MM-dd。", "A day is written yyyy-MM-dd."));
    }

    private static async Task<IResult> RatesAsync(DateOnly? from, DateOnly? to, AlarmBoard board, ActorHolder asker, CancellationToken ct)
    {
        if (!asker.Current.Can(FleetPermissions.Read))
        {
            return OutcomeHttp.Denied(FleetPermissions.Read);
        }

        var usual = await board.UsualAsync(ct);
        var (first, last) = (from ?? usual.From, to ?? usual.To);
        var part = await board.AskAsync(first, last, ct);
        return Results.Json(new Rates(first, last, part.Use.Select(Rate).ToList(), part.Devices.Select(Rate).ToList()), Json.Options);
    }

    private static RateLine Rate(AlarmBoard.Row row) => new(LawCode.Of(row.Kind), EnumWords.Both(row.Kind), row.All, row.ByRecord, row.Asked + row.Answered, row.Judged, row.Confirmed, row.TrueShare);

    /// <summary>An alarm, or a sighting without a number.</summary>
    internal sealed record Sheet(string Code, string Kind, Bilingual Title, string PlateNo, DateTime From, DateTime To, string Trip, string State, string? Verdict, IReadOnlyList<SeenFigure> Figures, IReadOnlyList<Explained> Explanations)
    {
        public Guid? Id { get; init; }

        public bool Device { get; init; }

        public string Explanation { get; init; } = "";

        public string Opinion { get; init; } = "";
    }

    /// <summary>An innocent explanation that was tried.</summary>
    internal sealed record Explained(Bilingual Name, string Standing, Bilingual Because);

    /// <summary>Counts and true shares.</summary>
    internal sealed record Rates(DateOnly From, DateOnly To, IReadOnlyList<RateLine> Use, IReadOnlyList<RateLine> Devices);

    /// <summary>One kind; the share is that of the true ones among the decided, per cent.</summary>
    internal sealed record RateLine(string Kind, Bilingual Title, int All, int ByRecord, int Open, int Judged, int Confirmed, decimal? TrueShare);
}
