using System.Collections.Frozen;

namespace Guiju.Fleet.Terminals;

/// <summary>The numbers of the terminals that are fitted to a car now, as the gateway knows them. Read for every frame, replaced as a whole.</summary>
internal sealed class TerminalBook
{
    private volatile Holder held = new(Array.Empty<string>().ToFrozenSet(StringComparer.Ordinal));

    /// <summary>Whether a terminal is fitted to a car; zeros before its number do not count.</summary>
    public bool Knows(string terminal) => held.Numbers.Contains(TerminalNumber.Core(terminal));

    /// <summary>Replaces the numbers.</summary>
    public void Put(IEnumerable<string> fitted) => held = new Holder(fitted.ToFrozenSet(StringComparer.Ordinal));

    private sealed class Holder(FrozenSet<string> all)
    {
        public FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Numbers { get; } = all.GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
