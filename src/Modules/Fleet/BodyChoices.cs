using Guiju.Kernel.Identity;
using Guiju.Kernel.Organisations;
using Guiju.Ui;

namespace Guiju.Fleet;

/// <summary>The bodies that a permission of the asker reaches, as choices of a form; by code.</summary>
internal sealed class BodyChoices(Bodies bodies, ActorHolder asker)
{
    public async Task<IReadOnlyList<Choice>> AskAsync(string permission, CancellationToken ct)
    {
        var tree = await bodies.TreeAsync(ct);
        var reach = asker.Current.For(permission);
        return tree.All.Where(u => u.Kind is not (UnitKind.InnerOffice or UnitKind.City) && reach.Covers(u.Id)).Select(u => new Choice(u.Id.ToString(), tree.NameOf(u.Id))).ToList();
    }
}
