using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Procedures.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Procedures.Papers;

/// <summary>Two cases that belong together (相关办件); kept once, whichever was named first.</summary>
internal sealed class CaseRelation
{
    /// <summary>The smaller id of the two.</summary>
    public Guid FirstId { get; init; }

    public Guid SecondId { get; init; }

    public required string By { get; init; }

    public DateTime At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<CaseRelation>
    {
        public void Configure(EntityTypeBuilder<CaseRelation> relation)
        {
            relation.ToTable("procedures_relation");
            relation.HasKey(r => new { r.FirstId, r.SecondId });
            relation.Property(r => r.By).HasMaxLength(100);
            relation.HasIndex(r => r.SecondId);
        }
    }
}

/// <summary>关联办件: a person who has to do with two cases says that they belong together.</summary>
[Needs(ProceduresPermissions.Work), Display(Name = "关联办件")]
public sealed record RelateCases : IAct<Guid>
{
    /// <summary>The case.</summary>
    [Required, Display(Name = "事项")] public Guid? CaseId { get; init; }

    /// <summary>The other case.</summary>
    [Required, Display(Name = "相关办件")] public Guid? OtherId { get; init; }

    internal sealed class Handler(GuijuDb db, ActorHolder holder, WorkDesk desk, TimeProvider clock) : IHandler<RelateCases, Guid>
    {
        public async Task<Guid> HandleAsync(RelateCases act, CancellationToken ct)
        {
            Check.That(act.CaseId != act.OtherId, RelationChecks.AnotherCase, nameof(OtherId));
            var (one, other) = (await desk.MatterAsync(act.CaseId, true, ct), await desk.MatterAsync(act.OtherId, true, ct));
            var (first, second) = one.Id.CompareTo(other.Id) < 0 ? (one.Id, other.Id) : (other.Id, one.Id);
            Check.That(!await db.Set<CaseRelation>().AnyAsync(r => r.FirstId == first && r.SecondId == second, ct), RelationChecks.NotYetRelated, nameof(OtherId));
            db.Add(new CaseRelation { FirstId = first, SecondId = second, By = holder.Current.Name, At = clock.GetUtcNow().UtcDateTime });
            return one.Id;
        }
    }
}

/// <summary>What must hold of related cases.</summary>
internal static class RelationChecks
{
    public static readonly SystemCheck AnotherCase = new("RelationChecks.AnotherCase", new("不能与自身关联。", "A case is not related to itself."));

    public static readonly SystemCheck NotYetRelated = new("RelationChecks.NotYetRelated", new("两个办件已经关联。", "The two cases are related already."));
}
