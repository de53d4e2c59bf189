using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;

namespace Guiju.Kernel.Ledger;

/// <summary>SM2 signatures (GB/T 32918) on the recommended curve, with the customary signer identity.</summary>
internal static class Sm2
{
    private static readonly ECDomainParameters Curve = new(GMNamedCurves.GetByName("sm2p256v1"));

    /// <summary>A new key: secret number and public point, as hexadecimal text.</summary>
    public static (string Secret, string Open) NewKey()
    {
        var generator = new ECKeyPairGenerator();
        generator.Init(new ECKeyGenerationParameters(Curve, new SecureRandom()));
        var pair = generator.GenerateKeyPair();
        return (Convert.ToHexStringLower(((ECPrivateKeyParameters)pair.Private).D.ToByteArrayUnsigned()), Text(((ECPublicKeyParameters)pair.Public).Q));
    }

    /// <summary>The public point that belongs to a secret number.</summary>
    public static string OpenOf(string secret) => Text(Curve.G.Multiply(new BigInteger(secret, 16)).Normalize());

    /// <summary>Signature of a digest given in Base64; Base64.</summary>
    public static string Sign(string secret, string digest)
    {
        var signer = new SM2Signer();
        signer.Init(true, new ParametersWithRandom(new ECPrivateKeyParameters(new BigInteger(secret, 16), Curve)));
        var bytes = Convert.FromBase64String(digest);
        signer.BlockUpdate(bytes, 0, bytes.Length);
        return Convert.ToBase64String(signer.GenerateSignature());
    }

    /// <summary>Whether a signature of a digest is that of a public point; false for anything malformed.</summary>
    public static bool Verify(string open, string digest, string signature)
    {
        try
        {
            var signer = new SM2Signer();
            signer.Init(false, new ECPublicKeyParameters(Curve.Curve.DecodePoint(Convert.FromHexString(open)), Curve));
            var bytes = Convert.FromBase64String(digest);
            signer.BlockUpdate(bytes, 0, bytes.Length);
            return signer.VerifySignature(Convert.FromBase64String(signature));
        }
        catch (Exception malformed) when (malformed is FormatException or ArgumentException or CryptoException)
        {
            return false;
        }
    }

    private static string Text(Org.BouncyCastle.Math.EC.ECPoint point) => Convert.ToHexStringLower(point.GetEncoded(compressed: false));
}
