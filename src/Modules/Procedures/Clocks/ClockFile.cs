using Guiju.Clocks;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Clocks;

/// <summary>One clock with everything that a court would ask for: its pauses, its extension, and the derivation of its end with the articles.</summary>
internal sealed class ClockFile(GuijuDb db, ActorHolder holder, ClockBook book, TimeProvider time)
{
    public DateOnly Today => DateOnly.FromDateTime(time.GetLocalNow().DateTime);

    /// <summary>The clock; null where it is not within reach.</summary>
    public async Task<View?> FindAsync(Guid id, CancellationToken ct)
    {
        var clock = await db.Set<RunningClock>().AsNoTracking().Within(holder.Current, ProceduresPermissions.KeepClocks, c => c.UnitId, c => c.PersonId).FirstOrDefaultAsync(c => c.Id == id, ct);
        if (clock is null)
        {
            return null;
        }

        var pauses = await db.Set<ClockPause>().AsNoTracking().Where(p => p.ClockId == id).OrderBy(p => p.Sent).ToListAsync(ct);
        var kind = book.Find(clock.Kind);
        var answer = new Clock(book.Calendar).Compute(clock.Question(pauses, clock.StoppedOn ?? Today));
        return new View(clock, kind, Told(answer, clock.From), book.Provision(kind?.Provision, clock.From))
        {
            Pauses = pauses.ConvertAll(p => new Pause(p.Sent, p.Answered, kind?.Pauses.FirstOrDefault(k => k.Code == p.Kind)?.Title ?? new(p.Kind, p.Kind), p.Note)),
            Left = clock.State == ClockState.Running && clock.Aim >= Today ? book.Calendar.CountWorkdays(Today.AddDays(1), clock.Aim) : 0,
            Overdue = clock.State == ClockState.Stopped ? clock.StoppedOn > clock.Rolled : clock.State == ClockState.Running && Today > clock.Rolled,
            ExtensionProvision = book.Provision(kind?.Extension?.Provision, clock.From),
        };
    }

    private List<Line> Told(ClockAnswer answer, DateOnly on) => answer.Derivation.Select(s => new Line(new(s.Zh, s.En), book.Rules.Behind(s.Rule, on))).ToList();

    /// <summary>What the page shows.</summary>
    internal sealed record View(RunningClock Clock, ClockKind? Kind, IReadOnlyList<Line> Derivation, ProvisionRef? Provision)
    {
        public IReadOnlyList<Pause> Pauses { get; init; } = [];

        /// <summary>Working days left until the internal day.</summary>
        public int Left { get; init; }

        public bool Overdue { get; init; }

        public ProvisionRef? ExtensionProvision { get; init; }
    }

    /// <summary>A step of the derivation with the article behind it.</summary>
    internal sealed record Line(Bilingual Text, ProvisionRef? Provision);

    /// <summary>A time in which it stood still.</summary>
    internal sealed record Pause(DateOnly Sent, DateOnly? Answered, Bilingual Kind, string Note);
}

/// <summary>Words for lengths.</summary>
internal static class ClockWords
{
    /// <summary>A length with its unit.</summary>
    public static Bilingual Length(int amount, ClockUnit unit) => unit switch
    {
        ClockUnit.Workday => new($"{amount} 个工作日", $"{amount} working days"),
        ClockUnit.Day => new($"{amount} 日", $"{amount} days"),
        ClockUnit.Month => new($"{amount} 个月", $"{amount} months"),
        _ => new($"{amount} 年", $"{amount} years"),
    };
}
