using System.Globalization;
using Guiju.Decisions.Sandbox;
using Guiju.Kernel;
using Guiju.Ui;
using Microsoft.AspNetCore.Components;

namespace Guiju.Decisions.Pages;

public sealed partial class RunPage
{
    private const int Size = 50;
    private const int ChartBars = 10;
    private static readonly Texts<RunPage> T = new();
    private SandboxRun? run;
    private SandboxRun? beside;
    private SandboxResult? result;
    private SandboxResult? otherResult;
    private List<SandboxRun> others = [];
    private IReadOnlyList<(int Index, SandboxDifference Difference)> page = [];
    private Func<Guid?, string> units = _ => "";
    private Answer cancelled = Answer.None;
    private int total;
    private int kept;

    [Parameter] public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "change")] private string? Change { get; set; }

    [SupplyParameterFromQuery(Name = "unit")] private string? Unit { get; set; }

    [SupplyParameterFromQuery(Name = "class")] private string? Class { get; set; }

    [SupplyParameterFromQuery(Name = "kind")] private string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "rule")] private string? Rule { get; set; }

    [SupplyParameterFromQuery(Name = "beside")] private string? Beside { get; set; }

    [SupplyParameterFromQuery(Name = "page")] private int? Number { get; set; }

    private int At => Math.Clamp(Number ?? 1, 1, 100_000);

    private bool IsFiltered => Change is not null || Unit is not null || Class is not null || Kind is not null || Rule is not null;

    protected override async Task OnInitializedAsync()
    {
        run = Holder.Current.Can(DecisionPermissions.ReadRules) ? await Board.FindAsync(Id, Desk.Aborted) : null;
        if (run is null)
        {
            Desk.Absent();
            return;
        }

        result = run.Read();
        if (result is null)
        {
            return;
        }

        others = await Board.OthersAsync(run, Desk.Aborted);
        beside = Guid.TryParse(Beside, out var other) ? await Board.FindAsync(other, Desk.Aborted) : null;
        otherResult = beside?.Read();
        units = await Board.UnitsAsync(run.On, Desk.Aborted);
        var all = run.List();
        kept = all.Count;
        var filter = new DifferenceFilter(Enum.TryParse<SandboxChange>(Change, out var change) ? change : null, Guid.TryParse(Unit, out var unit) ? unit : null, Class, Kind, Rule);
        var found = filter.Among(all).ToHashSet(ReferenceEqualityComparer.Instance);
        total = found.Count;
        page = all.Select((d, i) => (i, d)).Where(p => found.Contains(p.d)).OrderBy(p => p.d.Change).Skip((At - 1) * Size).Take(Size).ToList();
    }

    private static string N(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Headline(SandboxResult found) => (found.NewlyBreaking, found.NoLonger) switch
    {
        (0, 0) => T["草案不改变任何一件的合规状况。"],
        (var newly, 0) => T["草案会使 {0} 件从符合变为不符合，占 {1}。", N(newly), Share(newly, found.Records)],
        (0, var no) => T["草案会使 {0} 件不再不符合，占 {1}。", N(no), Share(no, found.Records)],
        var (newly, no) => T["草案会使 {0} 件新变为不符合，{1} 件不再不符合，共看 {2} 件。", N(newly), N(no), N(found.Records)],
    };

    private static string Share(int part, int all) => (all == 0 ? 0 : (decimal)part / all).ToString("0.#%", CultureInfo.InvariantCulture);

    private static string Chart(SandboxResult found) => Json.Write(new
    {
        units = found.ByUnit.Take(ChartBars).Select(u => u.Name.Here.Length > 0 ? u.Name.Here : "—"),
        newly = found.ByUnit.Take(ChartBars).Select(u => u.NewlyBreaking),
        noLonger = found.ByUnit.Take(ChartBars).Select(u => u.NoLonger),
        words = new { newly = T["新增不符合"], noLonger = T["不再不符合"], unit = T["件"] },
    });

    private string Filtered(string name, string value) => $"/decisions/runs/{Id}?{name}={Uri.EscapeDataString(value)}#list";

    private string Paged(int at) => $"/decisions/runs/{Id}?page={at}" + string.Concat(new[] { ("change", Change), ("unit", Unit), ("class", Class), ("kind", Kind), ("rule", Rule) }
        .Where(p => p.Item2 is not null).Select(p => $"&{p.Item1}={Uri.EscapeDataString(p.Item2!)}")) + "#list"; // filtered

    private async Task CancelAsync(CancellationToken ct) => cancelled = await Desk.DoAsync(new CancelTrial { Id = Id }, _ => $"/decisions/runs/{Id}", new("推演已取消。", "The run was cancelled."), ct);
}
