using System.Buffers.Binary;
using System.Text;

namespace Guiju.Jt808;

/// <summary>What the platform sends back. Answers speak the edition of the terminal.</summary>
public static class Answers
{
    /// <summary>Done.</summary>
    public const byte Done = 0;

    /// <summary>The terminal must try again or authenticate first.</summary>
    public const byte Failed = 1;

    /// <summary>The message was wrong.</summary>
    public const byte Wrong = 2;

    /// <summary>The platform does not know this kind of message.</summary>
    public const byte Unknown = 3;

    /// <summary>In the answer to a registration: this terminal is not on the register.</summary>
    public const byte NoSuchTerminal = 4;

    /// <summary>8001: the general answer to a message.</summary>
    public static byte[] General(Header to, ushort serial, byte result)
    {
        Span<byte> body = stackalloc byte[5];
        BinaryPrimitives.WriteUInt16BigEndian(body, to.Serial);
        BinaryPrimitives.WriteUInt16BigEndian(body[2..], to.MessageId);
        body[4] = result;
        return Frame(to, MessageIds.PlatformAnswer, serial, body);
    }

    /// <summary>8100: the answer to a registration; <paramref name="code"/> goes along where the result is 0.</summary>
    public static byte[] Registration(Header to, ushort serial, byte result, string code)
    {
        var text = result == 0 ? Encoding.ASCII.GetBytes(code) : [];
        var body = new byte[3 + text.Length];
        BinaryPrimitives.WriteUInt16BigEndian(body, to.Serial);
        body[2] = result;
        text.CopyTo(body, 3);
        return Frame(to, MessageIds.RegistrationAnswer, serial, body);
    }

    /// <summary>A whole frame with any body.</summary>
    public static byte[] Frame(Header to, ushort messageId, ushort serial, ReadOnlySpan<byte> body)
    {
        var head = (to with { MessageId = messageId, Serial = serial, IsPart = false, Encryption = 0 }).Write(body.Length);
        return Escapes.Wrap([.. head, .. body]);
    }
}
