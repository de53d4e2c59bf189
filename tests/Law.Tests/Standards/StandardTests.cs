using Guiju.Kernel;
using Guiju.Law.Standards;

namespace Guiju.Law.Tests.Standards;

/// <summary>Numbers by their grammar; standing, chain and review from dates.</summary>
public sealed class StandardTests
{
    [Theory]
    [InlineData("GB 17945-2010", StandardKind.National, true, "GB 17945-2010")]
    [InlineData("GB/T 9704-2012", StandardKind.National, false, "GB/T 9704-2012")]
    [InlineData("gb/t9704—2012", StandardKind.National, false, "GB/T 9704-2012")]
    [InlineData("GB/Z 1234-2001", StandardKind.National, false, "GB/Z 1234-2001")]
    [InlineData("ＧＢ／Ｔ 1.1-2020", StandardKind.National, false, "GB/T 1.1-2020")]
    [InlineData("DB11/T 1764.28-2021", StandardKind.Local, false, "DB11/T 1764.28-2021")]
    [InlineData("DB11/554.5-2010", StandardKind.Local, true, "DB11/554.5-2010")]
    [InlineData("DB11 554.5-2010", StandardKind.Local, true, "DB11 554.5-2010")]
    [InlineData("JT/T 794-2019", StandardKind.Trade, false, "JT/T 794-2019")]
    [InlineData("JGJ 67-89", StandardKind.Trade, true, "JGJ 67-1989")]
    [InlineData("T/CAS 123-2020", StandardKind.Group, false, "T/CAS 123-2020")]
    [InlineData("Q/FYJ 01-2023", StandardKind.Enterprise, false, "Q/FYJ 01-2023")]
    [InlineData("GB/T 9704", null, false, "")]
    [InlineData("关于标准的通知", null, false, "")]
    [InlineData("", null, false, "")]
    public void A_number_follows_the_grammar(string text, StandardKind? kind, bool mandatory, string printed)
    {
        var number = StandardNumber.Read(text);

        Assert.Equal((kind, mandatory, printed), (number?.Kind, number?.Mandatory ?? false, number?.ToString() ?? ""));
    }

    [Fact]
    public void A_number_marked_verified_tells_where_it_was_seen()
    {
        Broken("StandardChecks.VerifiedHasPlace", () => Standard.Register(Guid.CreateVersion7(), Sheet() with { Number = "GB/T 9704-2012", Verified = true }));
        Broken("StandardChecks.VerifiedHasNumber", () => Standard.Register(Guid.CreateVersion7(), Sheet() with { Verified = true, SeenAt = "国家标准目录" }));
        Broken("StandardChecks.FollowsGrammar", () => Standard.Register(Guid.CreateVersion7(), Sheet() with { Number = "第9704号" }));
    }

    [Fact]
    public void Where_it_stands_comes_from_its_dates()
    {
        var standard = Standard.Register(Guid.CreateVersion7(), Sheet() with { PublishedOn = new(2024, 3, 25), From = new(2024, 7, 1) });

        Assert.Equal(StandardStanding.Coming, standard.On(new(2024, 6, 30)));
        Assert.Equal(StandardStanding.InForce, standard.On(new(2024, 7, 1)));
        standard.GiveWay(Guid.CreateVersion7(), new(2026, 1, 1));
        Assert.Equal(StandardStanding.InForce, standard.On(new(2025, 12, 31)));
        Assert.Equal(StandardStanding.Replaced, standard.On(new(2026, 1, 1)));
        Broken("StandardChecks.StillHolds", () => standard.Review(new(2026, 2, 1), ReviewConclusion.Continue));
    }

    [Fact]
    public void A_review_starts_the_years_anew()
    {
        var standard = Standard.Register(Guid.CreateVersion7(), Sheet() with { PublishedOn = new(2018, 5, 1) });
        Assert.Equal(new DateOnly(2018, 5, 1), standard.ReviewBase);

        standard.Review(new(2023, 4, 1), ReviewConclusion.Continue);

        Assert.Equal(new DateOnly(2023, 4, 1), standard.ReviewBase);
        Broken("StandardChecks.ReviewFollowsTheLast", () => standard.Review(new(2022, 1, 1), ReviewConclusion.Continue));
    }

    internal static void Broken(string code, Action action) => Assert.Equal(code, Assert.Throws<BrokenCheckException>(action).Check.Code);

    private static RegisterStandard Sheet() => new() { Title = "办公用房维护", Family = StandardFamily.Common, Role = StandardRole.Applies };
}
