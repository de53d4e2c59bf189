using System.Security.Cryptography;
using System.Text;

namespace Guiju.Fleet.Terminals;

/// <summary>Authentication codes: made from the terminal's number and a key that lies beside the journal, so that they need no table and outlive restarts.</summary>
internal sealed class TerminalKeys
{
    private const int KeyBytes = 32;
    private const int CodeBytes = 10;

    private readonly byte[] key;

    public TerminalKeys(string folder)
    {
        var file = Path.Combine(Directory.CreateDirectory(folder).FullName, "terminal.key");
        if (!File.Exists(file))
        {
            File.WriteAllBytes(file, RandomNumberGenerator.GetBytes(KeyBytes));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }

        key = File.ReadAllBytes(file);
    }

    /// <summary>The code of a terminal.</summary>
    public string CodeOf(string terminal) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(terminal)).AsSpan(0, CodeBytes));

    /// <summary>Whether a terminal gave its code.</summary>
    public bool Fits(string terminal, string code) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeOf(terminal)), Encoding.UTF8.GetBytes(code));
}
