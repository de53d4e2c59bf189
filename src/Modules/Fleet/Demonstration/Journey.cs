using Guiju.Fleet.Trips;
using Guiju.Kernel.Demonstration;
using Guiju.Kernel.People;

namespace Guiju.Fleet.Demonstration;

/// <summary>The people, times and kilometres of a planted trip, lived through the trip's own transitions.</summary>
internal sealed record Journey(PlannedTrip Plan, Person Applicant, Person Head, Person Dispatcher, Person Companion, string To, decimal Km)
{
    private static readonly TimeSpan Zone = TimeSpan.FromHours(8);

    public static Journey Of(PlannedTrip plan, IReadOnlyDictionary<string, Person> people, string to, decimal km)
    {
        var code = plan.Body.Code;
        // Those who draw no allowance ask for meetings and receptions; an irregular trip is asked for by somebody who does.
        var applicant = people[plan.Wrong == Irregularity.AllowanceDrawn ? $"{code}-3" : $"{code}-5"];
        return new Journey(plan, applicant, people[$"{code}-2"], people[plan.Number % 2 == 0 ? "B001" : "B002"], people[$"{code}-1"], to, km);
    }

    public Trip Live()
    {
        var start = Utc(Plan.Afternoon ? new TimeOnly(13, 30) : new TimeOnly(8, 40));
        var end = Utc(Plan.Afternoon ? new TimeOnly(17, 10) : new TimeOnly(11, 40));
        var filed = start.AddHours(-20 - Plan.Number % 5);
        var code = $"派-{Plan.Day:yyyyMMdd}-{Plan.Number:00000}";
        var trip = Trip.File(Planted.Id("trip:" + code), code, Plan.Body.Id, Hand(Applicant, filed), PlanOf(start, end));
        trip.Approve(Hand(Head, filed.AddMinutes(40)), isLeader: false, "同意");
        if (trip.State == TripState.Submitted)
        {
            trip.Approve(Hand(Companion, filed.AddMinutes(70)), isLeader: true, "同意节假日用车");
        }

        trip.Dispatch(Plan.Car, Plan.Driver, Hand(Dispatcher, filed.AddMinutes(90)));
        trip.Depart(Plan.Car, Plan.Car.MileageKm, start.AddMinutes(Plan.Number % 9), Plan.Day);
        trip.Return(Plan.Car, Plan.Car.MileageKm + Km, (end.AddMinutes(-(Plan.Number % 20)), Plan.Day),
            new ReturnNote(true, null, (int)Math.Min(180, Km * 2), 30, null, NoFuel: Plan.Number % 4 != 0 && Plan.Wrong != Irregularity.OffContract, NoCosts: Plan.Number % 10 > 4));
        trip.Settle(Hand(Dispatcher, end.AddHours(20)), noFuel: false, noCosts: false);
        return trip;
    }

    private static TripHand Hand(Person person, DateTime at) => new(person.Id, person.Name, at);

    private DateTime Utc(TimeOnly local) => DateTime.SpecifyKind(Plan.Day.ToDateTime(local) - Zone, DateTimeKind.Utc);

    private TripPlan PlanOf(DateTime start, DateTime end)
    {
        var fields = new PlantedTripFields
        {
            Reason = Plan.Reason,
            Purpose = Plan.Reason switch
            {
                TripReason.ConfidentialDelivery => "文件交换",
                TripReason.Emergency => "处置突发情况",
                TripReason.Enforcement => "现场检查",
                TripReason.Technical => "设备巡检",
                TripReason.Research => "基层调研",
                TripReason.RetiredCadreService => "接送老同志就医",
                TripReason.Reception => "接待来访单位",
                TripReason.Ordinary => "外出办事",
                _ => "参加会议",
            },
            LetterNo = Plan.Reason == TripReason.Reception && Plan.Wrong != Irregularity.NoLetter ? $"来函〔{Plan.Day.Year}〕{Plan.Number % 900 + 1}号" : null,
            Scope = Plan.Number % 12 == 0 ? TripScope.OutOfCity : TripScope.InCity,
            PlanFrom = Plan.Body.Name,
            PlanTo = To,
            ClassWanted = Plan.Car.Class,
            ShareOk = Plan.Number % 3 == 0,
        };
        Person[] riders = Plan.Number % 2 == 0 && Plan.Wrong == Irregularity.None ? [Applicant, Companion] : [Applicant];
        return new TripPlan(fields, start, end, Plan.Day, riders.Select(p => new Passenger(p.Id, p.Name, p.Post, p.DrawsAllowance)).ToList(), Plan.Holiday, NeedsLeader: Plan.Holiday && Plan.Wrong == Irregularity.None);
    }
}

/// <summary>A request filled in by the demonstration.</summary>
internal sealed record PlantedTripFields : TripFields;
