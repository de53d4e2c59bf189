using System.Net;
using System.Text.RegularExpressions;
using Guiju.Kernel;
using Guiju.Kernel.Demonstration;
using Guiju.Kernel.Identity;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Web.Tests;

/// <summary>What every page has: its frame, its languages, its headers, and a calm word when something is wrong.</summary>
public sealed partial class PagesTests
{
    [Fact]
    public async Task An_address_that_does_not_exist_gets_a_page_in_the_persons_language()
    {
        await using var app = await GuijuApp.OnAsync("SQLite");
        using var client = app.Anonymous();

        var chinese = await client.GetAsync(new Uri("/nowhere", UriKind.Relative));
        client.DefaultRequestHeaders.Add("Cookie", "guiju-language=en");
        var english = await client.GetAsync(new Uri("/nowhere", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, chinese.StatusCode);
        Assert.Contains("<h1>没有这一页</h1>", await chinese.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var page = await english.Content.ReadAsStringAsync();
        Assert.Contains("<html lang=\"en\"", page, StringComparison.Ordinal);
        Assert.Contains("<h1>No such page</h1>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/nowhere")]
    [InlineData("/api/nowhere")]
    public async Task Every_answer_keeps_to_itself(string path)
    {
        await using var app = await GuijuApp.OnAsync("SQLite");
        using var client = app.Anonymous();

        var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task No_page_carries_inline_script_or_style_or_anything_from_elsewhere()
    {
        await using var app = await GuijuApp.OnAsync("SQLite");
        var client = await app.AsAsync("vehicle-desk");

        foreach (var path in new[] { "/", "/sign-in", "/law", "/nowhere" })
        {
            var page = await client.GetStringAnywayAsync(path);

            Assert.DoesNotMatch(InlineScript(), page);
            Assert.DoesNotMatch(@"\sstyle=""", page);
            Assert.DoesNotMatch(@"\son(click|load|submit|change)=", page);
            Assert.DoesNotMatch(@"(src|href)=""(https?:)?//", page);
        }
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_on_a_page_of_its_own()
    {
        await using var app = await GuijuApp.OnAsync("SQLite");
        using var client = app.Anonymous();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "sign-in", ["Form.UserName"] = "applicant", ["Form.Password"] = DemonstrationAccounts.Password });

        var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("<h1>请求有误</h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_its_page_has_no_more_leads_back_to_the_page_and_says_so()
    {
        await using var app = await GuijuApp.OnAsync("SQLite");
        var client = await app.AsAsync("applicant");
        var token = System.Text.RegularExpressions.Regex.Match(await client.GetStringAsync(new Uri("/deputies", UriKind.Relative)), "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "drop-deputy", ["__RequestVerificationToken"] = token });

        var answer = await client.PostAsync(new Uri("/deputies?from=list", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/deputies?from=list", answer.Headers.Location!.OriginalString);
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("guiju-said=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("//evil.example/x", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/law?words=%E8%BD%A6", "/law?words=%E8%BD%A6")]
    public async Task Changing_the_language_leads_back_but_never_elsewhere(string back, string expected)
    {
        await using var app = await GuijuApp.OnAsync("SQLite");
        using var client = app.Anonymous();

        var answer = await client.GetAsync(new Uri("/language/en?back=" + Uri.EscapeDataString(back), UriKind.Relative));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(expected, answer.Headers.Location!.OriginalString);
        Assert.Contains("guiju-language=en", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_theme_that_was_chosen_is_applied_by_the_server()
    {
        await using var app = await GuijuApp.OnAsync("SQLite");
        using var client = app.Anonymous();

        var untouched = await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        client.DefaultRequestHeaders.Add("Cookie", "guiju-theme=dark");
        var dark = await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative));

        Assert.DoesNotContain("data-bs-theme", untouched, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"zh-CN\" data-bs-theme=\"dark\"", dark, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_tells_a_program_a_reference_number_and_nothing_of_the_inside()
    {
        await using var app = await GuijuApp.OnAsync("SQLite");
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = app.Services, TraceIdentifier = "trace-7" };
        context.Request.Path = "/api/fleet/trips";
        context.Response.Body = body;

        var handled = await app.Services.GetServices<IExceptionHandler>().First().TryHandleAsync(context, new InvalidOperationException("inside"), CancellationToken.None);

        Assert.True(handled);
        Assert.Equal(StatusCodes.Status500InternalServerError, context.Response.StatusCode);
        var text = System.Text.Encoding.UTF8.GetString(body.ToArray());
        Assert.Contains("reference", text, StringComparison.Ordinal);
        Assert.DoesNotContain("inside", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_menu_shows_what_a_person_may_open_and_nothing_else()
    {
        await using var app = await GuijuApp.OnAsync("SQLite");
        foreach (var user in new[] { "applicant", "vehicle-desk", "auditor" })
        {
            await using var scope = app.Services.CreateAsyncScope();
            var person = DemonstrationAccounts.Default.Single(a => a.UserName == user).PersonCode;
            var actor = await scope.ServiceProvider.GetRequiredService<ActorSource>().ForAsync(Planted.Id("person:" + person), CancellationToken.None);
            var page = await (await app.AsAsync(user)).GetStringAnywayAsync("/nowhere");

            var expected = Modules.All.SelectMany(m => m.Menu).Where(i => i.Permission is null || actor.Can(i.Permission)).Select(i => i.Address).Order();

            Assert.Equal(expected, MenuLine().Matches(page).Select(m => m.Groups[1].Value).Order());
        }
    }

    [Theory]
    [InlineData("/css/base.css")]
    [InlineData("/lib/tabler.min.css")]
    [InlineData("/js/guiju.js")]
    [InlineData("/mark.svg")]
    public async Task An_administrator_who_still_owes_a_second_factor_sees_a_dressed_page(string asset)
    {
        await using var app = await GuijuApp.OnAsync("SQLite");
        var client = await app.AsAsync("secadmin");

        var guarded = await client.GetAsync(new Uri("/people", UriKind.Relative));
        var answer = await client.GetAsync(new Uri(asset, UriKind.Relative));

        Assert.NotEqual(HttpStatusCode.OK, guarded.StatusCode);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Facts_of_the_law_have_words_in_both_languages()
    {
        await using var app = await GuijuApp.OnAsync("SQLite");
        var words = app.Services.GetRequiredService<IFactWords>();

        var letter = words.Of("fleet.trip.request", "letterNo");
        var reason = words.Of("fleet.trip.request", "reason");

        Assert.Equal(new Bilingual("公函编号", "letter no"), letter!.Name);
        Assert.Contains(reason!.Values, v => v.Key == "公务接待" && v.Value.En == "reception");
        Assert.Null(words.Of("fleet.trip.request", "no-such-fact"));
        Assert.Null(words.Of("no.such.point", "letterNo"));
    }

    [Fact]
    public async Task The_gallery_of_components_is_not_there_outside_development()
    {
        await using var app = await GuijuApp.OnAsync("SQLite");

        var answer = await (await app.AsAsync("applicant")).GetAsync(new Uri("/ui", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("X-01", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [GeneratedRegex("<script(?![^>]*\\ssrc=)[^>]*>")]
    private static partial Regex InlineScript();

    [GeneratedRegex("<li><a href=\"([^\"]+)\"(?: aria-current=\"page\")?><svg")]
    private static partial Regex MenuLine();
}

/// <summary>Reads a page whatever its status.</summary>
internal static class Reading
{
    public static async Task<string> GetStringAnywayAsync(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        return await answer.Content.ReadAsStringAsync();
    }
}
