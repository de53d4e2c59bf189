using Guiju.Bpmn.Comparing;

namespace Guiju.Bpmn.Tests;

public sealed class ComparisonTests
{
    private static readonly string Before = Draw.Node("startEvent", "s") + Draw.User("fill") + Draw.User("check") + Draw.Node("endEvent", "e") + Draw.Flows("s fill; fill check; check e");

    [Fact]
    public void A_version_does_not_differ_from_itself() => Assert.Empty(ModelComparison.Find(Draw.Model(Before), Draw.Model(Before)));

    [Fact]
    public void Steps_added_and_removed_are_named_and_so_are_their_flows()
    {
        var after = Draw.Node("startEvent", "s") + Draw.User("fill") + Draw.User("approve") + Draw.Node("endEvent", "e") + Draw.Flows("s fill; fill approve; approve e");

        var found = ModelComparison.Find(Draw.Model(Before), Draw.Model(after));

        Assert.Contains(found, d => d is { Element: "approve", Change: Change.Added });
        Assert.Contains(found, d => d is { Element: "check", Change: Change.Removed });
        Assert.DoesNotContain(found, d => d.Element is "s" or "fill" or "e");
        Assert.Equal(4, found.Count(d => d.Element is not ("approve" or "check")));
    }

    [Fact]
    public void A_step_that_is_signed_otherwise_tells_in_what_it_changed()
    {
        var after = Draw.Node("startEvent", "s") + Draw.User("fill") + Draw.Signed("check", true) + Draw.Node("endEvent", "e") + Draw.Flows("s fill; fill check; check e");

        var difference = Assert.Single(ModelComparison.Find(Draw.Model(Before), Draw.Model(after)));

        Assert.Equal(("check", Change.Changed), (difference.Element, difference.Change));
        Assert.Contains(difference.Aspects, a => a is { En: "Signing", Before: "" } && a.After.StartsWith("sequential", StringComparison.Ordinal));
    }
}
