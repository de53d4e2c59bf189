using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.People;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Kernel.Tests;

public sealed class SeparationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<SystemCheck> BrokenAsync<T>(Task<Outcome<T>> outcome) => Assert.IsType<Outcome<T>.Broken>(await outcome).Check;

    [Theory]
    [InlineData(Separation.System, Separation.Security)]
    [InlineData(Separation.Security, Separation.Audit)]
    [InlineData(Separation.Audit, Separation.System)]
    [InlineData(Separation.System, "clerk")]
    [InlineData("clerk", Separation.Audit)]
    [InlineData("auditor", Separation.Security)]
    public async Task Nobody_is_two_administrators_nor_administrator_and_something_else(string first, string second)
    {
        await using var bureau = await Bureau.OpenAsync(Ct, null, new BookingsModule());
        var person = await bureau.PersonAsync("p1", bureau.FinanceOffice, Ct, (first, Scope.All));

        Assert.Equal(PersonChecks.DutiesAreSeparated, await BrokenAsync(bureau.DoAsync(new GrantRole { PersonId = person, Role = second, Scope = Scope.All }, Ct)));
    }

    [Fact]
    public async Task One_after_the_other_is_allowed()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var person = await bureau.PersonAsync("p1", bureau.FinanceOffice, Ct);
        await bureau.MustAsync(new GrantRole { PersonId = person, Role = Separation.System, Scope = Scope.All, From = bureau.Begin, To = bureau.Today }, Ct);

        await bureau.MustAsync(new GrantRole { PersonId = person, Role = Separation.Audit, Scope = Scope.All, From = bureau.Today.AddDays(1) }, Ct);
    }

    [Fact]
    public async Task Each_of_the_three_does_its_own_and_is_denied_the_others()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var system = await bureau.PersonAsync("sys", bureau.FinanceOffice, Ct, (Separation.System, Scope.All));
        var security = await bureau.PersonAsync("sec", bureau.FinanceOffice, Ct, (Separation.Security, Scope.All));
        var audit = await bureau.PersonAsync("aud", bureau.FinanceOffice, Ct, (Separation.Audit, Scope.All));
        var someone = await bureau.PersonAsync("p1", bureau.FinanceOffice, Ct);
        var add = new AddPerson { Code = "p2", Name = "李", UnitId = bureau.FinanceOffice };
        var grant = new GrantRole { PersonId = someone, Role = "office-head", Scope = Scope.Unit };

        Assert.IsType<Outcome<Guid>.Done>(await bureau.AsAsync(system, add, Ct));
        Assert.IsType<Outcome<Guid>.Denied>(await bureau.AsAsync(security, add, Ct));
        Assert.IsType<Outcome<Guid>.Denied>(await bureau.AsAsync(audit, add, Ct));
        Assert.IsType<Outcome<Guid>.Denied>(await bureau.AsAsync(system, grant, Ct));
        Assert.IsType<Outcome<Guid>.Denied>(await bureau.AsAsync(audit, grant, Ct));
        Assert.IsType<Outcome<Guid>.Done>(await bureau.AsAsync(security, grant, Ct));
        Assert.IsType<Outcome<OpenedAccount>.Denied>(await bureau.AsAsync(system, new OpenAccount { PersonId = someone }, Ct));
        Assert.IsType<Outcome<Guid>.Missing>(await bureau.AsAsync(security, new RecordSignIn { UserName = "x" }, Ct)); // nobody writes the log by hand
    }

    [Fact]
    public async Task Nobody_grants_to_oneself_and_the_last_security_administrator_stays()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var security = await bureau.PersonAsync("sec", bureau.FinanceOffice, Ct, (Separation.Security, Scope.All));
        var held = await bureau.UseAsync((GuijuDb db) => db.Set<Assignment>().Where(a => a.PersonId == security).Select(a => a.Id).SingleAsync(Ct));

        Assert.Equal(PersonChecks.NotToOneself, await BrokenAsync(bureau.AsAsync(security, new GrantRole { PersonId = security, Role = "auditor", Scope = Scope.All }, Ct)));
        Assert.Equal(PersonChecks.OneSecurityAdministratorRemains, await BrokenAsync(bureau.DoAsync(new EndRole { AssignmentId = held }, Ct)));
        Assert.Equal(PersonChecks.OneSecurityAdministratorRemains, await BrokenAsync(bureau.DoAsync(new ClosePerson { PersonId = security }, Ct)));
    }

    [Fact]
    public async Task Separated_permissions_do_not_wander_into_other_roles()
    {
        await using var bureau = await Bureau.OpenAsync(Ct, null, new BookingsModule());

        ChangeRole Change(string code, params string[] permissions) => new() { Code = code, Title = "名", EnglishTitle = "Name", Permissions = permissions };

        Assert.Equal(PersonChecks.PermissionsAreSeparated, await BrokenAsync(bureau.DoAsync(Change("clerk", "tests.book", KernelPermissions.KeepRoles), Ct)));
        Assert.Equal(PersonChecks.PermissionsAreSeparated, await BrokenAsync(bureau.DoAsync(Change(Separation.System, KernelPermissions.KeepUnits, KernelPermissions.ReadLedger), Ct)));
        Assert.Equal(PersonChecks.PermissionsAreSeparated, await BrokenAsync(bureau.DoAsync(Change(Separation.Audit, KernelPermissions.ReadLedger, "tests.book"), Ct)));
        Assert.Equal(PersonChecks.PermissionsAreKnown, await BrokenAsync(bureau.DoAsync(Change("clerk", "tests.fly"), Ct)));
        Assert.Equal(PersonChecks.OneSecurityAdministratorRemains, await BrokenAsync(bureau.DoAsync(Change(Separation.Security, KernelPermissions.KeepAccounts), Ct)));
        Assert.IsType<Outcome<string>.Done>(await bureau.DoAsync(Change("clerk", "tests.book", KernelPermissions.ReadPeople), Ct));
    }

    [Fact]
    public async Task A_granter_with_a_narrow_reach_grants_no_wider()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var granter = await bureau.PersonAsync("sec", bureau.Finance, Ct, (Separation.Security, Scope.UnitAndBelow));
        var inside = await bureau.PersonAsync("in", bureau.FinanceOffice, Ct);
        var outside = await bureau.PersonAsync("out", bureau.CultureOffice, Ct);

        Assert.IsType<Outcome<Guid>.Done>(await bureau.AsAsync(granter, new GrantRole { PersonId = inside, Role = "office-head", Scope = Scope.Unit }, Ct));
        Assert.Equal(PersonChecks.ReachIsNamed, await BrokenAsync(bureau.AsAsync(granter, new GrantRole { PersonId = inside, Role = "auditor", Scope = Scope.All }, Ct)));
        Assert.Equal(PersonChecks.ReachIsNamed, await BrokenAsync(bureau.AsAsync(granter, new GrantRole { PersonId = inside, Role = "auditor", Scope = Scope.Unit, UnitId = bureau.Culture }, Ct)));
        Assert.IsType<Outcome<Guid>.Missing>(await bureau.AsAsync(granter, new GrantRole { PersonId = outside, Role = "auditor", Scope = Scope.Unit }, Ct));
    }
}
