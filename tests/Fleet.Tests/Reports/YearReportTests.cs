using System.IO.Compression;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Guiju.Fleet.Indicators;
using Guiju.Fleet.Openness;
using Guiju.Fleet.Quotas;
using Guiju.Fleet.Reports;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;

namespace Guiju.Fleet.Tests.Reports;

public sealed partial class YearReportTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_figures_of_the_report_are_those_of_the_record_and_each_names_its_source_and_its_page()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        await bureau.PairAsync(Ct);
        await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Other.Id, 2) with { Energy = EnergyKind.Bev, Displacement = null, BatteryKwh = 60, RegisteredOn = Samples.Today, InServiceOn = Samples.Today }, Ct);
        await bureau.DoneAsync(bureau.Desk, new SetQuota { UnitId = bureau.Organ.Id, Class = VehicleClass.Research, Cars = 4, From = new DateOnly(2023, 1, 1), DocNo = "编" }, Ct);

        var report = await bureau.AskAsync<YearStatistics, YearReport>(bureau.Desk, s => s.AskAsync(2023, Ct));
        var own = await bureau.AskAsync<YearStatistics, YearReport>(bureau.Head, s => s.AskAsync(2023, Ct));

        Assert.Equal((2m, 4m, 25m, 50m, 1m, 0m), (Value("cars"), Value("quota"), Value("quota-use"), Value("new-energy"), Value("registered"), Value("over-quota")));
        Assert.Equal(2m, Value("class-research"));
        Assert.Equal(1m, own.Find("cars")!.Value); // the head's own unit
        Assert.All(report.Sections.SelectMany(s => s.Figures), f => Assert.True(f.Source.Zh.Length > 3 && f.Source.En.Length > 3 && f.Address.StartsWith("/fleet/", StringComparison.Ordinal), f.Key));
        Assert.Equal(Indicator.All.Count, report.Sections.SelectMany(s => s.Figures).Count(f => Indicator.Of(f.Key) is not null)); // every indicator is in it

        decimal? Value(string key) => report.Find(key)!.Value;
    }

    [Fact]
    public async Task The_paper_stands_on_the_official_page_and_carries_every_figure_twice_with_its_source()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        await bureau.PairAsync(Ct);
        var report = await bureau.AskAsync<YearStatistics, YearReport>(bureau.Desk, s => s.AskAsync(2023, Ct));

        var file = ReportPaper.Of(report, "方圆市机关事务管理局").ToDocx();
        using (var document = WordprocessingDocument.Open(new MemoryStream(file), false))
        {
            Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(document, Ct).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        }

        using var archive = new ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(archive.GetEntry("word/document.xml")!.Open());
        var xml = await reader.ReadToEndAsync(Ct);
        var text = Tag().Replace(xml, "");

        Assert.Contains("2023年度公务用车统计报告", text, StringComparison.Ordinal);
        Assert.Contains("w:w=\"11906\" w:h=\"16838\"", xml, StringComparison.Ordinal); // A4
        Assert.Contains("w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1587\"", xml, StringComparison.Ordinal); // 37, 26, 35, 28 mm
        Assert.Contains("仿宋_GB2312", xml, StringComparison.Ordinal);
        Assert.All(report.Sections.SelectMany(s => s.Figures), f => Assert.Contains(f.Source.Zh.Replace("&", "&amp;", StringComparison.Ordinal), text, StringComparison.Ordinal));
        Assert.Contains("方圆市机关事务管理局", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_published_holds_no_exempt_car_and_only_after_the_year_and_a_check()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id, 1) with { RegisteredOn = new DateOnly(2022, 3, 1) }, Ct);
        await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Other.Id, 2) with { RegisteredOn = new DateOnly(2022, 3, 1), SecrecyExempt = true, MarkCode = "" }, Ct);

        var hasty = await bureau.DoAsync(bureau.Desk, new PublishSpending { Year = 2022 }, Ct);
        Assert.Equal("SpendingChecks.SecrecyChecked", Assert.IsType<Outcome<Guid>.Broken>(hasty).Check.Code);
        var early = await bureau.DoAsync(bureau.Desk, new PublishSpending { Year = 2023, SecrecyChecked = true }, Ct);
        Assert.Equal("SpendingChecks.YearHasEnded", Assert.IsType<Outcome<Guid>.Broken>(early).Check.Code);
        await bureau.DoneAsync(bureau.Desk, new PublishSpending { Year = 2022, SecrecyChecked = true }, Ct);

        var open = (await bureau.AskAsync<OpenSpending, SpendingStatement?>(bureau.Clerk, o => o.FindAsync(2022, Ct)))!;
        Assert.Equal((150000m, 1), (open.PurchaseYuan, open.CarsBought));
        Assert.Equal("市民政局", Assert.Single(open.Units).Name);
        Assert.Null(await bureau.AskAsync<OpenSpending, SpendingStatement?>(bureau.Clerk, o => o.FindAsync(2021, Ct)));
    }

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
