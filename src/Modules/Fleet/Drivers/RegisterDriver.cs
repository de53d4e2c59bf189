using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;

namespace Guiju.Fleet.Drivers;

/// <summary>The vehicle desk puts a driver on the register.</summary>
[Needs(FleetPermissions.Keep), Display(Name = "登记驾驶员")]
public sealed record RegisterDriver : DriverFields, IAct<Guid>
{
    internal sealed class Handler(GuijuDb db, DriverRegister register, Journal journal) : IHandler<RegisterDriver, Guid>
    {
        public async Task<Guid> HandleAsync(RegisterDriver act, CancellationToken ct)
        {
            var driver = Driver.Register(Guid.CreateVersion7(), act);
            await register.HoldAsync(driver.Id, act, ct);
            db.Add(driver);
            journal.Concerns(FleetKinds.Driver, driver.Id, driver.UnitId);
            return driver.Id;
        }
    }
}
