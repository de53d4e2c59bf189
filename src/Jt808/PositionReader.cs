namespace Guiju.Jt808;

/// <summary>Reads the location body (0200) that reports, batches and answers share.</summary>
internal static class PositionReader
{
    /// <summary>Bytes of the fixed part.</summary>
    public const int FixedBytes = 28;

    private const double Millionth = 1e-6;

    /// <summary>The position; null where the fixed part is not whole or the place is not on the earth.</summary>
    public static Position? Read(ReadOnlySpan<byte> body, Edition edition)
    {
        if (body.Length < FixedBytes)
        {
            return null;
        }

        var reader = new BodyReader(body);
        var (alarms, status) = (reader.DoubleWord(), reader.DoubleWord());
        var (latitude, longitude) = (Degrees(reader.DoubleWord(), status, 2), Degrees(reader.DoubleWord(), status, 3));
        if (!OnEarth(latitude, longitude))
        {
            return null;
        }

        var position = new Position
        {
            AlarmBits = alarms,
            StatusBits = status,
            Alarms = Jt808.Alarms.Of(alarms, edition),
            Latitude = latitude,
            Longitude = longitude,
            AltitudeM = (short)reader.Word(),
            SpeedKmh = reader.Word() / 10.0,
            Direction = reader.Word(),
            Time = reader.Time(),
        };
        var items = Items(ref reader, out var tail);
        return position with { Items = items, Tail = tail, Readings = PositionItems.Readings(items) };
    }

    /// <summary>Status, latitude and longitude alone, as vendors' pass-through messages end.</summary>
    public static Position? ReadPlace(ReadOnlySpan<byte> twelve, DateTimeOffset? time)
    {
        var reader = new BodyReader(twelve);
        var status = reader.DoubleWord();
        var (latitude, longitude) = (Degrees(reader.DoubleWord(), status, 2), Degrees(reader.DoubleWord(), status, 3));
        return reader.RanOut || !OnEarth(latitude, longitude)
            ? null
            : new Position { Time = time, StatusBits = status, Latitude = latitude, Longitude = longitude };
    }

    private static bool OnEarth(double latitude, double longitude) => Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180;

    private static double Degrees(uint millionths, uint status, int negativeBit) =>
        Math.Round(millionths * Millionth, 6) * ((status >> negativeBit & 1) == 1 ? -1 : 1);

    private static List<PositionItem> Items(ref BodyReader reader, out ReadOnlyMemory<byte> tail)
    {
        var items = new List<PositionItem>();
        while (reader.Left >= 2)
        {
            var ahead = reader;
            var id = ahead.Byte();
            var bytes = ahead.Bytes(ahead.Byte());
            if (ahead.RanOut)
            {
                break;
            }

            items.Add(new PositionItem(id, bytes.ToArray()));
            reader = ahead;
        }

        tail = reader.Rest().ToArray();
        return items;
    }
}
