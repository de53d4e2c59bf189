namespace Guiju.Jt808;

/// <summary>Message numbers of the protocol that are read or written here.</summary>
public static class MessageIds
{
    /// <summary>Terminal's general answer.</summary>
    public const ushort TerminalAnswer = 0x0001;

    /// <summary>Heartbeat.</summary>
    public const ushort Heartbeat = 0x0002;

    /// <summary>The terminal signs off.</summary>
    public const ushort Logout = 0x0003;

    /// <summary>The terminal registers.</summary>
    public const ushort Registration = 0x0100;

    /// <summary>The terminal proves who it is.</summary>
    public const ushort Authentication = 0x0102;

    /// <summary>Answer to a question for parameters.</summary>
    public const ushort Parameters = 0x0104;

    /// <summary>Location report.</summary>
    public const ushort Location = 0x0200;

    /// <summary>Answer to a question for the location.</summary>
    public const ushort LocationAnswer = 0x0201;

    /// <summary>Several location reports at once.</summary>
    public const ushort LocationBatch = 0x0704;

    /// <summary>What the terminal passes through from other devices.</summary>
    public const ushort PassThrough = 0x0900;

    /// <summary>Platform's general answer.</summary>
    public const ushort PlatformAnswer = 0x8001;

    /// <summary>The platform asks for packets again.</summary>
    public const ushort ResendParts = 0x8003;

    /// <summary>Answer to a registration.</summary>
    public const ushort RegistrationAnswer = 0x8100;

    /// <summary>The platform sets parameters.</summary>
    public const ushort SetParameters = 0x8103;

    /// <summary>The platform asks for the location.</summary>
    public const ushort AskLocation = 0x8201;
}
