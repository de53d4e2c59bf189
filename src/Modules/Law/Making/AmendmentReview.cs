using Guiju.Law.Stored;
using Guiju.Texts.Amending;
using Guiju.Texts.Comparing;
using Guiju.Texts.Files;

namespace Guiju.Law.Making;

/// <summary>An amendment as a person reviews it: its orders, what could not be done, the wording with it worked in, and the difference.</summary>
internal sealed class AmendmentReview(MakingBoard board, Shelf shelf)
{
    /// <summary>The review of an amendment, or null.</summary>
    public async Task<View?> AskAsync(Guid id, CancellationToken ct)
    {
        if (await board.AmendmentAsync(id, ct) is not { } amendment || await shelf.FindAsync(amendment.TextId, ct) is not { } text
            || (text.Versions.LastOrDefault(v => v.Date < amendment.MadeOn) ?? text.Nearest(amendment.MadeOn)) is not { } version)
        {
            return null;
        }

        var wording = await shelf.WordingAsync(version.Id, ct);
        var orders = AmendmentReader.Read(amendment.Source);
        var amended = Amendment.Apply(wording, orders);
        return new View(amendment, text, orders, amended.Faults, MarkdownWriter.Write(amended.Text), TextComparison.Compare(wording, amended.Text));
    }

    /// <summary>What is shown.</summary>
    internal sealed record View(PendingAmendment Amendment, ShelfText Text, IReadOnlyList<Instruction> Orders, IReadOnlyList<AmendmentFault> Faults, string Wording, IReadOnlyList<ArticleChange> Changes);
}
