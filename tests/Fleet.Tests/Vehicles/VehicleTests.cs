using Guiju.Fleet.Vehicles;

namespace Guiju.Fleet.Tests.Vehicles;

public sealed class VehicleTests
{
    private static readonly RegisterVehicle Sheet = Samples.Car(Guid.CreateVersion7());

    [Fact]
    public void A_registered_car_is_in_service_and_keeps_what_its_sheet_says()
    {
        var car = Register(Sheet with { PlateNo = "京a 12345", MileageKm = 30000 });

        Assert.Equal("京A12345", car.PlateNo);
        Assert.Equal(1.8m, car.Displacement);
        Assert.Equal(VehicleState.InService, car.State);
        Assert.Equal((30000m, Samples.Today), (car.MileageKm, car.MileageOn));
    }

    [Fact]
    public void The_sheet_read_back_registers_the_same_car()
    {
        var car = Register(Sheet with { RangeKm = 3, BatteryKwh = 1, TerrainNote = "山区", ReplacesVehicleId = Guid.CreateVersion7() });
        var again = car.Sheet();
        car.Change(again, VehicleState.Idle, Samples.Today);

        Assert.Equal(again with { State = VehicleState.Idle }, car.Sheet());
    }

    [Fact]
    public void A_petrol_car_needs_a_displacement() =>
        Broken.By(VehicleChecks.EngineHasDisplacement, () => Register(Sheet with { Displacement = null }), "Displacement");

    [Fact]
    public void An_electric_car_has_none()
    {
        Broken.By(VehicleChecks.NoEngineNoDisplacement, () => Register(Sheet with { Energy = EnergyKind.Bev }), "Displacement");
        Assert.Null(Register(Sheet with { Energy = EnergyKind.Bev, Displacement = "" }).Displacement);
    }

    [Fact]
    public void A_turbo_mark_in_the_displacement_is_refused_by_name_of_the_field() =>
        Broken.By(VehicleChecks.DisplacementIsAVolume, () => Register(Sheet with { Displacement = "1.8T" }), "Displacement");

    [Fact]
    public void Dates_out_of_order_are_refused()
    {
        Broken.By(VehicleChecks.RegisteredInThePast, () => Register(Sheet with { RegisteredOn = Samples.Today.AddDays(1) }));
        Broken.By(VehicleChecks.InServiceAfterRegistration, () => Register(Sheet with { InServiceOn = new DateOnly(2020, 5, 31) }));
        Broken.By(VehicleChecks.InspectionAfterRegistration, () => Register(Sheet with { InspectionDue = new DateOnly(2019, 1, 1) }));
    }

    [Fact]
    public void Wrong_plates_and_numbers_are_refused()
    {
        Broken.By(VehicleChecks.PlateIsRight, () => Register(Sheet with { PlateNo = "无牌" }));
        Broken.By(VehicleChecks.VinIsRight, () => Register(Sheet with { Vin = "LFV2A21K000000001" }));
    }

    [Fact]
    public void The_money_paid_is_the_money_the_car_cost()
    {
        Broken.By(VehicleChecks.MoneyAddsUp, () => Register(Sheet with { FiscalMoneyYuan = 100000, OtherMoneyYuan = 0 }));
        Assert.Equal(150000, Register(Sheet with { FiscalMoneyYuan = 150000 }).FiscalMoneyYuan);
    }

    [Fact]
    public void The_odometer_never_runs_backwards()
    {
        var car = Register(Sheet with { MileageKm = 30000 });

        Broken.By(VehicleChecks.MileageGrows, () => car.ReadOdometer(29999, Samples.Today));
    }

    private static Vehicle Register(RegisterVehicle sheet) => Vehicle.Register(Guid.CreateVersion7(), sheet, Samples.Today);
}
