using System.Text;
using Guiju.Decisions.Drafts;
using Guiju.Decisions.Lawbooks;
using Guiju.Decisions.Sandbox;
using Guiju.Decisions.Scenarios;
using Guiju.Dmn;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Registers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Decisions.Addresses;

/// <summary>What other systems take from the rules: DMN 1.3 to 1.5, scenarios and figures as YAML, figures and sandbox results as workbooks.</summary>
internal static class Interchange
{
    private const string Yaml = "application/yaml";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/models/{folder}/{file}", Model);
        api.MapGet("/drafts/{id:guid}/files/{folder}/{file}", DraftModelAsync);
        api.MapGet("/scenarios.yaml", ScenariosAsync);
        api.MapGet("/figures.yaml", Figures);
        api.MapGet("/figures.xlsx", FiguresSheetAsync);
        api.MapGet("/runs/{id:guid}/differences.xlsx", DifferencesAsync);
    }

    private static IResult Model(string folder, string file, string? version, DateOnly? on, LawShelf shelf, ActorHolder asker, TimeProvider clock) =>
        Denied(asker) ?? (shelf.Current.ModelAt($"{folder}/{file}", on ?? DateOnly.FromDateTime(clock.GetLocalNow().DateTime)) is { } text && file.EndsWith(".dmn", StringComparison.Ordinal)
            ? Dmn(text, file, version)
            : OutcomeHttp.Missing());

    private static async Task<IResult> DraftModelAsync(Guid id, string folder, string file, string? version, DraftBook book, GuijuDb db, ActorHolder asker, CancellationToken ct)
    {
        if (Denied(asker) is { } denied)
        {
            return denied;
        }

        var draft = await db.Set<RuleDraft>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, ct);
        return draft is not null && (await book.FilesAsync(draft, ct)).TryGetValue($"{folder}/{file}", out var text) && file.EndsWith(".dmn", StringComparison.Ordinal) ? Dmn(text, file, version) : OutcomeHttp.Missing();
    }

    private static IResult Dmn(string text, string file, string? version) => version is null or "1.2" or "1.3" or "1.4" or "1.5"
        ? Results.File(Encoding.UTF8.GetBytes(DmnWriter.Write(DmnXml.Parse(text, file), version ?? "1.3")), "application/xml", file)
        : Results.BadRequest();

    private static async Task<IResult> ScenariosAsync(string model, ScenarioGrid grid, ActorHolder asker, CancellationToken ct) =>
        Denied(asker) ?? (await grid.OfAsync(model, ct) is { Count: > 0 } all
            ? Results.File(Encoding.UTF8.GetBytes(Scenario.Write(all)), Yaml, model.Split('/')[^1].Replace(".dmn", ".scenarios.yaml", StringComparison.Ordinal))
            : OutcomeHttp.Missing());

    private static IResult Figures(LawShelf shelf, ActorHolder asker) =>
        Denied(asker) ?? Results.File(Encoding.UTF8.GetBytes(FigureFile.Whole(shelf.Current.Parameters.Values)), Yaml, "parameters.yaml");

    /// <summary>All values of all figures, one a row, as the workbook holds them.</summary>
    internal static List<Dictionary<string, object?>> Rows(Lawbook book) => book.Parameters.Values.OrderBy(p => p.Id, StringComparer.Ordinal).SelectMany(p => p.Values.Select(v => new Dictionary<string, object?>
    {
        ["id"] = p.Id, ["名称"] = p.Name.Zh, ["English"] = p.Name.En, ["单位"] = p.Unit, ["适用范围"] = p.Pack, ["起"] = v.From.ToDateTime(TimeOnly.MinValue), ["止"] = v.To?.ToDateTime(TimeOnly.MinValue),
        ["值"] = v.Value is IEnumerable<object> list ? string.Join('、', list) : v.Value, ["条款"] = v.Provision, ["依据程度"] = v.Evidence.ToString().ToLowerInvariant(), ["录入日期"] = v.Recorded.ToDateTime(TimeOnly.MinValue), ["录入人"] = v.RecordedBy,
    })).ToList();

    private static async Task<IResult> FiguresSheetAsync(LawShelf shelf, ActorHolder asker, CancellationToken ct) => Denied(asker) ?? await SheetAsync(Rows(shelf.Current), "figures.xlsx", ct);

    private static async Task<IResult> DifferencesAsync(Guid id, RunBoard board, ActorHolder asker, CancellationToken ct)
    {
        if (Denied(asker) is { } denied)
        {
            return denied;
        }

        if (await board.FindAsync(id, ct) is not { State: SandboxState.Done } run)
        {
            return OutcomeHttp.Missing();
        }

        var units = await board.UnitsAsync(run.On, ct);
        return await SheetAsync(run.List().Select(d => new Dictionary<string, object?>
        {
            ["记录"] = d.Code, ["单位"] = units(d.UnitId), ["类别"] = d.Class?.Zh, ["种类"] = d.Kind?.Zh, ["变化"] = EnumWords.Both(d.Change).Zh, ["规则"] = d.Rule,
            ["现行结论"] = Word(d.Before), ["现行行"] = d.RowBefore, ["草案结论"] = Word(d.After), ["草案行"] = d.RowAfter, ["金额（元）"] = d.Yuan,
            ["事实"] = string.Join('；', d.Facts.Select(f => $"{f.Key}={f.Value}")),
        }).ToList(), "sandbox.xlsx", ct);
    }

    private static string Word(LawOutcome? outcome) => outcome is { } said ? Ui.OutcomeMarks.Of(said).Zh : "不适用";

    private static async Task<IResult> SheetAsync(List<Dictionary<string, object?>> rows, string name, CancellationToken ct) =>
        Results.Stream(await SheetExport.FileAsync((to, token) => SheetExport.WriteAsync(to, rows, token), ct), SheetExport.MediaType, name);

    private static IResult? Denied(ActorHolder asker) => asker.Current.Can(DecisionPermissions.ReadRules) ? null : OutcomeHttp.Denied(DecisionPermissions.ReadRules);
}
