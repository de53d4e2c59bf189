using System.CommandLine;
using System.Globalization;
using Guiju.Fleet.Indicators;
using Guiju.Fleet.Planning;
using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Fleet.Terminal;

/// <summary><c>guiju fleet plan --day D</c>: the plan of a day's approved trips; <c>--year Y</c>: what planning would have saved on the journeys of a year.</summary>
internal static class PlanCommand
{
    public static Command Build(CommandHost host)
    {
        var day = new Option<string?>("--day") { Description = "Plan the approved trips of this day, yyyy-MM-dd" };
        var year = new Option<int?>("--year") { Description = "Plan the journeys of this year again, beside first come, first served" };
        var seconds = new Option<double>("--seconds") { Description = "Time for a day at most", DefaultValueFactory = _ => PlanModel.Seconds };
        var weights = new Option<string?>("--car-km") { Description = "With --year: kilometres that sending one more car counts for, one or several (0,2,5,10,20), instead of the figure in force" };
        var every = new Option<int>("--every") { Description = "With --year: plan only every N-th day with journeys", DefaultValueFactory = _ => 1 };
        var database = new Option<string?>("--db") { Description = "Database" };
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output" };
        var command = new Command("plan", "Which car takes which trips: kilometres, cars, bound; or what that saves on a year of the record. Nothing is dispatched.") { day, year, seconds, weights, every, database, json };
        command.SetAction(async (parsed, ct) =>
        {
            var (asked, whole, limit) = (parsed.GetValue(day), parsed.GetValue(year), parsed.GetValue(seconds));
            if (asked is null == whole is null || !(limit > 0) || whole is < 1 or > 9998 || parsed.GetValue(every) < 1)
            {
                throw new InvalidDataException("Give either --day or --year, and more than nothing as --seconds and --every.");
            }

            await using var scope = await host.OpenAsync(parsed.GetValue(database), ct);
            scope.ServiceProvider.GetRequiredService<ActorHolder>().Current = Actor.System("guiju");
            var board = scope.ServiceProvider.GetRequiredService<DayPlanBoard>();
            if (whole is { } of)
            {
                if (!board.CanPlan(new DateOnly(of, 1, 1)))
                {
                    throw new InvalidDataException(PlanModel.NoFigures.En);
                }

                var sums = new SortedDictionary<double, YearSaving.Sum>();
                await foreach (var one in scope.ServiceProvider.GetRequiredService<YearSaving>().AskAsync(of, limit, Weights(parsed.GetValue(weights)), parsed.GetValue(every), ct))
                {
                    sums[one.CarKm] = sums.GetValueOrDefault(one.CarKm, YearSaving.Sum.None) + one;
                }

                var (first, several) = (sums.Count == 0 ? YearSaving.Sum.None : sums.First().Value, sums.Count > 1);
                await host.Out.WriteLineAsync(parsed.GetValue(json) ? several ? Json.Write(sums.Values) : Json.Write(first) : several ? string.Join('\n', sums.Values.Select(s => Tell(of, s))) : Tell(of, first));
                return sums.Values.All(s => s.Faults == 0) ? ExitCode.Done : ExitCode.Refused;
            }

            var on = IndicatorModel.Day(asked) ?? throw new InvalidDataException($"'{asked}' is no day: yyyy-MM-dd.");
            var sheet = PlanModel.Of(board.CanPlan(on) ? await board.AskAsync(on, limit, ct) : throw new InvalidDataException(PlanModel.NoFigures.En));
            await host.Out.WriteLineAsync(parsed.GetValue(json) ? Json.Write(sheet) : Tell(sheet));
            return sheet.Faults.Count == 0 ? ExitCode.Done : ExitCode.Refused;
        });
        return command;
    }

    private static List<double> Weights(string? text) => (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(w => double.TryParse(w, NumberStyles.Float, CultureInfo.InvariantCulture, out var km) && km is >= 0 and <= 1000 ? km : throw new InvalidDataException($"'{w}' is no weight of a car: kilometres from 0 to 1000.")).Distinct().ToList();

    private static string Tell(int year, YearSaving.Sum sum) => string.Join('\n', (string[])
    [
        string.Create(CultureInfo.InvariantCulture, $"{year}: {sum.Days} days, {sum.Trips} journeys; by the record {sum.RecordedCars} car-days; 多派一辆折算 one more car counts for {sum.CarKm:0.##} km"),
        string.Create(CultureInfo.InvariantCulture, $"先到先派 first come: {sum.FirstKm:0} km, {sum.FirstCars} car-days, {sum.FirstUnserved} without a car"),
        string.Create(CultureInfo.InvariantCulture, $"统筹排班 planned: {sum.PlanKm:0} km, {sum.PlanCars} car-days, {sum.PlanUnserved} without a car (at least {sum.UnservedAtLeast} in any plan), gap {sum.Gap:P2}, dearer on {sum.Dearer} days"),
        string.Create(CultureInfo.InvariantCulture, $"合乘 shared: {sum.Shared.Trips} trips, {sum.Shared.People} people in {sum.Shared.Drives} drives, {sum.Shared.Km:0} km instead of {sum.Shared.AloneKm:0} km"),
        string.Create(CultureInfo.InvariantCulture, $"节省 saved on {sum.AlikeDays} days with the same trips served: {sum.AlikeFirstKm - sum.AlikePlanKm:0} km ({sum.SavedKm:P1}), {sum.AlikeFirstCars - sum.AlikePlanCars} car-days ({sum.SavedCars:P1}); faults {sum.Faults}"),
    ]);

    private static string Tell(PlanModel.Sheet sheet) => string.Join('\n', (string[])
    [
        string.Create(CultureInfo.InvariantCulture, $"{sheet.Day:yyyy-MM-dd}: {sheet.Trips} trips, {sheet.Cars} cars, {sheet.Km} km, {sheet.Unserved} without a car, {sheet.WithoutDriver} without a driver ({(sheet.Optimal ? "已证最优 proved optimal" : $"差距 gap {sheet.Gap:P2}")})"),
        string.Create(CultureInfo.InvariantCulture, $"先到先派 first come: {sheet.FirstComeCars} cars, {sheet.FirstComeKm} km, {sheet.FirstComeUnserved} without a car{(sheet.SavedKm is { } saved ? $"; 节省 saved {saved} km, {sheet.FirstComeCars - sheet.Cars} cars" : "")}"),
        string.Create(CultureInfo.InvariantCulture, $"合乘 shared: {sheet.SharedTrips} trips, {sheet.SharedPeople} people in {sheet.SharedDrives} drives, {sheet.SharedKm} km instead of {sheet.SharedAloneKm} km"),
        .. sheet.Lines.Select(l => string.Create(CultureInfo.InvariantCulture, $"  {l.Start:HH:mm}–{l.End:HH:mm} {l.Car} {l.Driver} {string.Join('+', l.Trips)} {l.Km} km")),
        .. sheet.Unplaced.Select(u => $"  — {u.Trip}: {string.Join("; ", u.Reasons.Select(r => $"{r.Rule} ×{r.Cars}"))}"),
    ]);
}
