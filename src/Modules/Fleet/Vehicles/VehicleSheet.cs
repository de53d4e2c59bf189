using System.Globalization;
using Guiju.Kernel;

namespace Guiju.Fleet.Vehicles;

internal sealed partial class Vehicle
{
    /// <summary>The sheet as it stands, for the form that changes it.</summary>
    public ChangeVehicle Sheet() => new()
    {
        Id = Id,
        State = State,
        PlateNo = PlateNo,
        PlateKind = PlateKind,
        Vin = Vin,
        EngineNo = EngineNo,
        Brand = Brand,
        Model = Model,
        Kind = Kind,
        Body = Body,
        Seats = Seats,
        Energy = Energy,
        Displacement = Displacement?.ToString(CultureInfo.InvariantCulture),
        BatteryKwh = BatteryKwh,
        RangeKm = RangeKm,
        TankLitres = TankLitres,
        EmissionStage = EmissionStage,
        Colour = Colour,
        Origin = Origin,
        PriceYuan = PriceYuan,
        PurchaseTaxYuan = PurchaseTaxYuan,
        FiscalMoneyYuan = FiscalMoneyYuan,
        OtherMoneyYuan = OtherMoneyYuan,
        FundSource = FundSource,
        ContractNo = ContractNo,
        InvoiceNo = InvoiceNo,
        Supplier = Supplier,
        AcquireWay = AcquireWay,
        ValueKind = ValueKind,
        FullyDepreciated = FullyDepreciated,
        BookedOn = BookedOn,
        Class = Class,
        QuotaState = QuotaState,
        QuotaDocNo = QuotaDocNo,
        StandardTier = StandardTier,
        SpecialCaseDoc = SpecialCaseDoc,
        UnitId = UnitId,
        OwnerUnitId = OwnerUnitId,
        RegionCode = RegionCode,
        RegisteredOn = RegisteredOn,
        InServiceOn = InServiceOn,
        WarrantyTo = WarrantyTo,
        MileageKm = MileageKm,
        InspectionDue = InspectionDue,
        CompulsoryInsuranceTo = CompulsoryInsuranceTo,
        CommercialInsuranceTo = CommercialInsuranceTo,
        MarkCode = MarkCode,
        MarkColour = MarkColour,
        SecrecyExempt = SecrecyExempt,
        TerminalId = TerminalId,
        TerminalState = TerminalState,
        ParkingPlace = ParkingPlace,
        Custody = Custody,
        AssignedTo = AssignedTo,
        FixedPerson = FixedPerson,
        TerrainNote = TerrainNote,
        TerminalSeenAt = TerminalSeenAt,
        ReplacesVehicleId = ReplacesVehicleId,
        ApplicationId = ApplicationId,
    };

