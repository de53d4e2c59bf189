using System.Buffers.Binary;

namespace Guiju.Jt808;

/// <summary>What the standard's additional items say. Vendors' items have no reading here and stay raw.</summary>
internal static class PositionItems
{
    private delegate object Reading(ReadOnlySpan<byte> bytes);

    private sealed record Known(string Name, int Length, Reading Read);

    private static readonly Dictionary<int, Known> Standard = new()
    {
        [0x01] = new("mileageKm", 4, b => BinaryPrimitives.ReadUInt32BigEndian(b) / 10.0),
        [0x02] = new("fuelL", 2, b => BinaryPrimitives.ReadUInt16BigEndian(b) / 10.0),
        [0x03] = new("recorderSpeedKmh", 2, b => BinaryPrimitives.ReadUInt16BigEndian(b) / 10.0),
        [0x04] = new("alarmToConfirm", 2, b => (int)BinaryPrimitives.ReadUInt16BigEndian(b)),
        [0x05] = new("tyrePressure", 30, b => Convert.ToHexStringLower(b)),
        [0x06] = new("carriageCelsius", 2, b => (int)BinaryPrimitives.ReadInt16BigEndian(b)),
        [0x11] = new("overspeedPlace", 5, b => new { kind = b[0], area = BinaryPrimitives.ReadUInt32BigEndian(b[1..]) }),
        [0x12] = new("areaAlarm", 6, b => new { kind = b[0], area = BinaryPrimitives.ReadUInt32BigEndian(b[1..]), leaving = b[5] == 1 }),
        [0x13] = new("sectionTime", 7, b => new { section = BinaryPrimitives.ReadUInt32BigEndian(b), seconds = BinaryPrimitives.ReadUInt16BigEndian(b[4..]), tooLong = b[6] == 1 }),
        [0x25] = new("vehicleSignals", 4, b => BinaryPrimitives.ReadUInt32BigEndian(b)),
        [0x2A] = new("inputsAndOutputs", 2, b => (int)BinaryPrimitives.ReadUInt16BigEndian(b)),
        [0x2B] = new("analogueInputs", 4, b => BinaryPrimitives.ReadUInt32BigEndian(b)),
        [0x30] = new("networkStrength", 1, b => (int)b[0]),
        [0x31] = new("satellites", 1, b => (int)b[0]),
    };

    /// <summary>Readings by name; an item of unexpected length has none.</summary>
    public static IReadOnlyDictionary<string, object> Readings(List<PositionItem> items)
    {
        var readings = new Dictionary<string, object>(items.Count);
        foreach (var item in items)
        {
            if (Standard.TryGetValue(item.Id, out var known)
                && (item.Bytes.Length == known.Length || item.Id == 0x11 && item.Bytes.Length == 1))
            {
                readings[known.Name] = item.Bytes.Length == known.Length ? known.Read(item.Bytes.Span) : new { kind = item.Bytes.Span[0], area = 0u };
            }
        }

        return readings;
    }
}
