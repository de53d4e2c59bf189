namespace Guiju.Jt808;

/// <summary>Times on the wire: six BCD bytes yyMMddHHmmss, always China Standard Time.</summary>
public static class BcdTime
{
    /// <summary>The zone that the protocol prescribes.</summary>
    public static readonly TimeSpan Zone = TimeSpan.FromHours(8);

    /// <summary>The time of six BCD bytes; null where a digit or a date is none.</summary>
    public static DateTimeOffset? Read(ReadOnlySpan<byte> bcd)
    {
        Span<int> parts = stackalloc int[6];
        for (var i = 0; i < parts.Length; i++)
        {
            var (high, low) = (bcd[i] >> 4, bcd[i] & 0xF);
            if (high > 9 || low > 9)
            {
                return null;
            }

            parts[i] = high * 10 + low;
        }

        var year = 2000 + parts[0];
        return parts[1] is < 1 or > 12 || parts[2] < 1 || parts[2] > DateTime.DaysInMonth(year, parts[1]) || parts[3] > 23 || parts[4] > 59 || parts[5] > 59
            ? null
            : new DateTimeOffset(year, parts[1], parts[2], parts[3], parts[4], parts[5], Zone);
    }

    /// <summary>Six BCD bytes of an instant.</summary>
    public static byte[] Write(DateTimeOffset time)
    {
        var local = time.ToOffset(Zone);
        return [Bcd(local.Year % 100), Bcd(local.Month), Bcd(local.Day), Bcd(local.Hour), Bcd(local.Minute), Bcd(local.Second)];
    }

    private static byte Bcd(int value) => (byte)(value / 10 << 4 | value % 10);
}
