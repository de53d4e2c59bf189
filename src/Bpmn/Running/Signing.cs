namespace Guiju.Bpmn.Running;

/// <summary>The items of a person's step: who answers, in which order, and when the step is decided.</summary>
internal sealed class Signing(Board board, Walker walker)
{
    private const string AlreadyZh = "此人已在这一步办理人之中。";
    private const string AlreadyEn = "This person is already among those asked in this step.";

    public void Assign(Assign order)
    {
        var token = Need(board.Token(order.Token));
        var node = board.Node(token);
        var item = board.ItemsOf(token.Id).FirstOrDefault(i => i.Mode == ItemMode.Unassigned) ?? throw Gone();
        var people = order.People.Where(p => !IsBarred(node, p.Person) && !IsBarred(node, p.OnBehalfOf)).DistinctBy(p => p.Person).ToList();
        Refuse.Unless(people.Count > 0, "nobody", "没有可以办理这一步的人。", "Nobody can take this step.");
        board.Remove(item);
        var mine = node.Multi is null ? [people] : node.Multi.Cardinality is { } number
            ? Enumerable.Range(0, Math.Max(1, board.Count(number, node.Id))).Select(_ => people).ToList()
            : people.ConvertAll(p => new List<Asked> { p });
        for (var i = 0; i < mine.Count; i++)
        {
            var single = mine[i] is [var only] ? only : null;
            board.Add(item with
            {
                Id = board.Number(),
                Mode = i > 0 && node.Multi is { Sequential: true } ? ItemMode.Queued : ItemMode.Open,
                Holder = single?.Person,
                OnBehalfOf = single?.OnBehalfOf,
                Candidates = [.. mine[i].Select(p => p.Person)],
                OnDuty = order.OnDuty,
            });
        }
    }

    public void Complete(Complete answer)
    {
        var item = Mine(answer.Item, answer.By, answer.As);
        var token = board.Token(item.Token)!; // an item lives as long as its token
        Refuse.Unless(item.Owner is null || answer.Outcome != Outcomes.Refused, "entrusted", "受委托人只提出意见，由委托人作出决定。", "Who was entrusted gives an opinion; the decision stays with who entrusted it.");
        Refuse.Unless(!board.Items.Any(i => i.Parent == item.Id && i.Role == ItemRole.Before && i.Mode != ItemMode.Done), "waits-for-signer", "加签人尚未办理，请等其办理后再提交。", "Somebody asked to sign before has not done so yet.");
        var step = board.NewStep();
        if (item.Owner is { } owner)
        {
            board.Record(PastOf(item, answer.By, Outcomes.Advised, step, token));
            board.Replace(item with { Holder = owner, Owner = null, Touched = true });
            return;
        }

        board.Record(PastOf(item, answer.By, answer.Outcome, step, token));
        board.Replace(item with { Mode = ItemMode.Done, Holder = answer.By ?? item.Holder, Outcome = answer.Outcome, Touched = true });
        board.Set(answer.Variables);
        Weigh(token);
    }

    public void SendBack(SendBack back)
    {
        var item = Mine(back.Item, back.By, back.As);
        Refuse.Unless(item.Owner is null, "entrusted", "受委托人只提出意见，不能退回。", "Who was entrusted gives an opinion and cannot send back.");
        var token = board.Token(item.Token)!; // an item lives as long as its token
        var target = Target(back, token);
        Refuse.Unless(target is not null && target != token.Node, "no-way-back", "没有可以退回的环节。", "There is no step to send it back to.");
        var was = board.Past.LastOrDefault(p => p.Node == target && p.By is not null && Outcomes.WasTaken(p.Outcome))
            ?? throw Refuse.Because("never-done", "只能退回到已经办过的环节。", "It can be sent back only to a step that was taken before.");
        board.Record(PastOf(item, back.By, Outcomes.SentBack, board.NewStep(), token));
        board.Remove(item);
        var single = board.Node(token).Multi is null;
        Mover.Move(board, walker, token, new Moving(target!)
        {
            SourceOwed = true,
            Hint = board.Model.Processes.Select(p => p.Find(target!)).First(n => n is not null)!.Multi is null ? was.By : null, // the move has found the target
            ReturnTo = back.Straight ? token.Node : null,
            ReturnHolder = back.Straight && single ? back.By : null,
        });
    }

