using System.ComponentModel.DataAnnotations;
using Guiju.Kernel.Data;

namespace Guiju.Kernel.People;

/// <summary>A person takes up work in a unit.</summary>
[Needs(KernelPermissions.KeepPeople), Display(Name = "登记人员")]
public sealed record AddPerson : IAct<Guid>
{
    /// <summary>Staff number.</summary>
    [Required, RegularExpression("^[A-Za-z0-9-]{1,40}$"), Display(Name = "人员编号")]
    public string Code { get; init; } = "";

    /// <summary>Name.</summary>
    [Required, StringLength(100, MinimumLength = 1), Display(Name = "姓名")]
    public string Name { get; init; } = "";

    /// <summary>Unit.</summary>
    [Display(Name = "所在机构")]
    public Guid UnitId { get; init; }

    /// <summary>Post.</summary>
    [StringLength(100), Display(Name = "职务")]
    public string Post { get; init; } = "";

    /// <summary>Whether the transport allowance is drawn.</summary>
    [Display(Name = "领取公务交通补贴")]
    public bool DrawsAllowance { get; init; }

    /// <summary>Telephone.</summary>
    [RegularExpression("^[0-9+() -]{0,40}$"), Display(Name = "电话")]
    public string Phone { get; init; } = "";

    /// <summary>First day; today where none is given.</summary>
    [Display(Name = "任职日期")]
    public DateOnly? From { get; init; }

    internal sealed class Handler(GuijuDb db, PersonBook book, Journal journal) : IHandler<AddPerson, Guid>
    {
        public async Task<Guid> HandleAsync(AddPerson act, CancellationToken ct)
        {
            var from = act.From ?? book.Today;
            await book.RequireUnitAsync(act.UnitId, from, nameof(UnitId), ct);
            var person = new Person
            {
                Id = Guid.CreateVersion7(),
                Code = act.Code,
                Name = act.Name.Trim(),
                UnitId = act.UnitId,
                Post = act.Post.Trim(),
                DrawsAllowance = act.DrawsAllowance,
                Phone = act.Phone.Trim(),
                From = from,
            };
            db.Add(person);
            journal.Concerns(KernelKinds.Person, person.Id, person.UnitId);
            return person.Id;
        }
    }
}
