using CsCheck;
using Guiju.Fleet.Vehicles;

namespace Guiju.Fleet.Tests.Vehicles;

public sealed class DisplacementTests
{
    [Theory]
    [InlineData("1798", 1.8)]
    [InlineData("1798mL", 1.8)]
    [InlineData("1798 ml", 1.8)]
    [InlineData("1798毫升", 1.8)]
    [InlineData("1.8L", 1.8)]
    [InlineData("1.8 升", 1.8)]
    [InlineData("1.8", 1.8)]
    [InlineData("１．８Ｌ", 1.8)]
    [InlineData("1598cc", 1.6)]
    [InlineData("1.598", 1.6)]
    [InlineData("2000", 2.0)]
    [InlineData("3.0", 3.0)]
    public void Every_spelling_of_a_volume_becomes_litres_with_one_digit(string text, double litres) =>
        Assert.Equal((decimal)litres, Displacement.Parse(text, "Displacement"));

    [Theory]
    [InlineData("1.8T")]
    [InlineData("1.8TL")]
    [InlineData("T")]
    [InlineData("-1.8")]
    [InlineData("0")]
    [InlineData("35")]
    [InlineData("1,798")]
    [InlineData("1.8L1.8L")]
    [InlineData("99999999999999999999999999999999")]
    public void What_is_no_volume_is_refused_by_name_of_the_field(string text) =>
        Broken.By(VehicleChecks.DisplacementIsAVolume, () => Displacement.Parse(text, "Displacement"), "Displacement");

    [Fact]
    public void The_refusal_of_a_turbo_mark_says_what_to_write_instead()
    {
        Assert.Contains("1.8T", VehicleChecks.DisplacementIsAVolume.Statement.Zh, StringComparison.Ordinal);
        Assert.Contains("1.8L", VehicleChecks.DisplacementIsAVolume.Statement.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_written_is_no_displacement() => Assert.Null(Displacement.Parse("  ", "Displacement"));

    [Fact]
    public void No_text_breaks_the_reader() => Gen.String.Sample(text => Displacement.TryParse(text, out _) || true);
}
