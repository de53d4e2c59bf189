using System.Text.RegularExpressions;

namespace Guiju.Fleet.Vehicles;

/// <summary>Number plates of the mainland: province, office letter and five signs, six for new-energy vehicles.</summary>
internal static partial class PlateNumber
{
    /// <summary>The plate in capitals without spaces and dots.</summary>
    public static string Normalise(string text) => Filling().Replace(text, "").ToUpperInvariant();

    /// <summary>Whether the text has the form of a plate.</summary>
    public static bool IsRight(string plate) => Form().IsMatch(plate);

    [GeneratedRegex(@"[\s·•.\-]", RegexOptions.CultureInvariant)]
    private static partial Regex Filling();

    [GeneratedRegex("^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z]([A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9警]|[DFABCEGHJK][A-HJ-NP-Z0-9][0-9]{4}|[0-9]{5}[DFABCEGHJK])$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