    private void Write(VehicleFields fields, DateOnly today)
    {
        PlateNo = PlateNumber.Normalise(fields.PlateNo);
        PlateKind = fields.PlateKind.GetValueOrDefault();
        Vin = Vehicles.Vin.Normalise(fields.Vin);
        EngineNo = fields.EngineNo ?? "";
        Brand = fields.Brand;
        Model = fields.Model;
        Kind = fields.Kind.GetValueOrDefault();
        Body = fields.Body.GetValueOrDefault();
        Seats = fields.Seats.GetValueOrDefault();
        Energy = fields.Energy.GetValueOrDefault();
        Displacement = Vehicles.Displacement.Parse(fields.Displacement, nameof(fields.Displacement));
        BatteryKwh = fields.BatteryKwh;
        RangeKm = fields.RangeKm;
        TankLitres = fields.TankLitres;
        EmissionStage = fields.EmissionStage ?? "";
        Colour = fields.Colour ?? "";
        Origin = fields.Origin.GetValueOrDefault();
        PriceYuan = fields.PriceYuan.GetValueOrDefault();
        PurchaseTaxYuan = fields.PurchaseTaxYuan.GetValueOrDefault();
        FiscalMoneyYuan = fields.FiscalMoneyYuan;
        OtherMoneyYuan = fields.OtherMoneyYuan;
        FundSource = fields.FundSource.GetValueOrDefault();
        ContractNo = fields.ContractNo ?? "";
        InvoiceNo = fields.InvoiceNo ?? "";
        Supplier = fields.Supplier ?? "";
        AcquireWay = fields.AcquireWay.GetValueOrDefault();
        ValueKind = fields.ValueKind.GetValueOrDefault();
        FullyDepreciated = fields.FullyDepreciated;
        BookedOn = fields.BookedOn;
        Class = fields.Class.GetValueOrDefault();
        QuotaState = fields.QuotaState.GetValueOrDefault();
        QuotaDocNo = fields.QuotaDocNo ?? "";
        StandardTier = fields.StandardTier.GetValueOrDefault();
        SpecialCaseDoc = fields.SpecialCaseDoc ?? "";
        UnitId = fields.UnitId.GetValueOrDefault();
        OwnerUnitId = fields.OwnerUnitId.GetValueOrDefault();
        RegionCode = fields.RegionCode ?? "";
        RegisteredOn = fields.RegisteredOn.GetValueOrDefault();
        InServiceOn = fields.InServiceOn;
        WarrantyTo = fields.WarrantyTo;
        InspectionDue = fields.InspectionDue.GetValueOrDefault();
        CompulsoryInsuranceTo = fields.CompulsoryInsuranceTo.GetValueOrDefault();
        CommercialInsuranceTo = fields.CommercialInsuranceTo;
        MarkCode = fields.MarkCode ?? "";
        MarkColour = fields.MarkColour ?? "";
        SecrecyExempt = fields.SecrecyExempt;
        TerminalId = fields.TerminalId ?? "";
        TerminalState = fields.TerminalState.GetValueOrDefault();
        ParkingPlace = fields.ParkingPlace ?? "";
        Custody = fields.Custody.GetValueOrDefault();
        AssignedTo = fields.AssignedTo.GetValueOrDefault();
        FixedPerson = fields.FixedPerson ?? "";
        TerrainNote = fields.TerrainNote ?? "";
        TerminalSeenAt = fields.TerminalSeenAt;
        ReplacesVehicleId = fields.ReplacesVehicleId;
        ApplicationId = fields.ApplicationId;
        if (fields.MileageKm is { } km && km != MileageKm)
        {
            ReadOdometer(km, today);
        }

        Hold(today);
    }

    private void Hold(DateOnly today)
    {
        Check.That(PlateNumber.IsRight(PlateNo), VehicleChecks.PlateIsRight, nameof(PlateNo));
        Check.That(Vehicles.Vin.IsRight(Vin), VehicleChecks.VinIsRight, nameof(Vin));
        var hasEngine = Energy is not (EnergyKind.Bev or EnergyKind.Fcev);
        Check.That(!hasEngine || Displacement is not null, VehicleChecks.EngineHasDisplacement, nameof(Displacement));
        Check.That(hasEngine || Displacement is null, VehicleChecks.NoEngineNoDisplacement, nameof(Displacement));
        Check.That(RegisteredOn <= today, VehicleChecks.RegisteredInThePast, nameof(RegisteredOn));
        Check.That(InServiceOn is null || InServiceOn >= RegisteredOn, VehicleChecks.InServiceAfterRegistration, nameof(InServiceOn));
        Check.That(InspectionDue >= RegisteredOn, VehicleChecks.InspectionAfterRegistration, nameof(InspectionDue));
        var moneyStated = FiscalMoneyYuan is not null || OtherMoneyYuan is not null;
        Check.That(!moneyStated || (FiscalMoneyYuan ?? 0) + (OtherMoneyYuan ?? 0) == PriceYuan + PurchaseTaxYuan, VehicleChecks.MoneyAddsUp, nameof(FiscalMoneyYuan));
    }
}
