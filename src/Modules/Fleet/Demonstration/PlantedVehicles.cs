using System.Globalization;
using Guiju.Fleet.Quotas;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel.Demonstration;
using Guiju.Kernel.Organisations;

namespace Guiju.Fleet.Demonstration;

/// <summary>The 600 cars of 方圆市 with their quotas; brands are made up, some cars are irregular on purpose.</summary>
internal static class PlantedVehicles
{
    /// <summary>How many cars there are.</summary>
    public const int Cars = 600;

    private const int PlatformCars = 150;

    private static readonly Make Clerk = new("规行", "G120", VehicleKind.Small, VehicleBody.Sedan, EnergyKind.Petrol, "1.5", 109800m, 5);
    private static readonly Make Current = new("规行", "E150", VehicleKind.Small, VehicleBody.Sedan, EnergyKind.Bev, null, 149800m, 5);
    private static readonly Make Standard = new("矩驰", "M180", VehicleKind.Small, VehicleBody.Sedan, EnergyKind.Petrol, "1.8", 176000m, 5);
    private static readonly Make Hybrid = new("矩驰", "P170", VehicleKind.Small, VehicleBody.Sedan, EnergyKind.Phev, "1.5", 168800m, 5);
    private static readonly Make Seven = new("矩驰", "V250", VehicleKind.Small, VehicleBody.Mpv, EnergyKind.Petrol, "2.0", 236000m, 7);
    private static readonly Make Coach = new("规行", "B450", VehicleKind.Large, VehicleBody.Bus, EnergyKind.Diesel, "4.5", 438000m, 45);
    private static readonly Make Works = new("矩驰", "T900", VehicleKind.Special, VehicleBody.Special, EnergyKind.Diesel, "2.8", 385000m, 3);
    private static readonly Make Old = new("矩驰", "L300", VehicleKind.Small, VehicleBody.Sedan, EnergyKind.Petrol, "3.0", 328000m, 5);

    /// <summary>All cars with the body that holds each, as they stand on the day of planting.</summary>
    public static IReadOnlyList<Vehicle> All(IReadOnlyList<Unit> bodies, DateOnly today)
    {
        var chooser = Planted.Chooser("vehicles");
        var bureau = bodies.Single(b => b.Code == PlantedUnits.Bureau);
        return Enumerable.Range(1, Cars).Select(number =>
        {
            var platform = number <= PlatformCars;
            var body = platform ? bureau : bodies[(number - PlatformCars - 1) % bodies.Count];
            var nth = platform ? number : (number - PlatformCars - 1) / bodies.Count;
            return Vehicle.Register(Planted.Id($"vehicle:{number:000}"), SheetOf(chooser, number, body, platform, nth, today), today);
        }).ToList();
    }

    /// <summary>Quotas that fit the cars, but for a few bodies that hold one car too many.</summary>
    public static IEnumerable<Quota> Quotas(IEnumerable<Vehicle> cars)
    {
        var number = 0;
        foreach (var group in cars.GroupBy(v => (v.UnitId, v.Class)).OrderBy(g => g.Key.UnitId).ThenBy(g => g.Key.Class))
        {
            number++;
            var fixedCars = number % 60 == 7 ? group.Count() - 1 : number % 5 == 0 ? group.Count() + 1 : group.Count();
            yield return Quota.Fix(Planted.Id($"quota:{group.Key.UnitId}:{group.Key.Class}"), group.Key, fixedCars, new DateOnly(2018, 7, 1), $"方车编〔2018〕{number}号", null);
        }
    }

