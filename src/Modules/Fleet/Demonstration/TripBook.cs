using Guiju.Fleet.Costs;
using Guiju.Fleet.Trips;
using Guiju.Kernel;
using Guiju.Kernel.Demonstration;
using Guiju.Kernel.Ledger;
using Guiju.Kernel.People;
using Guiju.Kernel.Verdicts;

namespace Guiju.Fleet.Demonstration;

/// <summary>Writes planned trips down as the acts they would have been, with verdicts by the law of their days.</summary>
internal sealed class TripBook(ILaw law, IReadOnlyDictionary<string, Person> people, IReadOnlyList<Payee> payees)
{
    private static readonly string[] Places = ["市政务中心", "市会议中心", "城南产业园", "北部新区", "市档案馆", "高铁东站", "国际机场", "规山区政府", "矩水区政府", "生态监测站", "应急指挥中心", "市文化馆"];

    private const decimal NearestKm = 6;
    private const decimal KmBetween = 4;

    private readonly Random chooser = Planted.Chooser("trip book");

    // What a car has driven since it was last filled: it burns as much as it drives.
    private readonly Dictionary<Guid, decimal> sinceFill = [];

    /// <summary>Costs written.</summary>
    public int Costs { get; private set; }

    /// <summary>The acts of one trip with the rows they leave: request, approval, dispatch, settlement; an irregular one as taken over from the old record, its findings beside it.</summary>
    public IReadOnlyList<(BulkAct Act, object[] Rows)> Write(PlannedTrip plan)
    {
        var place = chooser.Next(Places.Length);
        var km = Math.Round((NearestKm + KmBetween * place) * (0.92m + 0.003m * chooser.Next(3, 60)), 0) + 0.1m * chooser.Next(10); // the same way is about as long every time
        sinceFill[plan.Car.Id] = sinceFill.GetValueOrDefault(plan.Car.Id) + km;
        var journey = Journey.Of(plan, people, Places[place], km);
        var trip = journey.Live();
        var costs = CostsOf(plan, trip, journey.Km).ToList();
        Costs += costs.Count;
        var asked = RequestFacts(plan, trip);
        var sent = DispatchFacts(plan, trip);
        return plan.Wrong != Irregularity.None
            ? [End(plan, trip, costs, TripActs.TakenOver, [("fleet.trip.request", asked, trip.FiledAt), ("fleet.trip.dispatch", sent, trip.DispatchedAt ?? trip.FiledAt)])]
            :
            [
                Step(plan, trip, "fleet.RequestTrip", (trip.FiledAt, journey.Applicant), ("fleet.trip.request", asked)),
                Step(plan, trip, "fleet.ApproveTrip", (trip.FiledAt.AddMinutes(40), journey.Head), null),
                Step(plan, trip, "fleet.DispatchTrip", (trip.DispatchedAt ?? trip.FiledAt, journey.Dispatcher), ("fleet.trip.dispatch", sent)),
                End(plan, trip, costs, "fleet.SettleTrip", []),
            ];
    }

    private (BulkAct, object[]) Step(PlannedTrip plan, Trip trip, string act, (DateTime At, Person Who) by, (string Point, Dictionary<string, object?> Facts)? judged)
    {
        var entry = new BulkAct(by.At, act, Json.Write(new { tripId = trip.Id, trip.Code }), SubjectsOf(plan, trip, act)) { PersonId = by.Who.Id, PersonName = by.Who.Name, UnitId = trip.UnitId };
        return (entry, judged is { } question ? [Judge(entry.EntryId, trip, question.Point, question.Facts, by.At)] : []);
    }

    private (BulkAct, object[]) End(PlannedTrip plan, Trip trip, List<TripCost> costs, string act, (string Point, Dictionary<string, object?> Facts, DateTime At)[] judged)
    {
        var dispatcher = people["B001"];
        var entry = new BulkAct(trip.SettledAt ?? trip.FiledAt, act, Json.Write(new { tripId = trip.Id, trip.Code }), SubjectsOf(plan, trip, act)) { PersonId = dispatcher.Id, PersonName = dispatcher.Name, UnitId = trip.UnitId };
        return (entry, [trip, .. costs, .. judged.Select(q => Judge(entry.EntryId, trip, q.Point, q.Facts, q.At))]);
    }

    private static (string, Guid)[] SubjectsOf(PlannedTrip plan, Trip trip, string act) => act is "fleet.RequestTrip" or "fleet.ApproveTrip"
        ? [("fleet.trip", trip.Id)]
        : [("fleet.trip", trip.Id), ("fleet.vehicle", plan.Car.Id)];

