using CsCheck;
using Guiju.Fleet.Vehicles;

namespace Guiju.Fleet.Tests.Vehicles;

public sealed class NumbersTests
{
    [Theory]
    [InlineData("1M8GDM9AXKP042788")]
    [InlineData("11111111111111111")]
    [InlineData("5GZCZ43D13S812715")]
    public void A_published_VIN_passes_its_check_sign(string vin) => Assert.True(Vin.IsRight(vin));

    [Theory]
    [InlineData("1M8GDM9A1KP042788")]
    [InlineData("1M8GDM9AXKP04278")]
    [InlineData("1M8GDM9AXKPO42788")]
    [InlineData("........X........")]
    [InlineData("")]
    public void A_wrong_VIN_is_told_from_a_right_one(string vin) => Assert.False(Vin.IsRight(vin));

    [Fact]
    public void One_altered_digit_breaks_a_VIN() => Gen.Select(Gen.Int[0, 9999], Gen.Int[1, 9]).Sample((number, shift) =>
    {
        var vin = Samples.VinOf(number).ToCharArray();
        vin[16] = (char)('0' + (vin[16] - '0' + shift) % 10);

        return !Vin.IsRight(new string(vin));
    });

    [Theory]
    [InlineData("京A12345")]
    [InlineData("京a 12345")]
    [InlineData("京A·12345")]
    [InlineData("京AD12345")]
    [InlineData("京A12345D")]
    [InlineData("京A1234警")]
    public void Plates_are_known_in_every_spelling(string plate) => Assert.True(PlateNumber.IsRight(PlateNumber.Normalise(plate)));

    [Theory]
    [InlineData("A12345")]
    [InlineData("京112345")]
    [InlineData("京A1234")]
    [InlineData("京AI2345")]
    [InlineData("京A1234567")]
    public void What_is_no_plate_is_refused(string plate) => Assert.False(PlateNumber.IsRight(PlateNumber.Normalise(plate)));

    [Fact]
    public void A_plate_of_ten_thousand_signs_is_refused_at_once() => Assert.False(PlateNumber.IsRight(PlateNumber.Normalise(new string('京', 10_000))));
}
