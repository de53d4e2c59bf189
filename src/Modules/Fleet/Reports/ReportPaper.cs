using System.Globalization;
using Guiju.Kernel;
using Guiju.Procedures.Contracts;
using Guiju.Ui;

namespace Guiju.Fleet.Reports;

/// <summary>The yearly statistics as an official paper: text, tables, and an annex that says of every figure how it was worked out and where its rows are.</summary>
internal sealed class ReportPaper
{
    private const string Numerals = "一二三四五六七八九十";
    private static readonly Texts<ReportPaper> T = new();
    private static readonly HashSet<int> Figures = [1, 2, 3];
    private static readonly HashSet<int> UnitFigures = [1, 2, 3, 4, 5];

    /// <summary>The paper in the language of the request.</summary>
    /// <param name="report">The statistics.</param>
    /// <param name="issuer">Who signs it.</param>
    public static OfficialPaper Of(YearReport report, string issuer)
    {
        var parts = new List<PaperPart> { new PaperPart.Text(Opening(report)) };
        var number = 0;
        foreach (var section in report.Sections)
        {
            parts.Add(new PaperPart.Text($"{Numerals[number++]}、{section.Title.Here}"));
            parts.Add(new PaperPart.Table([T["项目"], T["{0}年", report.Year], T["{0}年", report.Year - 1], T["增减"]], section.Figures.Select(f => (IReadOnlyList<string>)[Named(f), Number(f.Value), Number(f.Before), Change(f)]).ToList(), Figures));
        }

        parts.Add(new PaperPart.Text($"{Numerals[number++]}、{T["分单位情况"]}"));
        parts.Add(new PaperPart.Table([T["单位"], T["车辆"], T["编制"], T["行程"], T["公里"], T["费用（元）"]],
            report.Units.Select(u => (IReadOnlyList<string>)[u.Name, Number(u.Cars), Number(u.Quota), Number(u.Trips), Number(u.Km), OfficialText.Money(u.Yuan)]).ToList(), UnitFigures));
        parts.Add(new PaperPart.Text($"{Numerals[number]}、{T["附：数据来源"]}"));
        parts.Add(new PaperPart.Text(T["各项数字于{0}由台账直接算出，未经人工填报；打开所列页面即见其后的记录。", OfficialText.Day(report.AsOf)]));
        parts.Add(new PaperPart.Table([T["项目"], T["算法"], T["页面"]], report.Sections.SelectMany(s => s.Figures).Select(f => (IReadOnlyList<string>)[f.Title.Here, f.Source.Here, f.Address]).ToList(), new HashSet<int>()));
        return new OfficialPaper { Title = T["{0}年度公务用车统计报告", report.Year], Issuer = issuer, On = report.AsOf, Parts = parts };
    }

    private static string Opening(YearReport report) => T["{0}年，全市在编公务用车 {1} 辆，核定编制 {2} 辆；全年出车 {3} 次，行驶 {4} 公里，运行费用 {5} 元；新能源车辆占 {6}%。",
        report.Year, Number(report.Find("cars")?.Value), Number(report.Find("quota")?.Value), Number(report.Find("trips")?.Value), Number(report.Find("km")?.Value), Number(report.Find("cost")?.Value), Number(report.Find("new-energy")?.Value)];

    private static string Named(ReportFigure figure) => $"{figure.Title.Here}（{figure.Measure.Here}）";

    private static string Change(ReportFigure figure) => figure is { Value: { } now, Before: { } before } ? (now - before).ToString("+#,0.##;-#,0.##;0", CultureInfo.InvariantCulture) : "—";

    private static string Number(decimal? value) => value is { } number ? number.ToString("#,0.##", CultureInfo.InvariantCulture) : "—";
}
