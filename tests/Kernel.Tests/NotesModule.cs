using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using Guiju.Kernel.Data;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Kernel.Tests;

/// <summary>The law of these tests: rooms are booked until noon; later only with a reason; at night never; and the hour must be known.</summary>
internal sealed class NoonLaw : ILaw
{
    public Verdict Judge(string controlPoint, LawQuestion question)
    {
        var hour = question.Facts["hour"] as int?;
        var outcome = hour switch
        {
            null => LawOutcome.CannotDecide,
            < 12 => LawOutcome.Allowed,
            < 18 => LawOutcome.Acknowledge,
            < 20 => LawOutcome.Approval,
            _ => LawOutcome.Forbidden,
        };
        return new Verdict(controlPoint, question.On, outcome, [], hour is null ? ["hour"] : [], new Dictionary<string, string> { ["lawbook"] = "noon" });
    }
}

/// <summary>A booking of a room.</summary>
internal sealed class Booking : IRevised
{
    public Guid Id { get; init; }

    public required string Room { get; init; }

    public int? Hour { get; set; }

    public int Revision { get; set; }
}

/// <summary>A trade as small as it can be: rooms are booked, and bookings moved.</summary>
internal sealed class BookingsModule : IModule
{
    public string Name => "tests";

    public IReadOnlyList<MenuItem> Menu => [];

    public IReadOnlyList<Permission> Permissions { get; } = [new("tests.book", new("订会议室", "Book rooms")), new("tests.except", new("批准例外", "Allow exceptions"))];

    public IReadOnlyList<RoleProposal> Roles { get; } = [new("clerk", new("文员", "Clerk"), "tests.book"), new("head", new("负责人", "Head"), "tests.book", "tests.except")];

    public void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        services.AddAct<BookRoom, Guid, BookRoom.Handler, BookRoom.Facts>();
        services.AddAct<MoveBooking, Guid, MoveBooking.Handler>();
    }

    public void BuildModel(ModelBuilder model)
    {
        model.Entity<Booking>().ToTable("tests_booking").HasIndex(b => b.Room).IsUnique();
        model.Entity<Booking>().Property(b => b.Id).ValueGeneratedNever();
    }

    public void MapEndpoints(IEndpointRouteBuilder api)
    {
        api.MapAct<BookRoom, Guid>("/bookings");
        api.MapAct<MoveBooking, Guid>("/bookings/{bookingId:guid}");
    }

    public IEnumerable<Command> Commands(CommandHost host) => [];
}

[Needs("tests.book"), At("tests.booking", ApprovedBy = "tests.except")]
internal sealed record BookRoom : IAct<Guid>, IAnswersFindings
{
    [Required, StringLength(10, MinimumLength = 1)]
    public string Room { get; init; } = "";

    public int? Hour { get; init; }

    public string? Justification { get; init; }

    internal sealed class Handler(GuijuDb db, Journal journal) : IHandler<BookRoom, Guid>
    {
        public Task<Guid> HandleAsync(BookRoom act, CancellationToken ct)
        {
            var booking = new Booking { Id = Guid.CreateVersion7(), Room = act.Room, Hour = act.Hour };
            db.Add(booking);
            Check.That(act.Hour != 11, Full, nameof(Hour)); // after the row was added, as a careless handler would
            journal.Concerns("tests.booking", booking.Id);
            return Task.FromResult(booking.Id);
        }
    }

    internal static readonly SystemCheck Full = new("BookRoom.Full", new("十一点已满。", "Eleven o'clock is full."));

    internal sealed class Facts : IFacts<BookRoom>
    {
        public Task<LawQuestion?> GatherAsync(BookRoom act, CancellationToken ct) =>
            Task.FromResult<LawQuestion?>(new LawQuestion(new DateOnly(2023, 5, 8), new Dictionary<string, object?> { ["hour"] = act.Hour }));
    }
}

[Needs("tests.book")]
internal sealed record MoveBooking : IAct<Guid>
{
    public Guid BookingId { get; init; }

    public int Hour { get; init; }

    internal sealed class Handler(GuijuDb db, Journal journal) : IHandler<MoveBooking, Guid>
    {
        /// <summary>Lets a test change the same booking between reading and saving.</summary>
        public static Func<Task>? Meanwhile { get; set; }

        public async Task<Guid> HandleAsync(MoveBooking act, CancellationToken ct)
        {
            var booking = await db.Set<Booking>().FirstOrDefaultAsync(b => b.Id == act.BookingId, ct) ?? throw new NotWithinReachException("booking");
            if (Meanwhile is { } meanwhile)
            {
                Meanwhile = null;
                await meanwhile();
            }

            booking.Hour = act.Hour;
            journal.Concerns("tests.booking", booking.Id);
            return booking.Id;
        }
    }
}
