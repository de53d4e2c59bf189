using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Procedures.Contracts;

namespace Guiju.Rooms.Bookings;

/// <summary>预订会议室: a person asks for a room; the office agrees along <c>law/rooms/booking.bpmn</c>.</summary>
[Needs(RoomsModule.Book), At("rooms.booking", Filing = true), Display(Name = "预订会议室")]
public sealed record BookRoom : IAct<Guid>, IAnswersFindings
{
    /// <summary>The room.</summary>
    [Required, StringLength(20), Display(Name = "会议室")] public string Room { get; init; } = "";

    /// <summary>The day.</summary>
    [Required, Display(Name = "会议日期")] public DateOnly? Day { get; init; }

    /// <summary>How many people meet.</summary>
    [Required, Range(1, 500), Display(Name = "人数")] public int? Heads { get; init; }

    /// <summary>The reason, where a finding asks for one.</summary>
    [StringLength(200), Display(Name = "情况说明")] public string? Justification { get; init; }

    internal sealed class Handler(GuijuDb db, ActorHolder asker, Casework casework, TimeProvider clock, Journal journal) : IHandler<BookRoom, Guid>
    {
        public async Task<Guid> HandleAsync(BookRoom act, CancellationToken ct)
        {
            var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
            var unit = asker.Current.UnitId ?? throw new NotWithinReachException("unit");
            var booking = Booking.Make(act.Room, act.Day.GetValueOrDefault(), act.Heads.GetValueOrDefault(), (unit, asker.Current.PersonId), today);
            db.Add(booking);
            journal.Concerns(Booking.Kind, booking.Id, unit);
            var title = new Bilingual($"会议室 {booking.Room}", $"Meeting room {booking.Room}");
            await casework.OpenAsync(new CaseOpening("rooms.booking", title, Booking.Kind, booking.Id, unit, $"/cases/{booking.Id}", today), ct);
            return booking.Id;
        }
    }

    internal sealed class Facts(TimeProvider clock) : IFacts<BookRoom>
    {
        public Task<LawQuestion?> GatherAsync(BookRoom act, CancellationToken ct) => Task.FromResult<LawQuestion?>(
            new LawQuestion(DateOnly.FromDateTime(clock.GetLocalNow().DateTime), new Dictionary<string, object?> { ["heads"] = act.Heads }));
    }
}
