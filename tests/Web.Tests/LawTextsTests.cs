using System.CommandLine;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Guiju.Kernel;
using Guiju.Law;

namespace Guiju.Web.Tests;

/// <summary>The library of texts on both databases: real texts taken in, changed, amended, repealed and cleaned up, through the command line and over HTTP.</summary>
public sealed partial class LawTextsTests
{
    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task All_real_texts_are_taken_in_with_every_article_and_taking_them_again_changes_nothing(string database)
    {
        var folder = RealTexts();
        Assert.SkipWhen(folder is null, "The real texts are not beside this checkout.");
        await using var app = await GuijuApp.OnAsync(database, secondFactor: false);
        var legal = await app.AsAsync("legal");

        var (code, first) = await LawAsync(app, "import", folder!); // skipped above where it is null
        Assert.Equal(0, code);
        Assert.Equal(Directory.GetFiles(folder!, "*.md", SearchOption.AllDirectories).Length, first.GetProperty("taken").GetInt32()); // skipped above where it is null
        Assert.All(first.GetProperty("texts").EnumerateArray(), text => Assert.Equal(Counted(text.GetProperty("file").GetString() ?? ""), text.GetProperty("articles").GetInt32()));
        var library = await legal.GetStringAsync("/api/law/library");

        var (_, again) = await LawAsync(app, "import", folder!); // skipped above where it is null
        Assert.Equal((0, first.GetProperty("taken").GetInt32()), (again.GetProperty("taken").GetInt32(), again.GetProperty("unchanged").GetInt32()));
        Assert.Equal(library, await legal.GetStringAsync("/api/law/library"));

        var (_, cars) = await LawAsync(app, "show", "cn/state-council/2012/621~art_26", "--on", "2023-05-04");
        Assert.Contains("公务用车", cars.GetProperty("words").GetString(), StringComparison.Ordinal);
        var (_, found) = await LawAsync(app, "search", "信访多久答复");
        Assert.Contains(found.GetProperty("results").EnumerateArray(), r => r.GetProperty("title").GetString() == "信访工作条例");
        var (_, cites) = await LawAsync(app, "cites", "cn/npcsc/1988/standardisation");
        Assert.NotEmpty(cites.GetProperty("cites").EnumerateArray());
        var (_, diff) = await LawAsync(app, "diff", "cn/state-council/道路运输条例@2022-03-29", "cn/state-council/道路运输条例@2023-07-20");
        Assert.Equal(12, diff.GetProperty("counts").GetProperty("renumbered").GetInt32());
        var (_, old) = await LawAsync(app, "show", "cn/state-council/2005/431", "--on", "2023-05-04");
        Assert.Equal("Repealed", old.GetProperty("standing").GetString(), ignoreCase: true);
        Assert.Contains("档案法实施办法", await legal.GetStringAsync("/law/making"), StringComparison.Ordinal); // its repeal is declared by another text and waits to be entered
    }

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task Damaged_files_are_named_and_the_sound_ones_taken_in(string database)
    {
        await using var app = await GuijuApp.OnAsync(database, secondFactor: false);
        var folder = Directory.CreateTempSubdirectory("guiju-law");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "好的(2024-01-02).md"), "# 试验办法\n\n2024年1月2日 某局印发\n\n第一条 为了试验（含核对），制定本办法。\n\n第二条 有下列情形的，停止试验：\n\n(一)超时；\n\n（二）超限。");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "无条文(2024-01-02).md"), "# 关于清理的通知\n\n2024年1月2日 某局印发\n\n各单位：\n\n一、请自查。\n\n二、请报送。");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "坏的.docx"), "PK\u0003\u0004 rubbish");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "也坏.docx"), "no Word file");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "空的.md"), "");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "只有标题.md"), "# 只有标题");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "外部实体.xml"), "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><akomaNtoso>&b;</akomaNtoso>");

        var (code, report) = await LawAsync(app, "import", folder.FullName);

        folder.Delete(recursive: true);
        Assert.Equal(1, code);
        Assert.Equal(2, report.GetProperty("taken").GetInt32());
        Assert.Equal(["也坏.docx", "只有标题.md", "坏的.docx", "外部实体.xml", "空的.md"],
            report.GetProperty("failed").EnumerateArray().Select(f => Path.GetFileName(f.GetProperty("file").GetString())).Order(StringComparer.Ordinal));
        Assert.All(report.GetProperty("failed").EnumerateArray(), f => Assert.NotEqual("", f.GetProperty("reason").GetString()));
    }

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task An_amendment_is_a_banner_until_it_is_reviewed_and_worked_in(string database)
    {
        await using var app = await GuijuApp.OnAsync(database, secondFactor: false);
        var legal = await app.AsAsync("legal");
        var text = await legal.GetStringAsync("/law/bureau/rule/contracts");
        Assert.Contains("有一项修改尚未并入本文本", text, StringComparison.Ordinal);
        var amendment = Between(text, "/law/amendments/", "\"");

        var review = await legal.GetStringAsync($"/law/amendments/{amendment}");
        Assert.Contains("应当逐条说明理由", review, StringComparison.Ordinal);
        var wording = WebUtility.HtmlDecode(Between(review, "name=\"Form.Wording\"", "</textarea>").Split('>', 2)[1]);
        var applied = await legal.PostAsJsonAsync($"/api/law/amendments/{amendment}/apply", new { wording });

        Assert.True(applied.IsSuccessStatusCode, await applied.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain("有一项修改尚未并入本文本", await legal.GetStringAsync("/law/bureau/rule/contracts"), StringComparison.Ordinal);
        var (_, before) = await LawAsync(app, "show", "bureau/rule/contracts~art_8", "--on", "2024-05-04");
        var (_, after) = await LawAsync(app, "show", "bureau/rule/contracts~art_8", "--on", DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddDays(40).Date).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains("付款", before.GetProperty("words").GetString(), StringComparison.Ordinal);
        Assert.Contains("重新送审", after.GetProperty("words").GetString(), StringComparison.Ordinal);
        var twice = await legal.PostAsJsonAsync($"/api/law/amendments/{amendment}/apply", new { wording });
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
    }

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task A_clean_up_closes_when_every_text_has_its_conclusion(string database)
    {
        await using var app = await GuijuApp.OnAsync(database, secondFactor: false);
        var legal = await app.AsAsync("legal");
        var campaign = Between(await legal.GetStringAsync("/law/making"), "/law/campaigns/", "\"", skip: "new");

        var early = await legal.PostAsJsonAsync($"/api/law/campaigns/{campaign}/close", new { });
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        Assert.Contains("都有结论和理由", await early.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        foreach (Match item in Items().Matches(await legal.GetStringAsync($"/law/campaigns/{campaign}")))
        {
            var noReason = await legal.PostAsJsonAsync($"/api/law/campaign-items/{item.Groups[1].Value}/conclude", new { conclusion = "Keep", reason = "", basis = "会议纪要" });
            Assert.Equal(HttpStatusCode.BadRequest, noReason.StatusCode);
            var concluded = await legal.PostAsJsonAsync($"/api/law/campaign-items/{item.Groups[1].Value}/conclude", new { conclusion = "Keep", reason = "与上位规定一致", basis = "会议纪要" });
            Assert.True(concluded.IsSuccessStatusCode, await concluded.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        var closed = await legal.PostAsJsonAsync($"/api/law/campaigns/{campaign}/close", new { });
        Assert.True(closed.IsSuccessStatusCode, await closed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<(int Code, JsonElement Answer)> LawAsync(GuijuApp app, params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var root = new RootCommand();
        foreach (var command in new LawModule().Commands(new CommandHost(output, error, (_, _) => Task.FromResult(app.Services))))
        {
            root.Add(command);
        }

        var code = await root.Parse(["law", .. arguments, "--json"], new ParserConfiguration { ResponseFileTokenReplacer = null })
            .InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (code, JsonDocument.Parse(output.ToString()).RootElement);
    }

    private static int Counted(string file)
    {
        var source = File.ReadAllText(file);
        return ArticleLine().Count(source[source.IndexOf("INFO END", StringComparison.Ordinal)..]);
    }

    private static string? RealTexts()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (Path.Combine(at.FullName, "shared", "data", "laws") is var laws && Directory.Exists(laws))
            {
                return laws;
            }
        }

        return null;
    }

    private static string Between(string text, string from, string to, string skip = "\0")
    {
        for (var at = text.IndexOf(from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(from, at + 1, StringComparison.Ordinal))
        {
            var found = text[(at + from.Length)..text.IndexOf(to, at + from.Length, StringComparison.Ordinal)];
            if (found != skip)
            {
                return found;
            }
        }

        throw new InvalidOperationException($"{from} is not there");
    }

    [GeneratedRegex("^第[零〇一二三四五六七八九十百千]+条(之[一二三四五六七八九十]+)?(?=[\\s　])", RegexOptions.Multiline)]
    private static partial Regex ArticleLine();

    [GeneratedRegex("[?&]item=([0-9a-f-]{36})")]
    private static partial Regex Items();
}
