using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Texts.Comparing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Law.Comparing;

/// <summary>Something that hangs on a changed provision and has to be looked at again by a day.</summary>
internal sealed class Recheck : IRevised
{
    private Recheck()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The text that changed.</summary>
    public Guid TextId { get; private init; }

    /// <summary>The provision cited, by its old number.</summary>
    public string Address { get; private init; } = "";

    /// <summary>What became of it: 第十条 → 第十二条.</summary>
    public string Change { get; private init; } = "";

    /// <summary>Kind of thing, in both languages.</summary>
    public string KindZh { get; private init; } = "";

    /// <summary>The same in English.</summary>
    public string KindEn { get; private init; } = "";

    /// <summary>How its module knows it.</summary>
    public string Thing { get; private init; } = "";

    /// <summary>Its title.</summary>
    public string TitleZh { get; private init; } = "";

    /// <summary>The same in English.</summary>
    public string TitleEn { get; private init; } = "";

    /// <summary>Its page.</summary>
    public string? Page { get; private init; }

    /// <summary>Day by which it is to be done.</summary>
    public DateOnly DueOn { get; private init; }

    /// <summary>What was found; null while open.</summary>
    public string? Result { get; private set; }

    /// <summary>Day it was done.</summary>
    public DateOnly? DoneOn { get; private set; }

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>A re-check of something affected.</summary>
    public static Recheck Raise(Guid id, Guid textId, Impact.Affected affected, DateOnly dueOn) => new()
    {
        Id = id,
        TextId = textId,
        Address = affected.Dependant.Address,
        Change = affected.Change switch { ArticleChangeKind.Deleted => $"{affected.From} ✕", _ when affected.From == affected.To || affected.To.Length == 0 => affected.From, _ => $"{affected.From} → {affected.To}" },
        KindZh = affected.Dependant.Kind.Zh,
        KindEn = affected.Dependant.Kind.En,
        Thing = affected.Dependant.Id,
        TitleZh = affected.Dependant.Title.Zh,
        TitleEn = affected.Dependant.Title.En,
        Page = affected.Dependant.Page,
        DueOn = dueOn,
    };

    /// <summary>Says what was found.</summary>
    public void Answer(string result, DateOnly on)
    {
        Check.That(Result is null, RecheckChecks.IsOpen);
        (Result, DoneOn) = (result.Trim(), on);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Recheck>
    {
        public void Configure(EntityTypeBuilder<Recheck> recheck)
        {
            recheck.ToTable("law_recheck");
            recheck.Property(r => r.Id).ValueGeneratedNever();
            recheck.Property(r => r.Address).HasMaxLength(300);
            recheck.Property(r => r.Change).HasMaxLength(120);
            recheck.Property(r => r.KindZh).HasMaxLength(60);
            recheck.Property(r => r.KindEn).HasMaxLength(60);
            recheck.Property(r => r.Thing).HasMaxLength(300);
            recheck.Property(r => r.TitleZh).HasMaxLength(400);
            recheck.Property(r => r.TitleEn).HasMaxLength(400);
            recheck.Property(r => r.Page).HasMaxLength(300);
            recheck.Property(r => r.Result).HasMaxLength(1000);
            recheck.HasIndex(r => new { r.DoneOn, r.DueOn });
            recheck.HasIndex(r => r.TextId);
        }
    }
}

/// <summary>System checks of re-checks.</summary>
public static class RecheckChecks
{
    /// <summary>It is still open.</summary>
    public static readonly SystemCheck IsOpen = new("RecheckChecks.IsOpen", new("该核对事项尚未办结。", "The re-check is still open."));
}

/// <summary>A person looked at something that hangs on a changed provision and says what was found.</summary>
[Needs(LawModule.KeepTexts), Display(Name = "办结修法核对")]
public sealed record AnswerRecheck : IAct<Guid>
{
    /// <summary>The re-check.</summary>
    [Display(Name = "核对事项"), Required] public Guid? Id { get; init; }

    /// <summary>What was found and done.</summary>
    [Display(Name = "核对结论"), Required, StringLength(1000, MinimumLength = 2)] public string Result { get; init; } = "";

    internal sealed class Handler(GuijuDb db, Journal journal, TimeProvider clock) : IHandler<AnswerRecheck, Guid>
    {
        public async Task<Guid> HandleAsync(AnswerRecheck act, CancellationToken ct)
        {
            var recheck = await db.Set<Recheck>().FirstOrDefaultAsync(r => r.Id == act.Id, ct) ?? throw new NotWithinReachException("recheck");
            recheck.Answer(act.Result, clock.Today());
            journal.Concerns(LawKinds.Text, recheck.TextId);
            return recheck.Id;
        }
    }
}
