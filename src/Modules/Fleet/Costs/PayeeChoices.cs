using Guiju.Kernel.Data;
using Guiju.Ui;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Costs;

/// <summary>Suppliers whose contract holds today, as choices of a form.</summary>
internal sealed class PayeeChoices(GuijuDb db, TimeProvider clock)
{
    public async Task<IReadOnlyList<Choice>> AskAsync(CancellationToken ct)
    {
        var today = clock.Today();
        var payees = await db.Set<Payee>().AsNoTracking().Where(p => p.From <= today && p.To >= today).OrderBy(p => p.Name).ToListAsync(ct);
        return payees.ConvertAll(p => new Choice(p.Id.ToString(), $"{p.Name}（{Label.Of(p.Service)}）"));
    }
}