    public void Retract(Retract retract)
    {
        var last = board.Past.LastOrDefault(p => p.By == retract.By && p.Outcome is not (Outcomes.Retracted or Outcomes.Advised))
            ?? throw Refuse.Because("nothing-to-retract", "没有可以撤回的办理。", "There is nothing to take back.");
        Refuse.Unless(Outcomes.WasTaken(last.Outcome), "nothing-to-retract", "没有可以撤回的办理。", "There is nothing to take back.");
        Refuse.Unless(!last.Outside, "outside", "这一步已对外生效，不能撤回。", "The step has had an effect outside; it cannot be taken back.");
        if (board.Items.FirstOrDefault(i => i.Id == last.Item && i.Mode == ItemMode.Done) is { } answered)
        {
            Reopen(answered, retract.By);
            return;
        }

        var led = board.Tokens.Where(t => t.Origin == last.Step).OrderBy(t => t.Id).ToList();
        Refuse.Unless(led.Count > 0 && led.TrueForAll(t => IsUntouched(t, last.Step)), "others-acted", "后续环节已有人办理，不能撤回。", "Others have acted meanwhile; it cannot be taken back.");
        board.Record(new PastStep { Step = board.NewStep(), Item = last.Item, Node = last.Node, By = retract.By, Outcome = Outcomes.Retracted, Cause = last.Step });
        foreach (var other in led.Skip(1))
        {
            walker.Cut(other);
        }

        Mover.Move(board, walker, led[0], new Moving(last.Node) { Hint = retract.By, MayCut = t => t.Origin == last.Step || t.Mode == TokenMode.Joining });
    }

    /// <summary>Looks whether the step is decided, and goes on where it is.</summary>
    public void Weigh(Token token)
    {
        var node = board.Node(token);
        var items = board.ItemsOf(token.Id);
        var signers = items.Where(i => i.Role is ItemRole.Main or ItemRole.Beside).ToList();
        var ballot = new Ballot(signers);
        if (!ballot.IsDecided(board, node))
        {
            if (!signers.Exists(i => i.Mode == ItemMode.Open) && signers.Find(i => i.Mode == ItemMode.Queued) is { } next)
            {
                board.Replace(next with { Mode = ItemMode.Open });
            }

            return;
        }

        foreach (var rest in items.Where(i => i.Mode != ItemMode.Done && i.Role != ItemRole.After))
        {
            walker.CutItem(rest, token.Origin);
            board.Add(rest with { Mode = ItemMode.Done, Outcome = Outcomes.Cancelled });
        }

        var after = items.Where(i => i.Role == ItemRole.After).ToList();
        var outcome = after.Exists(i => i.Outcome == Outcomes.Refused) ? Outcomes.Refused : ballot.Outcome(board, node);
        if (outcome != Outcomes.Refused && after.Find(i => i.Mode != ItemMode.Done) is { } follows)
        {
            board.Replace(follows with { Mode = ItemMode.Open });
            return;
        }

        Leave(token, node, outcome);
    }

    private void Leave(Token token, FlowNode node, string outcome)
    {
        foreach (var item in board.ItemsOf(token.Id))
        {
            walker.CutItem(item, token.Origin);
        }

        board.Set("result", outcome);
        if (node.Settings.ResultName is { } name)
        {
            board.Set(name, outcome);
        }

        if (outcome == Outcomes.Refused && node.Settings.RefusalEnds)
        {
            walker.EndAll(Outcomes.Refused);
        }
        else if (token.ReturnTo is { } back)
        {
            Mover.Move(board, walker, token, new Moving(back) { Hint = token.ReturnHolder });
        }
        else
        {
            walker.Finish(token);
        }
    }

    private void Reopen(WorkItem item, string? by)
    {
        var later = board.ItemsOf(item.Token).Where(i => i.Id > item.Id && i.Role != ItemRole.Before && (i.Role == ItemRole.After || board.Node(board.Token(item.Token)!).Multi is { Sequential: true })).ToList(); // an item lives as long as its token
        var asker = item.Role == ItemRole.Before ? board.Items.FirstOrDefault(i => i.Id == item.Parent) : null;
        Refuse.Unless(asker is not { Mode: ItemMode.Done } && later.TrueForAll(i => !i.Touched), "others-acted", "后续环节已有人办理，不能撤回。", "Others have acted meanwhile; it cannot be taken back.");
        foreach (var next in later.Where(i => i.Mode == ItemMode.Open))
        {
            board.Replace(next with { Mode = ItemMode.Queued });
        }

        board.Record(new PastStep { Step = board.NewStep(), Item = item.Id, Node = item.Node, By = by, Outcome = Outcomes.Retracted, Cause = board.Step - 1 });
        board.Replace(item with { Mode = ItemMode.Open, Outcome = null });
    }

