using Guiju.Decisions.Contracts;
using Guiju.Fleet.Costs;
using Guiju.Fleet.Trips;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Rentals;

/// <summary>Opens rentals for whoever acts on them, and knows who decides.</summary>
internal sealed class RentalDesk(GuijuDb db, ActorHolder asker, IFigures figures, Journal journal, TimeProvider clock)
{
    private const string TemporaryDays = "fleet.rental.temporary-days";

    /// <summary>Who acts, now.</summary>
    public TripHand Hand => new(asker.Current.PersonId, asker.Current.Name, clock.UtcNow());

    /// <summary>Today in the bureau.</summary>
    public DateOnly Today => clock.Today();

    /// <summary>The rental, tracked, within the reach of a permission.</summary>
    public async Task<Rental> OpenAsync(Guid? id, string permission, CancellationToken ct)
    {
        var rental = await db.Set<Rental>().Within(asker.Current, permission, r => r.UnitId, r => r.RequestedById).FirstOrDefaultAsync(r => r.Id == id, ct) ?? throw new NotWithinReachException("rental");
        Name(rental);
        return rental;
    }

    /// <summary>Names the rental to the ledger.</summary>
    public void Name(Rental rental) => journal.Concerns(FleetKinds.Rental, rental.Id, rental.UnitId);

    /// <summary>Whether the asker may take the decision that is awaited.</summary>
    public bool MayDecide(Rental rental) => asker.Current.For(rental.AwaitedStep == RentalSteps.Bureau ? FleetPermissions.Decide : FleetPermissions.ApproveAsLeader).Covers(rental.UnitId);

    /// <summary>Who decides on so many days.</summary>
    /// <exception cref="BrokenCheckException">The figure is not in force.</exception>
    public RentalLevel LevelOf(int days) => days > figures.Need(TemporaryDays, Today) ? RentalLevel.Bureau : RentalLevel.Leader;

    /// <summary>UTC of a local time.</summary>
    public DateTime ToUtc(DateTime local) => clock.ToUtc(local);

    /// <summary>Whether a supplier has no contract for rental on a day.</summary>
    public async Task<bool> IsOffContractAsync(Guid? supplierId, DateOnly on, CancellationToken ct) => !await db.Set<Payee>().AnyAsync(p => p.Id == supplierId && p.Service == ServiceKind.Rental && p.From <= on && p.To >= on, ct);

    /// <summary>The supplier; null where none is named.</summary>
    public async Task<Payee?> SupplierAsync(Guid? id, CancellationToken ct) => id is null ? null : await db.Set<Payee>().FirstOrDefaultAsync(p => p.Id == id && p.Service == ServiceKind.Rental, ct) ?? throw new NotWithinReachException("payee");

    /// <summary>What the unit agreed to pay this year for other rentals that were not tendered, one by one, from the same money.</summary>
    public async Task<IReadOnlyList<decimal>> OtherQuotesAsync(Rental rental, CancellationToken ct)
    {
        var first = new DateOnly(Today.Year, 1, 1);
        return (await db.Set<Rental>().AsNoTracking().Where(r => r.UnitId == rental.UnitId && r.FundSource == rental.FundSource && r.Id != rental.Id && r.OrderedOn >= first && r.Way != Applications.PurchaseWay.OpenTender).Select(r => r.QuoteYuan).ToListAsync(ct)).OfType<decimal>().ToList();
    }
}

/// <summary>Puts a rental into the words in which the law is asked.</summary>
internal sealed class RentalQuestions(Bodies bodies, TimeProvider clock)
{
    /// <summary>Today in the bureau.</summary>
    public DateOnly Today => clock.Today();

    /// <summary>The question of a request as it stands on the form; the cars are as the system sees them now.</summary>
    public async Task<LawQuestion> OfRequestAsync(Guid unitId, RequestRental asked, Availability? seen, CancellationToken ct) => new(Today, new Dictionary<string, object?>
    {
        ["unitKind"] = await bodies.KindAsync(unitId, ct),
        ["class"] = LawCode.Of(asked.Class),
        ["vehicleKind"] = LawCode.Of(asked.Kind),
        ["body"] = LawCode.Of(asked.Body),
        ["energy"] = LawCode.Of(asked.Energy),
        ["price"] = asked.PriceYuan,
        ["displacement"] = asked.Displacement,
        ["ownFree"] = seen is null ? null : seen.Own.Free > 0,
        ["platformFree"] = seen is null ? null : seen.Platform.Free > 0,
        ["days"] = asked is { From: { } from, To: { } to } && to >= from ? Rental.DaysOf(from, to) : null,
        ["fundSource"] = LawCode.Of(asked.FundSource),
        ["offContractLines"] = 0, // nobody is paid yet
    });

    /// <summary>The question of the decision that takes effect: with the cars as they were when it was asked for.</summary>
    public async Task<LawQuestion> OfDecisionAsync(Rental rental, CancellationToken ct) => new(Today, new Dictionary<string, object?>
    {
        ["unitKind"] = await bodies.KindAsync(rental.UnitId, ct),
        ["class"] = LawCode.Of(rental.Class),
        ["vehicleKind"] = LawCode.Of(rental.Kind),
        ["body"] = LawCode.Of(rental.Body),
        ["energy"] = LawCode.Of(rental.Energy),
        ["price"] = rental.PriceYuan,
        ["displacement"] = rental.Displacement,
        ["ownFree"] = rental.Snapshot.Own.Free > 0,
        ["platformFree"] = rental.Snapshot.Platform.Free > 0,
        ["days"] = rental.Days,
        ["fundSource"] = LawCode.Of(rental.FundSource),
    }) { Matter = rental.Id };

    /// <summary>The question of the car that is there.</summary>
    public async Task<LawQuestion> OfTakingAsync(Rental rental, TakeRental taken, CancellationToken ct) => new(Today, new Dictionary<string, object?>
    {
        ["unitKind"] = await bodies.KindAsync(rental.UnitId, ct),
        ["class"] = LawCode.Of(rental.Class),
        ["vehicleKind"] = LawCode.Of(rental.Kind),
        ["body"] = LawCode.Of(rental.Body),
        ["energy"] = LawCode.Of(taken.Energy),
        ["price"] = taken.PriceYuan,
        ["displacement"] = taken.Displacement,
    }) { Matter = rental.Id };

    /// <summary>The question of the invoice: the record of the journeys, the payee, the money.</summary>
    public async Task<LawQuestion> OfSettlementAsync(Rental rental, IReadOnlyList<string> gaps, bool offContract, CancellationToken ct) => new(Today, new Dictionary<string, object?>
    {
        ["unitKind"] = await bodies.KindAsync(rental.UnitId, ct),
        ["recordGaps"] = gaps,
        ["offContractLines"] = offContract ? 1 : 0,
        ["fundSource"] = LawCode.Of(rental.FundSource),
    }) { Matter = rental.Id };
}
