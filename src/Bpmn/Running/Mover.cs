namespace Guiju.Bpmn.Running;

/// <summary>What a move does besides moving.</summary>
internal sealed record Moving(string Target)
{
    /// <summary>Whether the step that is left is owed again, where the target lies in a neighbouring way of the same block.</summary>
    public bool SourceOwed { get; init; }

    public string? Hint { get; init; }

    public string? ReturnTo { get; init; }

    public string? ReturnHolder { get; init; }

    /// <summary>Which tokens may be cut off; all where null.</summary>
    public Predicate<Token>? MayCut { get; init; }
}

/// <summary>
/// The one rule for every move (退回, 撤回, 直达, 跳转): source scope and target are named; everything alive in the smallest scope that holds both is cut
/// off, its history kept; the target begins as a fresh activity. Ways that ran beside are not lost: what they had finished stays finished, what
/// was cut off in them begins anew when the target's way reaches the join.
/// </summary>
internal static class Mover
{
    public static void Move(Board board, Walker walker, Token source, Moving move)
    {
        var home = board.Model.Processes.SelectMany(p => p.Scope.All()).FirstOrDefault(s => s.Find(move.Target) is not null)
            ?? throw Refuse.Because("no-target", $"流程中没有“{move.Target}”。", $"The procedure has no '{move.Target}'.");
        var (scope, at, way) = Common(board, source, home);
        var definition = board.Definition(scope);
        var target = way is [var first, ..] ? first : move.Target;
        var region = definition.Regions.Smallest(at.Node, at.Via, target);
        foreach (var token in board.In(scope.Id).ToList())
        {
            Clear(board, walker, token, region, target, token.Id == at.Id && !move.SourceOwed, move.MayCut);
        }

        Place(board, walker, scope.Id, definition, way, move);
    }

    // The deepest scope around the source that also holds the target, and the way down from it: the activities that are entered to come to the target.
    private static (ScopeInstance Scope, Token At, IReadOnlyList<string> Way) Common(Board board, Token source, FlowScope home)
    {
        var at = source;
        while (true)
        {
            var scope = board.Scope(at.Scope);
            if (scope.Total == 0 && Doors.Way(board.Model, board.Definition(scope), home, at.Node) is { } way)
            {
                return (scope, at, way);
            }

            at = board.Token(scope.Owner) ?? throw Refuse.Because("no-target", "目标环节不在这一流程的同一层或内层。", "The target lies in no scope that the source can be moved to.");
        }
    }

    private static void Clear(Board board, Walker walker, Token token, Region region, string target, bool consumed, Predicate<Token>? mayCut)
    {
        var way = region.Block?.Holding(token.Node, token.Via);
        if (region.Block is not null && way is null || region.Branch is not null && way != region.Branch)
        {
            return;
        }

        var beside = region.Block is not null && region.Branch is null && way != region.Block.Holding(target, null);
        if (beside && !consumed && token.Mode != TokenMode.Active)
        {
            return; // what has arrived, or is owed already, stays
        }

        Refuse.Unless(mayCut is null || mayCut(token), "others-acted", "后续环节已有人办理，不能撤回。", "Others have acted meanwhile; it cannot be taken back.");
        var hint = board.ItemsOf(token.Id) is [{ Holder: { } holder, OnBehalfOf: null, Owner: null }] ? holder : null;
        walker.Cut(token);
        if (beside && !consumed)
        {
            board.Add(new Token { Id = board.Number(), Scope = token.Scope, Node = token.Node, Mode = TokenMode.Parked, Origin = board.Step, Hint = hint, Block = region.Block!.Split });
        }
    }

    // A sub-process or called procedure that is entered from outside begins at the target; one that is repeated begins as a whole.
    private static void Place(Board board, Walker walker, int scope, FlowScope definition, IReadOnlyList<string> way, Moving move)
    {
        var target = way is [var first, ..] ? first : move.Target;
        var node = definition.Find(target)!; // the target was found in it
        if (way.Count == 0 || node.Multi is not null)
        {
            var token = walker.New(scope, target) with { Hint = move.Hint, ReturnTo = move.ReturnTo, ReturnHolder = move.ReturnHolder };
            if (node.IsJoin)
            {
                board.Add(token with { Mode = TokenMode.Joining });
            }
            else
            {
                walker.Enter(token);
            }

            return;
        }

        var owner = board.Add(walker.New(scope, target));
        var inside = node.Inside ?? board.Model.Process(node.Called ?? "")!.Scope; // the way leads through activities that hold scopes
        var inner = board.Add(new ScopeInstance { Id = board.Number(), Owner = owner.Id, Element = inside.Id });
        Place(board, walker, inner.Id, inside, [.. way.Skip(1)], move);
    }
}
