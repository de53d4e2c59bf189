using System.Globalization;
using Guiju.Kernel;

namespace Guiju.Fleet.Sightings;

/// <summary>Short ways of writing figures, explanations and sightings down in both languages.</summary>
internal static class Words
{
    public static SeenFigure Km(string zh, string en, double value) => new(new Bilingual(zh, en), (decimal)Math.Round(value, 1), "km");

    public static SeenFigure Km(string zh, string en, decimal value) => new(new Bilingual(zh, en), Math.Round(value, 1), "km");

    public static SeenFigure Minutes(string zh, string en, double value) => new(new Bilingual(zh, en), (decimal)Math.Round(value), "分钟");

    public static SeenFigure Of(string zh, string en, decimal value, string unit) => new(new Bilingual(zh, en), Math.Round(value, 2), unit);

    /// <summary>Litres, where the bill says how many.</summary>
    public static IEnumerable<SeenFigure> Litres(string zh, string en, decimal? value) => value is { } litres ? [Of(zh, en, litres, "L")] : [];

    public static Excuse Excuse((string Zh, string En) name, bool? holds, FormattableString zh, FormattableString en) =>
        new(new Bilingual(name.Zh, name.En), holds switch { true => Standing.Holds, false => Standing.Fails, _ => Standing.Open }, new Bilingual(zh.ToString(CultureInfo.InvariantCulture), en.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A time as the sentences above write it.</summary>
    public static string Clock(this DateTime at) => at.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);
}
