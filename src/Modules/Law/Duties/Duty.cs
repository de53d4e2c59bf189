using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Law.Duties;

/// <summary>How often a duty is performed.</summary>
public enum DutyFrequency
{
    /// <summary>随时发生.</summary>
    [Display(Name = "发生时")] OnEvent,

    /// <summary>持续.</summary>
    [Display(Name = "持续")] Standing,

    /// <summary>每月.</summary>
    [Display(Name = "每月")] Monthly,

    /// <summary>每季.</summary>
    [Display(Name = "每季")] Quarterly,

    /// <summary>每半年.</summary>
    [Display(Name = "每半年")] HalfYearly,

    /// <summary>每年.</summary>
    [Display(Name = "每年")] Yearly,
}

/// <summary>Something that a provision says shall be done, confirmed by a person (职责). Exactly one unit answers for it; none or two is a fault that is shown.</summary>
internal sealed class Duty : IRevised
{
    private Duty()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>Permanent address of the provision.</summary>
    public string Address { get; private init; } = "";

    /// <summary>The work within it.</summary>
    public string Work { get; private init; } = "";

    /// <summary>Mark of the sentence it was proposed from.</summary>
    public string Sentence { get; private init; } = "";

    /// <summary>What is to be done, in our own words.</summary>
    public string Title { get; private set; } = "";

    /// <summary>How often.</summary>
    public DutyFrequency Frequency { get; private set; }

    /// <summary>What proves that it was done.</summary>
    public string Evidence { get; private set; } = "";

    /// <summary>Day it was last performed.</summary>
    public DateOnly? PerformedOn { get; private set; }

    /// <summary>What proved it then.</summary>
    public string PerformedBy { get; private set; } = "";

    /// <summary>How many units answer for it now; kept beside the owners so that lists can be filtered by it.</summary>
    public int Owners { get; private set; }

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>Confirms a duty.</summary>
    public static Duty Confirm(Guid id, ConfirmDuty act) => new()
    {
        Id = id,
        Address = act.Address.Trim(),
        Work = act.Address.Trim().Split('~')[0],
        Sentence = act.Sentence ?? "",
        Title = act.Title.Trim(),
        Frequency = act.Frequency.GetValueOrDefault(),
        Evidence = act.Evidence.Trim(),
    };

    /// <summary>A unit begins to answer for it; a second one is written down, and shows as a fault.</summary>
    public DutyOwner Assign(Guid id, Guid unit, DateOnly from)
    {
        Owners++;
        return new DutyOwner { Id = id, DutyId = Id, UnitId = unit, From = from };
    }

    /// <summary>A unit no longer answers for it.</summary>
    public void Release(DutyOwner owner, DateOnly to)
    {
        owner.End(to);
        Owners--;
    }

    /// <summary>It was performed.</summary>
    public void Perform(DateOnly on, string proof, DateOnly today)
    {
        Check.That(on <= today, DutyChecks.PerformedByToday, "On");
        Check.That(PerformedOn is null || on >= PerformedOn, DutyChecks.PerformedAfterTheLast, "On");
        (PerformedOn, PerformedBy) = (on, proof.Trim());
    }

    /// <summary>Day by which it is to be performed again; null where it has no rhythm.</summary>
    public DateOnly? DueOn(DateOnly since) => (Frequency, PerformedOn ?? since) switch
    {
        (DutyFrequency.Monthly, var last) => last.AddMonths(1),
        (DutyFrequency.Quarterly, var last) => last.AddMonths(3),
        (DutyFrequency.HalfYearly, var last) => last.AddMonths(6),
        (DutyFrequency.Yearly, var last) => last.AddYears(1),
        _ => null,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<Duty>
    {
        public void Configure(EntityTypeBuilder<Duty> duty)
        {
            duty.ToTable("law_duty");
            duty.Property(d => d.Id).ValueGeneratedNever();
            duty.Property(d => d.Address).HasMaxLength(300);
            duty.Property(d => d.Work).HasMaxLength(200);
            duty.Property(d => d.Sentence).HasMaxLength(40);
            duty.Property(d => d.Title).HasMaxLength(300);
            duty.Property(d => d.Evidence).HasMaxLength(300);
            duty.Property(d => d.PerformedBy).HasMaxLength(300);
            duty.HasIndex(d => d.Work);
            duty.HasIndex(d => d.Address);
        }
    }
}

/// <summary>A unit that answers for a duty between two days.</summary>
internal sealed class DutyOwner
{
    /// <summary>Id.</summary>
    public Guid Id { get; init; }

    /// <summary>The duty.</summary>
    public Guid DutyId { get; init; }

    /// <summary>The unit.</summary>
    public Guid UnitId { get; init; }

    /// <summary>First day.</summary>
    public DateOnly From { get; init; }

    /// <summary>Last day; null while it answers.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Ends it.</summary>
    public void End(DateOnly to)
    {
        Check.That(To is null, DutyChecks.StillAnswers);
        Check.That(to >= From, DutyChecks.EndsAfterBeginning, "To");
        To = to;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<DutyOwner>
    {
        public void Configure(EntityTypeBuilder<DutyOwner> owner)
        {
            owner.ToTable("law_duty_owner");
            owner.Property(o => o.Id).ValueGeneratedNever();
            owner.HasIndex(o => o.DutyId);
        }
    }
}

/// <summary>Why a sentence with 应当, 不得 or 可以 is neither a rule nor a duty here.</summary>
internal sealed class SetAside
{
    /// <summary>Id.</summary>
    public Guid Id { get; init; }

    /// <summary>Address of the provision.</summary>
    public string Address { get; init; } = "";

    /// <summary>Mark of the sentence.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>Reason.</summary>
    public string Reason { get; init; } = "";

    internal sealed class Mapping : IEntityTypeConfiguration<SetAside>
    {
        public void Configure(EntityTypeBuilder<SetAside> aside)
        {
            aside.ToTable("law_set_aside");
            aside.Property(a => a.Id).ValueGeneratedNever();
            aside.Property(a => a.Address).HasMaxLength(300);
            aside.Property(a => a.Sentence).HasMaxLength(40);
            aside.Property(a => a.Reason).HasMaxLength(500);
            aside.HasIndex(a => new { a.Address, a.Sentence }).IsUnique();
        }
    }
}

/// <summary>What must hold for duties to make sense.</summary>
internal static class DutyChecks
{
    public static readonly SystemCheck ProvisionExists = new("DutyChecks.ProvisionExists", new("条款在制度库中存在。", "The provision stands in the library."));
    public static readonly SystemCheck NotConfirmedYet = new("DutyChecks.NotConfirmedYet", new("这一句还没有确认为职责。", "The sentence was not confirmed as a duty yet."));
    public static readonly SystemCheck NotTwiceTheSame = new("DutyChecks.NotTwiceTheSame", new("这个单位已经是责任单位。", "The unit answers for it already."));
    public static readonly SystemCheck StillAnswers = new("DutyChecks.StillAnswers", new("责任尚未结束。", "The unit still answers for it."));
    public static readonly SystemCheck EndsAfterBeginning = new("DutyChecks.EndsAfterBeginning", new("止日不早于起日。", "The last day is not before the first."));
    public static readonly SystemCheck PerformedByToday = new("DutyChecks.PerformedByToday", new("履行日期不晚于今天。", "A duty is not performed after today."));
    public static readonly SystemCheck PerformedAfterTheLast = new("DutyChecks.PerformedAfterTheLast", new("履行日期不早于上次。", "It is not earlier than the last time."));
}
