using Guiju.Kernel;
using Guiju.Law.Citing;
using Guiju.Law.Making;
using Guiju.Law.Stored;
using Guiju.Texts;
using Guiju.Texts.Citing;

namespace Guiju.Law.Library;

/// <summary>A text as it is read on a day: wording with its references and terms, versions, changes, amendments not worked in.</summary>
internal sealed class ReadingText(Shelf shelf, MakingBoard board, ProposedRepeals repeals, CitationBook book, LawSources sources, TimeProvider clock)
{
    /// <summary>The text of a work on a day, or null where it is not stored.</summary>
    public async Task<View?> AskAsync(string work, DateOnly? on, string? at, CancellationToken ct)
    {
        var day = on ?? clock.Today();
        var all = await shelf.AllAsync(ct);
        if (all.FirstOrDefault(t => t.Text.Work == work) is not { } text || text.Nearest(day) is not { } version)
        {
            return null;
        }

        var wording = await shelf.WordingAsync(version.Id, ct);
        var byBare = all.Select(t => (t.Text.Bare, t.Text.Work)).Concat(sources.All.Select(t => (Bare: TextIdentity.BareOf(t.Title.Zh), t.Work))).GroupBy(t => t.Bare).ToDictionary(g => g.Key, g => g.First().Work); // a text known by its gists only is a page too
        var links = CitationReader.Read(wording).GroupBy(c => c.In).ToDictionary(g => g.Key, g => g.ToList());
        var terms = DefinitionReader.Read(wording).Where(d => d.Term.Length > 1).GroupBy(d => d.Term).Select(g => g.First()).ToList();
        var part = at is null ? null : wording.Find(at);
        return new View(text, version, day, wording, part, new WordMarks(work, links, terms, byBare))
        {
            Pending = await board.PendingAsync(text.Text.Id, ct),
            Repeal = await repeals.OfAsync(text.Text, ct),
            Changes = await board.ChangesAsync(text.Text.Id, ct),
            Links = part is null ? null : await book.AskAsync(work, part.Address, day, ct),
            Gists = sources.Find(work)?.On(day)?.Provisions.ToDictionary(p => p.Address, p => p.Gist) ?? [],
        };
    }

    /// <summary>What is shown.</summary>
    internal sealed record View(ShelfText Text, StoredVersion Version, DateOnly Day, LegalText Wording, TextPart? Part, WordMarks Marks)
    {
        public required IReadOnlyList<PendingAmendment> Pending { get; init; }

        public required ProposedRepeals.Proposal? Repeal { get; init; }

        public required IReadOnlyList<TextChange> Changes { get; init; }

        public required CitationBook.Links? Links { get; init; }

        public required IReadOnlyDictionary<string, Bilingual> Gists { get; init; }

        public TextStanding Standing => Text.Standing(Version, Day);

        public string Address => LawWords.ShortAddress(Text.Text.Work);
    }
}

/// <summary>Where in the words of a text references and defined terms stand.</summary>
internal sealed class WordMarks(string work, IReadOnlyDictionary<string, List<Citation>> citations, IReadOnlyList<Definition> terms, IReadOnlyDictionary<string, string> works)
{
    /// <summary>A stretch of words, perhaps with a link or with the meaning of a term.</summary>
    internal sealed record Run(string Words, string? Link = null, string? Meaning = null);

    /// <summary>The lines of a paragraph, each as runs.</summary>
    public IReadOnlyList<IReadOnlyList<Run>> Lines(Paragraph paragraph)
    {
        var words = paragraph.Text;
        var marks = (citations.GetValueOrDefault(paragraph.Address) ?? []).DistinctBy(c => c.Start).OrderBy(c => c.Start).ToList();
        var lines = new List<IReadOnlyList<Run>>();
        var start = 0;
        foreach (var line in words.Split('\n'))
        {
            var end = start + line.Length;
            var (runs, at) = (new List<Run>(), start);
            foreach (var mark in marks.Where(m => m.Start >= start && m.Start + m.Words.Length <= end && LinkOf(m) is not null))
            {
                if (mark.Start < at)
                {
                    continue;
                }

                Plain(words[at..mark.Start], runs, paragraph.Address);
                runs.Add(new Run(mark.Words, LinkOf(mark)));
                at = mark.Start + mark.Words.Length;
            }

            Plain(words[at..end], runs, paragraph.Address);
            lines.Add(runs);
            start = end + 1;
        }

        return lines;
    }

    private string? LinkOf(Citation citation)
    {
        var place = citation.Address is { } address ? "#" + address.Split("__")[0] : "";
        return citation.Title is null ? citation.Resolved ? $"{LawWords.ShortAddress(work)}{place}" : null
            : works.TryGetValue(TextIdentity.BareOf(citation.Title), out var other) ? $"{LawWords.ShortAddress(other)}{place}" : null;
    }

    // The first use of each term in a stretch carries its meaning; where it is defined it needs none.
    private void Plain(string words, List<Run> runs, string address)
    {
        while (words.Length > 0)
        {
            var first = terms.Where(t => !address.StartsWith(t.Address, StringComparison.Ordinal) && !t.Address.StartsWith(address, StringComparison.Ordinal))
                .Select(t => (Term: t, At: words.IndexOf(t.Term, StringComparison.Ordinal))).Where(t => t.At >= 0).OrderBy(t => t.At).ThenByDescending(t => t.Term.Term.Length).FirstOrDefault();
            if (first.Term is null)
            {
                runs.Add(new Run(words));
                return;
            }

            if (first.At > 0)
            {
                runs.Add(new Run(words[..first.At]));
            }

            runs.Add(new Run(first.Term.Term, null, first.Term.Words));
            words = words[(first.At + first.Term.Term.Length)..];
        }
    }
}
