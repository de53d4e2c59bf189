using Microsoft.Playwright;

namespace Guiju.Journeys;

/// <summary>Organisations, people, roles and accounts, as the three administrators keep them.</summary>
public sealed class AdministrationJourneyTests(BureauServer bureau)
{
    public static TheoryData<string, int> Screens => new() { { "zh-CN", 1280 }, { "zh-CN", 390 }, { "en", 1280 }, { "en", 390 } };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task The_system_administrator_sees_organisations(string language, int width)
    {
        var page = await bureau.SignInAsync("sysadmin", language, width);
        await page.GotoAsync("/organisations/tree");
        await page.LookAsync($"units-tree-{language}-{width}");
        await page.GotoAsync("/organisations/tree?on=2017-05-01");
        await page.Locator("main .empty").WaitForAsync();
        await page.GotoAsync("/organisations/tree?on=yesterday");
        Assert.Equal("yesterday", await page.InputValueAsync("[name=on]"));
        await page.LookAsync($"units-tree-wrong-{language}-{width}");
        await page.GotoAsync("/organisations/tree");
        await page.Locator(".tree > ul > li > details > ul > li > .branch a").Nth(20).ClickAsync();
        await page.Locator("#change").WaitForAsync();
        await page.LookAsync($"unit-{language}-{width}");
        await page.GotoAsync("/organisations/new");
        await page.LookAsync($"unit-new-{language}-{width}");
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task A_unit_is_set_up_changed_moved_and_closed(string language)
    {
        var code = language == "en" ? "0302E" : "0302Z";
        var page = await bureau.SignInAsync("sysadmin", language);
        await page.GotoAsync("/organisations/new");
        await page.FillAsync("[name='Form.Code']", code);
        await page.FillAsync("[name='Form.Name']", "档案处");
        await page.FillAsync("[name='Form.EnglishName']", "Archives Division");
        await page.FillAsync("[name='Form.ParentId']", "9999 没有这个单位");
        await page.FillAsync("[name='Form.From']", "2024-03-01");
        await page.SubmitAsync("add-unit");
        await page.Locator("#f-Form-ParentId-wrong").WaitForAsync();
        Assert.Equal("档案处", await page.InputValueAsync("[name='Form.Name']"));
        Assert.Equal("9999 没有这个单位", await page.InputValueAsync("[name='Form.ParentId']"));
        await page.LookAsync($"unit-new-refused-{language}");
        await page.FillAsync("[name='Form.ParentId']", "0302");
        await page.SubmitAsync("add-unit");
        await page.Locator("main .said").WaitForAsync();

        await page.OpenAsync("change");
        await page.FillAsync("[name='Change.Name']", "");
        await page.SubmitAsync("change-unit");
        await page.Locator("#f-Change-Name-wrong").WaitForAsync();
        await page.FillAsync("[name='Change.Name']", "档案与史志处");
        await page.SubmitAsync("change-unit");
        await page.Locator("main .said").WaitForAsync();

        await page.OpenAsync("move");
        await page.FillAsync("[name='Move.ParentId']", "0303");
        await page.FillAsync("[name='Move.From']", "2024-02-01");
        await page.SubmitAsync("move-unit");
        await page.Locator("#f-Move-From-wrong").WaitForAsync();
        await page.LookAsync($"unit-move-refused-{language}");
        await page.FillAsync("[name='Move.From']", "2024-06-01");
        await page.SubmitAsync("move-unit");
        await page.Locator("main .said").WaitForAsync();

        await page.OpenAsync("close");
        await page.SubmitAsync("close-unit");
        await page.Locator("main .said").WaitForAsync();
        Assert.Equal(4, await page.Locator(".timeline > li").CountAsync());
        await page.LookAsync($"unit-life-{language}");
    }

    [Theory]
    [InlineData("zh-CN", 1280)]
    [InlineData("en", 390)]
    public async Task A_person_is_added_transferred_and_given_a_role(string language, int width)
    {
        var system = await bureau.SignInAsync("sysadmin", language, width);
        var person = await AddPersonAsync(system, language == "en" ? "T-101" : "T-201", $"{language}-{width}");
        await system.OpenAsync("transfer");
        await system.FillAsync("[name='Transfer.UnitId']", "没有");
        await system.SubmitAsync("transfer-person");
        await system.Locator("#f-Transfer-UnitId-wrong").WaitForAsync();
        await system.FillAsync("[name='Transfer.UnitId']", "030102");
        await system.FillAsync("[name='Transfer.Post']", "主任科员");
        await system.SubmitAsync("transfer-person");
        await system.Locator("main .said").WaitForAsync();
        await system.LookAsync($"person-{language}-{width}");
        Assert.Equal(0, await system.Locator("#grant").CountAsync());

        var security = await bureau.SignInAsync("secadmin", language, width);
        await security.GotoAsync(person);
        await security.OpenAsync("grant");
        await security.SelectOptionAsync("[name='Grant.Role']", "office-head");
        await security.CheckAsync("[name='Grant.Scope'][value=Chosen]");
        await security.FillAsync("[name='Grant.Chosen']", "0301，9999");
        await security.SubmitAsync("grant-role");
        await security.Locator("#f-Grant-Chosen-wrong").WaitForAsync();
        Assert.Equal("office-head", await security.InputValueAsync("[name='Grant.Role']"));
        await security.LookAsync($"person-grant-refused-{language}-{width}");
        await security.FillAsync("[name='Grant.Chosen']", "0301，0302");
        await security.SubmitAsync("grant-role");
        await security.Locator("main .said").WaitForAsync();
        await security.OpenAsync("end");
        await security.SubmitAsync("end-role");
        await security.Locator("#f-End-AssignmentId-wrong").WaitForAsync();
        await security.SelectOptionAsync("[name='End.AssignmentId']", new SelectOptionValue { Index = 1 });
        await security.FillAsync("[name='End.To']", "2099-12-31");
        await security.SubmitAsync("end-role");
        await security.Locator("main .said").WaitForAsync();
        await security.LookAsync($"person-roles-{language}-{width}");
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task The_security_administrator_sees_accounts_and_roles(string language, int width)
    {
        var page = await bureau.SignInAsync("secadmin", language, width);
        foreach (var (address, name) in ((string, string)[])[("/administration/accounts", "accounts"), ("/administration/accounts/new", "account-new"), ("/administration/roles", "roles"),
            ("/administration/roles/new", "role-new"), ("/administration/roles/applicant", "role"), ("/account", "own"), ("/account/password", "own-password"), ("/account/second-factor", "own-factor")])
        {
            await page.GotoAsync(address);
            await page.LookAsync($"{name}-{language}-{width}");
        }

        await page.GotoAsync("/administration/accounts?words=secadmin");
        await page.Locator("main td a").First.ClickAsync();
        await page.Locator("main .details").WaitForAsync();
        Assert.Equal(0, await page.Locator("#lock").CountAsync()); // nobody locks oneself
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task The_audit_administrator_reads_the_sign_in_log(string language, int width)
    {
        var page = await bureau.SignInAsync("audadmin", language, width);
        await page.GotoAsync("/administration/sign-ins");
        await page.LookAsync($"sign-ins-{language}-{width}");
        await page.GotoAsync("/administration/sign-ins?words=audadmin&outcome=SignedIn&from=31.12.2026");
        await page.Locator("#f-from-wrong").WaitForAsync();
        Assert.Equal("audadmin", await page.InputValueAsync("[name=words]"));
        await page.LookAsync($"sign-ins-wrong-{language}-{width}");
        await page.FillAsync("[name=from]", "2026-01-01");
        await page.Locator("main form.card button").ClickAsync();
        await page.Locator("main tbody tr").First.WaitForAsync();
    }

    [Theory]
    [InlineData("zh-CN", 1280)]
    [InlineData("en", 390)]
    public async Task An_account_is_opened_used_and_locked(string language, int width)
    {
        var (code, shot) = (language == "en" ? "T-301" : "T-401", $"{language}-{width}");
        await AddPersonAsync(await bureau.SignInAsync("sysadmin", language, width), code, "account-" + shot);
        var security = await bureau.SignInAsync("secadmin", language, width);
        await security.GotoAsync("/administration/accounts/new");
        await security.FillAsync("[name='Form.PersonId']", "T-999");
        await security.SubmitAsync("open-account");
        await security.Locator("#f-Form-PersonId-wrong").WaitForAsync();
        await security.FillAsync("[name='Form.PersonId']", code);
        await security.SubmitAsync("open-account");
        var password = await security.Locator("#one-time-password code.key").InnerTextAsync();
        await security.LookAsync($"account-opened-{shot}");
        await security.Locator("main a.btn[href^='/administration/accounts/']").ClickAsync();

        var own = await bureau.SignInAsync(code, language, width, password);
        await own.GotoAsync("/organisations/tree");
        Assert.EndsWith("/account/password", own.Url, StringComparison.Ordinal); // first things first
        await own.FillAsync("[name='Form.Current']", password);
        await own.FillAsync("[name='Form.New']", "short");
        await own.FillAsync("[name='Form.Again']", "short");
        await own.SubmitAsync("own-password");
        await own.Locator("#f-Form-New-wrong").WaitForAsync();
        await own.LookAsync($"own-password-refused-{shot}");
        await own.FillAsync("[name='Form.Current']", password);
        await own.FillAsync("[name='Form.New']", "Quiet-Harbour-72");
        await own.FillAsync("[name='Form.Again']", "Quiet-Harbour-72");
        await own.SubmitAsync("own-password");
        await own.Locator("main .said").WaitForAsync();
        await own.LookAsync($"own-first-{shot}");

        await security.OpenAsync("lock");
        await security.SubmitAsync("lock-account");
        await security.Locator("#f-Lock-Reason-wrong").WaitForAsync();
        await security.LookAsync($"account-lock-refused-{shot}");
        await security.FillAsync("[name='Lock.Reason']", "长期外派");
        await security.SubmitAsync("lock-account");
        await security.Locator("#unlock").WaitForAsync();
        await security.LookAsync($"account-locked-{shot}");
        await own.GotoAsync("/account");
        Assert.Contains("/sign-in", own.Url, StringComparison.Ordinal); // the lock ends what was open
        await security.OpenAsync("reset");
        await security.SubmitAsync("reset-password");
        await security.Locator("#one-time-password").WaitForAsync();
    }

    [Fact]
    public async Task A_role_is_added_and_changed()
    {
        var page = await bureau.SignInAsync("secadmin");
        await page.GotoAsync("/administration/roles/new");
        await page.FillAsync("[name='Form.Code']", "Archive Clerk");
        await page.FillAsync("[name='Form.Title']", "档案员");
        await page.CheckAsync("[name='Form.Permissions'][value='kernel.units.read']");
        await page.SubmitAsync("add-role");
        await page.Locator("#f-Form-Code-wrong").WaitForAsync();
        Assert.True(await page.IsCheckedAsync("[name='Form.Permissions'][value='kernel.units.read']"));
        await page.LookAsync("role-new-refused");
        await page.FillAsync("[name='Form.Code']", "archive-clerk");
        await page.FillAsync("[name='Form.EnglishTitle']", "Archive clerk");
        await page.SubmitAsync("add-role");
        await page.Locator("main .said").WaitForAsync();
        await page.OpenAsync("change");
        await page.CheckAsync("[name='Change.Permissions'][value='kernel.people.read']");
        await page.UncheckAsync("[name='Change.Permissions'][value='kernel.units.read']");
        await page.SubmitAsync("change-role");
        await page.Locator("main .said").WaitForAsync();
        await page.OpenAsync("change");
        Assert.False(await page.IsCheckedAsync("[name='Change.Permissions'][value='kernel.units.read']"));
        await page.LookAsync("role-changed");
    }

    [Fact]
    public async Task Somebody_ends_an_own_session_elsewhere()
    {
        var elsewhere = await bureau.SignInAsync("duty");
        var page = await bureau.SignInAsync("duty");
        await page.GotoAsync("/account");
        await page.Locator(".sessions button").First.ClickAsync();
        await page.Locator("main .said").WaitForAsync();
        await elsewhere.GotoAsync("/account");

        Assert.Contains("/sign-in", elsewhere.Url, StringComparison.Ordinal);
    }

    private static async Task<string> AddPersonAsync(IPage page, string code, string shot)
    {
        await page.GotoAsync("/people/new");
        await page.FillAsync("[name='Form.Name']", "钱新民");
        await page.FillAsync("[name='Form.UnitId']", "030101 办公室");
        await page.FillAsync("[name='Form.Phone']", "没有电话");
        await page.FillAsync("[name='Form.From']", "2025-01-06");
        await page.SubmitAsync("add-person");
        await page.Locator("#f-Form-Code-wrong").WaitForAsync();
        await page.Locator("#f-Form-Phone-wrong").WaitForAsync();
        await page.LookAsync($"person-new-refused-{shot}");
        await page.FillAsync("[name='Form.Code']", code);
        await page.FillAsync("[name='Form.Phone']", "000-12345678");
        await page.SubmitAsync("add-person");
        await page.Locator("main .said").WaitForAsync();
        return new Uri(page.Url).AbsolutePath;
    }
}

/// <summary>What a person does with a form.</summary>
internal static class Filling
{
    /// <summary>Opens a form that is folded away.</summary>
    public static Task OpenAsync(this IPage page, string fold) => page.Locator($"#{fold} > summary").ClickAsync();

    /// <summary>Presses the main button of a form.</summary>
    public static Task SubmitAsync(this IPage page, string form) => page.Locator($"#form-{form} button.btn-primary").ClickAsync();
}
