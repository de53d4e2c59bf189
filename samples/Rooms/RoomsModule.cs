using System.CommandLine;
using Guiju.Kernel;
using Guiju.Kernel.Registers;
using Guiju.Rooms.Bookings;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Rooms;

/// <summary>Meeting rooms: who meets where, and who agreed.</summary>
public sealed class RoomsModule : IModule
{
    /// <summary>Book a room, and read the bookings within reach.</summary>
    public const string Book = "rooms.book";

    /// <summary>Agree to a booking or refuse it.</summary>
    public const string Decide = "rooms.decide";

    /// <inheritdoc/>
    public string Name => "rooms";

    /// <inheritdoc/>
    public IReadOnlyList<MenuItem> Menu { get; } =
    [
        new("/rooms", new("会议室预订", "Meeting rooms"), Book, "table", 500),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions { get; } =
    [
        new(Book, new("预订会议室，查看预订", "Book meeting rooms and read the bookings")),
        new(Decide, new("同意或者不同意预订", "Agree to bookings or refuse them")),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<RoleProposal> Roles { get; } =
    [
        new("applicant", new("申请人", "Applicant"), Book),
        new("office-head", new("办公室主任", "Office head"), Book, Decide),
    ];

    /// <inheritdoc/>
    public void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        services.AddRegister<BookingList>();
        services.AddAct<BookRoom, Guid, BookRoom.Handler, BookRoom.Facts>("/bookings");
    }

    /// <inheritdoc/>
    public void BuildModel(ModelBuilder model) => model.ApplyConfiguration(new Booking.Mapping());

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder api)
    {
    }

    /// <inheritdoc/>
    public IEnumerable<Command> Commands(CommandHost host) => [];
}
