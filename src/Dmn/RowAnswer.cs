using System.Numerics;
using Guiju.Feel;

namespace Guiju.Dmn;

/// <summary>Which rows of a table hit, and which cannot be told, one bit a row.</summary>
/// <param name="Hits">Rows that hit, before the hit policy chooses among them.</param>
/// <param name="Open">Rows no cell of which fails and that lack a fact.</param>
public readonly record struct RowBits(ulong Hits, ulong Open)
{
    /// <summary>The first row that hits, or -1.</summary>
    public int First => Hits == 0 ? -1 : BitOperations.TrailingZeroCount(Hits);

    /// <summary>Whether exactly one row hits.</summary>
    public bool IsOne => Hits != 0 && (Hits & (Hits - 1)) == 0;
}

/// <summary>What a table comes to for one record when it is no row: the numbers below zero that stand in place of a row's.</summary>
public static class RowAnswer
{
    /// <summary>No row hits; the defaults of the outputs apply.</summary>
    public const int NoRow = -1;

    /// <summary>A fact is missing that could change the outcome. Never to be read as "no".</summary>
    public const int CannotDecide = -2;

    /// <summary>Several rows hit where only one may, or where they would have to say the same.</summary>
    public const int SeveralRows = -3;
}

/// <summary>A table's hit policy over the bits of its rows.</summary>
internal sealed class RowChoice
{
    private readonly HitPolicy policy;
    private readonly ulong[] same;
    private readonly ulong[] better;

    /// <param name="policy">The policy.</param>
    /// <param name="same">For each row the rows that give the same; read under ANY.</param>
    /// <param name="better">For each row the rows that go before it; read under PRIORITY.</param>
    public RowChoice(HitPolicy policy, ulong[] same, ulong[] better)
    {
        this.policy = policy;
        this.same = same;
        this.better = better;
    }

    /// <summary>The row, or one of <see cref="RowAnswer"/>.</summary>
    public int Row(RowBits bits)
    {
        if (bits.Hits == 0)
        {
            return bits.Open == 0 ? RowAnswer.NoRow : RowAnswer.CannotDecide;
        }

        var first = BitOperations.TrailingZeroCount(bits.Hits);
        return policy switch
        {
            HitPolicy.Unique => bits.IsOne ? first : RowAnswer.SeveralRows,
            HitPolicy.First => (bits.Open & ((1UL << first) - 1)) == 0 ? first : RowAnswer.CannotDecide,
            HitPolicy.Any => (bits.Hits & ~same[first]) == 0 ? first : RowAnswer.SeveralRows,
            HitPolicy.Priority => Best(bits, first),
            _ => bits.Open == 0 ? first : RowAnswer.CannotDecide,
        };
    }

    private int Best(RowBits bits, int row)
    {
        while ((bits.Hits & better[row]) is var before && before != 0)
        {
            row = BitOperations.TrailingZeroCount(before);
        }

        return (bits.Open & better[row]) == 0 ? row : RowAnswer.CannotDecide;
    }
}
