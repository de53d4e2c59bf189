using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Organisations;
using Guiju.Law.Stored;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Law.Duties;

/// <summary>A person confirms that a sentence of a provision is a duty.</summary>
[Needs(LawModule.KeepDuties), Display(Name = "确认职责")]
public sealed record ConfirmDuty : IAct<Guid>
{
    /// <summary>Permanent address of the provision.</summary>
    [Display(Name = "条款地址"), Required, StringLength(300), RegularExpression(@"[^~\s]+~[\w\-]+")] public string Address { get; init; } = "";

    /// <summary>Mark of the sentence; null where it was not proposed.</summary>
    [StringLength(40)] public string? Sentence { get; init; }

    /// <summary>What is to be done, in our own words.</summary>
    [Display(Name = "职责（自拟）"), Required, StringLength(300, MinimumLength = 4)] public string Title { get; init; } = "";

    /// <summary>How often.</summary>
    [Display(Name = "履行频次"), Required] public DutyFrequency? Frequency { get; init; }

    /// <summary>What proves it.</summary>
    [Display(Name = "履行凭据"), Required, StringLength(300, MinimumLength = 2)] public string Evidence { get; init; } = "";

    /// <summary>The unit that answers for it; may be given later.</summary>
    [Display(Name = "责任单位")] public Guid? UnitId { get; init; }

    internal sealed class Handler(GuijuDb db, KnownProvisions known, DutyUnits units, Journal journal, ActorHolder asker, TimeProvider clock) : IHandler<ConfirmDuty, Guid>
    {
        public async Task<Guid> HandleAsync(ConfirmDuty act, CancellationToken ct)
        {
            Check.That(await known.HasAsync(act.Address.Trim(), ct), DutyChecks.ProvisionExists, nameof(act.Address));
            Check.That(string.IsNullOrEmpty(act.Sentence) || !await db.Set<Duty>().AnyAsync(d => d.Address == act.Address && d.Sentence == act.Sentence, ct), DutyChecks.NotConfirmedYet);
            var duty = Duty.Confirm(Guid.CreateVersion7(), act);
            db.Add(duty);
            if (act.UnitId is { } unit)
            {
                await units.ExistsAsync(unit, ct);
                db.Add(duty.Assign(Guid.CreateVersion7(), unit, clock.Today()));
            }

            journal.Concerns(LawKinds.Duty, duty.Id, asker.Current.UnitId);
            return duty.Id;
        }
    }
}

/// <summary>A unit is made to answer for a duty.</summary>
[Needs(LawModule.KeepDuties), Display(Name = "指定责任单位")]
public sealed record AssignDuty : IAct<Guid>
{
    /// <summary>The duty.</summary>
    [Required] public Guid? Id { get; init; }

    /// <summary>The unit.</summary>
    [Display(Name = "责任单位"), Required] public Guid? UnitId { get; init; }

    /// <summary>First day.</summary>
    [Display(Name = "起始日"), Required] public DateOnly? From { get; init; }

    internal sealed class Handler(GuijuDb db, DutyUnits units, Journal journal, ActorHolder asker) : IHandler<AssignDuty, Guid>
    {
        public async Task<Guid> HandleAsync(AssignDuty act, CancellationToken ct)
        {
            var duty = await db.Set<Duty>().SingleOrDefaultAsync(d => d.Id == act.Id, ct) ?? throw new NotWithinReachException("duty");
            var unit = act.UnitId.GetValueOrDefault();
            await units.ExistsAsync(unit, ct);
            Check.That(!await db.Set<DutyOwner>().AnyAsync(o => o.DutyId == duty.Id && o.UnitId == unit && o.To == null, ct), DutyChecks.NotTwiceTheSame, nameof(act.UnitId));
            db.Add(duty.Assign(Guid.CreateVersion7(), unit, act.From.GetValueOrDefault()));
            duty.Revision++;
            journal.Concerns(LawKinds.Duty, duty.Id, asker.Current.UnitId);
            return duty.Id;
        }
    }
}

/// <summary>A unit no longer answers for a duty.</summary>
[Needs(LawModule.KeepDuties), Display(Name = "结束责任")]
public sealed record ReleaseDuty : IAct<Guid>
{
    /// <summary>The duty.</summary>
    [Required] public Guid? Id { get; init; }

    /// <summary>The unit.</summary>
    [Display(Name = "责任单位"), Required] public Guid? UnitId { get; init; }

    /// <summary>Last day.</summary>
    [Display(Name = "止日"), Required] public DateOnly? To { get; init; }

    internal sealed class Handler(GuijuDb db, Journal journal, ActorHolder asker) : IHandler<ReleaseDuty, Guid>
    {
        public async Task<Guid> HandleAsync(ReleaseDuty act, CancellationToken ct)
        {
            var duty = await db.Set<Duty>().SingleOrDefaultAsync(d => d.Id == act.Id, ct) ?? throw new NotWithinReachException("duty");
            var owner = await db.Set<DutyOwner>().SingleOrDefaultAsync(o => o.DutyId == act.Id && o.UnitId == act.UnitId && o.To == null, ct) ?? throw new NotWithinReachException("owner");
            duty.Release(owner, act.To.GetValueOrDefault());
            duty.Revision++;
            journal.Concerns(LawKinds.Duty, duty.Id, asker.Current.UnitId);
            return duty.Id;
        }
    }
}

