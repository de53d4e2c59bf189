using System.ComponentModel.DataAnnotations;

namespace Guiju.Kernel.People;

/// <summary>A person leaves. Roles end with the last day, and from the day after nobody signs in with the account.</summary>
[Needs(KernelPermissions.KeepPeople), Display(Name = "办理离任")]
public sealed record ClosePerson : IAct<Guid>
{
    /// <summary>The person.</summary>
    public Guid PersonId { get; init; }

    /// <summary>Last day; today where none is given.</summary>
    [Display(Name = "离任日期")]
    public DateOnly? To { get; init; }

    internal sealed class Handler(PersonBook book, Journal journal) : IHandler<ClosePerson, Guid>
    {
        public async Task<Guid> HandleAsync(ClosePerson act, CancellationToken ct)
        {
            var to = act.To ?? book.Today;
            var person = await book.FindAsync(act.PersonId, KernelPermissions.KeepPeople, ct);
            Check.That(person.To is null, PersonChecks.StillEmployed);
            Check.That(to >= await book.InPostSinceAsync(person, ct), PersonChecks.EndsAfterStart, nameof(To));
            var last = to < book.Today.AddDays(-1) ? book.Today.AddDays(-1) : to; // what the person could do until today stays on record
            await book.EndAsync(await book.HeldFromAsync(person.Id, last.AddDays(1), ct), last, ct);
            person.To = to;
            journal.Concerns(KernelKinds.Person, person.Id, person.UnitId);
            return person.Id;
        }
    }
}
