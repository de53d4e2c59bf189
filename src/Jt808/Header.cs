using System.Buffers.Binary;

namespace Guiju.Jt808;

/// <summary>Which edition of the protocol a frame speaks.</summary>
public enum Edition
{
    /// <summary>JT/T 808-2013 and 2011: terminal number of six bytes.</summary>
    Of2013,

    /// <summary>JT/T 808-2019: version byte and terminal number of ten bytes.</summary>
    Of2019,
}

/// <summary>The head of a frame.</summary>
/// <param name="MessageId">What kind of message.</param>
/// <param name="Edition">2013 or 2019.</param>
/// <param name="Terminal">Terminal number (手机号) as it is written on the wire.</param>
/// <param name="Serial">Running number of the sender.</param>
/// <param name="DeclaredLength">Length of the body as the head says it.</param>
public readonly record struct Header(ushort MessageId, Edition Edition, string Terminal, ushort Serial, int DeclaredLength)
{
    /// <summary>Bytes of the shortest head (2013, one packet).</summary>
    public const int ShortestBytes = 12;

    /// <summary>Bytes of the longest head (2019, sub-packets).</summary>
    public const int LongestBytes = 21;

    private const int EditionBit = 14;
    private const int PartsBit = 13;

    /// <summary>Version byte of 2019 frames; 0 for 2013.</summary>
    public byte ProtocolVersion { get; init; }

    /// <summary>How the body is encrypted: 0 not at all, 1 RSA.</summary>
    public int Encryption { get; init; }

    /// <summary>How many packets the message was split into; 1 where it was not.</summary>
    public int Parts { get; init; } = 1;

    /// <summary>Which of them this is, from 1.</summary>
    public int Part { get; init; } = 1;

    /// <summary>Bytes that the head takes.</summary>
    public int Bytes => (Edition == Edition.Of2019 ? 17 : 12) + (IsPart ? 4 : 0);

    /// <summary>One packet of a longer message.</summary>
    public bool IsPart { get; init; }

    /// <summary>Reads the head; null where the bytes do not suffice.</summary>
    public static Header? Read(ReadOnlySpan<byte> plain)
    {
        if (plain.Length < ShortestBytes)
        {
            return null;
        }

        var id = BinaryPrimitives.ReadUInt16BigEndian(plain);
        var attributes = BinaryPrimitives.ReadUInt16BigEndian(plain[2..]);
        var edition = (attributes >> EditionBit & 1) == 1 ? Edition.Of2019 : Edition.Of2013;
        var isPart = (attributes >> PartsBit & 1) == 1;
        var at = edition == Edition.Of2019 ? 5 : 4;
        var digits = edition == Edition.Of2019 ? 10 : 6;
        if (plain.Length < at + digits + 2 + (isPart ? 4 : 0))
        {
            return null;
        }

        var parts = isPart ? plain.Slice(at + digits + 2, 4) : default;
        return new Header(id, edition, Convert.ToHexStringLower(plain.Slice(at, digits)), BinaryPrimitives.ReadUInt16BigEndian(plain[(at + digits)..]), attributes & 0x3FF)
        {
            ProtocolVersion = edition == Edition.Of2019 ? plain[4] : (byte)0,
            Encryption = attributes >> 10 & 7,
            IsPart = isPart,
            Parts = isPart ? BinaryPrimitives.ReadUInt16BigEndian(parts) : 1,
            Part = isPart ? BinaryPrimitives.ReadUInt16BigEndian(parts[2..]) : 1,
        };
    }

    /// <summary>The head's bytes for a body of <paramref name="bodyLength"/>.</summary>
    public byte[] Write(int bodyLength)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bodyLength, 0x3FF);
        var bytes = new byte[Bytes];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, MessageId);
        var attributes = bodyLength | Encryption << 10 | (IsPart ? 1 << PartsBit : 0) | (Edition == Edition.Of2019 ? 1 << EditionBit : 0);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2), (ushort)attributes);
        var at = 4;
        if (Edition == Edition.Of2019)
        {
            bytes[at++] = ProtocolVersion == 0 ? (byte)1 : ProtocolVersion;
        }

        var number = Convert.FromHexString(Terminal.PadLeft(Edition == Edition.Of2019 ? 20 : 12, '0'));
        number.CopyTo(bytes, at);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at + number.Length), Serial);
        if (IsPart)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at + number.Length + 2), (ushort)Parts);
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at + number.Length + 4), (ushort)Part);
        }

        return bytes;
    }
}
