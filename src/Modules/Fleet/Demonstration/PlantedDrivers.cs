using System.Globalization;
using Guiju.Fleet.Drivers;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel.Demonstration;
using Guiju.Kernel.Organisations;

namespace Guiju.Fleet.Demonstration;

/// <summary>The 500 drivers, made of the people whose post is driver; a few licences are out of order on purpose.</summary>
internal static class PlantedDrivers
{
    /// <summary>All drivers as they stand on the day of planting.</summary>
    public static IReadOnlyList<Driver> All(IReadOnlyDictionary<Guid, Unit> bodyOfUnit, DateOnly today)
    {
        var chooser = Planted.Chooser("drivers");
        var number = 0;
        return PlantedPeople.All().Where(p => p.Roles.Any(r => r.Role == "driver")).Select(post =>
        {
            number++;
            var body = bodyOfUnit[post.Person.UnitId];
            var issued = new DateOnly(1998, 1, 1).AddDays(chooser.Next(6500));
            return Driver.Register(Planted.Id("driver:" + post.Person.Code), new PlantedDriver
            {
                Name = post.Person.Name,
                UnitId = body.Id,
                PersonId = post.Person.Id,
                Phone = post.Person.Phone,
                LicenceNo = "1101" + chooser.Next(1970, 1995).ToString(CultureInfo.InvariantCulture) + number.ToString("0000000000", CultureInfo.InvariantCulture),
                LicenceClass = number % 10 == 1 ? LicenceClass.A1 : number % 10 == 2 ? LicenceClass.B1 : number % 3 == 0 ? LicenceClass.C2 : LicenceClass.C1,
                FirstIssuedOn = issued,
                LicenceTo = today.AddDays(number % 89 == 13 ? -chooser.Next(2, 60) : chooser.Next(60, 2400)),
                Points = number % 121 == 33 ? 12 : chooser.Next(0, 7),
                MedicalOn = today.AddDays(-chooser.Next(10, 300)),
                StaffKind = (StaffKind)(number % 3),
                Custody = body.Code == PlantedUnits.Bureau ? Custody.Platform : Custody.Unit,
                ServiceArea = "本市",
                Rating = Math.Round(4m + chooser.Next(0, 10) / 10m, 1),
            });
        }).ToList();
    }
}

/// <summary>A sheet filled in by the demonstration.</summary>
internal sealed record PlantedDriver : DriverFields;
