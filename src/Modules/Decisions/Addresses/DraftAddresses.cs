using Guiju.Decisions.Drafts;
using Guiju.Decisions.Sandbox;
using Guiju.Decisions.Scenarios;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Decisions.Addresses;

/// <summary>Addresses of drafts, scenarios and sandbox runs under <c>/api/decisions</c>.</summary>
internal static class DraftAddresses
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapAct<OpenDraft, Guid>("/drafts");
        api.MapAct<DraftModel, Guid>("/drafts/{draftId}/models");
        api.MapAct<DraftFigure, Guid>("/drafts/{draftId}/figures");
        api.MapAct<DraftProvision, Guid>("/drafts/{draftId}/provisions");
        api.MapAct<ImportIntoDraft, Guid>("/drafts/{draftId}/files");
        api.MapAct<DropFromDraft, Guid>("/drafts/{draftId}/drop");
        api.MapAct<AttachOpinion, Guid>("/drafts/{draftId}/opinion");
        api.MapAct<SubmitDraft, Guid>("/drafts/{draftId}/submit");
        api.MapAct<ReturnDraft, Guid>("/drafts/{draftId}/return");
        api.MapAct<AbandonDraft, Guid>("/drafts/{draftId}/abandon");
        api.MapAct<PublishDraft, int>("/drafts/{draftId}/publish");
        api.MapAct<KeepVerdictAsScenario, Guid>("/verdicts/{verdictId}/scenario");
        api.MapAct<WriteScenario, Guid>("/scenarios");
        api.MapAct<DropScenario, Guid>("/scenarios/{id}/drop");
        api.MapAct<TryDraft, Guid>("/drafts/{draftId}/runs");
        api.MapAct<CancelTrial, Guid>("/runs/{id}/cancel");
        api.MapGet("/drafts/{id:guid}/review", ReviewAsync);
        api.MapGet("/runs/{id:guid}", RunAsync);
        api.MapPost("/check", CheckAsync);
    }

    private static async Task<IResult> ReviewAsync(Guid id, DraftBook book, ActorHolder asker, GuijuDb db, CancellationToken ct) =>
        !asker.Current.Can(DecisionPermissions.ReadRules) ? OutcomeHttp.Denied(DecisionPermissions.ReadRules)
        : await db.Set<RuleDraft>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, ct) is not { } draft ? OutcomeHttp.Missing()
        : await book.ReviewAsync(draft, ct) is var review ? Results.Json(new { review.IsGreen, review.Lines, scenarios = review.Trials.Select(t => new { t.Scenario.Name, t.Passed, t.Said, t.Wrong }) }, Json.Options) : OutcomeHttp.Missing();

    private static async Task<IResult> RunAsync(Guid id, ActorHolder asker, GuijuDb db, CancellationToken ct) =>
        !asker.Current.Can(DecisionPermissions.ReadRules) ? OutcomeHttp.Denied(DecisionPermissions.ReadRules)
        : await db.Set<SandboxRun>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, ct) is not { } run ? OutcomeHttp.Missing()
        : Results.Json(new { run.Id, run.State, run.Done, run.Total, run.Fault, run.DraftVersion, run.Lawbook, run.On, run.Population, result = run.Read() }, Json.Options);

    // The editor asks after every change; nothing is stored.
    private static async Task<IResult> CheckAsync(ModelQuestion? question, Guid? draft, DraftBook book, ActorHolder asker, CancellationToken ct)
    {
        if (!asker.Current.Can(DecisionPermissions.Draft))
        {
            return OutcomeHttp.Denied(DecisionPermissions.Draft);
        }

        if (question is not { Path.Length: > 0, Xml.Length: > 0 and <= ModelQuestion.Longest })
        {
            return Results.BadRequest();
        }

        var files = draft is null ? new Dictionary<string, string>() : await book.FilesAsync(await book.OpenAsync(draft, ct), ct);
        return Results.Json(new { lines = ModelReview.Of(book.InForce, SourceFile.Known(book.InForce, files), question.Path, question.Xml) }, Json.Options);
    }
}

/// <summary>A model to be looked at.</summary>
/// <param name="Path">File that it stands for.</param>
/// <param name="Xml">The model as DMN.</param>
public sealed record ModelQuestion(string Path, string Xml)
{
    /// <summary>Longest model that is looked at.</summary>
    public const int Longest = 2_000_000;
}
