using Guiju.Kernel;
using Guiju.Texts;

namespace Guiju.Law.Checking;

/// <summary>What became of a cited provision when it was looked up in the real texts.</summary>
/// <param name="Address">Full address.</param>
/// <param name="Version">First day of the version.</param>
/// <param name="Reason">Why it is missing or unchecked.</param>
public sealed record CheckedProvision(string Address, DateOnly Version, Bilingual Reason);

/// <summary>The whole check: how many provisions, which were found, which are missing, which could not be checked.</summary>
public sealed record SourceCheckResult(int Provisions, int Found, IReadOnlyList<CheckedProvision> Missing, IReadOnlyList<CheckedProvision> Unchecked);

/// <summary>Proves against the real texts that every provision marked verified exists there and holds the terms it is cited for.</summary>
public static class SourceCheck
{
    /// <summary>Checks all sources against the texts of a folder.</summary>
    public static SourceCheckResult Run(LawSources sources, IReadOnlyList<ReadFile> texts)
    {
        var byTitle = texts.Where(t => t.Text is not null).ToLookup(t => Bare(t.Text!.Title)); // unreadable files are left out
        var (all, found, missing, open) = (0, 0, new List<CheckedProvision>(), new List<CheckedProvision>());
        foreach (var (source, version, provision) in sources.All.SelectMany(s => s.Versions.SelectMany(v => v.Provisions.Select(p => (s, v, p)))))
        {
            all++;
            var address = $"{source.Work}~{provision.Address}";
            if (provision.Evidence != Evidence.Verified)
            {
                open.Add(new CheckedProvision(address, version.From, new("未标为已核实", "not marked verified")));
                continue;
            }

            // A long text may stand in several files; those of the nearest version are read together.
            var near = byTitle[Bare(source.Title.Zh)].Where(t => Distance(t, version) <= MostDaysApart).ToList();
            var least = near.Count == 0 ? 0 : near.Min(t => Distance(t, version));
            var wrong = near.Where(t => Distance(t, version) == least).Select(t => WhatIsWrong(t.Text!, provision)).ToList(); // unreadable files were left out
            if (near.Count == 0)
            {
                open.Add(new CheckedProvision(address, version.From, new("手边没有这一文本或这一版本", "this text or version is not at hand")));
            }
            else if (wrong.TrueForAll(w => w is not null))
            {
                missing.Add(new CheckedProvision(address, version.From, wrong[0]!)); // none is null here
            }
            else
            {
                found++;
            }
        }

        return new SourceCheckResult(all, found, missing, open);
    }

    private const int MostDaysApart = 400;

    private static Bilingual? WhatIsWrong(LegalText text, LawProvision provision)
    {
        if (text.Find(provision.Address) is not { } part)
        {
            return new($"《{text.Title}》中没有 {provision.Address}", $"{text.Title} has no {provision.Address}");
        }

        if (provision.Article is { } printed && ProvisionAddress.TryParse(provision.Address, out var parsed) && !printed.StartsWith(parsed.ArticlePrinted, StringComparison.Ordinal))
        {
            return new($"印作“{printed}”，地址却是 {parsed.ArticlePrinted}", $"printed as {printed}, but the address is {parsed.ArticlePrinted}");
        }

        var absent = provision.Holds.Where(term => !part.Text.Contains(term, StringComparison.Ordinal)).ToList();
        return absent.Count == 0 ? null : new($"条文中没有：{string.Join("、", absent)}", $"the provision does not hold: {string.Join(", ", absent)}");
    }

    // Of several versions at hand, the one whose dates lie nearest to the version cited.
    private static int Distance(ReadFile file, LawVersion version) => (file.Text?.Events.Select(e => e.Date) ?? []).Append(file.Text?.InForce ?? DateOnly.MinValue).Append(file.NamedDate ?? DateOnly.MinValue).Where(d => d > DateOnly.MinValue)
        .SelectMany(d => (int[])[Math.Abs(d.DayNumber - version.Date.DayNumber), Math.Abs(d.DayNumber - version.From.DayNumber)]).DefaultIfEmpty(int.MaxValue).Min();

    private static string Bare(string title) => new string(title.Where(c => !char.IsWhiteSpace(c)).ToArray()).Replace("中华人民共和国", "", StringComparison.Ordinal);
}
