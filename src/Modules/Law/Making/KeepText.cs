using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Organisations;
using Guiju.Law.Stored;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Law.Making;

/// <summary>What the library itself decides about a text: domains, who answers for it, validity period, review day.</summary>
[Needs(LawModule.KeepTexts), Display(Name = "维护规定信息")]
public sealed record KeepText : IAct<Guid>
{
    /// <summary>The text.</summary>
    [Display(Name = "规定"), Required] public Guid? TextId { get; init; }

    /// <summary>Core domains; at least one.</summary>
    [Display(Name = "业务领域"), Required, MinLength(1), MaxLength(6)] public List<LawDomain> Domains { get; init; } = [];

    /// <summary>Code of the unit that answers for it.</summary>
    [Display(Name = "责任处室编码"), StringLength(30)] public string? OwnerUnit { get; init; }

    /// <summary>Last day of its validity period.</summary>
    [Display(Name = "有效期届满日")] public DateOnly? ValidTo { get; init; }

    /// <summary>Day by which it is to be reviewed.</summary>
    [Display(Name = "复审日期")] public DateOnly? ReviewOn { get; init; }

    internal sealed class Handler(GuijuDb db, Journal journal) : IHandler<KeepText, Guid>
    {
        public async Task<Guid> HandleAsync(KeepText act, CancellationToken ct)
        {
            var text = await db.Set<StoredText>().FirstOrDefaultAsync(t => t.Id == act.TextId, ct) ?? throw new NotWithinReachException("text");
            var first = await db.Set<StoredVersion>().Where(v => v.TextId == text.Id).Select(v => (DateOnly?)v.From).MinAsync(ct);
            Check.That(act.ValidTo is null || first is null || act.ValidTo >= first, MakingChecks.ValidAfterBeginning, nameof(act.ValidTo));
            Guid? owner = null;
            if (!string.IsNullOrWhiteSpace(act.OwnerUnit))
            {
                var code = act.OwnerUnit.Trim();
                owner = await db.Set<Unit>().Where(u => u.Code == code).Select(u => (Guid?)u.Id).FirstOrDefaultAsync(ct) ?? throw new NotWithinReachException("unit");
            }

            text.Keep(act.Domains, owner, act.ValidTo, act.ReviewOn);
            journal.Concerns(LawKinds.Text, text.Id);
            return text.Id;
        }
    }
}
