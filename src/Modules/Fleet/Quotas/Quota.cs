using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Fleet.Quotas;

/// <summary>How many cars of a class a unit may hold, between two dates, by a numbered decision (车辆编制).</summary>
internal sealed class Quota : IRevised
{
    private Quota()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The unit.</summary>
    public Guid UnitId { get; private init; }

    /// <summary>The class.</summary>
    public VehicleClass Class { get; private init; }

    /// <summary>Cars.</summary>
    public int Cars { get; private init; }

    /// <summary>First day.</summary>
    public DateOnly From { get; private init; }

    /// <summary>Last day; null while it holds.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Number of the decision.</summary>
    public string DocNo { get; private init; } = "";

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>Fixes a quota from a day on; the one that held before ends the day before.</summary>
    public static Quota Fix(Guid id, (Guid Unit, VehicleClass Class) whose, int cars, DateOnly from, string docNo, Quota? before)
    {
        if (before is not null)
        {
            Check.That(before.From < from, QuotaChecks.FollowsTheOneBefore, nameof(From));
            before.To = from.AddDays(-1);
        }

        return new Quota { Id = id, UnitId = whose.Unit, Class = whose.Class, Cars = cars, From = from, DocNo = docNo };
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Quota>
    {
        public void Configure(EntityTypeBuilder<Quota> quota)
        {
            quota.ToTable("fleet_quota");
            quota.Property(q => q.Id).ValueGeneratedNever();
            quota.Property(q => q.DocNo).HasMaxLength(80);
            quota.HasIndex(q => new { q.UnitId, q.Class, q.From }).IsUnique();
        }
    }
}

/// <summary>What must hold for quotas to make sense.</summary>
internal static class QuotaChecks
{
    public static readonly SystemCheck FollowsTheOneBefore = new($"{nameof(QuotaChecks)}.{nameof(FollowsTheOneBefore)}",
        new("新编制的起始日须晚于现行编制的起始日。", "A new quota must begin later than the one it follows."));
}
