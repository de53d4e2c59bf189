using Guiju.Decisions.Facts;
using Guiju.Decisions.Tests.Scenarios;
using Guiju.Kernel;

namespace Guiju.Decisions.Tests;

public sealed class FactReaderTests
{
    [Theory]
    [InlineData("price", "\"十二万\"", "数字")]
    [InlineData("price", "true", "数字")]
    [InlineData("class", "\"fast\"", "机要通信用车")]
    [InlineData("class", "7", "机要通信用车")]
    [InlineData("equipmentFixed", "\"是\"", "true/false")]
    [InlineData("registerDate", "\"2023/5/4\"", "2023-05-04")]
    [InlineData("registerDate", "\"2023-02-30\"", "2023-05-04")]
    [InlineData("options", "\"standard\"", "列表")]
    [InlineData("options", "[\"gold\"]", "豪华内饰")]
    [InlineData("planItem", "12", "文字")]
    [InlineData("price", "{\"yuan\":1}", "数字")]
    [InlineData("price", "1e300", "数字")]
    public void A_value_of_the_wrong_kind_is_told_by_its_field(string field, string json, string expected)
    {
        var read = Read($"{{\"{field}\":{json}}}");

        var error = Assert.Single(read.Errors);
        Assert.Equal(field, error.Field);
        Assert.Contains(expected, error.Message.Zh, StringComparison.Ordinal);
        Assert.Empty(read.ByName);
    }

    [Fact]
    public void A_fact_that_nobody_asks_for_is_named_with_the_nearest_known()
    {
        var error = Assert.Single(Read("{\"Price\":1}").Errors);

        Assert.Contains("price", error.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Null_is_the_same_as_absent() => Assert.Empty(Read("{\"price\":null,\"options\":null}").ByEnglish);

    [Fact]
    public void Figures_keep_every_digit() => Assert.Equal(120000.01m, Read("{\"price\":120000.01}").ByName["价格"]);

    private static ReadFacts Read(string json) =>
        FactReader.Read(Book.PointOf("fleet/standards.dmn#V-02"), Json.Read<Dictionary<string, object?>>(json));
}
