using System.Globalization;
using System.Xml.Linq;
using Microsoft.Playwright;

namespace Guiju.Journeys;

/// <summary>Rules leave the house and come back: as DMN, as YAML, as a workbook, and through the real editor.</summary>
public sealed class RuleInterchangeJourneyTests(BureauServer bureau)
{
    private const string Law = "urn:guiju:law";

    [Theory]
    [InlineData("zh-CN", 1280)]
    [InlineData("en", 390)]
    public async Task A_model_its_scenarios_and_the_figures_are_taken_out_and_taken_in_again(string language, int width)
    {
        var english = language == "en";
        var page = await bureau.SignInAsync("legal", language, width);
        await page.GotoAsync("/decisions/fleet/quota.dmn/V-01");
        var model = await page.TakeAsync(page.Locator("main a[download]"));
        await page.GotoAsync("/decisions/scenarios?model=fleet/quota.dmn");
        var scenarios = await page.TakeAsync(page.Locator("main a[download]"));
        await page.GotoAsync("/decisions/figures");
        var (sheet, yaml) = (await page.TakeAsync(page.Locator("a[href$='figures.xlsx']")), await page.TakeAsync(page.Locator("a[href$='figures.yaml']")));

        var draft = await page.OpenDraftAsync(english ? "From abroad" : "来自他处");
        await ImportAsync(page, model);
        await ImportAsync(page, scenarios);
        var words = await page.WordsAsync();
        Assert.Contains("fleet/quota.dmn", words, StringComparison.Ordinal);
        Assert.Contains("fleet/quota.scenarios.yaml", words, StringComparison.Ordinal);
        Assert.Contains(english ? "All pass" : "全部通过", words, StringComparison.Ordinal);

        // Figures: only what is said otherwise is taken, as written down today by whoever took it in, whatever the file says.
        await File.WriteAllTextAsync(yaml, (await File.ReadAllTextAsync(yaml)).Replace("value: 200000", "value: 180000", StringComparison.Ordinal));
        await ImportAsync(page, yaml);
        var line = page.Locator("main table tr", new() { Has = page.Locator("a[href$='fleet.renew.min-mileage']") });
        Assert.Contains("180", await line.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains(english ? "Late entry" : "补录", await line.InnerTextAsync(), StringComparison.Ordinal);
        await ImportAsync(page, Altered(sheet));
        line = page.Locator("main table tr", new() { Has = page.Locator("a[href$='fleet.renew.years']") });
        Assert.Contains("9", await line.InnerTextAsync(), StringComparison.Ordinal);
        await page.LookAsync($"draft-imported-{language}-{width}");

        // What is no rule of ours is refused in words.
        var other = Path.Combine(Path.GetDirectoryName(model)!, "others.dmn"); // a file has a folder
        await File.WriteAllTextAsync(other, (await File.ReadAllTextAsync(model))[..300]);
        await ImportAsync(page, other);
        Assert.Contains("DraftChecks.Unreadable", await page.Locator("#form-import [role=alert]").InnerTextAsync(), StringComparison.Ordinal);
    }

    /// <summary>Every shipped model goes through dmn-js as it runs in the page; nothing of it may be lost or changed.</summary>
    [Fact]
    public async Task RoundTrip()
    {
        var page = await bureau.SignInAsync("legal");
        var draft = await page.OpenDraftAsync("往返");
        await page.GotoAsync(draft + "/edit?path=fleet/quota.dmn");
        await page.Locator(".rule-editor[data-ready=true]").WaitForAsync();
        var wrong = new List<string>();
        var models = Directory.GetFiles(Path.Combine(BureauServer.Root, "law"), "*.dmn", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        foreach (var file in models)
        {
            var path = Path.GetRelativePath(Path.Combine(BureauServer.Root, "law"), file);
            var answer = await page.EvaluateAsync<System.Text.Json.JsonElement>("""
                async path => {
                  const editor = document.querySelector(".rule-editor").editor;
                  const answer = await fetch(`/api/decisions/models/${path}?version=1.3`, { headers: { "X-Requested-With": "fetch" } });
                  const { warnings } = await editor.dmn.importXML(await answer.text());
                  for (const view of editor.dmn.getViews()) await editor.dmn.open(view);
                  return { warnings: warnings.map(w => w.message), views: editor.dmn.getViews().length, xml: await editor.xml() };
                }
                """, path);
            var (before, after) = (XDocument.Load(file).Root!, XDocument.Parse(answer.GetProperty("xml").GetString()!).Root!); // both are documents
            wrong.AddRange(answer.GetProperty("warnings").EnumerateArray().Select(w => $"{path}: {w}"));
            wrong.AddRange(Lines(before).Except(Lines(after)).Take(5).Select(line => $"{path} lost {line}"));
            wrong.AddRange(Lines(after).Except(Lines(before)).Take(5).Select(line => $"{path} gained {line}"));
            if (!Same(before, after))
            {
                wrong.Add($"{path} stands in another order");
            }

            Assert.Equal(Extensions(before), Extensions(after));
            Assert.Equal(Shapes(before), Shapes(after));
            Assert.True(Shapes(before) > 0 && Extensions(before) > 0 && answer.GetProperty("views").GetInt32() > 1, path);
        }

        Assert.True(models.Count > 5);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    // One line for each element: where it stands by name, its attributes in order of name, and its own words.
    private static IEnumerable<string> Lines(XElement root) => root.DescendantsAndSelf().Select(e => $"{string.Join('/', e.AncestorsAndSelf().Reverse().Select(a => a.Name.LocalName))} {Told(e)}");

    private static string Told(XElement element) => $"{{{element.Name.NamespaceName}}} "
        + string.Join(' ', element.Attributes().Where(a => !a.IsNamespaceDeclaration).OrderBy(a => a.Name.ToString(), StringComparer.Ordinal).Select(a => $"{a.Name}={Plain(a.Value)}"))
        + (element.HasElements ? "" : $" “{element.Value.Trim()}”");

    // A place in a diagram may be written 160 or 160.0.
    private static string Plain(string value) => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number.ToString("0.###", CultureInfo.InvariantCulture) : value;

    // Elements of one name keep their order among each other: rows, columns, messages.
    private static bool Same(XElement one, XElement other) => Told(one) == Told(other)
        && one.Elements().OrderBy(e => e.Name.ToString(), StringComparer.Ordinal).Zip(other.Elements().OrderBy(e => e.Name.ToString(), StringComparer.Ordinal)).All(pair => Same(pair.First, pair.Second))
        && one.Elements().Count() == other.Elements().Count();

    private static int Extensions(XElement root) => root.DescendantsAndSelf().Sum(e => (e.Name.NamespaceName == Law ? 1 : 0) + e.Attributes().Count(a => a.Name.NamespaceName == Law));

    private static int Shapes(XElement root) => root.Descendants().Count(e => e.Name.LocalName is "DMNShape" or "DMNEdge");

    private static async Task ImportAsync(IPage page, string file)
    {
        await page.Locator("#form-import").EvaluateAsync("form => form.closest('details').open = true");
        await page.SetInputFilesAsync("#draft-upload", file);
        await page.SendAsync("import");
    }

    // The workbook with nine years for a car instead of eight.
    private static string Altered(string sheet)
    {
        var rows = MiniExcelLibs.MiniExcel.Query(sheet, useHeaderRow: true).Cast<IDictionary<string, object?>>().Select(r => r.ToDictionary(c => c.Key, c => c.Value)).ToList();
        rows.Single(r => (string?)r["id"] == "fleet.renew.years")["值"] = 9;
        var file = sheet.Replace("figures.xlsx", "ours.xlsx", StringComparison.Ordinal);
        MiniExcelLibs.MiniExcel.SaveAs(file, rows);
        return file;
    }
}
