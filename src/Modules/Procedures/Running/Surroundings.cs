using Guiju.Bpmn;
using Guiju.Bpmn.Running;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Procedures.Cases;
using Guiju.Procedures.Definitions;
using Guiju.Procedures.Messages;
using Microsoft.EntityFrameworkCore;
using CaseState = Guiju.Bpmn.Running.CaseState;

namespace Guiju.Procedures.Running;

/// <summary>What goes on around a case while it moves: its clocks and timers follow, decisions are asked, copies and messages go out.</summary>
internal sealed class Surroundings(GuijuDb db, StepClocks clocks, CaseTimers timers, MessageDesk messages, StepFacts facts, Assigner assigner)
{
    /// <summary>Follows a case to where it stands now. The answer says by when a step is due.</summary>
    public async Task<Func<FlowNode, DateTime?>> FollowAsync(Underway at, CaseState state, IReadOnlyList<Effect> effects, Said? said, CancellationToken ct)
    {
        foreach (var effect in effects)
        {
            await TellAsync(at, state, effect, ct);
        }

        await timers.FollowAsync(at, state, ct);
        var running = await clocks.FollowAsync(at, state, said, ct);
        return node => node.Settings.Clock is { } kind && running.TryGetValue(kind, out var clock) ? facts.EndOf(clock.Rolled) : null;
    }

    /// <summary>The law's answer at a rule step, as what the case goes on with; null where the step names no control point and waits to be told.</summary>
    public Performed? Judge(Underway at, CaseState state, Decide effect)
    {
        var settings = at.Model.Node(effect.Node)!.Settings; // the engine names nodes of the model
        return facts.Of(settings.ControlPoint, at.Matter.On, state) is { } question
            ? new Performed(effect.Token, new Dictionary<string, object?> { [settings.ResultName ?? "verdict"] = StepFacts.Code(facts.Judge(question)) })
            : null;
    }

    private async Task TellAsync(Underway at, CaseState state, Effect effect, CancellationToken ct)
    {
        switch (effect)
        {
            case Sent sent:
                messages.Announce("case.message", new { at.Matter.Id, at.Matter.Procedure, at.Matter.Title, sent.Node, sent.Message });
                await CopyAsync(at, state, sent, ct);
                break;
            case Perform service:
                messages.Announce("case.service", new { at.Matter.Id, at.Matter.Procedure, at.Matter.Title, service.Node });
                break;
            case Ended ended:
                messages.Announce("case.ended", new { at.Matter.Id, at.Matter.Procedure, at.Matter.Title, ended.Result });
                break;
        }
    }

    // 抄送 as the model draws it: a send task with people gives each a copy.
    private async Task CopyAsync(Underway at, CaseState state, Sent sent, CancellationToken ct)
    {
        var node = at.Model.Node(sent.Node)!; // the engine names nodes of the model
        foreach (var person in await assigner.NamedAsync(at.Matter, state, node, ct))
        {
            if (!db.Set<Notice>().Local.Any(n => n.CaseId == at.Matter.Id && n.PersonId == person) && !await db.Set<Notice>().AnyAsync(n => n.CaseId == at.Matter.Id && n.PersonId == person, ct))
            {
                db.Add(new Notice { Id = Guid.CreateVersion7(), CaseId = at.Matter.Id, PersonId = person, SentAt = facts.Now, SentBy = at.Matter.Starter });
            }
        }
    }
}