    private StoredVerdict Judge(Guid entryId, Trip trip, string point, Dictionary<string, object?> facts, DateTime at)
    {
        var verdict = law.Judge(point, new LawQuestion(trip.Day, facts));
        return new StoredVerdict
        {
            Id = Planted.Id($"verdict:{point}:{trip.Code}"),
            EntryId = entryId,
            ControlPoint = point,
            On = trip.Day,
            Outcome = verdict.Outcome,
            Lawbook = verdict.Versions.GetValueOrDefault("lawbook", ""),
            Facts = Json.Write(facts),
            Packed = Json.Pack(verdict),
            SubjectKind = "fleet.trip",
            SubjectId = trip.Id,
            At = at,
        };
    }

    private static Dictionary<string, object?> RequestFacts(PlannedTrip plan, Trip trip) => new()
    {
        ["unitKind"] = LawCode.Of(plan.Body.Kind),
        ["reason"] = LawCode.Of(trip.Reason),
        ["class"] = LawCode.Of(trip.ClassWanted),
        ["letterNo"] = trip.LetterNo,
        ["allowance"] = trip.Passengers.Any(p => p.DrawsAllowance),
        ["insideArea"] = trip.Scope == TripScope.InCity,
        ["allowanceException"] = LawCode.Of(trip.AllowanceException),
        ["holiday"] = plan.Holiday,
        ["onDutyList"] = plan.Holiday && plan.Wrong == Irregularity.None,
        ["leaderApprovalId"] = plan.Holiday && plan.Wrong == Irregularity.None ? trip.Code + "-L" : "",
        ["filingId"] = plan.Holiday && plan.Wrong == Irregularity.None ? trip.Code : "",
        ["lateHours"] = TripQuestions.LateHours(trip.PlanEnd, trip.FiledAt),
    };

    private static Dictionary<string, object?> DispatchFacts(PlannedTrip plan, Trip trip) => new()
    {
        ["unitKind"] = LawCode.Of(plan.Body.Kind),
        ["reason"] = LawCode.Of(trip.Reason),
        ["class"] = LawCode.Of(plan.Car.Class),
        ["vehicleKind"] = LawCode.Of(plan.Car.Kind),
        ["departureDate"] = trip.Day,
        ["nextInspection"] = trip.Day.AddDays(plan.Wrong == Irregularity.InspectionLapsed ? -9 : 90 + plan.Number % 200),
        ["insuranceTo"] = trip.Day.AddDays(30 + plan.Number % 300),
        ["licenceClass"] = LawCode.Of(plan.Driver.LicenceClass),
        ["licenceTo"] = trip.Day.AddDays(200 + plan.Number % 900),
        ["points"] = plan.Number % 7,
        ["marked"] = true,
        ["secrecyExempt"] = false,
        ["terminalState"] = "online",
        ["offlineHours"] = 0,
        ["custody"] = LawCode.Of(plan.Car.Custody),
        ["carBusy"] = false,
        ["driverBusy"] = false,
        ["holiday"] = plan.Holiday,
        ["onDutyList"] = plan.Holiday && plan.Wrong == Irregularity.None,
        ["leaderApprovalId"] = plan.Holiday && plan.Wrong == Irregularity.None ? trip.Code + "-L" : "",
        ["filingId"] = plan.Holiday && plan.Wrong == Irregularity.None ? trip.Code : "",
    };

    private IEnumerable<TripCost> CostsOf(PlannedTrip plan, Trip trip, decimal km)
    {
        var electric = plan.Car.Energy == Vehicles.EnergyKind.Bev;
        if (plan.Wrong == Irregularity.OffContract || plan.Number % 4 == 0)
        {
            var quantity = Math.Round(electric ? 18m + km / 4 : sinceFill[plan.Car.Id] * (0.082m + 0.001m * (plan.Number % 7)), 2);
            sinceFill[plan.Car.Id] = 0;
            var payee = plan.Wrong == Irregularity.OffContract ? null : payees[electric ? 1 : 0];
            yield return Cost(plan, trip, new PlantedCost { Kind = electric ? CostKind.Charge : CostKind.Fuel, Quantity = quantity, AmountYuan = Math.Round(quantity * (electric ? 1.2m : 7.6m), 2), PayeeName = "路边加油站", Station = electric ? "东区充电站" : "南三环站" }, payee);
        }

        if (plan.Number % 10 < 3)
        {
            yield return Cost(plan, trip, new PlantedCost { Kind = CostKind.Toll, AmountYuan = 5 * (1 + plan.Number % 6) }, null);
        }

        if (plan.Number % 10 is 3 or 4)
        {
            yield return Cost(plan, trip, new PlantedCost { Kind = CostKind.Parking, AmountYuan = 6 + plan.Number % 5 * 4 }, null);
        }
    }

    private static TripCost Cost(PlannedTrip plan, Trip trip, PlantedCost line, Payee? payee) =>
        TripCost.Enter(Planted.Id($"cost:{plan.Number}:{line.Kind}"), (trip.Id, plan.Car.Id), line with { On = trip.Day }, payee);
}

/// <summary>A cost filled in by the demonstration.</summary>
internal sealed record PlantedCost : CostLine;
