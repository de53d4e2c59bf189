using CsCheck;

namespace Guiju.Roads.Tests;

public sealed class Gcj02Tests
{
    [Fact]
    public void Shifting_there_and_back_gives_the_same_place() =>
        Gen.Select(Gen.Double[20, 50], Gen.Double[75, 130]).Sample((latitude, longitude) =>
        {
            var shifted = Gcj02.Shift(latitude, longitude);
            var back = Gcj02.Unshift(shifted.Latitude, shifted.Longitude);

            Assert.Equal(latitude, back.Latitude, 8);
            Assert.Equal(longitude, back.Longitude, 8);
            Assert.InRange(Math.Abs(shifted.Latitude - latitude) + Math.Abs(shifted.Longitude - longitude), 1e-5, 0.02);
        }, iter: 500);

    [Fact]
    public void Tiananmen_is_shifted_by_half_a_kilometre_to_the_north_east()
    {
        var (latitude, longitude) = Gcj02.Shift(39.90734, 116.39089);

        Assert.Equal(39.9087, latitude, 3);
        Assert.Equal(116.3971, longitude, 3);
    }

    [Fact]
    public void Outside_China_nothing_is_shifted() => Assert.Equal((-27.45, 153.02), Gcj02.Shift(-27.45, 153.02));
}
