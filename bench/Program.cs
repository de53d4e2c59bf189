using Guiju.Bench;

var programs = new Dictionary<string, Func<string[], Task>>
{
    ["decision"] = DecisionBench.RunAsync,
    ["expression"] = ExpressionBench.RunAsync,
    ["gate"] = GateBench.RunAsync,
    ["gateway"] = GatewayBench.RunAsync,
    ["import"] = ImportBench.RunAsync,
    ["irregularities"] = IrregularityBench.RunAsync,
    ["casework"] = CaseworkBench.RunAsync,
    ["page"] = PageBench.RunAsync,
    ["task"] = TaskBench.RunAsync,
    ["register"] = RegisterBench.RunAsync,
    ["sandbox"] = SandboxBench.RunAsync,
    ["search"] = SearchBench.RunAsync,
    ["rides"] = RidesBench.RunAsync,
    ["city-day"] = CityDayBench.RunAsync,
};
var wanted = args.Length == 0 ? programs.Keys.ToArray() : [args[0]];
foreach (var name in wanted)
{
    if (!programs.TryGetValue(name, out var run))
    {
        Console.Error.WriteLine($"No bench '{name}'; there are: {string.Join(", ", programs.Keys)}");
        return 1;
    }

    Console.WriteLine($"== {name}");
    await run(args.Skip(1).ToArray());
}

return 0;
