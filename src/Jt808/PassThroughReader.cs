namespace Guiju.Jt808;

/// <summary>Reads 0900. One maker's kind F0 reports readings of the car's own network and ends with a place; all else stays raw.</summary>
internal static class PassThroughReader
{
    private const byte CarReadings = 0xF0;
    private const byte ReadingList = 0x01;
    private const int PlaceBytes = 12;

    // Readings of kind F0 whose meaning is known: number, name, and what one step is worth.
    private static readonly Dictionary<int, (string Name, double Step)> Known = new()
    {
        [0x0102] = ("mileageKm", 0.1),
        [0x0528] = ("mileageKm", 0.1),
        [0x0546] = ("mileageKm", 0.1),
        [0x0103] = ("fuelL", 0.01),
        [0x052A] = ("fuelL", 0.01),
    };

    public static PassThrough Read(ReadOnlySpan<byte> body)
    {
        var reader = new BodyReader(body);
        var kind = reader.Byte();
        var content = body.Length > 0 ? body[1..].ToArray() : [];
        return new PassThrough(kind, content, kind == CarReadings ? ReadCar(ref reader) : null);
    }

    private static Position? ReadCar(ref BodyReader reader)
    {
        var time = reader.Time();
        var (backlog, _, list) = (reader.Byte(), reader.Byte(), reader.Byte());
        if (list != ReadingList)
        {
            return null;
        }

        var count = reader.Byte();
        var readings = new Dictionary<string, object>();
        var items = new List<PositionItem>(count);
        for (var i = 0; i < count && !reader.RanOut; i++)
        {
            var id = reader.Word();
            var bytes = reader.Bytes(reader.Byte());
            items.Add(new PositionItem(id, bytes.ToArray()));
            if (Known.TryGetValue(id, out var known) && bytes.Length is > 0 and <= 4)
            {
                readings[known.Name] = Math.Round(Number(bytes) * known.Step, 2);
            }
        }

        if (reader.RanOut || reader.Left != PlaceBytes || PositionReader.ReadPlace(reader.Rest(), time) is not { } place)
        {
            return null;
        }

        readings["backlog"] = backlog > 0;
        return place with { Items = items, Readings = readings };
    }

    private static long Number(ReadOnlySpan<byte> bytes)
    {
        long number = 0;
        foreach (var one in bytes)
        {
            number = number << 8 | one;
        }

        return number;
    }
}
