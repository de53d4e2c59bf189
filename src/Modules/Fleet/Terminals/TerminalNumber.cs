namespace Guiju.Fleet.Terminals;

/// <summary>A terminal's number (终端手机号) as the register writes it: digits without the zeros that the two editions of the protocol put before it.</summary>
internal static class TerminalNumber
{
    /// <summary>Most digits that a head holds (JT/T 808-2019).</summary>
    public const int MostDigits = 20;

    /// <summary>The number as the register writes it.</summary>
    public static string Of(string written) => Core(written).ToString();

    /// <summary>The part of a written number that counts.</summary>
    public static ReadOnlySpan<char> Core(ReadOnlySpan<char> written) => written.Trim().TrimStart('0');

    /// <summary>Whether it can be a terminal's number.</summary>
    public static bool IsRight(string number) => number.Length is > 0 and <= MostDigits && number.All(char.IsAsciiDigit);
}
