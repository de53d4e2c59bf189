using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Guiju.Web.Tests;

/// <summary>The libraries over HTTP: unverified numbers stay inside, a duty shows its fault, a contract is drawn only when its blanks are filled.</summary>
public sealed class LawLibraryTests
{
    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task A_number_is_shown_only_when_verified(string database)
    {
        await using var app = await GuijuApp.OnAsync(database, secondFactor: false);
        var legal = await app.AsAsync("legal");

        var made = await legal.PostAsJsonAsync("/api/law/standards", new { title = "会议室使用规范", number = "DB11/T 9001-2023", family = "Common", role = "Applies" });
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        var again = await legal.PostAsJsonAsync("/api/law/standards", new { title = "另一项", number = "DB11/T 9001-2023", family = "Common", role = "Applies" });
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);

        Assert.DoesNotContain("9001", await legal.GetStringAsync("/api/kernel/registers/law.standards?q=会议室使用规范&cols=title,number"), StringComparison.Ordinal);
        var page = await legal.GetStringAsync("/law/standards");
        Assert.Contains("DB11/T 2223-2024", page, StringComparison.Ordinal);
        Assert.DoesNotContain("9704", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task A_contract_is_drawn_when_its_blanks_are_filled(string database)
    {
        await using var app = await GuijuApp.OnAsync(database, secondFactor: false);
        var legal = await app.AsAsync("legal");
        var page = await legal.GetStringAsync("/law/templates");
        var version = Between(page, "/law/templates/draw/", "\"");
        var form = await legal.GetStringAsync($"/law/templates/draw/{version}");
        Assert.Contains("Form.Answers[", form, StringComparison.Ordinal);

        var empty = await legal.PostAsJsonAsync($"/api/law/template-versions/{version}/draw", new { title = "试写合同", answers = new Dictionary<string, string>() });
        Assert.Equal(HttpStatusCode.Conflict, empty.StatusCode);
        Assert.Contains("没有填写", await empty.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var answers = new Dictionary<string, string>();
        foreach (var (name, said) in Samples)
        {
            if (form.Contains($"Form.Answers[{name}]", StringComparison.Ordinal))
            {
                answers[name] = said;
            }
        }

        var drawn = await legal.PostAsJsonAsync($"/api/law/template-versions/{version}/draw", new { title = "试写合同", answers });
        Assert.True(drawn.IsSuccessStatusCode, await drawn.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var list = await legal.GetStringAsync("/law/templates");
        var paper = await legal.GetAsync($"/api/law/drawn/{Between(list, "/api/law/drawn/", "/docx")}/docx", TestContext.Current.CancellationToken);
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", paper.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task What_hangs_on_a_provision_is_listed_and_a_duty_without_a_unit_shows(string database)
    {
        await using var app = await GuijuApp.OnAsync(database, secondFactor: false);
        var legal = await app.AsAsync("legal");

        var driven = await legal.GetFromJsonAsync<JsonElement>("/api/law/driving?address=cn/state-council/2012/621~art_26");
        var kinds = driven.EnumerateArray().Select(d => d.GetProperty("kind").GetProperty("zh").GetString()).ToHashSet();
        Assert.Superset(new HashSet<string?> { "决策行", "控制点", "职责" }, kinds);

        var faulty = await legal.GetFromJsonAsync<JsonElement>("/api/kernel/registers/law.duties?f.faulty=true");
        Assert.True(faulty.GetProperty("total").GetInt32() >= 1);
    }

    private static readonly (string, string)[] Samples =
    [
        ("partyA", "方圆市民政局"), ("partyB", "方圆服务公司"), ("lessor", "方圆置业公司"), ("lessee", "方圆市民政局"), ("approval", "1000"), ("place", "方圆市中心路1号"), ("building", "民政局办公楼"), ("area", "1200"), ("rent", "360000"),
        ("deposit", "无"), ("canteen", "否"), ("price", "480000"), ("from", "2024-01-01"), ("to", "2024-12-31"), ("payDays", "30"), ("dispute", "诉讼"), ("court", "方圆市第一区人民法院"), ("cars", "3"), ("hourly", "150"), ("discount", "10"), ("warranty", "60"),
    ];

    private static string Between(string text, string from, string to)
    {
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, from);
        at += from.Length;
        return text[at..text.IndexOf(to, at, StringComparison.Ordinal)];
    }
}
