using Guiju.Kernel.Organisations;
using Guiju.Kernel.People;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Kernel.Tests;

public sealed class UnitActsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static ValueTask<UnitTree> TreeAsync(Bureau bureau, DateOnly on) => bureau.Services.GetRequiredService<UnitTrees>().AsOfAsync(on, Ct);

    private static async Task<SystemCheck> BrokenAsync(Bureau bureau, IAct<Guid> act) => Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(act, Ct)).Check;

    [Fact]
    public async Task A_moved_unit_stands_below_the_old_one_until_the_day_before()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var day = bureau.Today.AddDays(-10);

        await bureau.MustAsync(new MoveUnit { UnitId = bureau.CultureOffice, ParentId = bureau.Finance, From = day }, Ct);

        Assert.Equal(bureau.Culture, (await TreeAsync(bureau, day.AddDays(-1))).ParentOf(bureau.CultureOffice));
        Assert.Equal(bureau.Finance, (await TreeAsync(bureau, day)).ParentOf(bureau.CultureOffice));
        Assert.Contains(bureau.CultureOffice, (await TreeAsync(bureau, bureau.Today)).Subtree(bureau.Finance));
    }

    [Fact]
    public async Task A_unit_is_never_below_itself_today_or_later()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        Assert.Equal(UnitChecks.NoCycle, await BrokenAsync(bureau, new MoveUnit { UnitId = bureau.Finance, ParentId = bureau.FinanceOffice }));
        Assert.Equal(UnitChecks.NoCycle, await BrokenAsync(bureau, new MoveUnit { UnitId = bureau.Finance, ParentId = bureau.Finance }));

        await bureau.MustAsync(new MoveUnit { UnitId = bureau.Culture, ParentId = bureau.FinanceOffice, From = bureau.Today.AddDays(30) }, Ct);

        Assert.Equal(UnitChecks.NoCycle, await BrokenAsync(bureau, new MoveUnit { UnitId = bureau.Finance, ParentId = bureau.Culture }));
    }

    [Fact]
    public async Task Two_moves_at_once_that_would_close_a_circle_do_not_both_pass()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);

        var outcomes = await Task.WhenAll(
            bureau.DoAsync(new MoveUnit { UnitId = bureau.Finance, ParentId = bureau.CultureOffice }, Ct),
            bureau.DoAsync(new MoveUnit { UnitId = bureau.Culture, ParentId = bureau.FinanceOffice }, Ct));

        Assert.Single(outcomes, o => o is Outcome<Guid>.Done);
        var tree = await TreeAsync(bureau, bureau.Today);
        Assert.Equal(5, tree.Subtree(bureau.City).Count);
    }

    [Fact]
    public async Task Moves_go_forward_in_time_and_somewhere_else()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        await bureau.MustAsync(new MoveUnit { UnitId = bureau.CultureOffice, ParentId = bureau.Finance, From = bureau.Today }, Ct);

        Assert.Equal(UnitChecks.MovesForward, await BrokenAsync(bureau, new MoveUnit { UnitId = bureau.CultureOffice, ParentId = bureau.City, From = bureau.Today }));
        Assert.Equal(UnitChecks.MovesElsewhere, await BrokenAsync(bureau, new MoveUnit { UnitId = bureau.CultureOffice, ParentId = bureau.Finance, From = bureau.Today.AddDays(1) }));
        Assert.Equal(UnitChecks.RootStays, await BrokenAsync(bureau, new MoveUnit { UnitId = bureau.City, ParentId = bureau.Finance }));
    }

    [Fact]
    public async Task A_unit_closes_after_its_people_and_everything_below_it()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var person = await bureau.PersonAsync("p1", bureau.CultureOffice, Ct);

        Assert.Equal(UnitChecks.NothingBelow, await BrokenAsync(bureau, new CloseUnit { UnitId = bureau.Culture }));
        Assert.Equal(UnitChecks.NobodyLeft, await BrokenAsync(bureau, new CloseUnit { UnitId = bureau.CultureOffice }));
        await bureau.MustAsync(new TransferPerson { PersonId = person, UnitId = bureau.FinanceOffice, Post = "科员" }, Ct);
        await bureau.MustAsync(new CloseUnit { UnitId = bureau.CultureOffice }, Ct);

        Assert.NotNull((await TreeAsync(bureau, bureau.Today)).Find(bureau.CultureOffice));
        Assert.Null((await TreeAsync(bureau, bureau.Today.AddDays(1))).Find(bureau.CultureOffice));
        Assert.Equal(UnitChecks.EndsOnceAfterStart, await BrokenAsync(bureau, new CloseUnit { UnitId = bureau.CultureOffice }));
        Assert.Equal(UnitChecks.StandsUnderALivingUnit, await BrokenAsync(bureau, new AddUnit { Code = "020101", Name = "一科", ParentId = bureau.CultureOffice }));
    }

    [Fact]
    public async Task A_second_unit_of_the_same_code_or_without_a_unit_above_is_refused()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);

        Assert.Equal(DeskChecks.NotYetThere, await BrokenAsync(bureau, new AddUnit { Code = "01", Name = "又一个", ParentId = bureau.City }));
        Assert.Equal(UnitChecks.StandsUnderALivingUnit, await BrokenAsync(bureau, new AddUnit { Code = "99", Name = "又一个市" }));
        Assert.IsType<Outcome<Guid>.Invalid>(await bureau.DoAsync(new AddUnit { Code = new string('9', 10_000), Name = "" }, Ct));
        Assert.IsType<Outcome<Guid>.Invalid>(await bureau.DoAsync(new AddUnit { Code = "98", Name = "某局", Kind = (UnitKind)99, ParentId = bureau.City }, Ct));
    }

    [Fact]
    public async Task Who_keeps_the_units_of_one_organ_does_not_touch_another()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var keeper = await bureau.PersonAsync("k1", bureau.Finance, Ct, (Separation.System, Scope.UnitAndBelow));

        Assert.IsType<Outcome<Guid>.Done>(await bureau.AsAsync(keeper, new AddUnit { Code = "0109", Name = "预算处", ParentId = bureau.Finance }, Ct));
        Assert.IsType<Outcome<Guid>.Missing>(await bureau.AsAsync(keeper, new AddUnit { Code = "0209", Name = "文物处", ParentId = bureau.Culture }, Ct));
        Assert.IsType<Outcome<Guid>.Missing>(await bureau.AsAsync(keeper, new ChangeUnit { UnitId = bureau.Culture, Name = "改名局" }, Ct));
    }
}
