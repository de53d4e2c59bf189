using System.Globalization;
using System.Text;
using Guiju.Kernel;

namespace Guiju.Fleet.Vehicles;

/// <summary>Reads engine displacement as people write it (<c>1798</c>, <c>1798mL</c>, <c>1.8L</c>, <c>1.8升</c>) into litres with one digit.</summary>
internal static class Displacement
{
    private const decimal MostLitres = 20m;
    private const decimal LeastMillilitres = 50m;
    private const int MillilitresInLitre = 1000;

    private static readonly (string Unit, bool Litres)[] Units =
        [("ML", false), ("毫升", false), ("CC", false), ("L", true), ("升", true)];

    /// <summary>Litres, or null where nothing was written. What cannot be a volume, such as <c>1.8T</c>, is refused by name of the field.</summary>
    public static decimal? Parse(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        Check.That(TryParse(text, out var litres), VehicleChecks.DisplacementIsAVolume, field);
        return litres;
    }

    /// <summary>Whether the text is a volume, and how many litres.</summary>
    public static bool TryParse(string text, out decimal litres)
    {
        var plain = text.Normalize(NormalizationForm.FormKC).Trim().ToUpperInvariant(); // full-width digits become plain ones
        var (unit, inLitres) = Array.Find(Units, u => plain.EndsWith(u.Unit, StringComparison.Ordinal));
        litres = 0;
        if (!decimal.TryParse(plain[..^(unit?.Length ?? 0)].TrimEnd(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number <= 0)
        {
            return false;
        }

        // A bare number says by its size what it counts; between the two nobody can know.
        var isLitres = unit is null ? number <= MostLitres : inLitres;
        if (unit is null && number > MostLitres && number < LeastMillilitres)
        {
            return false;
        }

        litres = Math.Round(isLitres ? number : number / MillilitresInLitre, 1, MidpointRounding.AwayFromZero);
        return litres is > 0 and <= MostLitres;
    }
}
