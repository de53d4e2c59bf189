using Guiju.Fleet.Numbers;
using Guiju.Fleet.Quotas;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Procedures.Contracts;

namespace Guiju.Fleet.Applications;

/// <summary>Takes applications in: number, quota of the day, case and the vehicle desk's task.</summary>
internal sealed class ApplicationDesk(GuijuDb db, Numbering numbering, QuotaLedger quotas, Casework casework, TripFolder folder, Journal journal)
{
    /// <summary>Code of the vehicle desk's step.</summary>
    public const string DecideStep = "decide";

    /// <summary>The day of filing.</summary>
    public DateOnly Today => folder.Today;

    /// <summary>Quota and cars held, today.</summary>
    public Task<(int? Quota, int Held)> QuotaAsync(Guid unitId, VehicleClass kind, CancellationToken ct) => quotas.OfAsync(unitId, kind, Today, ct);

    /// <summary>Files the application and asks the vehicle desk to decide.</summary>
    public async Task<Guid> FileAsync(string mark, Filing filing, CancellationToken ct)
    {
        var application = FleetApplication.File(Guid.CreateVersion7(), await numbering.NextAsync(mark, Today, ct), folder.Hand, filing);
        db.Add(application);
        journal.Concerns(FleetKinds.Application, application.Id, application.UnitId);
        if (filing.ReplacedVehicleId is { } old)
        {
            journal.Concerns(FleetKinds.Vehicle, old);
        }

        var title = filing.What == ApplicationKind.Acquire
            ? new Bilingual($"车辆配备申请 {application.Code}", $"Application for a new vehicle {application.Code}")
            : new Bilingual($"车辆更新申请 {application.Code}", $"Application to renew a vehicle {application.Code}");
        await casework.OpenAsync(new CaseOpening(filing.What == ApplicationKind.Acquire ? "fleet.acquire" : "fleet.renew", title, FleetKinds.Application, application.Id, application.UnitId, $"/fleet/applications/{application.Id}", Today), ct);
        return application.Id;
    }
}