    // An activity that holds others is untouched while nothing has been done in it since.
    private bool IsUntouched(Token token, int since)
    {
        var node = board.Node(token);
        if (token.Mode != TokenMode.Active)
        {
            return true;
        }

        var inside = Doors.Inside(board.Model, node);
        return node.Kind is not (NodeKind.Service or NodeKind.Rule) && (node.Kind != NodeKind.Call || inside.Count > 0)
            && !board.Past.Any(p => p.Step > since && p.Outcome != Outcomes.Cancelled && inside.Contains(p.Node))
            && board.ItemsOf(token.Id).All(i => !i.Touched);
    }

    // 上一步 is the step that led here; what the system did in between is passed over.
    private string? Target(SendBack back, Token token)
    {
        if (back.To == BackTo.Chosen)
        {
            return back.Node;
        }

        if (back.To == BackTo.Starter)
        {
            return (board.Past.FirstOrDefault(p => p.By == board.Starter && Outcomes.WasTaken(p.Outcome)) ?? board.Past.FirstOrDefault(p => Outcomes.WasTaken(p.Outcome)))?.Node;
        }

        for (var cause = token.Origin; cause > 0;)
        {
            var step = board.Past.LastOrDefault(p => p.Step == cause && p.Outcome != Outcomes.Cancelled);
            if (step is { By: not null } && Outcomes.WasTaken(step.Outcome) && step.Node != token.Node)
            {
                return step.Node;
            }

            cause = step is null || step.Cause >= cause ? cause - 1 : step.Cause;
        }

        return board.Past.LastOrDefault(p => p.By is not null && Outcomes.WasTaken(p.Outcome) && p.Node != token.Node)?.Node;
    }

    public WorkItem Mine(int id, string? by, string? @as = null)
    {
        var item = board.Items.FirstOrDefault(i => i.Id == id) ?? throw Gone();
        Refuse.Unless(item.Mode == ItemMode.Open, "not-open", "这一步已办理或还没有轮到。", "This step has been taken, or its turn has not come.");
        Refuse.Unless(by is null || (item.Holder ?? "") == by || @as is not null && item.Holder == @as || item.Holder is null && (item.Candidates.Contains(by) || @as is not null && item.Candidates.Contains(@as)), "not-yours", "这一步由他人办理。", "This step is somebody else's.");
        Refuse.Unless(!IsBarred(board.Node(board.Token(item.Token)!), by), "own-request", "本人发起的事项不能由本人办理这一步。", "Whoever started a matter may not take this step in it."); // an item lives as long as its token
        return item;
    }

    /// <summary>Whether a person may not take a step: it is kept from those whose own matter it is, and from anybody in their place.</summary>
    public bool IsBarred(FlowNode node, string? person) => person is not null && node.Settings.NotByStarter && board.Barred.Contains(person);

    public void Allow(WorkItem item, string person)
    {
        var node = board.Node(board.Token(item.Token)!); // an item lives as long as its token
        Refuse.Unless(!IsBarred(node, person), "own-request", "本人发起的事项不能由本人办理这一步。", "Whoever started a matter may not take this step in it.");
        Refuse.Unless(!board.ItemsOf(item.Token).Any(i => i.Id != item.Id && i.Holder == person && i.Outcome != Outcomes.Cancelled), "already", AlreadyZh, AlreadyEn);
    }

    private static PastStep PastOf(WorkItem item, string? by, string outcome, int step, Token token) =>
        new() { Step = step, Item = item.Id, Node = item.Node, By = by ?? item.Holder ?? "", Outcome = outcome, Cause = token.Origin };

    private static Token Need(Token? token) => token ?? throw Gone();

    private static RefusedException Gone() => Refuse.Because("gone", "这一步已办理或已撤回，请刷新后再看。", "This step has been taken or withdrawn; please look again.");
}
