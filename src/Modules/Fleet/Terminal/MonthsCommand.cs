using System.CommandLine;
using System.Globalization;
using Guiju.Fleet.Months;
using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Fleet.Terminal;

/// <summary><c>guiju fleet months --month YYYY-MM</c>: the accounts of all cars in a month.</summary>
internal static class MonthsCommand
{
    public static Command Build(CommandHost host)
    {
        var month = new Option<string>("--month") { Description = "Month yyyy-MM", Required = true };
        var year = new Option<bool>("--year") { Description = "The whole year of that month" };
        var database = new Option<string?>("--db") { Description = "Database" };
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output" };
        var command = new Command("months", "Distance, energy and cost of every car in a month, and whether its account is closed.") { month, year, database, json };
        command.SetAction(async (parsed, ct) =>
        {
            var asked = MonthModel.MonthOf(parsed.GetRequiredValue(month)) ?? throw new InvalidDataException($"'{parsed.GetValue(month)}' is no month: yyyy-MM.");
            await using var scope = await host.OpenAsync(parsed.GetValue(database), ct);
            scope.ServiceProvider.GetRequiredService<ActorHolder>().Current = Actor.System("guiju");
            var sheet = MonthModel.Of(await scope.ServiceProvider.GetRequiredService<MonthBoard>().AskAsync(asked, parsed.GetValue(year), null, false, ct));
            await host.Out.WriteLineAsync(parsed.GetValue(json) ? Json.Write(sheet) : Tell(sheet));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Tell(MonthModel.Sheet sheet) => string.Join('\n', sheet.Cars.Select(c => Line(c.PlateNo, c.Unit, c.Sum, c.Closed ? "closed" : c.Unsettled > 0 ? string.Create(CultureInfo.InvariantCulture, $"{c.Unsettled} unsettled") : "open"))
        .Prepend(string.Create(CultureInfo.InvariantCulture, $"{sheet.Month:yyyy-MM}{(sheet.WholeYear ? " (year)" : "")}: {sheet.Cars.Count} cars")).Append(Line("合计 all", "", sheet.All, "")));

    private static string Line(string plate, string unit, CarMonthSum sum, string standing) => string.Create(CultureInfo.InvariantCulture, $"{plate}\t{unit}\t{sum.Trips}\t{sum.Km:0.0} km\t{sum.TotalYuan:0.00}\t{standing}");
}
