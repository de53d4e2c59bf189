using Guiju.Bpmn;
using Guiju.Bpmn.Running;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Procedures.Cases;
using Guiju.Procedures.Contracts;
using CaseState = Guiju.Bpmn.Running.CaseState;

namespace Guiju.Procedures.Definitions;

/// <summary>The tasks that people see, made to follow the engine's items: answered, withdrawn, handed over, or newly asked.</summary>
internal sealed class TaskList(GuijuDb db, Participant by, DateTime now)
{
    public void Follow(Underway at, CaseState state, IReadOnlyList<WorkTask> open, Said? said, Func<FlowNode, DateTime?> due)
    {
        var items = state.Items.Where(i => i.Mode == ItemMode.Open).ToDictionary(i => i.Id);
        foreach (var task in open)
        {
            if (said is not null && task.Item == said.Item && IsMine(task, open))
            {
                task.Answer(by, said.Result, said.Opinion, now);
            }
            else if (!items.ContainsKey(task.Item) || task.Item == said?.Item)
            {
                task.Withdraw(by, now);
            }
        }

        foreach (var item in items.Values)
        {
            Ask(at, item, open.Where(t => t.Item == item.Id && t.State == TaskState.Open).ToList(), due);
        }
    }

    // Of several who were asked for the same, the one who answered has answered; the others need not any more.
    private bool IsMine(WorkTask task, IReadOnlyList<WorkTask> open) => task.PersonId == by.Id || !open.Any(o => o.Item == task.Item && o.PersonId == by.Id);

    private void Ask(Underway at, WorkItem item, List<WorkTask> rows, Func<FlowNode, DateTime?> due)
    {
        var node = at.Model.Node(item.Node)!; // the engine names nodes of the model
        string[] wanted = item.Holder is { } holder ? [holder] : [.. item.Candidates.Take(Pool.Of(item.Candidates[0]) is null ? item.Candidates.Length : 1)];
        if (rows is [var only] && wanted is [var one] && Pool.Of(one) is null)
        {
            if (only.PersonId?.ToString() != one)
            {
                only.HandTo(Guid.Parse(one));
            }

            return;
        }

        foreach (var row in rows.Where(r => !wanted.Contains(NameOf(r))))
        {
            row.Withdraw(by, now);
        }

        foreach (var name in wanted.Where(n => !rows.Exists(r => r.State == TaskState.Open && NameOf(r) == n)))
        {
            db.Add(Made(at, item, node, name, due(node)));
        }
    }

    private WorkTask Made(Underway at, WorkItem item, FlowNode node, string name, DateTime? due)
    {
        var pool = Pool.Of(name);
        var step = new Step(node.Id, new Bilingual(node.Name, node.Settings.English ?? node.Name), pool?.Permission, pool?.Unit, pool is null ? Guid.Parse(name) : null)
        {
            NotByStarter = node.Settings.NotByStarter,
            Due = due,
            Address = node.Settings.Form?.Replace("{subject}", at.Matter.SubjectId.ToString(), StringComparison.Ordinal),
        };
        var task = at.Matter.Ask(Guid.CreateVersion7(), step, now);
        (task.Item, task.OnDuty, task.Batch, task.BehalfId) = (item.Id, item.OnDuty, node.Settings.Batch && node.Settings.Allows(Verbs.Complete), Guid.TryParse(item.OnBehalfOf, out var behalf) ? behalf : null);
        return task;
    }

    private static string NameOf(WorkTask row) => row.PersonId?.ToString() ?? Pool.Name(row.Permission ?? "", row.UnitId);
}
