using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Kernel.Registers;

/// <summary>The views that the asker keeps.</summary>
[Needs(KernelPermissions.OwnAccount)]
public sealed class SavedViews(GuijuDb db, ActorHolder holder)
{
    /// <summary>One kept view.</summary>
    public sealed record Row(Guid Id, string Name, string Query);

    /// <summary>The asker's views of a register, by name.</summary>
    public async Task<IReadOnlyList<Row>> OfAsync(string register, CancellationToken ct)
    {
        var person = holder.Current.PersonId;
        return await db.Set<SavedView>().AsNoTracking().Where(v => v.PersonId == person && v.Register == register).OrderBy(v => v.Name).Select(v => new Row(v.Id, v.Name, v.Query)).ToListAsync(ct);
    }
}
