using System.Collections.Immutable;
using Guiju.Bpmn.Running;

namespace Guiju.Bpmn.Tests;

/// <summary>Somebody does something, sensible or not.</summary>
internal static class RandomVerb
{
    private static readonly ImmutableDictionary<string, object?> Nothing = ImmutableDictionary<string, object?>.Empty;
    private static readonly string[] Outcome = ["approved", "refused", "again"];

    public static CaseEvent? Pick(Random dice, BpmnModel model, CaseState state)
    {
        var open = state.Items.Where(i => i.Mode == ItemMode.Open).ToArray();
        if (open.Length == 0 || dice.Next(6) == 0)
        {
            return dice.Next(3) switch
            {
                0 when Engine.Waiting(model, state) is { Count: > 0 } waits => Come(waits[dice.Next(waits.Count)]),
                1 when open.Length > 0 => new Retract(state.Past.Length > 0 ? state.Past[dice.Next(state.Past.Length)].By : "nobody"),
                _ => Invariants.Next(model, state),
            };
        }

        var item = open[dice.Next(open.Length)];
        var me = item.Holder ?? item.Candidates[dice.Next(item.Candidates.Length)];
        var other = "person-" + dice.Next(5);
        var taken = Engine.Taken(state);
        return dice.Next(14) switch
        {
            0 => new Reject(me, item.Id),
            1 or 2 => new SendBack(me, item.Id, (BackTo)dice.Next(3), taken.Count > 0 ? taken[dice.Next(taken.Count)] : null, dice.Next(2) == 0),
            3 => new Transfer(me, item.Id, other),
            4 => new Entrust(me, item.Id, other),
            5 or 6 => new AddSigner(me, item.Id, other, (ItemRole)dice.Next(4)),
            7 => new RemoveSigner(me, state.Items[dice.Next(state.Items.Length)].Id),
            8 => item.Holder is null ? new Claim(me, item.Id) : new GiveBack(me, item.Id),
            9 => new Jump("admin", state.Tokens[dice.Next(state.Tokens.Length)].Id, Any(dice, model), "because"),
            10 => dice.Next(2) == 0 ? new CopyTo(me, [other, me]) : new Remind(me),
            _ => new Complete(me, item.Id, Outcome[dice.Next(3)], Nothing),
        };
    }

    private static string Any(Random dice, BpmnModel model)
    {
        var nodes = model.Main.Nodes.ToList();
        return nodes[dice.Next(nodes.Count)].Id;
    }

    private static Happened Come(Awaited wait) => new(wait.Token, wait.Node, Nothing);
}
