using Guiju.Clocks;
using Guiju.Fleet.Drivers;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Demonstration;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Demonstration;

/// <summary>
/// Something to do for whoever opens the demonstration bureau: one request waits for the office head, one for the dispatcher, one for the driver.
/// They are asked for, approved and dispatched by the planted people through the desk, as anybody would.
/// </summary>
internal sealed class OpenTrips(GuijuDb db, Desk desk, (ActorSource People, ActorHolder Asker) who, WorkCalendar calendar, TimeProvider clock) : IDemonstration
{
    private const string Office = "0303";
    private const int DaysAhead = 4;

    public int Order => 30;

    public Bilingual Title { get; } = new("正在办理的用车申请", "Requests for cars under way");

    public async Task<IReadOnlyDictionary<string, int>> PlantAsync(CancellationToken ct)
    {
        var planter = who.Asker.Current;
        var day = clock.Today().AddDays(DaysAhead);
        while (!calendar.IsWorkday(day))
        {
            day = day.AddDays(1);
        }

        var opened = 0;
        await AskAsync("接待来访单位", "市会议中心", day, 9, ct);
        opened++;
        if (await AskAsync("参加全市会议", "市政务中心", day, 14, ct) is { } approved && await ApproveAsync(approved, ct))
        {
            opened++;
        }

        if (await AskAsync("基层调研座谈", "城南产业园", calendar.NextWorkday(day), 9, ct) is { } going && await ApproveAsync(going, ct) && await DispatchAsync(going, ct))
        {
            opened++;
        }

        who.Asker.Current = planter;
        return new Dictionary<string, int> { ["open trips"] = opened };
    }

    private async Task<Guid?> AskAsync(string purpose, string to, DateOnly day, int hour, CancellationToken ct)
    {
        await ActAsAsync(Planted.Id($"person:{Office}-3"), ct);
        var start = day.ToDateTime(new TimeOnly(hour, 0));
        var asked = await desk.PerformAsync(new RequestTrip
        {
            Reason = TripReason.Reception,
            Purpose = purpose,
            LetterNo = $"来函〔{day.Year}〕{day.DayOfYear + hour}号",
            Scope = TripScope.InCity,
            PlanFrom = "机关大院",
            PlanTo = to,
            PlanStart = start,
            PlanEnd = start.AddHours(3),
            Passengers = "来访客人甲、来访客人乙",
            ClassWanted = VehicleClass.Other,
            ShareOk = true,
        }, ct);
        return asked is Outcome<Guid>.Done done ? done.Value : null;
    }

    private async Task<bool> ApproveAsync(Guid trip, CancellationToken ct)
    {
        await ActAsAsync(Planted.Id($"person:{Office}-2"), ct);
        return await desk.PerformAsync(new ApproveTrip { Id = trip, Opinion = "同意" }, ct) is Outcome<Guid>.Done;
    }

    // The first car of the platform that may lawfully go; what the law says of the others is what a dispatcher would see.
    private async Task<bool> DispatchAsync(Guid trip, CancellationToken ct)
    {
        var driver = await db.Set<Driver>().AsNoTracking().Where(d => d.PersonId == Planted.Id("person:D001")).Select(d => d.Id).FirstOrDefaultAsync(ct);
        var cars = await db.Set<Vehicle>().AsNoTracking().Where(v => v.Custody == Custody.Platform && v.Class == VehicleClass.Other && v.State == VehicleState.InService && v.Seats <= 7)
            .OrderBy(v => v.PlateNo).Select(v => v.Id).Take(20).ToListAsync(ct);
        await ActAsAsync(Planted.Id("person:B001"), ct);
        foreach (var car in cars)
        {
            if (await desk.PerformAsync(new DispatchTrip { Id = trip, VehicleId = car, DriverId = driver, Justification = "平台统一调度" }, ct) is Outcome<Guid>.Done)
            {
                return true;
            }
        }

        return false;
    }

    private async Task ActAsAsync(Guid person, CancellationToken ct) => who.Asker.Current = await who.People.ForAsync(person, ct);
}