    private static PlantedSheet SheetOf(Random chooser, int number, Unit body, bool platform, int nth, DateOnly today)
    {
        var (make, kind) = Choose(chooser, number, body, platform, nth);
        var registered = new DateOnly(2013, 1, 1).AddDays(chooser.Next(make == Old ? 1400 : make.Energy == EnergyKind.Bev ? 1200 : 3600) + (make.Energy == EnergyKind.Bev ? 2500 : 0));
        var newEnergy = make.Energy is EnergyKind.Bev or EnergyKind.Phev;
        return new PlantedSheet
        {
            PlateNo = newEnergy ? $"京AD{number:00000}" : $"京A{number + 60000:00000}",
            PlateKind = newEnergy ? PlateKind.NewEnergySmall : make.Kind == VehicleKind.Large ? PlateKind.Large : PlateKind.Small,
            Vin = VinOf(number, registered),
            EngineNo = $"FY{number:000000}",
            Brand = make.Brand,
            Model = make.Model,
            Kind = make.Kind,
            Body = make.Body,
            Seats = make.Seats,
            Energy = make.Energy,
            Displacement = make.Displacement,
            BatteryKwh = make.Energy == EnergyKind.Bev ? 62m : make.Energy == EnergyKind.Phev ? 18m : null,
            TankLitres = make.Energy is EnergyKind.Bev ? null : make == Coach ? 180m : make.Energy == EnergyKind.Phev ? 42m : 60m,
            RangeKm = make.Energy == EnergyKind.Bev ? 480 : null,
            EmissionStage = make.Energy == EnergyKind.Bev ? null : registered.Year >= 2020 ? "国六" : "国五",
            Colour = number % 7 == 0 ? "白" : "黑",
            Origin = Origin.Domestic,
            PriceYuan = make.PriceYuan,
            PurchaseTaxYuan = newEnergy ? 0 : Math.Round(make.PriceYuan / 10, 2),
            FiscalMoneyYuan = make.PriceYuan + (newEnergy ? 0 : Math.Round(make.PriceYuan / 10, 2)),
            FundSource = FundSource.VehicleBudget,
            ContractNo = $"方采合{registered.Year}-{number:0000}",
            InvoiceNo = $"{registered.Year}{number:00000000}",
            Supplier = "方圆汽车销售有限公司（虚构）",
            AcquireWay = AcquireWay.Purchase,
            ValueKind = ValueKind.Original,
            FullyDepreciated = registered.AddYears(8) < today,
            BookedOn = registered.AddDays(12),
            Class = kind,
            QuotaState = QuotaState.InQuota,
            QuotaDocNo = "方车编〔2018〕",
            StandardTier = make == Seven || make == Coach ? StandardTier.Special : make == Standard && kind == VehicleClass.Enforcement ? StandardTier.WorkNeed : StandardTier.Basic,
            SpecialCaseDoc = make == Seven || make == Coach ? $"方车特〔{registered.Year}〕{number}号" : null,
            UnitId = body.Id,
            OwnerUnitId = number % 151 == 3 ? Planted.Id("unit:0931") : body.Id,
            RegionCode = "110000",
            RegisteredOn = registered,
            InServiceOn = registered.AddDays(20),
            WarrantyTo = registered.AddYears(3),
            MileageKm = Math.Round(3000 + Math.Max(0, 2023 - registered.Year) * 9500m + chooser.Next(0, 9000), 1),
            InspectionDue = today.AddDays(number % 97 == 11 ? -chooser.Next(3, 40) : chooser.Next(20, 640)),
            CompulsoryInsuranceTo = today.AddDays(number % 149 == 17 ? -chooser.Next(2, 20) : chooser.Next(15, 360)),
            CommercialInsuranceTo = today.AddDays(chooser.Next(15, 360)),
            MarkCode = number % 113 == 29 ? null : $"FY-{number:0000}",
            MarkColour = number % 113 == 29 ? null : body.Kind == UnitKind.Institution ? "黄" : "红",
            TerminalId = $"8611{number:0000000}",
            TerminalState = number % 71 == 5 ? TerminalState.Offline : TerminalState.Online,
            TerminalSeenAt = today.AddDays(number % 71 == 5 ? -3 : 0).ToDateTime(new TimeOnly(0, 5), DateTimeKind.Utc),
            ParkingPlace = platform ? "车辆保障中心停车场" : body.Name + "院内",
            Custody = platform || body.Code == PlantedUnits.Bureau ? Custody.Platform : number % 83 == 9 ? Custody.InnerOffice : Custody.Unit,
            AssignedTo = kind is VehicleClass.Enforcement or VehicleClass.AdministrativeEnforcement ? PostKind.FrontLine : PostKind.Pool,
        };
    }

    private static (Make Make, VehicleClass Class) Choose(Random chooser, int number, Unit body, bool platform, int nth)
    {
        if (number % 199 == 41)
        {
            return (Old, VehicleClass.Other);
        }

        if (platform)
        {
            return (nth % 15) switch
            {
                0 => (Coach, VehicleClass.Other),
                1 or 2 => (Seven, VehicleClass.Other),
                3 or 4 => (Current, VehicleClass.Research),
                5 => (Standard, VehicleClass.RetiredCadre),
                < 11 => (Hybrid, VehicleClass.Emergency),
                _ => (chooser.Next(2) == 0 ? Standard : Current, VehicleClass.Other),
            };
        }

        var enforcing = body.Name.Contains("公安", StringComparison.Ordinal) || body.Name.Contains("监察", StringComparison.Ordinal) || body.Name.Contains("法院", StringComparison.Ordinal) || body.Name.Contains("检察", StringComparison.Ordinal);
        return nth switch
        {
            0 => (chooser.Next(2) == 0 ? Clerk : Current, VehicleClass.Confidential),
            1 => (chooser.Next(3) == 0 ? Current : Standard, VehicleClass.Emergency),
            _ when enforcing => (chooser.Next(2) == 0 ? Clerk : Standard, VehicleClass.Enforcement),
            _ when number % 9 == 0 => (Works, VehicleClass.SpecialTechnical),
            _ => (chooser.Next(2) == 0 ? Standard : Hybrid, VehicleClass.Other),
        };
    }

    private static string VinOf(int number, DateOnly registered)
    {
        const string years = "DEFGHJKLMNPRS"; // 2013 to 2025
        var open = "LFYGJ" + (number % 1000).ToString("000", CultureInfo.InvariantCulture) + "0" + years[Math.Clamp(registered.Year - 2013, 0, years.Length - 1)] + "A" + number.ToString("000000", CultureInfo.InvariantCulture);
        return open[..8] + Vehicles.Vin.CheckSign(open) + open[9..];
    }

    private sealed record Make(string Brand, string Model, VehicleKind Kind, VehicleBody Body, EnergyKind Energy, string? Displacement, decimal PriceYuan, int Seats);
}

/// <summary>A sheet filled in by the demonstration.</summary>
internal sealed record PlantedSheet : VehicleFields;
