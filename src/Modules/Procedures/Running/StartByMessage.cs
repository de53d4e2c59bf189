using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Guiju.Bpmn;
using Guiju.Kernel;
using Guiju.Procedures.Definitions;

namespace Guiju.Procedures.Running;

/// <summary>A message has arrived that procedures start upon: each in force that waits for it starts a case.</summary>
[Needs(ProceduresPermissions.Administer), Display(Name = "收到消息发起")]
public sealed record StartByMessage : IAct<Guid>
{
    /// <summary>Name of the message.</summary>
    [Required, StringLength(200, MinimumLength = 1), Display(Name = "消息名")] public string Message { get; init; } = "";

    /// <summary>The sender's own number of the message: the same one starts nothing a second time.</summary>
    [StringLength(200), Display(Name = "消息编号")] public string? Key { get; init; }

    /// <summary>Code of the unit whose matter it is; the one that the drawing names where empty.</summary>
    [StringLength(40), Display(Name = "单位")] public string? Unit { get; init; }

    /// <summary>Title; the procedure's name where empty.</summary>
    [StringLength(100), Display(Name = "标题")] public string? Title { get; init; }

    /// <summary>What it is about.</summary>
    [StringLength(4000), Display(Name = "内容")] public string? Text { get; init; }

    /// <summary>What it brings: texts, numbers and truth values.</summary>
    [Display(Name = "内容")] public IReadOnlyDictionary<string, JsonElement>? Variables { get; init; }

    internal sealed class Handler(ProcedureShelf shelf, EventStarts starts) : IHandler<StartByMessage, Guid>
    {
        public async Task<Guid> HandleAsync(StartByMessage act, CancellationToken ct)
        {
            var waiting = (await shelf.SelfStartingAsync(starts.Today, ct)).SelectMany(p => p.Starts(Trigger.Message).Where(s => s.TriggerValue == act.Message).Select(s => (Procedure: p, Start: s))).ToList();
            Check.That(waiting.Count > 0, ProcedureChecks.NothingStarts, nameof(Message));
            var first = Guid.Empty;
            foreach (var (procedure, start) in waiting)
            {
                var id = act.Key is { Length: > 0 } key ? EventStarts.IdOf(procedure.Code, start.Id, "message " + key) : Guid.CreateVersion7();
                if (!await starts.IsThereAsync(id, ct))
                {
                    await starts.OpenAsync(procedure, start, new SelfStart(id, act.Unit ?? start.Settings.Unit ?? "", act.Title ?? procedure.Model.Main.Name, act.Text ?? "", Brought.Read(act.Variables)), ct);
                }

                first = first == Guid.Empty ? id : first;
            }

            return first;
        }
    }
}
