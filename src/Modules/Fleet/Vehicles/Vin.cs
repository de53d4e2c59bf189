namespace Guiju.Fleet.Vehicles;

/// <summary>Vehicle identification numbers: 17 signs without I, O and Q, the ninth of which checks the others (GB 16735).</summary>
internal static class Vin
{
    private const int Length = 17;
    private const int CheckPlace = 8;
    private const int Modulus = 11;
    private const int ShownAsX = 10;
    private const string Signs = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ";

    private static readonly int[] Weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

    /// <summary>The number in capitals without spaces.</summary>
    public static string Normalise(string text) => text.Trim().ToUpperInvariant();

    /// <summary>Whether every sign is allowed and the check sign is right.</summary>
    public static bool IsRight(string vin) =>
        vin.Length == Length && vin.All(c => ValueOf(c) >= 0) && vin[CheckPlace] == CheckSign(vin);

    /// <summary>The check sign that belongs to a number; its own ninth sign does not count.</summary>
    public static char CheckSign(string vin)
    {
        var rest = vin.Select((c, place) => ValueOf(c) * Weights[place]).Sum() % Modulus;
        return rest == ShownAsX ? 'X' : (char)('0' + rest);
    }

    // Letters count by their place in rows of ten: A=1 … H=8, J=1 … N=5, P=7, R=9, S=2 … Z=9.
    private static int ValueOf(char sign)
    {
        var place = sign is '.' ? -1 : Signs.IndexOf(sign, StringComparison.Ordinal);
        return place < 0 ? -1 : place % 10;
    }
}
