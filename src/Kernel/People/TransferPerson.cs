using System.ComponentModel.DataAnnotations;
using Guiju.Kernel.Data;

namespace Guiju.Kernel.People;

/// <summary>
/// A person goes over to another unit. The earlier post stays on record. Roles that reach further than the person's own matters end
/// with the old post, since they were given for it; the security administrator grants new ones.
/// </summary>
[Needs(KernelPermissions.KeepPeople), Display(Name = "调动人员")]
public sealed record TransferPerson : IAct<Guid>
{
    /// <summary>The person.</summary>
    public Guid PersonId { get; init; }

    /// <summary>The new unit.</summary>
    [Display(Name = "调入机构")]
    public Guid UnitId { get; init; }

    /// <summary>The new post.</summary>
    [StringLength(100), Display(Name = "职务")]
    public string Post { get; init; } = "";

    /// <summary>First day in the new unit; today where none is given.</summary>
    [Display(Name = "调动日期")]
    public DateOnly? From { get; init; }

    internal sealed class Handler(GuijuDb db, PersonBook book, Journal journal) : IHandler<TransferPerson, Guid>
    {
        public async Task<Guid> HandleAsync(TransferPerson act, CancellationToken ct)
        {
            var from = act.From ?? book.Today;
            var person = await book.FindAsync(act.PersonId, KernelPermissions.KeepPeople, ct);
            Check.That(person.To is null, PersonChecks.StillEmployed);
            Check.That(person.UnitId != act.UnitId, PersonChecks.MovesElsewhere, nameof(UnitId));
            var since = await book.InPostSinceAsync(person, ct);
            Check.That(from > since && from <= book.Today, PersonChecks.MovesForwardUntilToday, nameof(From));
            await book.RequireUnitAsync(act.UnitId, from, nameof(UnitId), ct);
            var yesterday = book.Today.AddDays(-1);
            var held = await book.HeldFromAsync(person.Id, book.Today, ct);
            await book.EndAsync(held.Where(a => a.Scope != Scope.Own).ToList(), yesterday, ct);
            db.Add(new Posting { Id = Guid.CreateVersion7(), PersonId = person.Id, UnitId = person.UnitId, Post = person.Post, From = since, To = from.AddDays(-1) });
            journal.Concerns(KernelKinds.Person, person.Id, act.UnitId);
            journal.Concerns(KernelKinds.Unit, person.UnitId);
            person.UnitId = act.UnitId;
            person.Post = act.Post.Trim();
            return person.Id;
        }
    }
}
