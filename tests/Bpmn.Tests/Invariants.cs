using System.Collections.Immutable;
using Guiju.Bpmn.Running;

namespace Guiju.Bpmn.Tests;

/// <summary>What must be true of every state: no orphan, no loss, always something that leads on.</summary>
internal static class Invariants
{
    private static readonly ImmutableDictionary<string, object?> Nothing = ImmutableDictionary<string, object?>.Empty;

    public static void Hold(BpmnModel model, CaseState state)
    {
        if (state.Mode == CaseMode.Ended)
        {
            Check(state.Tokens.IsEmpty && state.Items.IsEmpty && state.Scopes.IsEmpty, "an ended case holds nothing");
            Check(state.Result is not null, "an ended case has a result");
            return;
        }

        Check(!state.Tokens.IsEmpty, "lost token: a running case stands nowhere");
        var scopes = state.Scopes.ToDictionary(s => s.Id);
        var tokens = state.Tokens.ToDictionary(t => t.Id);
        foreach (var scope in state.Scopes)
        {
            Check(scope.Owner == 0 || tokens.ContainsKey(scope.Owner), "orphan scope: nobody is inside it");
            Check(state.Tokens.Any(t => t.Scope == scope.Id), "empty scope");
        }

        foreach (var token in state.Tokens)
        {
            Check(scopes.ContainsKey(token.Scope), "orphan token: its scope is gone");
            Check(Node(model, state, token) is not null, "orphan token: no such node in its scope");
            var items = state.Items.Where(i => i.Token == token.Id).ToList();
            var node = Node(model, state, token)!; // checked above
            var person = node.Kind == NodeKind.User && token.Mode == TokenMode.Active;
            Check(!person || items.Exists(i => i.Mode is ItemMode.Open or ItemMode.Unassigned), "lost step: nobody is asked");
            Check(person || items.Count == 0, "items without a step");
            Check(node.Kind is not (NodeKind.SubProcess) || token.Mode != TokenMode.Active || state.Scopes.Count(s => s.Owner == token.Id) == 1, "a sub-process runs once");
        }

        Check(state.Items.All(i => tokens.ContainsKey(i.Token)), "orphan item");
        Check(state.Items.Where(i => i.Parent != 0 && i.Mode == ItemMode.Open).All(i => state.Items.Any(p => p.Id == i.Parent)), "signer without a parent");
        Check(state.Tokens.Any(t => t.Mode == TokenMode.Active), "everything waits for everything else");
    }

    /// <summary>Something that leads on: an open item answered, work performed, an event that comes.</summary>
    public static CaseEvent? Next(BpmnModel model, CaseState state)
    {
        if (state.Items.FirstOrDefault(i => i.Mode == ItemMode.Unassigned) is { } nobody)
        {
            return new Assign(nobody.Token, [new Asked(nobody.Node + "-1")], false);
        }

        // Before-signers first: their parents wait for them.
        if (state.Items.Where(i => i.Mode == ItemMode.Open).OrderByDescending(i => i.Role == ItemRole.Before).ThenByDescending(i => i.Id).FirstOrDefault() is { } item)
        {
            return new Complete(item.Holder ?? item.Candidates[0], item.Id, "approved", Nothing);
        }

        foreach (var token in state.Tokens.Where(t => t.Mode == TokenMode.Active))
        {
            if (Node(model, state, token) is { Kind: NodeKind.Service or NodeKind.Rule or NodeKind.Call } && !state.Scopes.Any(s => s.Owner == token.Id))
            {
                return new Performed(token.Id, Nothing.Add("result", "approved"));
            }
        }

        return Engine.Waiting(model, state) is [var first, ..] ? new Happened(first.Token, first.Node, Nothing.Add("result", "approved")) : null;
    }

    private static FlowNode? Node(BpmnModel model, CaseState state, Token token)
    {
        var scope = state.Scopes.First(s => s.Id == token.Scope);
        return scope.Total > 0 ? Node(model, state, state.Tokens.First(t => t.Id == scope.Owner)) : model.Scope(scope.Element)?.Find(token.Node);
    }

    private static void Check(bool holds, string what)
    {
        if (!holds)
        {
            Assert.Fail(what);
        }
    }
}
