using System.Net;
using Guiju.Kernel;
using Guiju.Kernel.Demonstration;
using Guiju.Kernel.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Web.Tests;

/// <summary>Pages for organisations, people, roles and accounts: who may open them.</summary>
public sealed class AdministrationPagesTests
{
    private static readonly (string Address, string Permission)[] Pages =
    [
        ("/organisations/tree", KernelPermissions.ReadUnits),
        ("/organisations/new", KernelPermissions.KeepUnits),
        ($"/organisations/{Planted.Id("unit:0303")}", KernelPermissions.ReadUnits),
        ("/people/new", KernelPermissions.KeepPeople),
        ($"/people/{Planted.Id("person:0303-3")}", KernelPermissions.ReadPeople),
        ("/account", KernelPermissions.OwnAccount),
        ("/account/password", KernelPermissions.OwnAccount),
        ("/account/second-factor", KernelPermissions.OwnAccount),
        ("/administration/accounts", KernelPermissions.KeepAccounts),
        ("/administration/accounts/new", KernelPermissions.KeepAccounts),
        ($"/administration/accounts/{Planted.Id("account:driver")}", KernelPermissions.KeepAccounts),
        ("/administration/roles", KernelPermissions.ReadRoles),
        ("/administration/roles/new", KernelPermissions.KeepRoles),
        ("/administration/roles/applicant", KernelPermissions.ReadRoles),
        ("/administration/sign-ins", KernelPermissions.ReadSignIns),
    ];

    [Fact]
    public async Task Every_page_opens_to_those_who_hold_its_permission_and_to_nobody_else()
    {
        await using var app = await GuijuApp.OnAsync("SQLite", secondFactor: false);
        var wrong = new List<string>();
        foreach (var account in DemonstrationAccounts.Default)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var actor = await scope.ServiceProvider.GetRequiredService<ActorSource>().ForAsync(Planted.Id("person:" + account.PersonCode), CancellationToken.None);
            var client = await app.AsAsync(account.UserName);
            foreach (var (address, permission) in Pages)
            {
                using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
                var expected = actor.Can(permission) ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
                if (answer.StatusCode != expected)
                {
                    wrong.Add($"{account.UserName}: {address} → {(int)answer.StatusCode}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task An_administrator_without_a_second_factor_gets_to_the_page_that_adds_one()
    {
        await using var app = await GuijuApp.OnAsync("SQLite");
        var client = await app.AsAsync("secadmin");

        using var sent = await client.GetAsync(new Uri("/administration/accounts", UriKind.Relative));
        var page = await client.GetStringAsync(new Uri("/account/second-factor", UriKind.Relative));

        Assert.Equal("/account/second-factor", sent.Headers.Location?.OriginalString);
        Assert.Contains("otpauth://totp/Guiju:secadmin", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/organisations/00000000-0000-7000-8000-000000000001")]
    [InlineData("/people/00000000-0000-7000-8000-000000000001")]
    [InlineData("/administration/accounts/00000000-0000-7000-8000-000000000001")]
    [InlineData("/administration/roles/no-such-role")]
    public async Task What_does_not_exist_is_not_found(string address)
    {
        await using var app = await GuijuApp.OnAsync("SQLite", secondFactor: false);

        var answer = await (await app.AsAsync(address.StartsWith("/administration", StringComparison.Ordinal) ? "secadmin" : "sysadmin")).GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("<h1>没有这一页</h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
