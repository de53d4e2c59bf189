using Guiju.Fleet.Applications;
using Guiju.Fleet.Quotas;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Tests.Applications;

public sealed class ApplicationTests
{
    private static readonly AcquireVehicle Emergency = new()
    {
        Class = VehicleClass.Emergency,
        Kind = VehicleKind.Small,
        Body = VehicleBody.Sedan,
        Energy = EnergyKind.Petrol,
        PriceYuan = 170000,
        Displacement = "1.8L",
        Origin = Origin.Domestic,
        Options = [VehicleOption.Standard],
        AssignedTo = PostKind.Pool,
        PlanItem = "计划-12",
        BudgetLine = "预算-3",
        FundSource = FundSource.VehicleBudget,
        PurchaseWay = PurchaseWay.CentralPurchase,
        Way = AcquireWay.Purchase,
        Cars = 1,
        Purpose = "应急值守",
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_car_within_quota_and_standard_is_filed_and_decided_by_the_vehicle_desk()
    {
        await using var bureau = await OpenAsync(quota: 2);
        var id = await bureau.DoneAsync(bureau.Head, Emergency, Ct);
        var view = await bureau.AskAsync<ApplicationFile, ApplicationFile.View?>(bureau.Desk, file => file.AskAsync(id, Ct));

        Assert.Equal(LawOutcome.Allowed, view!.Verdict!.Outcome);
        Assert.Equal((2, 0, true), (view.Application.Quota, view.Application.Held, view.MayDecide));
        await bureau.DoneAsync(bureau.Desk, new DecideApplication { Id = id, Approved = true }, Ct);
        Assert.Equal(ApplicationState.Approved, (await bureau.ReadAsync(db => db.Set<FleetApplication>().SingleAsync(Ct))).State);
    }

    [Fact]
    public async Task A_car_is_registered_under_its_approved_application_and_no_more_than_were_approved()
    {
        await using var bureau = await OpenAsync(quota: 2);
        var id = await bureau.DoneAsync(bureau.Head, Emergency, Ct);
        var car = Samples.Car(bureau.Organ.Id) with { Class = VehicleClass.Emergency, ApplicationId = id };

        await RefusedAsync(bureau, car);
        await bureau.DoneAsync(bureau.Desk, new DecideApplication { Id = id, Approved = true }, Ct);
        await RefusedAsync(bureau, car with { Class = VehicleClass.Research });
        await RefusedAsync(bureau, car with { UnitId = bureau.Other.Id, OwnerUnitId = bureau.Other.Id });
        Assert.Contains(await bureau.AskAsync<ApprovedApplications, IReadOnlyList<Ui.Choice>>(bureau.Desk, a => a.AskAsync(null, Ct)), c => c.Value == id.ToString());
        var registered = await bureau.DoneAsync(bureau.Desk, car, Ct);
        await RefusedAsync(bureau, Samples.Car(bureau.Organ.Id, 2) with { Class = VehicleClass.Emergency, ApplicationId = id });

        Assert.Empty(await bureau.AskAsync<ApprovedApplications, IReadOnlyList<Ui.Choice>>(bureau.Desk, a => a.AskAsync(null, Ct)));
        var file = await bureau.AskAsync<VehicleFile, VehicleFile.View?>(bureau.Desk, f => f.AskAsync(registered, Ct));
        Assert.Equal($"/fleet/applications/{id}", file!.Life[0].Address);
        Assert.IsType<Outcome<Guid>.Done>(await bureau.DoAsync(bureau.Desk, file.Sheet with { Colour = "黑", Justification = "更正" }, Ct));

        static async Task RefusedAsync(Bureau bureau, RegisterVehicle car) => Assert.Equal(VehicleChecks.ApplicationFits, Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Desk, car, Ct)).Check);
    }

    [Fact]
    public async Task Over_the_quota_the_form_itself_says_no()
    {
        await using var bureau = await OpenAsync(quota: 1);
        await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id) with { Class = VehicleClass.Emergency }, Ct);
        var verdict = await bureau.PreviewAsync(bureau.Head, Emergency, Ct);

        Assert.Contains(verdict!.Findings, f => f.Rule.StartsWith("V-01", StringComparison.Ordinal) && f.Outcome == LawOutcome.Forbidden && f.Remedy is not null);
        Assert.IsType<Outcome<Guid>.Refused>(await bureau.DoAsync(bureau.Head, Emergency, Ct));
        Assert.IsType<Outcome<Guid>.Done>(await bureau.DoAsync(bureau.Head, Emergency with { Replaces = 1 }, Ct));
    }

    [Fact]
    public async Task Without_a_fixed_quota_nobody_can_decide()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);

        Assert.Contains("quota", (await bureau.PreviewAsync(bureau.Head, Emergency, Ct))!.Missing);
    }

    [Fact]
    public async Task A_luxury_interior_is_refused_and_a_price_one_cent_over_the_standard_does_not_pass()
    {
        await using var bureau = await OpenAsync(quota: 2);

        Assert.IsType<Outcome<Guid>.Refused>(await bureau.DoAsync(bureau.Head, Emergency with { Options = [VehicleOption.LuxuryInterior] }, Ct));
        Assert.InRange((await bureau.PreviewAsync(bureau.Head, Emergency with { PriceYuan = 180000.01m }, Ct))!.Outcome, LawOutcome.Approval, LawOutcome.Forbidden);
        Assert.Equal(LawOutcome.Allowed, (await bureau.PreviewAsync(bureau.Head, Emergency with { PriceYuan = 180000m }, Ct))!.Outcome);
    }

    [Fact]
    public async Task A_turbo_mark_for_a_displacement_is_refused_by_name_of_the_field()
    {
        await using var bureau = await OpenAsync(quota: 2);
        var broken = Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Head, Emergency with { Displacement = "1.8T" }, Ct));

        Assert.Equal((VehicleChecks.DisplacementIsAVolume, "Displacement"), (broken.Check, broken.Field));
    }

    [Fact]
    public async Task A_car_of_exactly_eight_years_is_not_yet_due_and_a_day_older_is()
    {
        await using var bureau = await OpenAsync(quota: 2);
        var exact = await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id, 1) with { Class = VehicleClass.Emergency, RegisteredOn = new DateOnly(2015, 5, 8), InspectionDue = new DateOnly(2023, 6, 1) }, Ct);
        var older = await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id, 2) with { Class = VehicleClass.Emergency, RegisteredOn = new DateOnly(2015, 5, 7), InspectionDue = new DateOnly(2023, 6, 1) }, Ct);

        Assert.Contains((await bureau.PreviewAsync(bureau.Head, Renewal(exact), Ct))!.Findings, f => f.Rule.StartsWith("V-20", StringComparison.Ordinal) && f.Outcome == LawOutcome.Approval);
        Assert.Equal(LawOutcome.Allowed, (await bureau.PreviewAsync(bureau.Head, Renewal(older), Ct))!.Outcome);
    }

    [Fact]
    public async Task One_car_is_replaced_by_one_application_of_its_own_unit()
    {
        await using var bureau = await OpenAsync(quota: 2);
        var own = await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id, 1) with { Class = VehicleClass.Emergency, RegisteredOn = new DateOnly(2014, 1, 1), InspectionDue = new DateOnly(2023, 6, 1) }, Ct);
        await bureau.DoneAsync(bureau.Head, Renewal(own), Ct);

        Assert.Equal(ApplicationChecks.OneApplicationPerCar, Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Head, Renewal(own), Ct)).Check);
    }

    [Fact]
    public async Task What_is_withdrawn_is_not_decided_and_nobody_decides_what_they_filed()
    {
        await using var bureau = await OpenAsync(quota: 2);
        var id = await bureau.DoneAsync(bureau.Head, Emergency, Ct);
        await bureau.DoneAsync(bureau.Head, new WithdrawApplication { Id = id }, Ct);
        await bureau.DoneAsync(bureau.Desk, new SetQuota { UnitId = bureau.Authority.Id, Class = VehicleClass.Emergency, Cars = 5, From = Samples.Today, DocNo = "编2" }, Ct);
        var own = await bureau.DoneAsync(bureau.Desk, Emergency, Ct);

        Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Desk, new DecideApplication { Id = id, Approved = true }, Ct));
        Assert.Equal(TripChecks.NotOwnRequest, Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Desk, new DecideApplication { Id = own, Approved = true }, Ct)).Check);
    }

    private static async Task<Bureau> OpenAsync(int quota)
    {
        var bureau = await Bureau.OpenAsync(Ct);
        await bureau.DoneAsync(bureau.Desk, new SetQuota { UnitId = bureau.Organ.Id, Class = VehicleClass.Emergency, Cars = quota, From = new DateOnly(2023, 1, 1), DocNo = "编1" }, Ct);
        return bureau;
    }

    private static RenewVehicle Renewal(Guid old) => new()
    {
        Class = Emergency.Class,
        Kind = Emergency.Kind,
        Body = Emergency.Body,
        Energy = Emergency.Energy,
        PriceYuan = Emergency.PriceYuan,
        Displacement = Emergency.Displacement,
        Origin = Emergency.Origin,
        Options = Emergency.Options,
        AssignedTo = Emergency.AssignedTo,
        PlanItem = Emergency.PlanItem,
        BudgetLine = Emergency.BudgetLine,
        FundSource = Emergency.FundSource,
        PurchaseWay = Emergency.PurchaseWay,
        Purpose = "更新",
        ReplacedVehicleId = old,
        Reason = RenewalReason.Age,
        Technical = TechnicalState.Unfit,
    };
}
