using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Guiju.Kernel.People;

namespace Guiju.Kernel.Tests;

public sealed class OutcomeHttpTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<(Bureau Bureau, HttpClient Browser)> ClerkAsync()
    {
        var bureau = await Bureau.OpenAsync(Ct, null, new BookingsModule());
        await bureau.AccountAsync(await bureau.PersonAsync("p1", bureau.FinanceOffice, Ct, ("clerk", Scope.Unit)), "clerk", Ct);
        var browser = bureau.Browser();
        Assert.Equal(HttpStatusCode.NoContent, await Bureau.SignInAsync(browser, "clerk", Bureau.Password, Ct));
        return (bureau, browser);
    }

    [Fact]
    public async Task An_act_done_answers_with_its_result_and_verdict()
    {
        var (bureau, browser) = await ClerkAsync();
        await using var _ = bureau;

        var response = await browser.PostAsJsonAsync("/api/tests/bookings", new { room = "301", hour = 9 }, Ct);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.NotEqual(Guid.Empty, answer.GetProperty("value").GetGuid());
        Assert.Equal("allowed", answer.GetProperty("verdict").GetProperty("outcome").GetString());
    }

    [Theory]
    [InlineData("""{"room":"","hour":9}""", 400, "invalid", "room")]
    [InlineData("""{"room":"301","hours":9}""", 400, "invalid", "hours")]
    [InlineData("""{"room":"301","hour":"nine"}""", 400, "invalid", "hour")]
    [InlineData("""[1,2]""", 400, "invalid", "")]
    [InlineData("""{"room":"301",""", 400, "invalid", "")]
    [InlineData("""{"room":"301","hour":23}""", 409, "refused", null)]
    [InlineData("""{"room":"301","hour":11}""", 409, "broken", null)]
    public async Task A_request_that_cannot_be_done_is_answered_with_a_problem_that_names_the_reason(string body, int status, string kind, string? field)
    {
        var (bureau, browser) = await ClerkAsync();
        await using var _ = bureau;

        var response = await browser.PostAsync("/api/tests/bookings", new StringContent(body, Encoding.UTF8, "application/json"), Ct);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal("urn:guiju:problem:" + kind, problem.GetProperty("type").GetString());
        Assert.NotEqual("", problem.GetProperty("message").GetProperty("en").GetString());
        if (field is not null)
        {
            Assert.Equal(field, Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name);
        }
    }

    [Fact]
    public async Task A_refusal_carries_the_verdict()
    {
        var (bureau, browser) = await ClerkAsync();
        await using var _ = bureau;

        var response = await browser.PostAsJsonAsync("/api/tests/bookings", new { room = "301" }, Ct);

        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal("cannot-decide", problem.GetProperty("verdict").GetProperty("outcome").GetString());
    }

    [Theory]
    [InlineData("text/plain", null, null, 415)]
    [InlineData("application/x-www-form-urlencoded", null, null, 415)]
    [InlineData("application/json", "cross-site", null, 403)]
    [InlineData("application/json", null, "https://elsewhere.example", 403)]
    [InlineData("application/json", "same-origin", "http://localhost", 200)]
    public async Task Another_site_cannot_act_in_the_name_of_a_signed_in_person(string contentType, string? site, string? origin, int status)
    {
        var (bureau, browser) = await ClerkAsync();
        await using var _ = bureau;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/tests/bookings") { Content = new StringContent("""{"room":"301","hour":9}""", Encoding.UTF8, contentType) };
        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        Assert.Equal(status, (int)(await browser.SendAsync(request, Ct)).StatusCode);
    }

    [Fact]
    public async Task Without_signing_in_nothing_is_answered()
    {
        await using var bureau = await Bureau.OpenAsync(Ct, null, new BookingsModule());
        using var browser = bureau.Browser();

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.PostAsJsonAsync("/api/tests/bookings", new { room = "301", hour = 9 }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync(new Uri("/api/kernel/units", UriKind.Relative), Ct)).StatusCode);
    }

    [Fact]
    public async Task The_route_fills_the_act_and_what_is_not_there_is_404()
    {
        var (bureau, browser) = await ClerkAsync();
        await using var _ = bureau;
        var booking = await bureau.MustAsync(new BookRoom { Room = "301", Hour = 9 }, Ct);

        Assert.Equal(HttpStatusCode.OK, (await browser.PostAsJsonAsync($"/api/tests/bookings/{booking}", new { hour = 10 }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsJsonAsync($"/api/tests/bookings/{Guid.CreateVersion7()}", new { hour = 10 }, Ct)).StatusCode);
    }
}
