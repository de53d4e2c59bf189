using Guiju.Texts;

namespace Guiju.Law.Stored;

/// <summary>Who made a text, told from its title, its head and the folder it was found in.</summary>
internal sealed record Origin(string Territory, string Body, string Issuer, LawRank Rank)
{
    // The makers as heads name them, the longer name first.
    private static readonly (string Words, string Body, string Issuer, LawRank Rank)[] Makers =
    [
        ("全国人民代表大会常务委员会", "npcsc", "全国人民代表大会常务委员会", LawRank.Law),
        ("全国人民代表大会", "npc", "全国人民代表大会", LawRank.Law),
        ("中共中央", "cpc", "中共中央、国务院", LawRank.PartyRegulation),
        ("国务院", "state-council", "国务院", LawRank.AdministrativeRegulation),
        ("政务院", "state-council", "国务院", LawRank.AdministrativeRegulation),
    ];

    private static readonly (string Folder, string Body, string Issuer, LawRank Rank)[] Folders =
    [
        ("行政法规", "state-council", "国务院", LawRank.AdministrativeRegulation),
        ("宪法相关法", "npcsc", "全国人民代表大会常务委员会", LawRank.Law),
        ("民法", "npcsc", "全国人民代表大会常务委员会", LawRank.Law),
        ("行政法", "npcsc", "全国人民代表大会常务委员会", LawRank.Law),
        ("经济法", "npcsc", "全国人民代表大会常务委员会", LawRank.Law),
        ("诉讼", "npcsc", "全国人民代表大会常务委员会", LawRank.Law),
    ];

    public static Origin Of(LegalText text, string bare, string file)
    {
        if (bare.StartsWith("北京市", StringComparison.Ordinal))
        {
            return OfBeijing(text);
        }

        var head = string.Join('\n', text.Events.Select(e => e.Words).Concat(text.Head));
        foreach (var maker in Makers)
        {
            if (head.Contains(maker.Words, StringComparison.Ordinal))
            {
                // A congress makes laws; a council's regulations are told by the council alone, whatever congress a title note may name.
                return new Origin("cn", maker.Body, maker.Issuer, maker.Rank);
            }
        }

        foreach (var folder in Folders)
        {
            if (file.Contains(folder.Folder, StringComparison.Ordinal))
            {
                return new Origin("cn", folder.Body, folder.Issuer, folder.Rank);
            }
        }

        return new Origin("cn", "unknown", "", LawRank.Unclassified);
    }

    private static Origin OfBeijing(LegalText text)
    {
        var congress = text.Events.Any(e => e.Words.Contains("人民代表大会", StringComparison.Ordinal));
        return congress
            ? new Origin("cn-bj", "people-congress", "北京市人民代表大会常务委员会", LawRank.LocalRegulation)
            : new Origin("cn-bj", "government", "北京市人民政府", LawRank.LocalRule);
    }
}
