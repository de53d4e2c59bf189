namespace Guiju.Rides.Tests;

public sealed class RidePlannerTests
{
    [Theory]
    [InlineData("a2-16", 294.25)]
    [InlineData("a2-24", 431.12)]
    [InlineData("a4-32", 485.50)]
    public void Small_instances_are_solved_and_proved(string name, double cost)
    {
        var problem = RideFiles.Read(Path.Combine(Yardstick.Folder(), name + ".txt"));

        var plan = RidePlanner.Plan(problem, 60, TestContext.Current.CancellationToken);

        Assert.Empty(RideChecker.Faults(problem, plan));
        Assert.Equal(cost, plan.Cost, 2);
        Assert.True(plan.IsOptimal, $"bound {plan.Bound}");
    }

    [Fact]
    public void Every_instance_is_read_and_a_search_of_a_moment_gives_a_plan_that_the_checker_accepts()
    {
        foreach (var file in Directory.EnumerateFiles(Yardstick.Folder(), "a*.txt").Order(StringComparer.Ordinal))
        {
            var problem = RideFiles.Read(file);
            var plan = RidePlanner.Plan(problem, 0.5, TestContext.Current.CancellationToken);

            Assert.True(plan.Unserved.Count > 0 || RideChecker.Faults(problem, plan).Count == 0, Path.GetFileName(file));
            Assert.InRange(plan.Bound, 0, plan.Cost);
        }
    }

    [Fact]
    public void The_checker_sees_what_is_wrong()
    {
        var problem = Two();
        var plan = RidePlanner.Plan(problem, 2, TestContext.Current.CancellationToken);

        Assert.Empty(RideChecker.Faults(problem, plan));
        Assert.Contains(RideChecker.Faults(problem, plan with { Cost = plan.Cost - 1 }), f => f.Contains("cost", StringComparison.Ordinal));
        Assert.Contains(RideChecker.Faults(problem, plan with { Routes = [] }), f => f.Contains("served 0 times", StringComparison.Ordinal));
        Assert.Contains(RideChecker.Faults(problem, Changed(plan, r => r with { Stops = [.. r.Stops.Reverse()] })), f => f.Contains("comes before", StringComparison.Ordinal));
        Assert.Contains(RideChecker.Faults(problem, Changed(plan, r => r with { Times = [.. r.Times.Select(t => t - 40)] })), f => f.Contains("outside its window", StringComparison.Ordinal));
        Assert.Contains(RideChecker.Faults(problem, Changed(plan, r => r with { Times = [.. r.Times.Select((t, i) => i == 1 ? 0 : t)] })), f => f.Contains("before the car can be there", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_cannot_be_served_is_named()
    {
        var late = new RideProblem(1, new RideLimits(1, 480, 30), [new(0, 0, 0, 0, 0, 480), new(100, 0, 1, 1, 0, 50), new(101, 0, 1, -1, 0, 60)]);

        var plan = RidePlanner.Plan(late, 1, TestContext.Current.CancellationToken);

        Assert.Equal([1], plan.Unserved);
        Assert.NotEmpty(RideChecker.Faults(late, plan));
    }

    [Theory]
    [InlineData("2 4 480 3\n", "line 1")]
    [InlineData("2 4 480 3 30\n0 0 0 0 0 0 480\n1 1 1 1 1 0 480\n2 1 1 1 x 0 480\n", "line 4")]
    [InlineData("2 4 480 3 30\n0 0 0 0 0 0 480\n1 1 1 1 1 0 480\n2 1 1 1 -1 0 480\n", "announces 4 stops")]
    [InlineData("2 2 480 3 30\n0 0 0 0 0 0 480\n1 1 1 1 1 0 480\n2 1 1 1 -2 0 480\n", "as many must get out")]
    public void A_wrong_file_is_refused_with_its_line(string text, string told)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, text);

        Assert.Contains(told, Assert.Throws<InvalidDataException>(() => RideFiles.Read(file)).Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    private static RidePlan Changed(RidePlan plan, Func<RideRoute, RideRoute> change) => plan with { Routes = [.. plan.Routes.Select(change)] };

    private static RideProblem Two() => new(1, new RideLimits(2, 480, 30),
        [new(0, 0, 0, 0, 0, 480), new(5, 0, 1, 1, 60, 75), new(0, 5, 1, 1, 0, 480), new(9, 0, 1, -1, 0, 480), new(0, 9, 1, -1, 100, 115)]);
}
