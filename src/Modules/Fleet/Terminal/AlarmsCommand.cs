using System.CommandLine;
using System.Globalization;
using Guiju.Fleet.Alarms;
using Guiju.Fleet.Indicators;
using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Fleet.Terminal;

/// <summary><c>guiju fleet alarms --on DATE [--keep]</c>: what the detectors see on a day, and what is kept of it.</summary>
internal static class AlarmsCommand
{
    public static Command Build(CommandHost host)
    {
        var on = new Option<string>("--on") { Description = "Day yyyy-MM-dd", Required = true };
        var keep = new Option<bool>("--keep") { Description = "Keep what is new, as the night watch does: people are asked about it" };
        var database = new Option<string?>("--db") { Description = "Database" };
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output" };
        var command = new Command("alarms", "Run all detectors over a day: alarms that are kept, and what is seen and not kept yet. Nothing is changed without --keep.") { on, keep, database, json };
        command.SetAction(async (parsed, ct) =>
        {
            var day = IndicatorModel.Day(parsed.GetRequiredValue(on)) ?? throw new InvalidDataException($"'{parsed.GetValue(on)}' is no day: yyyy-MM-dd.");
            await using var scope = await host.OpenAsync(parsed.GetValue(database), ct);
            scope.ServiceProvider.GetRequiredService<ActorHolder>().Current = Actor.System("guiju");
            if (parsed.GetValue(keep) && await scope.ServiceProvider.GetRequiredService<SystemDesk>().PerformAsync("guiju", new WatchDay { Day = day }, ct) is not Outcome<int>.Done)
            {
                throw new InvalidDataException("The day is not over yet.");
            }

            var (clock, watch) = (scope.ServiceProvider.GetRequiredService<TimeProvider>(), scope.ServiceProvider.GetRequiredService<DayWatch>());
            if (!watch.CanLook(day))
            {
                throw new InvalidDataException($"The figures to measure with are not in force on {day:yyyy-MM-dd}.");
            }

            var kept = (await scope.ServiceProvider.GetRequiredService<AlarmBoard>().OnAsync(day, ct)).ConvertAll(a => AlarmModel.Of(a, clock));
            var seen = (await watch.NewAsync(day, null, ct)).Select(AlarmModel.Of).ToList();
            await host.Out.WriteLineAsync(parsed.GetValue(json) ? Json.Write(new { day, kept, seen }) : string.Join('\n', (string[])[$"{day:yyyy-MM-dd}: {kept.Count} kept, {seen.Count} seen and not kept", .. kept.Concat(seen).Select(Tell)]));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Tell(AlarmModel.Sheet a) => string.Create(CultureInfo.InvariantCulture, $"{(a.Code.Length > 0 ? a.Code : "—")}\t{a.PlateNo}\t{a.Title.Zh} {a.Title.En}\t{a.From:HH:mm}–{a.To:HH:mm}\t{a.State}\t{string.Join(", ", a.Figures.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Name.En} {f.Value} {f.Unit}")))}");
}
