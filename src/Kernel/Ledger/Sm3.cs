using System.Text;
using Org.BouncyCastle.Crypto.Digests;

namespace Guiju.Kernel.Ledger;

/// <summary>SM3 (GB/T 32905) of texts and files.</summary>
public static class Sm3
{
    /// <summary>Digest of the UTF-8 bytes, Base64 (44 characters).</summary>
    public static string Of(string text)
    {
        var fold = new Sm3Fold();
        fold.Add(text);
        return fold.Close();
    }

    /// <summary>Digest of bytes, Base64 (44 characters).</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var digest = new SM3Digest();
        digest.BlockUpdate(bytes);
        var result = new byte[32];
        digest.DoFinal(result);
        return Convert.ToBase64String(result);
    }
}

/// <summary>SM3 of a text that comes in parts.</summary>
internal sealed class Sm3Fold
{
    private readonly SM3Digest digest = new();

    public void Add(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        digest.BlockUpdate(bytes, 0, bytes.Length);
    }

    /// <summary>The digest, Base64; nothing can be added after it.</summary>
    public string Close()
    {
        Span<byte> result = stackalloc byte[32];
        digest.DoFinal(result);
        return Convert.ToBase64String(result);
    }
}
