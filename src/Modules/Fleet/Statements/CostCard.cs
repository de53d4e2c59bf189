using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Fleet.Statements;

/// <summary>A fuel card, charging card or toll tag of a car (一卡一车).</summary>
internal sealed class CostCard : IRevised
{
    private CostCard()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>Issuer.</summary>
    public string Issuer { get; private init; } = "";

    /// <summary>Number of card or tag.</summary>
    public string CardNo { get; private init; } = "";

    /// <summary>The car.</summary>
    public Guid VehicleId { get; private init; }

    /// <summary>First day.</summary>
    public DateOnly From { get; private init; }

    /// <summary>Last day; null while it is in use.</summary>
    public DateOnly? To { get; private set; }

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>Gives the card to a car. One that another car has held until now ends there the day before.</summary>
    public static CostCard Assign(AssignCard act, IReadOnlyList<CostCard> before)
    {
        var from = act.From.GetValueOrDefault();
        Check.That(act.To is not { } until || until >= from, StatementChecks.CardEndsAfterStart, nameof(act.To));
        foreach (var card in before.Where(c => c.To is null || c.To >= from))
        {
            Check.That(card.From < from && card.To is null, StatementChecks.CardIsFree, nameof(act.CardNo));
            card.To = from.AddDays(-1);
        }

        return new CostCard { Id = Guid.CreateVersion7(), Issuer = act.Issuer.Trim(), CardNo = act.CardNo.Trim(), VehicleId = act.VehicleId.GetValueOrDefault(), From = from, To = act.To };
    }

    internal sealed class Mapping : IEntityTypeConfiguration<CostCard>
    {
        public void Configure(EntityTypeBuilder<CostCard> card)
        {
            card.ToTable("fleet_card");
            card.Property(c => c.Id).ValueGeneratedNever();
            card.Property(c => c.Issuer).HasMaxLength(120);
            card.Property(c => c.CardNo).HasMaxLength(60);
            card.HasIndex(c => new { c.Issuer, c.CardNo, c.From }).IsUnique();
            card.HasIndex(c => c.VehicleId);
        }
    }
}

/// <summary>A card or tag is given to a car.</summary>
[Needs(FleetPermissions.Settle), Display(Name = "给车辆配卡")]
public sealed record AssignCard : IAct<Guid>
{
    [Display(Name = "发卡单位"), Required, StringLength(120, MinimumLength = 1)] public string Issuer { get; init; } = "";

    [Display(Name = "卡号"), Required, StringLength(60, MinimumLength = 1)] public string CardNo { get; init; } = "";

    [Display(Name = "车辆"), Required] public Guid? VehicleId { get; init; }

    [Display(Name = "启用日期"), Required] public DateOnly? From { get; init; }

    [Display(Name = "停用日期")] public DateOnly? To { get; init; }

    internal sealed class Handler(GuijuDb db, ActorHolder asker, Journal journal) : IHandler<AssignCard, Guid>
    {
        public async Task<Guid> HandleAsync(AssignCard act, CancellationToken ct)
        {
            var car = await db.Set<Vehicle>().Within(asker.Current, FleetPermissions.Settle, v => v.UnitId).Seen(asker.Current).FirstOrDefaultAsync(v => v.Id == act.VehicleId, ct) ?? throw new NotWithinReachException("vehicle");
            var (issuer, number) = (act.Issuer.Trim(), act.CardNo.Trim());
            var card = CostCard.Assign(act, await db.Set<CostCard>().Where(c => c.Issuer == issuer && c.CardNo == number).ToListAsync(ct));
            db.Add(card);
            journal.Concerns(FleetKinds.Vehicle, car.Id, car.UnitId);
            return card.Id;
        }
    }
}
