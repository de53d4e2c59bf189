namespace Guiju.Bpmn.Running;

/// <summary>
/// Where tokens wait for each other. A join goes on when every flow has brought a token, or when nothing alive can still bring one through those
/// that are missing: after a move has taken tokens away it never waits for what cannot come.
/// </summary>
internal static class Joins
{
    public static bool FireOne(Board board, Walker walker)
    {
        foreach (var group in Waiting(board))
        {
            var node = board.Node(group[0]);
            var reach = board.Definition(board.Scope(group[0].Scope)).Reach;
            var others = board.In(group[0].Scope).Where(t => t.Mode != TokenMode.Joining || t.Node != node.Id);
            if (!others.Any(t => reach.MustWaitFor(t.Node, node, f => group.Exists(g => g.Via == f.Id))))
            {
                Fire(board, walker, group, node);
                return true;
            }
        }

        return false;
    }

    /// <summary>Where all of a scope waits at joins for each other, the first goes on.</summary>
    public static bool Unstick(Board board, Walker walker)
    {
        var stuck = Waiting(board).FirstOrDefault(g => board.In(g[0].Scope).All(t => t.Mode == TokenMode.Joining));
        if (stuck is null)
        {
            return false;
        }

        Fire(board, walker, stuck, board.Node(stuck[0]));
        return true;
    }

    private static List<List<Token>> Waiting(Board board) =>
        board.Tokens.Where(t => t.Mode == TokenMode.Joining).GroupBy(t => (t.Scope, t.Node)).Select(g => g.ToList()).ToList();

    private static void Fire(Board board, Walker walker, List<Token> group, FlowNode node)
    {
        group.ForEach(board.Remove);
        walker.Follow(group[0].Scope, node);
    }
}
