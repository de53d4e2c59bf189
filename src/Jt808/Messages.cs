namespace Guiju.Jt808;

/// <summary>What a frame says.</summary>
/// <param name="Name">Name of the kind of message.</param>
public abstract record Message(string Name)
{
    /// <summary>Positions that the message carries.</summary>
    public virtual IReadOnlyList<Position> Positions => [];
}

/// <summary>A general answer, of the terminal or of the platform.</summary>
public sealed record GeneralAnswer(bool OfPlatform, ushort ToSerial, ushort ToMessage, byte Result) : Message(OfPlatform ? "platform answer" : "terminal answer");

/// <summary>A sign of life.</summary>
public sealed record Heartbeat() : Message("heartbeat");

/// <summary>The terminal signs off.</summary>
public sealed record Logout() : Message("logout");

/// <summary>The terminal registers: where, whose make, which car.</summary>
public sealed record Registration(Registration.Region At, string Maker, string Model, string TerminalId, Registration.Plate Car) : Message("registration")
{
    /// <summary>Province and city or county by GB/T 2260.</summary>
    public readonly record struct Region(int Province, int City);

    /// <summary>Colour code by JT/T 697.7 (0: not yet registered) and plate, or VIN where there is none yet.</summary>
    public readonly record struct Plate(int Colour, string Number);
}

/// <summary>The terminal proves who it is; IMEI and software in the 2019 edition.</summary>
public sealed record Authentication(string Code, string? Imei, string? Software) : Message("authentication");

/// <summary>One location report.</summary>
public sealed record LocationReport(Position Position) : Message("location")
{
    /// <inheritdoc/>
    public override IReadOnlyList<Position> Positions => [Position];
}

/// <summary>The answer to a question for the location.</summary>
public sealed record LocationAnswer(ushort ToSerial, Position Position) : Message("location answer")
{
    /// <inheritdoc/>
    public override IReadOnlyList<Position> Positions => [Position];
}

/// <summary>Several location reports; <paramref name="IsBacklog"/>: kept while there was no connection.</summary>
public sealed record LocationBatch(bool IsBacklog, IReadOnlyList<Position> Reports, IReadOnlyList<ReadOnlyMemory<byte>> Unreadable) : Message("location batch")
{
    /// <inheritdoc/>
    public override IReadOnlyList<Position> Positions => Reports;
}

/// <summary>Parameters of the terminal by number, set by the platform or told by the terminal.</summary>
public sealed record Parameters(bool Told, ushort ToSerial, IReadOnlyDictionary<uint, ReadOnlyMemory<byte>> Values) : Message(Told ? "parameters" : "set parameters");

/// <summary>The platform's answer to a registration; the code is there where the result is 0.</summary>
public sealed record RegistrationAnswer(ushort ToSerial, byte Result, string? Code) : Message("registration answer");

/// <summary>What a terminal passes through; a position where the maker's form of it is known.</summary>
public sealed record PassThrough(byte Kind, ReadOnlyMemory<byte> Content, Position? Position) : Message("pass-through")
{
    /// <inheritdoc/>
    public override IReadOnlyList<Position> Positions => Position is null ? [] : [Position];
}

/// <summary>Anything else: kept whole, never lost.</summary>
public sealed record OtherMessage(ushort Id, ReadOnlyMemory<byte> Content) : Message("other");
