using System.CommandLine;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Organisations;
using Guiju.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Cli;

/// <summary><c>guiju seed</c>.</summary>
internal static class SeedCommand
{
    public static Command Build(CommandHost host)
    {
        var (database, json) = (Options.Database(), Options.Json());
        var command = new Command("seed", "Plant the demonstration bureau (the fictional 方圆市) in an empty database.") { database, json };
        command.SetAction(async (parsed, ct) =>
        {
            await using var scope = await host.OpenAsync(parsed.GetValue(database), ct);
            var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
            await Preparation.MigrateAsync(db, ct);
            if (await db.Set<Unit>().AnyAsync(ct))
            {
                await host.Error.WriteLineAsync("This database already holds units: the demonstration bureau is planted in an empty one only.");
                return ExitCode.Failure;
            }

            var counts = await Composition.SeedAsync(scope.ServiceProvider, host.Error.WriteLineAsync, ct);
            await Options.ReportAsync(host, parsed.GetValue(json), new { seeded = counts }, string.Join('\n', counts.Select(c => $"{c.Key}: {c.Value}")));
            return ExitCode.Done;
        });
        return command;
    }
}
