using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Ledger;
using Guiju.Kernel.People;
using Guiju.Kernel.Verdicts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Kernel.Tests;

public sealed class DeskTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Task<Bureau> OpenAsync() => Bureau.OpenAsync(Ct, null, new BookingsModule());

    [Fact]
    public async Task An_act_without_permission_is_denied_and_leaves_nothing()
    {
        await using var bureau = await OpenAsync();
        var nobody = await bureau.PersonAsync("p1", bureau.FinanceOffice, Ct);

        var denied = Assert.IsType<Outcome<Guid>.Denied>(await bureau.AsAsync(nobody, new BookRoom { Room = "301", Hour = 9 }, Ct));

        Assert.Equal("tests.book", denied.Permission);
        Assert.Equal(0, await BookingsAsync(bureau));
    }

    [Fact]
    public async Task A_wrong_shape_names_every_field_in_both_languages()
    {
        await using var bureau = await OpenAsync();

        var invalid = Assert.IsType<Outcome<Guid>.Invalid>(await bureau.DoAsync(new BookRoom { Room = new string('9', 10_000), Hour = 9 }, Ct));

        var error = Assert.Single(invalid.Errors);
        Assert.Equal("Room", error.Field);
        Assert.NotEqual(error.Message.Zh, error.Message.En);
    }

    [Fact]
    public async Task Refused_then_allowed_in_one_scope_saves_the_allowed_act_alone()
    {
        await using var bureau = await OpenAsync();
        var clerk = await bureau.PersonAsync("p1", bureau.FinanceOffice, Ct, ("clerk", Scope.Unit));
        await using var request = bureau.Services.CreateAsyncScope();
        request.ServiceProvider.GetRequiredService<ActorHolder>().Current = await bureau.Services.GetRequiredService<ActorSource>().ForAsync(clerk, Ct);
        var desk = request.ServiceProvider.GetRequiredService<Desk>();
        var entries = await EntriesAsync(bureau);

        var forbidden = Assert.IsType<Outcome<Guid>.Refused>(await desk.PerformAsync(new BookRoom { Room = "301", Hour = 22 }, Ct));
        var broken = Assert.IsType<Outcome<Guid>.Broken>(await desk.PerformAsync(new BookRoom { Room = "302", Hour = 11 }, Ct));
        var unknown = Assert.IsType<Outcome<Guid>.Refused>(await desk.PerformAsync(new BookRoom { Room = "303" }, Ct));
        Assert.IsType<Outcome<Guid>.Done>(await desk.PerformAsync(new BookRoom { Room = "304", Hour = 9 }, Ct));

        Assert.Equal(LawOutcome.Forbidden, forbidden.Verdict.Outcome);
        Assert.Equal(BookRoom.Full, broken.Check);
        Assert.Equal(["hour"], unknown.Verdict.Missing);
        Assert.Equal(["304"], await bureau.UseAsync((GuijuDb db) => db.Set<Booking>().Select(b => b.Room).ToListAsync(Ct)));
        Assert.Equal(entries + 1, await EntriesAsync(bureau));
        Assert.Equal(1, await bureau.UseAsync((GuijuDb db) => db.Set<StoredVerdict>().CountAsync(Ct)));
        Assert.Empty(request.ServiceProvider.GetRequiredService<GuijuDb>().ChangeTracker.Entries());
    }

    [Theory]
    [InlineData("clerk", 14, null, false)]
    [InlineData("clerk", 14, "接待外宾", true)]
    [InlineData("clerk", 19, "接待外宾", false)]
    [InlineData("head", 19, "接待外宾", true)]
    [InlineData("head", 19, null, false)]
    [InlineData("head", 21, "接待外宾", false)]
    public async Task A_reason_or_the_right_to_approve_lets_pass_what_asks_for_it_and_no_more(string role, int hour, string? reason, bool done)
    {
        await using var bureau = await OpenAsync();
        var person = await bureau.PersonAsync("p1", bureau.FinanceOffice, Ct, (role, Scope.Unit));

        var outcome = await bureau.AsAsync(person, new BookRoom { Room = "301", Hour = hour, Justification = reason }, Ct);

        Assert.Equal(done, outcome is Outcome<Guid>.Done);
        Assert.Equal(!done, outcome is Outcome<Guid>.Refused);
    }

    [Fact]
    public async Task The_same_unique_mark_twice_is_a_broken_check_and_no_fault()
    {
        await using var bureau = await OpenAsync();
        await bureau.MustAsync(new BookRoom { Room = "301", Hour = 9 }, Ct);

        var broken = Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(new BookRoom { Room = "301", Hour = 10 }, Ct));

        Assert.Equal(DeskChecks.NotYetThere, broken.Check);
        Assert.Equal(1, await BookingsAsync(bureau));
    }

    [Fact]
    public async Task Of_two_changes_at_once_the_second_is_stale()
    {
        await using var bureau = await OpenAsync();
        var booking = await bureau.MustAsync(new BookRoom { Room = "301", Hour = 9 }, Ct);
        MoveBooking.Handler.Meanwhile = async () => await bureau.MustAsync(new MoveBooking { BookingId = booking, Hour = 8 }, Ct);

        var outcome = await bureau.DoAsync(new MoveBooking { BookingId = booking, Hour = 7 }, Ct);

        Assert.IsType<Outcome<Guid>.Stale>(outcome);
        Assert.Equal(8, await bureau.UseAsync((GuijuDb db) => db.Set<Booking>().Select(b => b.Hour).SingleAsync(Ct)));
    }

    [Fact]
    public async Task What_is_not_there_is_missing()
    {
        await using var bureau = await OpenAsync();

        Assert.IsType<Outcome<Guid>.Missing>(await bureau.DoAsync(new MoveBooking { BookingId = Guid.CreateVersion7(), Hour = 7 }, Ct));
    }

    [Fact]
    public async Task A_preview_says_what_the_law_would_say_and_does_nothing()
    {
        await using var bureau = await OpenAsync();

        var verdict = await bureau.UseAsync((Desk desk) => desk.PreviewAsync(new BookRoom { Room = "301", Hour = 21 }, Ct));

        Assert.Equal(LawOutcome.Forbidden, verdict?.Outcome);
        Assert.Equal(0, await BookingsAsync(bureau));
    }

    private static Task<int> BookingsAsync(Bureau bureau) => bureau.UseAsync((GuijuDb db) => db.Set<Booking>().CountAsync(Ct));

    private static Task<int> EntriesAsync(Bureau bureau) => bureau.UseAsync((GuijuDb db) => db.Set<LedgerEntry>().CountAsync(Ct));
}
