using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Guiju.Bpmn;
using Guiju.Bpmn.Running;
using Guiju.Kernel;
using Guiju.Procedures.Definitions;
using Guiju.Procedures.Work;

namespace Guiju.Procedures.Running;

/// <summary>A message has arrived that a case waits for: from another system, or told by an administrator.</summary>
[Needs(ProceduresPermissions.Administer), Display(Name = "收到消息")]
public sealed record ReceiveMessage : IAct<Guid>
{
    /// <summary>The case.</summary>
    [Required, Display(Name = "事项")] public Guid? CaseId { get; init; }

    /// <summary>Name of the message.</summary>
    [Required, StringLength(200, MinimumLength = 1), Display(Name = "消息名")] public string Message { get; init; } = "";

    /// <summary>What it brings: texts, numbers and truth values.</summary>
    [Display(Name = "内容")] public IReadOnlyDictionary<string, JsonElement>? Variables { get; init; }

    internal sealed class Handler(WorkDesk desk) : IHandler<ReceiveMessage, Guid>
    {
        public async Task<Guid> HandleAsync(ReceiveMessage act, CancellationToken ct)
        {
            var at = await desk.CaseAsync(act.CaseId, ProceduresPermissions.Administer, ct);
            var wait = Engine.Waiting(at.Model, at.State).FirstOrDefault(w => w.Trigger == Trigger.Message && w.Value == act.Message);
            Check.That(wait is not null, ProcedureChecks.NotAwaited, nameof(Message));
            return await desk.DoAsync(at, new Happened(wait!.Token, wait.Node, Brought.Read(act.Variables)), null, ct); // the check has thrown otherwise
        }
    }
}

/// <summary>What a service step asks another system for is done, and is reported back.</summary>
[Needs(ProceduresPermissions.Administer), Display(Name = "系统环节办结")]
public sealed record ReportStepDone : IAct<Guid>
{
    /// <summary>The case.</summary>
    [Required, Display(Name = "事项")] public Guid? CaseId { get; init; }

    /// <summary>The service step.</summary>
    [Required, StringLength(200, MinimumLength = 1), Display(Name = "环节")] public string Step { get; init; } = "";

    /// <summary>What came of it: texts, numbers and truth values.</summary>
    [Display(Name = "内容")] public IReadOnlyDictionary<string, JsonElement>? Variables { get; init; }

    internal sealed class Handler(WorkDesk desk) : IHandler<ReportStepDone, Guid>
    {
        public async Task<Guid> HandleAsync(ReportStepDone act, CancellationToken ct)
        {
            var at = await desk.CaseAsync(act.CaseId, ProceduresPermissions.Administer, ct);
            var token = at.State.Tokens.FirstOrDefault(t => t.Node == act.Step && t.Mode == TokenMode.Active);
            Check.That(token is not null, Cases.CaseChecks.StepIsOpen, nameof(Step));
            return await desk.DoAsync(at, new Performed(token!.Id, Brought.Read(act.Variables)), null, ct); // the check has thrown otherwise
        }
    }
}

/// <summary>What another system brings, as the conditions read it.</summary>
internal static class Brought
{
    public static IReadOnlyDictionary<string, object?> Read(IReadOnlyDictionary<string, JsonElement>? variables) =>
        (variables ?? new Dictionary<string, JsonElement>()).ToDictionary(v => v.Key, v => (object?)(v.Value.ValueKind switch
        {
            JsonValueKind.String => v.Value.GetString(),
            JsonValueKind.Number => v.Value.TryGetDecimal(out var number) ? number : null,
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        }));
}
