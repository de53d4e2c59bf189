using Guiju.Fleet.Trips;
using Guiju.Kernel;

namespace Guiju.Fleet.Rentals;

internal sealed partial class Rental
{
    private const int MostDays = 366;

    /// <summary>Asks for a rental; the days say who decides.</summary>
    public static Rental Request(string code, Guid unitId, RequestRental asked, (Availability Snapshot, RentalLevel Level) known, (TripHand By, DateOnly Today) now)
    {
        var (from, to) = (asked.From.GetValueOrDefault(), asked.To.GetValueOrDefault());
        Check.That(to >= from, RentalChecks.EndsAfterStart, nameof(To));
        Check.That(DaysOf(from, to) <= MostDays, RentalChecks.LastsNotTooLong, nameof(To));
        Check.That(from >= now.Today, RentalChecks.StartsInTheFuture, nameof(From));
        return new Rental
        {
            Id = Guid.CreateVersion7(),
            Code = code,
            UnitId = unitId,
            RequestedById = now.By.PersonId,
            RequestedBy = now.By.Name,
            RequestedOn = now.Today,
            TripId = asked.TripId,
            Reason = asked.Reason.GetValueOrDefault(),
            Purpose = asked.Purpose.Trim(),
            From = from,
            To = to,
            Days = DaysOf(from, to),
            Heads = asked.Heads.GetValueOrDefault(),
            Class = asked.Class.GetValueOrDefault(),
            Kind = asked.Kind.GetValueOrDefault(),
            Body = asked.Body.GetValueOrDefault(),
            Energy = asked.Energy.GetValueOrDefault(),
            PriceYuan = asked.PriceYuan.GetValueOrDefault(),
            Displacement = asked.Displacement,
            WithDriver = asked.WithDriver,
            FundSource = asked.FundSource.GetValueOrDefault(),
            Snapshot = known.Snapshot,
            Level = known.Level,
            State = RentalState.Requested,
        };
    }

    /// <summary>Days from one to another, both counted.</summary>
    public static int DaysOf(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber + 1;

    /// <summary>Given up before it was decided or ordered.</summary>
    public void Withdraw(TripHand by)
    {
        Check.That(State is RentalState.Requested or RentalState.Approved, RentalChecks.AwaitsDecision);
        Check.That(by.PersonId is not null && by.PersonId == RequestedById, RentalChecks.OwnMatter);
        State = RentalState.Withdrawn;
    }

    /// <summary>Decides the awaited step; nobody decides on the own request.</summary>
    public void Decide(bool approved, string? opinion, TripHand by)
    {
        Check.That(State == RentalState.Requested, RentalChecks.AwaitsDecision);
        Check.That(by.PersonId is null || by.PersonId != RequestedById, RentalChecks.NotOneself);
        Check.That(approved || !string.IsNullOrWhiteSpace(opinion), RentalChecks.RefusalHasReason, nameof(Opinion));
        Opinion = opinion?.Trim() ?? "";
        if (!approved)
        {
            State = RentalState.Refused;
        }
        else if (IsLastDecision)
        {
            State = RentalState.Approved;
        }
        else
        {
            LeaderAgreed = true;
        }
    }

    /// <summary>The supplier is chosen.</summary>
    public void Order((Guid? Id, string Name) supplier, OrderRental order, DateOnly today)
    {
        Check.That(State == RentalState.Approved, RentalChecks.IsApproved);
        Check.That(supplier.Name.Trim().Length > 0, RentalChecks.SupplierIsNamed, nameof(order.SupplierId));
        (SupplierId, SupplierName, Way, QuoteYuan, OrderedOn, State) = (supplier.Id, supplier.Name.Trim(), order.Way, order.QuoteYuan, today, RentalState.Ordered);
    }

    /// <summary>The car is there and is looked at.</summary>
    public void Take(TakeRental taken, DateOnly today)
    {
        Check.That(State == RentalState.Ordered, RentalChecks.IsOrdered);
        (PlateNo, Model, OdoOut) = (taken.PlateNo.Trim(), taken.Model.Trim(), taken.OdometerKm);
        (Energy, PriceYuan, Displacement) = (taken.Energy.GetValueOrDefault(), taken.PriceYuan.GetValueOrDefault(), taken.Displacement);
        (TakenOn, State) = (today, RentalState.InUse);
    }

    /// <summary>A journey may be entered: the car is in use, and the journey lies within the time of the rental.</summary>
    public void Hold(DateOnly day, decimal odoOut, DateOnly today)
    {
        Check.That(State == RentalState.InUse, RentalChecks.IsInUse);
        Check.That(day >= TakenOn && day <= today, RentalChecks.WithinTheRental, nameof(AddRentalTrip.Start));
        Check.That(odoOut >= OdoOut, RentalChecks.OdometerGrows, nameof(AddRentalTrip.OdoOut));
    }

    /// <summary>The car goes back to the supplier.</summary>
    public void Return(ReturnRental back, decimal? lastOdometer, DateOnly today)
    {
        Check.That(State == RentalState.InUse, RentalChecks.IsInUse);
        Check.That(back.On >= TakenOn && back.On <= today, RentalChecks.ReturnedAfterTaken, nameof(back.On));
        Check.That(back.OdometerKm >= (lastOdometer ?? OdoOut), RentalChecks.OdometerGrows, nameof(back.OdometerKm));
        (ReturnedOn, OdoIn, Incident, State) = (back.On, back.OdometerKm, back.Incident?.Trim() ?? "", RentalState.Returned);
    }

    /// <summary>The invoice is entered; it counts in the unit's running costs on its day.</summary>
    public void Settle(SettleRental bill)
    {
        Check.That(State == RentalState.Returned, RentalChecks.IsReturned);
        Check.That(bill.On >= TakenOn, RentalChecks.InvoiceAfterTaken, nameof(bill.On));
        Check.That(bill.Yuan <= QuoteYuan || !string.IsNullOrWhiteSpace(bill.Justification), RentalChecks.InvoiceBeyondQuoteIsExplained, nameof(bill.Justification));
        (InvoiceOn, InvoiceYuan, InvoiceNo, State) = (bill.On, bill.Yuan, bill.InvoiceNo.Trim(), RentalState.Settled);
    }
}
