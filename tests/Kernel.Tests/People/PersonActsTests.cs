using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Kernel.Tests;

public sealed class PersonActsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_transfer_keeps_the_earlier_post_and_ends_the_roles_given_for_it()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var person = await bureau.PersonAsync("p1", bureau.FinanceOffice, Ct, ("office-head", Scope.UnitAndBelow), ("auditor", Scope.Own));

        await bureau.MustAsync(new TransferPerson { PersonId = person, UnitId = bureau.CultureOffice, Post = "副主任" }, Ct);

        var detail = await bureau.UseAsync((PersonRecord record) => record.FindAsync(person, Ct));
        Assert.Equal([bureau.CultureOffice, bureau.FinanceOffice], detail!.Posts.Select(p => p.UnitId));
        Assert.Equal(bureau.Today.AddDays(-1), detail.Posts[1].To);
        Assert.Equal(bureau.Today.AddDays(-1), detail.Roles.Single(r => r.Role == "office-head").To);
        Assert.Null(detail.Roles.Single(r => r.Role == "auditor").To);
        var actor = await bureau.Services.GetRequiredService<ActorSource>().ForAsync(person, Ct);
        Assert.False(actor.For(KernelPermissions.ReadPeople).Covers(bureau.FinanceOffice));
    }

    [Fact]
    public async Task Transfers_go_forward_to_living_units_and_not_into_the_future()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var person = await bureau.PersonAsync("p1", bureau.FinanceOffice, Ct);

        async Task<SystemCheck> BrokenAsync(TransferPerson act) => Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(act, Ct)).Check;

        Assert.Equal(PersonChecks.MovesForwardUntilToday, await BrokenAsync(new TransferPerson { PersonId = person, UnitId = bureau.Culture, From = bureau.Today.AddDays(1) }));
        Assert.Equal(PersonChecks.MovesForwardUntilToday, await BrokenAsync(new TransferPerson { PersonId = person, UnitId = bureau.Culture, From = bureau.Begin }));
        Assert.Equal(PersonChecks.MovesElsewhere, await BrokenAsync(new TransferPerson { PersonId = person, UnitId = bureau.FinanceOffice }));
        Assert.Equal(PersonChecks.WorksInALivingUnit, await BrokenAsync(new TransferPerson { PersonId = person, UnitId = Guid.CreateVersion7() }));
    }

    [Fact]
    public async Task Who_leaves_keeps_the_roles_until_the_last_day_and_nobody_after()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var person = await bureau.PersonAsync("p1", bureau.FinanceOffice, Ct, ("office-head", Scope.Unit));
        var source = bureau.Services.GetRequiredService<ActorSource>();

        await bureau.MustAsync(new ClosePerson { PersonId = person, To = bureau.Today }, Ct);

        Assert.True((await source.ForAsync(person, Ct)).Can(KernelPermissions.ReadPeople));
        bureau.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(Actor.Nobody, await source.ForAsync(person, Ct));
        Assert.Equal(PersonChecks.StillEmployed, Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(new ClosePerson { PersonId = person }, Ct)).Check);
    }

    [Fact]
    public async Task A_role_is_taken_back_from_now_on_and_not_in_the_past()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var person = await bureau.PersonAsync("p1", bureau.FinanceOffice, Ct, ("office-head", Scope.Unit));
        var held = await bureau.UseAsync((GuijuDb db) => db.Set<Assignment>().Select(a => a.Id).SingleAsync(Ct));

        Assert.Equal(PersonChecks.EndsForward, Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(new EndRole { AssignmentId = held, To = bureau.Today.AddDays(-2) }, Ct)).Check);
        Assert.Equal(PersonChecks.NotHeldYet, Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(new GrantRole { PersonId = person, Role = "office-head", Scope = Scope.Unit }, Ct)).Check);
        await bureau.MustAsync(new EndRole { AssignmentId = held }, Ct);
        await bureau.MustAsync(new GrantRole { PersonId = person, Role = "office-head", Scope = Scope.Unit }, Ct);
    }

    [Fact]
    public async Task Roles_proposed_by_modules_are_added_once_through_the_desk()
    {
        await using var bureau = await Bureau.OpenAsync(Ct, null, new BookingsModule());

        Assert.Equal(0, await RoleSync.RunAsync(bureau.Services, Ct));
        Assert.Contains("clerk", await bureau.UseAsync((GuijuDb db) => db.Set<Role>().Select(r => r.Code).ToListAsync(Ct)));
        Assert.True((await bureau.UseAsync((Kernel.Ledger.LedgerProof proof) => proof.VerifyAsync(Ct))).Ok);
    }

    [Fact]
    public async Task One_person_has_one_account()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var person = await bureau.PersonAsync("p1", bureau.FinanceOffice, Ct);
        var other = await bureau.PersonAsync("p2", bureau.FinanceOffice, Ct);
        await bureau.MustAsync(new OpenAccount { PersonId = person }, Ct);

        Assert.Equal(AccountChecks.OneEach, Assert.IsType<Outcome<OpenedAccount>.Broken>(await bureau.DoAsync(new OpenAccount { PersonId = person, UserName = "two" }, Ct)).Check);
        Assert.Equal(AccountChecks.NameIsUsable, Assert.IsType<Outcome<OpenedAccount>.Broken>(await bureau.DoAsync(new OpenAccount { PersonId = other, UserName = "P1" }, Ct)).Check);
        Assert.Equal(AccountChecks.NameIsUsable, Assert.IsType<Outcome<OpenedAccount>.Broken>(await bureau.DoAsync(new OpenAccount { PersonId = other, UserName = "no spaces<" }, Ct)).Check);
    }
}
