using Guiju.Fleet.Sightings;
using Guiju.Fleet.Terminals;
using Guiju.Jt808;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Fleet.Tests.Alarms;

/// <summary>Puts positions into a bureau's tables as the gateway would.</summary>
internal static class Field
{
    private static readonly TimeSpan Zone = TimeSpan.FromHours(8);

    /// <summary>Stores fixes in local time.</summary>
    public static async Task StoreAsync(this Bureau bureau, string terminal, IEnumerable<Fix> fixes, CancellationToken ct)
    {
        await using var scope = bureau.Scoped(bureau.Desk);
        var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
        await db.Database.OpenConnectionAsync(ct);
        var tables = new PositionTables(db.Database.GetDbConnection());
        await tables.BeginAsync(ct);
        await tables.StoreAsync([.. fixes.Select((f, i) => new StoredPosition(terminal, (ushort)i, 0, new DateTimeOffset(f.At, Zone), new Position
        {
            Time = new DateTimeOffset(f.At, Zone), Latitude = f.Latitude, Longitude = f.Longitude, SpeedKmh = f.SpeedKmh, AlarmBits = (uint)f.Alarms, StatusBits = 3,
        }))], [], ("", 0), ct);
        await db.Database.CloseConnectionAsync();
    }

    /// <summary>A car that stands from one hour to another, north of the yard by some kilometres.</summary>
    public static IEnumerable<Fix> Stands(DateTime from, DateTime to, double km = 0)
    {
        for (var at = from; at < to; at = at.AddMinutes(20))
        {
            yield return At(at, km, 0);
        }
    }

    /// <summary>A drive north from one distance to another, a position a minute.</summary>
    public static IEnumerable<Fix> Drives(DateTime from, double minutes, double fromKm, double toKm)
    {
        for (var minute = 0.0; minute <= minutes; minute++)
        {
            yield return At(from.AddMinutes(minute), fromKm + (toKm - fromKm) * minute / minutes, Math.Abs(toKm - fromKm) / minutes * 60);
        }
    }

    private static Fix At(DateTime at, double km, double kmh) => new(at, 39.9 + km / 111.32, 116.4, kmh, null, 0);
}