/// <summary>A duty was performed, with what proves it.</summary>
[Needs(LawModule.KeepDuties), Display(Name = "登记履行")]
public sealed record PerformDuty : IAct<Guid>
{
    /// <summary>The duty.</summary>
    [Required] public Guid? Id { get; init; }

    /// <summary>When.</summary>
    [Display(Name = "履行日期"), Required] public DateOnly? On { get; init; }

    /// <summary>What proves it.</summary>
    [Display(Name = "凭据（文号、材料）"), Required, StringLength(300, MinimumLength = 2)] public string Proof { get; init; } = "";

    internal sealed class Handler(GuijuDb db, Journal journal, ActorHolder asker, TimeProvider clock) : IHandler<PerformDuty, Guid>
    {
        public async Task<Guid> HandleAsync(PerformDuty act, CancellationToken ct)
        {
            var duty = await db.Set<Duty>().SingleOrDefaultAsync(d => d.Id == act.Id, ct) ?? throw new NotWithinReachException("duty");
            duty.Perform(act.On.GetValueOrDefault(), act.Proof, clock.Today());
            duty.Revision++;
            journal.Concerns(LawKinds.Duty, duty.Id, asker.Current.UnitId);
            return duty.Id;
        }
    }
}

/// <summary>A sentence is set aside: it is neither rule nor duty here, for a reason.</summary>
[Needs(LawModule.KeepDuties), Display(Name = "注明不嵌入的理由")]
public sealed record SetSentenceAside : IAct<Guid>
{
    /// <summary>Address of the provision.</summary>
    [Display(Name = "条款地址"), Required, StringLength(300)] public string Address { get; init; } = "";

    /// <summary>Mark of the sentence.</summary>
    [Required, StringLength(40, MinimumLength = 1)] public string Sentence { get; init; } = "";

    /// <summary>Why.</summary>
    [Display(Name = "理由"), Required, StringLength(500, MinimumLength = 4)] public string Reason { get; init; } = "";

    internal sealed class Handler(GuijuDb db, Journal journal, ActorHolder asker) : IHandler<SetSentenceAside, Guid>
    {
        public Task<Guid> HandleAsync(SetSentenceAside act, CancellationToken ct)
        {
            ct.ThrowIfCancellationRequested();
            var aside = new SetAside { Id = Guid.CreateVersion7(), Address = act.Address, Sentence = act.Sentence, Reason = act.Reason.Trim() };
            db.Add(aside);
            journal.Concerns(LawKinds.SetAside, aside.Id, asker.Current.UnitId);
            return Task.FromResult(aside.Id);
        }
    }
}

/// <summary>Units that may answer for duties.</summary>
internal sealed class DutyUnits(UnitTrees trees, TimeProvider clock)
{
    /// <summary>All units of today, as choices.</summary>
    public async Task<IReadOnlyList<Guiju.Ui.Choice>> ChoicesAsync(CancellationToken ct) =>
        (await trees.AsOfAsync(clock.Today(), ct)).All.OrderBy(u => u.Code, StringComparer.Ordinal).Select(u => new Guiju.Ui.Choice(u.Id.ToString(), u.Name)).ToList();

    /// <summary>Refuses a unit that does not exist today.</summary>
    public async Task ExistsAsync(Guid unit, CancellationToken ct)
    {
        if ((await trees.AsOfAsync(clock.Today(), ct)).Find(unit) is null)
        {
            throw new NotWithinReachException("unit");
        }
    }

    /// <summary>Names of units.</summary>
    public async Task<UnitTree> TreeAsync(CancellationToken ct) => await trees.AsOfAsync(clock.Today(), ct);
}

/// <summary>Which provisions there are: in the full texts of the library, or among those that rules cite.</summary>
internal sealed class KnownProvisions(GuijuDb db, LawSources sources)
{
    /// <summary>Whether the address, of a work or of a provision, is known.</summary>
    public async Task<bool> HasAsync(string address, CancellationToken ct)
    {
        var (work, place) = address.Split('~', 2) is [var w, var p] ? (w, p) : (address, "");
        var article = place.Split("__")[0];
        return sources.Find(work) is { } source && (place.Length == 0 || source.Versions.Any(v => v.Provisions.Any(p => p.Address == place || p.Address == article || p.Address.StartsWith(place + "__", StringComparison.Ordinal))))
            || await db.Set<StoredText>().AnyAsync(t => t.Work == work && (article == "" || db.Set<StoredProvision>().Any(p => p.TextId == t.Id && p.Address == article)), ct);
    }
}
