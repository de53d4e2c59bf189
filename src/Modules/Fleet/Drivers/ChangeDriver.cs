using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Drivers;

/// <summary>The vehicle desk changes a driver's sheet or state.</summary>
[Needs(FleetPermissions.Keep), Display(Name = "变更驾驶员登记")]
public sealed record ChangeDriver : DriverFields, IAct<Guid>
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "驾驶员状态"), Required] public DriverState? State { get; init; }

    internal sealed class Handler(GuijuDb db, ActorHolder asker, DriverRegister register, Journal journal) : IHandler<ChangeDriver, Guid>
    {
        public async Task<Guid> HandleAsync(ChangeDriver act, CancellationToken ct)
        {
            var driver = await db.Set<Driver>().Within(asker.Current, FleetPermissions.Keep, d => d.UnitId).FirstOrDefaultAsync(d => d.Id == act.Id, ct)
                ?? throw new NotWithinReachException("driver");
            await register.HoldAsync(driver.Id, act, ct);
            driver.Change(act, act.State.GetValueOrDefault());
            journal.Concerns(FleetKinds.Driver, driver.Id, driver.UnitId);
            return driver.Id;
        }
    }
}
