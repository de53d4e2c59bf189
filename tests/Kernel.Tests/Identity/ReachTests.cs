using Guiju.Kernel.Identity;
using Guiju.Kernel.Organisations;
using Guiju.Kernel.People;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Kernel.Tests;

public sealed class ReachTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<IReadOnlyList<string>> SeenByAsync(Bureau bureau, Guid person)
    {
        var actor = await bureau.Services.GetRequiredService<ActorSource>().ForAsync(person, Ct);
        var page = await bureau.UseAsync((PersonRecord record) => record.ListAsync(null, null, 0, 50, Ct), actor);
        return page.Rows.Select(r => r.Code).ToList();
    }

    [Theory]
    [InlineData(Scope.Own, "me")]
    [InlineData(Scope.Unit, "me,mate")]
    [InlineData(Scope.All, "chief,me,mate,other")]
    public async Task People_are_found_as_far_as_the_role_reaches(Scope scope, string seen)
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        await bureau.PersonAsync("chief", bureau.Finance, Ct);
        await bureau.PersonAsync("mate", bureau.FinanceOffice, Ct);
        await bureau.PersonAsync("other", bureau.CultureOffice, Ct);
        var me = await bureau.PersonAsync("me", bureau.FinanceOffice, Ct, ("office-head", scope));

        Assert.Equal(seen.Split(',').Order(), (await SeenByAsync(bureau, me)).Order());
    }

    [Fact]
    public async Task A_reach_over_a_unit_and_below_follows_the_tree_when_it_is_moved()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        await bureau.PersonAsync("other", bureau.CultureOffice, Ct);
        var me = await bureau.PersonAsync("me", bureau.Finance, Ct, ("office-head", Scope.UnitAndBelow));
        var before = await SeenByAsync(bureau, me);

        await bureau.MustAsync(new MoveUnit { UnitId = bureau.CultureOffice, ParentId = bureau.Finance }, Ct);

        Assert.Equal(["me"], before);
        Assert.Equal(["me", "other"], await SeenByAsync(bureau, me));
    }

    [Fact]
    public async Task Chosen_units_are_reached_and_no_others()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        await bureau.PersonAsync("other", bureau.CultureOffice, Ct);
        await bureau.PersonAsync("mate", bureau.FinanceOffice, Ct);
        var me = await bureau.PersonAsync("me", bureau.FinanceOffice, Ct);
        await bureau.MustAsync(new GrantRole { PersonId = me, Role = "office-head", Scope = Scope.Chosen, Chosen = [bureau.CultureOffice] }, Ct);

        Assert.Equal(["other"], await SeenByAsync(bureau, me));
    }

    [Fact]
    public async Task A_role_works_from_its_first_to_its_last_day_and_not_an_hour_longer()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var me = await bureau.PersonAsync("me", bureau.FinanceOffice, Ct);
        await bureau.MustAsync(new GrantRole { PersonId = me, Role = "office-head", Scope = Scope.Unit, From = bureau.Today.AddDays(1), To = bureau.Today.AddDays(2) }, Ct);

        var held = new List<bool>();
        for (var day = 0; day < 4; day++)
        {
            held.Add((await bureau.Services.GetRequiredService<ActorSource>().ForAsync(me, Ct)).Can(KernelPermissions.ReadPeople));
            bureau.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal([false, true, true, false], held);
    }

    [Fact]
    public async Task A_role_taken_back_is_gone_with_the_next_request()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var me = await bureau.PersonAsync("me", bureau.FinanceOffice, Ct);
        var grant = await bureau.MustAsync(new GrantRole { PersonId = me, Role = "office-head", Scope = Scope.Unit }, Ct);
        var source = bureau.Services.GetRequiredService<ActorSource>();
        Assert.True((await source.ForAsync(me, Ct)).Can(KernelPermissions.ReadPeople));

        await bureau.MustAsync(new EndRole { AssignmentId = grant }, Ct);

        Assert.False((await source.ForAsync(me, Ct)).Can(KernelPermissions.ReadPeople));
    }

    [Fact]
    public async Task Two_roles_reach_as_far_as_both_together()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        await bureau.PersonAsync("other", bureau.CultureOffice, Ct);
        var me = await bureau.PersonAsync("me", bureau.FinanceOffice, Ct, ("office-head", Scope.Own));
        await bureau.MustAsync(new GrantRole { PersonId = me, Role = "principal-leader", Scope = Scope.UnitAndBelow, UnitId = bureau.Culture }, Ct);

        Assert.Equal(["me", "other"], await SeenByAsync(bureau, me));
    }
}
