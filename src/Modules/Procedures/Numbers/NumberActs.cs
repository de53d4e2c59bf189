using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Numbers;

/// <summary>Opens a series of document numbers for a unit.</summary>
[Needs(ProceduresPermissions.KeepNumbers), Display(Name = "设立机关代字")]
public sealed record OpenSeries : IAct<Guid>
{
    /// <summary>机关代字.</summary>
    [Required, StringLength(20, MinimumLength = 1), RegularExpression(@"^[^〔〕\[\]\s\d]+$"), Display(Name = "机关代字")]
    public string Mark { get; init; } = "";

    /// <summary>What it is for.</summary>
    [Required, StringLength(100, MinimumLength = 1), Display(Name = "用途")]
    public string Title { get; init; } = "";

    /// <summary>Unit; the person's own where null.</summary>
    [Display(Name = "单位")]
    public Guid? UnitId { get; init; }

    internal sealed class Handler(GuijuDb db, ActorHolder holder, Journal journal) : IHandler<OpenSeries, Guid>
    {
        public async Task<Guid> HandleAsync(OpenSeries act, CancellationToken ct)
        {
            var unit = act.UnitId ?? holder.Current.UnitId ?? throw new NotWithinReachException("unit");
            if (!holder.Current.For(ProceduresPermissions.KeepNumbers).Covers(unit) || !await db.Set<Unit>().AnyAsync(u => u.Id == unit, ct))
            {
                throw new NotWithinReachException("unit");
            }

            var series = new NumberSeries { Id = Guid.CreateVersion7(), Mark = act.Mark.Trim(), Title = act.Title.Trim(), UnitId = unit };
            db.Add(series);
            journal.Concerns(ProceduresKinds.NumberSeries, series.Id, unit);
            return series.Id;
        }
    }
}

/// <summary>Reserves the next number of a series for a document still to come (预留).</summary>
[Needs(ProceduresPermissions.KeepNumbers), Display(Name = "预留文号")]
public sealed record ReserveNumber : IAct<Guid>
{
    /// <summary>The series.</summary>
    [Required, Display(Name = "机关代字")]
    public Guid? SeriesId { get; init; }

    /// <summary>What it is kept for.</summary>
    [Required, StringLength(200, MinimumLength = 1), Display(Name = "用途")]
    public string Purpose { get; init; } = "";

    internal sealed class Handler(GuijuDb db, ActorHolder holder, Journal journal, NumberBook book, TimeProvider clock) : IHandler<ReserveNumber, Guid>
    {
        public async Task<Guid> HandleAsync(ReserveNumber act, CancellationToken ct)
        {
            var series = await db.Set<NumberSeries>().Within(holder.Current, ProceduresPermissions.KeepNumbers, s => s.UnitId).FirstOrDefaultAsync(s => s.Id == act.SeriesId, ct)
                ?? throw new NotWithinReachException("series");
            var number = await book.TakeAsync(series, clock.GetLocalNow().Year, ct);
            number.Keep(act.Purpose);
            journal.Concerns(ProceduresKinds.Number, number.Id, number.UnitId);
            return number.Id;
        }
    }
}

/// <summary>Voids a reserved number with the reason; it is never given out again (作废).</summary>
[Needs(ProceduresPermissions.KeepNumbers), Display(Name = "作废文号")]
public sealed record VoidNumber : IAct<Guid>
{
    /// <summary>The number.</summary>
    [Display(Name = "文号")]
    public Guid NumberId { get; init; }

    /// <summary>Why.</summary>
    [Required, StringLength(200, MinimumLength = 1), Display(Name = "原因")]
    public string Reason { get; init; } = "";

    internal sealed class Handler(GuijuDb db, ActorHolder holder, Journal journal) : IHandler<VoidNumber, Guid>
    {
        public async Task<Guid> HandleAsync(VoidNumber act, CancellationToken ct)
        {
            var number = await db.Set<IssuedNumber>().Within(holder.Current, ProceduresPermissions.KeepNumbers, n => n.UnitId).FirstOrDefaultAsync(n => n.Id == act.NumberId, ct)
                ?? throw new NotWithinReachException("number");
            Check.That(number.State != NumberState.Used, NumberChecks.IsNotBorne);
            number.Cancel(act.Reason);
            journal.Concerns(ProceduresKinds.Number, number.Id, number.UnitId);
            return number.Id;
        }
    }
}
