using System.Globalization;
using Guiju.Decisions.Contracts;
using Guiju.Fleet.Alarms;
using Guiju.Fleet.Drivers;
using Guiju.Fleet.Quotas;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Reports;

/// <summary>What a leader should look at: things that are overdue or out of order today, and in the year.</summary>
internal sealed class OverviewAlerts(GuijuDb db, ActorHolder asker, IFigures figures, TimeProvider clock)
{
    private const string FullPoints = "fleet.licence.full-points";
    private const string MedicalYears = "fleet.driver.medical-years";

    /// <summary>The alerts, also those that are nought.</summary>
    public async Task<IReadOnlyList<Alert>> AskAsync(YearReport report, CancellationToken ct)
    {
        var today = clock.Today();
        var yesterday = today.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var cars = db.Set<Vehicle>().AsNoTracking().Within(asker.Current, FleetPermissions.Read, v => v.UnitId).Seen(asker.Current).Where(v => QuotaLedger.Held.Contains(v.State));
        var drivers = db.Set<Driver>().AsNoTracking().Within(asker.Current, FleetPermissions.Read, d => d.UnitId).Where(d => d.State == DriverState.OnDuty);
        var (car, unit) = (new Bilingual("辆", "cars"), new Bilingual("家", "units"));
        var full = (int?)(figures.On(FullPoints, today)?.Value as decimal?);
        var examinedSince = figures.On(MedicalYears, today)?.Value is decimal years ? today.AddYears(-(int)years) : (DateOnly?)null;
        var people = new Bilingual("人", "people");
        List<Alert> alerts =
        [
            new(new("超编制单位", "Units over quota"), (int)(report.Find("over-quota")?.Value ?? 0), unit, "/fleet/quotas?beyond=true"),
            new(new("检验过期的车辆", "Cars with inspection overdue"), await cars.CountAsync(v => v.InspectionDue < today, ct), car, $"/fleet/vehicles?f.inspectionDue.to={yesterday}"),
            new(new("交强险过期的车辆", "Cars without compulsory insurance"), await cars.CountAsync(v => v.CompulsoryInsuranceTo < today, ct), car, $"/fleet/vehicles?f.insuranceTo.to={yesterday}"),
            new(new("待说明、待认定的用车报警", "Alarms to be explained or decided"), await AlarmFile.Readable(db.AlarmsSeen(asker.Current), asker.Current).CountAsync(a => !a.Device && (a.State == AlarmState.Asked || a.State == AlarmState.Answered), ct), new("件", "alarms"), "/fleet/alarms"),
            new(new("驾驶证过期的驾驶员", "Drivers with licence expired"), await drivers.CountAsync(d => d.LicenceTo < today, ct), people, $"/fleet/drivers?f.licenceTo.to={yesterday}&f.state=OnDuty"),
        ];
        if (full is { } points) // without the figure in force there is nothing to hold them against
        {
            alerts.Add(new(new("记满分的驾驶员", "Drivers with all points lost"), await drivers.CountAsync(d => d.Points >= points, ct), people, $"/fleet/drivers?f.points.from={points}&f.state=OnDuty"));
        }

        if (examinedSince is { } since)
        {
            alerts.Add(new(new("体检过期的驾驶员", "Drivers with medical overdue"), await drivers.CountAsync(d => d.MedicalOn != null && d.MedicalOn < since, ct), people, $"/fleet/drivers?f.medicalOn.to={since.AddDays(-1):yyyy-MM-dd}&f.state=OnDuty"));
        }

        return alerts;
    }

    /// <summary>One thing and where its rows are.</summary>
    internal sealed record Alert(Bilingual Title, int Count, Bilingual Measure, string Address);
}
