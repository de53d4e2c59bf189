using System.Linq.Expressions;
using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Registers;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Rooms.Bookings;

/// <summary>The register of bookings: page, filters, API, Excel and saved views come from this list of columns.</summary>
internal sealed class BookingList : Register<Booking>
{
    public BookingList()
    {
        Text("room", "会议室", b => b.Room).Usual().Sought();
        Date("day", "会议日期", b => b.Day).Usual().Foremost();
        Number("heads", "人数", b => b.Heads).Usual();
        Unit("unit", "单位", b => b.UnitId).Usual().Foremost();
        InOrderOf("day", descending: true);
    }

    public override string Key => "rooms.bookings";

    public override Bilingual Title => new("会议室预订", "Meeting rooms");

    public override string Address => "/rooms";

    public override string Permission => RoomsModule.Book;

    protected override Expression<Func<Booking, Guid>> Id => b => b.Id;

    public override string? AddressOf(Guid row) => $"/cases/{row}";

    protected override IQueryable<Booking> Rows(RegisterTools tools) => tools.Db.Set<Booking>().AsNoTracking().Within(tools.Asker, RoomsModule.Book, b => b.UnitId, b => b.BookedById);
}
