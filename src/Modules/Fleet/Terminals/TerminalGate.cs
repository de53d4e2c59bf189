namespace Guiju.Fleet.Terminals;

/// <summary>Who is let in: terminals that are on the register and give the code of their number. An open gateway lets everybody in.</summary>
internal sealed class TerminalGate(TerminalKeys keys, TerminalBook book, bool open)
{
    /// <summary>The code with which a terminal proves itself from now on; null where it is not on the register.</summary>
    public string? CodeFor(string terminal) => open || book.Knows(terminal) ? keys.CodeOf(terminal) : null;

    /// <summary>Whether a terminal has proved who it is.</summary>
    public bool Admits(string terminal, string code) => open || book.Knows(terminal) && keys.Fits(terminal, code);

    /// <summary>Whether a frame is believed: the terminal proved itself on this connection and has not been removed from its car since.</summary>
    public bool Trusts(string terminal, string? proved) => open || terminal == proved && book.Knows(terminal);
}
