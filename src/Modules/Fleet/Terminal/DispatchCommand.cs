using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Guiju.Kernel;
using Guiju.Rides;

namespace Guiju.Fleet.Terminal;

/// <summary><c>guiju fleet dispatch FILE</c>: routes, cost, bound, and what a separate checker says.</summary>
internal static class DispatchCommand
{
    private const double UsualSeconds = 60;

    public static Command Build(CommandHost host)
    {
        var file = new Argument<string>("FILE") { Description = "A dial-a-ride file: cars, stops, longest day, seats, longest ride; then a line a stop" };
        var seconds = new Option<double>("--seconds") { Description = "Time for search and proof; it ends earlier once the plan is proved to be the cheapest", DefaultValueFactory = _ => UsualSeconds };
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output" };
        var command = new Command("dispatch", "Plan who fetches whom: routes, cost, lower bound, feasibility by a separate checker. Exit 2 where not all can be served.") { file, seconds, json };
        command.SetAction(async (parsed, ct) =>
        {
            var problem = RideFiles.Read(parsed.GetRequiredValue(file));
            var asked = parsed.GetValue(seconds);
            if (!(asked > 0))
            {
                throw new InvalidDataException("--seconds must be more than nothing.");
            }

            var clock = Stopwatch.StartNew();
            var plan = RidePlanner.Plan(problem, asked, ct);
            var took = clock.Elapsed.TotalSeconds;
            var faults = RideChecker.Faults(problem, plan);
            await host.Out.WriteLineAsync(parsed.GetValue(json) ? Json.Write(Shape(plan, faults, took)) : Tell(plan, faults, took));
            return faults.Count == 0 ? ExitCode.Done : ExitCode.Refused;
        });
        return command;
    }

    private static object Shape(RidePlan plan, IReadOnlyList<string> faults, double seconds) => new
    {
        feasible = faults.Count == 0,
        cost = Math.Round(plan.Cost, 4),
        bound = Math.Round(plan.Bound, 4),
        gap = Math.Round(plan.Gap, 6),
        optimal = plan.IsOptimal,
        proof = plan.Proof,
        seconds = Math.Round(seconds, 2),
        routes = plan.Routes.Select(r => r.Stops),
        times = plan.Routes.Select(r => r.Times.Select(t => Math.Round(t, 4))),
        unserved = plan.Unserved,
        faults,
    };

    private static string Tell(RidePlan plan, IReadOnlyList<string> faults, double seconds) => string.Join('\n', (string[])
    [
        string.Create(CultureInfo.InvariantCulture, $"里程 cost {plan.Cost:0.00}, 下界 bound {plan.Bound:0.00}, {(plan.IsOptimal ? "已证最优 proved optimal" : $"差距 gap {plan.Gap:P2}")}, {seconds:0.0} s"),
        .. plan.Routes.Select((r, i) => $"  {i + 1}: {string.Join(' ', r.Stops)}"),
        faults.Count == 0 ? "校验通过 feasible" : "校验未通过 not feasible: " + string.Join("; ", faults),
    ]);
}
