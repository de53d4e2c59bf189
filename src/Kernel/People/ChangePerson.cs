using System.ComponentModel.DataAnnotations;

namespace Guiju.Kernel.People;

/// <summary>What is known of a person is corrected.</summary>
[Needs(KernelPermissions.KeepPeople), Display(Name = "变更人员信息")]
public sealed record ChangePerson : IAct<Guid>
{
    /// <summary>The person.</summary>
    public Guid PersonId { get; init; }

    /// <summary>Name.</summary>
    [Required, StringLength(100, MinimumLength = 1), Display(Name = "姓名")]
    public string Name { get; init; } = "";

    /// <summary>Post.</summary>
    [StringLength(100), Display(Name = "职务")]
    public string Post { get; init; } = "";

    /// <summary>Whether the transport allowance is drawn.</summary>
    [Display(Name = "领取公务交通补贴")]
    public bool DrawsAllowance { get; init; }

    /// <summary>Telephone.</summary>
    [RegularExpression("^[0-9+() -]{0,40}$"), Display(Name = "电话")]
    public string Phone { get; init; } = "";

    internal sealed class Handler(PersonBook book, Journal journal) : IHandler<ChangePerson, Guid>
    {
        public async Task<Guid> HandleAsync(ChangePerson act, CancellationToken ct)
        {
            var person = await book.FindAsync(act.PersonId, KernelPermissions.KeepPeople, ct);
            Check.That(person.To is null, PersonChecks.StillEmployed);
            person.Name = act.Name.Trim();
            person.Post = act.Post.Trim();
            person.DrawsAllowance = act.DrawsAllowance;
            person.Phone = act.Phone.Trim();
            journal.Concerns(KernelKinds.Person, person.Id, person.UnitId);
            return person.Id;
        }
    }
}
