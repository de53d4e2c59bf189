using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Guiju.Kernel.Tests;

/// <summary>An authenticator, as a telephone would be one (RFC 6238, six digits, 30 seconds).</summary>
internal static class Totp
{
    public static string Now(string base32)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // the standard says SHA-1
        var hash = HMACSHA1.HashData(Decode(base32), counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 0x0F;
        return ((BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset)) & 0x7FFFFFFF) % 1_000_000).ToString("000000", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string base32)
    {
        var bytes = new List<byte>();
        var (bits, value) = (0, 0);
        foreach (var letter in base32)
        {
            value = (value << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal);
            bits += 5;
            if (bits >= 8)
            {
                bytes.Add((byte)(value >> (bits - 8)));
                bits -= 8;
                value &= (1 << bits) - 1;
            }
        }

        return [.. bytes];
    }
}
