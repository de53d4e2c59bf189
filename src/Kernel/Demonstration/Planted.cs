using System.Security.Cryptography;
using System.Text;

namespace Guiju.Kernel.Demonstration;

/// <summary>Ids and choices of the demonstration bureau: the same on every machine.</summary>
public static class Planted
{
    /// <summary>First day of the demonstration record.</summary>
    public static readonly DateOnly Begin = new(2018, 1, 1);

    /// <summary>The id that belongs to a name such as <c>unit:0101</c>.</summary>
    public static Guid Id(string name)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes("guiju demonstration " + name), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80); // version 8: made from a name
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    /// <summary>A chooser for one part of the demonstration; deterministic for its name.</summary>
    public static Random Chooser(string part) => new(BitConverter.ToInt32(Id("chooser:" + part).ToByteArray(), 0));
}
