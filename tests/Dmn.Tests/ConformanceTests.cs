namespace Guiju.Dmn.Tests;

public sealed class ConformanceTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_conformance_kit_passes_but_for_external_java_functions(bool interpret)
    {
        var kit = KitData.Find("dmn-tck");
        Assert.SkipWhen(kit is null, "the conformance kit is not beside the checkout (GUIJU_DATA names its place)");

        var levels = Conformance.Run(kit, interpret).ToDictionary(l => l.Level);

        var second = levels["2"];
        Assert.Equal((28, 28, 116, 116, 0), (second.Folders, second.FoldersComplete, second.ValueCases, second.ValuePassed, second.ErrorCases));
        var third = levels["3"];
        Assert.Equal((118, 1866, 1409), (third.Folders, third.ValueCases, third.ErrorCases));
        Assert.Equal(1409, third.ErrorPassed);
        Assert.All(third.Failed, f => Assert.Equal("0076-feel-external-java", f.Folder));
        Assert.Equal(117, third.FoldersComplete);
    }
}
