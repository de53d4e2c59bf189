namespace Guiju.Bpmn.Running;

/// <summary>The verbs that pass items between people without moving a token: 转办 委托 加签 减签 认领 归还.</summary>
internal sealed class Handing(Board board, Walker walker, Signing signing)
{
    public void Carry(CaseEvent happening)
    {
        switch (happening)
        {
            case Transfer transfer:
                Engine.Allowed(board, transfer.Item, Verbs.Transfer);
                Take(transfer.Item, transfer, transfer.To, entrust: false);
                break;
            case Entrust entrust:
                Engine.Allowed(board, entrust.Item, Verbs.Entrust);
                Take(entrust.Item, entrust, entrust.To, entrust: true);
                break;
            case AddSigner add:
                Engine.Allowed(board, add.Item, Verbs.AddSigner);
                Add(add);
                break;
            case RemoveSigner remove:
                Engine.Allowed(board, remove.Item, Verbs.RemoveSigner);
                Remove(remove);
                break;
            case Claim claim:
                Claim(claim);
                break;
            case GiveBack back:
                GiveBack(back);
                break;
            default:
                throw new InvalidOperationException($"Unknown event {happening.GetType().Name}.");
        }
    }

    private void Take(int id, CaseEvent asked, string to, bool entrust)
    {
        var by = asked.By;
        var item = signing.Mine(id, by, asked.As);
        Refuse.Unless(item.Owner is null, "entrusted", "受委托办理的事项不能再转办或委托。", "What was entrusted cannot be passed on.");
        Refuse.Unless(to != item.Holder && to != by, "same-person", "不能转给自己。", "It cannot be passed to oneself.");
        signing.Allow(item, to);
        board.Replace(item with { Holder = to, Owner = entrust ? by ?? item.Holder : null, OnBehalfOf = entrust ? item.OnBehalfOf : null, OnDuty = false, Touched = true });
    }

    private void Add(AddSigner add)
    {
        var item = signing.Mine(add.Item, add.By, add.As);
        Refuse.Unless(item.Owner is null, "entrusted", "受委托人只提出意见，不能加签。", "Who was entrusted gives an opinion and cannot ask others.");
        Refuse.Unless(add.Where is not ItemRole.Main, "not-allowed", "加签须为前加签、后加签或并加签。", "Somebody is asked before, after or beside.");
        Refuse.Unless(board.ItemsOf(item.Token).Count < Engine.MostInstances, "too-many", "办理人过多。", "There are too many signers.");
        signing.Allow(item, add.To);
        board.Replace(item with { Holder = item.Holder ?? add.By, Touched = true });
        board.Add(new WorkItem
        {
            Id = board.Number(),
            Token = item.Token,
            Node = item.Node,
            Role = add.Where,
            Parent = add.Where == ItemRole.Before ? item.Id : 0,
            Mode = add.Where == ItemRole.After ? ItemMode.Queued : ItemMode.Open,
            Holder = add.To,
            Candidates = [add.To],
        });
    }

    private void Remove(RemoveSigner remove)
    {
        var item = board.Items.FirstOrDefault(i => i.Id == remove.Item) ?? throw Refuse.Because("gone", "这一步已办理或已撤回，请刷新后再看。", "This step has been taken or withdrawn; please look again.");
        var same = board.ItemsOf(item.Token);
        Refuse.Unless(item.Mode is ItemMode.Open or ItemMode.Queued, "not-open", "已经办理的不能减签。", "Who has answered cannot be taken out.");
        Refuse.Unless(remove.By is null || remove.By == board.Starter || same.Any(i => i.Holder == remove.By), "not-yours", "只有这一步的办理人或发起人可以减签。", "Only those of this step, or the starter, can take a signer out.");
        Refuse.Unless(item.Role is ItemRole.Before or ItemRole.After || same.Any(i => i.Id != item.Id && i.Role is ItemRole.Main or ItemRole.Beside && i.Outcome != Outcomes.Cancelled), "last-signer", "最后一名办理人不能减去。", "The last signer cannot be taken out.");
        board.NewStep();
        var token = board.Token(item.Token)!; // an item lives as long as its token
        Cut(item, token);
        signing.Weigh(token);
    }

    // Whom a signer had asked goes with the signer, and whom those had asked.
    private void Cut(WorkItem item, Token token)
    {
        foreach (var asked in board.ItemsOf(item.Token).Where(i => i.Parent == item.Id))
        {
            Cut(asked, token);
        }

        walker.CutItem(item, token.Origin);
    }

    private void Claim(Claim claim)
    {
        var item = signing.Mine(claim.Item, claim.By, claim.As);
        Refuse.Unless(claim.By is not null && (item.Holder is null || claim.As is not null && item.Holder == claim.As), "claimed", "已有人认领。", "It has been claimed already.");
        signing.Allow(item, claim.By!); // the refusal before has seen it
        board.Replace(item with { Holder = claim.By, Touched = true });
    }

    private void GiveBack(GiveBack back)
    {
        var item = signing.Mine(back.Item, back.By);
        Refuse.Unless(item.Holder is not null && (item.Candidates.Length > 1 || item.Candidates is [var pool] && pool != item.Holder) && item.Owner is null, "not-claimed", "只有认领来的事项可以归还。", "Only what was claimed can be given back.");
        board.Replace(item with { Holder = null });
    }
}
