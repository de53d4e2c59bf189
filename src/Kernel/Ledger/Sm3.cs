using System.Text;
using Org.BouncyCastle.Crypto.Digests;

namespace Guiju.Kernel.Ledger;

/// <summary>SM3 (GB/T 32905) of texts.</summary>
public static class Sm3
{
    /// <summary>Digest of the UTF-8 bytes, Base64 (44 characters).</summary>
    public static string Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var digest = new SM3Digest();
        digest.BlockUpdate(bytes, 0, bytes.Length);
        Span<byte> result = stackalloc byte[32];
        digest.DoFinal(result);
        return Convert.ToBase64String(result);
    }
}
