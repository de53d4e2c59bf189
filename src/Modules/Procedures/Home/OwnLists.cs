using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Organisations;
using Guiju.Procedures.Clocks;
using Guiju.Procedures.Messages;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Home;

/// <summary>What is the person's own beside cases: their clocks and their notices.</summary>
internal static class OwnLists
{
    /// <summary>我的时限: clocks that are not stopped, the most pressing first.</summary>
    public static async Task<HomePart> ClocksAsync(GuijuDb db, ActorHolder holder, ClockBook book, HomeFilter filter, DateOnly today, CancellationToken ct)
    {
        var me = holder.Current.PersonId;
        var words = filter.Words?.Trim() ?? "";
        var clocks = db.Set<RunningClock>().AsNoTracking().Where(c => c.PersonId == me && c.State != ClockState.Stopped
            && (words == "" || c.Title.Contains(words)) && (!filter.Overdue || (c.State == ClockState.Running && c.Rolled < today)));
        var rows =
            from c in clocks
            join u in db.Set<Unit>() on c.UnitId equals u.Id into units
            from u in units.DefaultIfEmpty()
            orderby c.Aim, c.Id
            select new { Clock = c, Unit = u!.Name, u.EnglishName };
        var page = Math.Clamp(filter.Page, 1, HomeFilter.LastPage);
        var found = await rows.Skip((page - 1) * HomeFilter.Size).Take(HomeFilter.Size).ToListAsync(ct);
        return new HomePart(await clocks.CountAsync(ct), page, found.ConvertAll(r => new HomeRow
        {
            Id = r.Clock.Id,
            Title = r.Clock.Title,
            EnglishTitle = r.Clock.Title,
            Procedure = r.Clock.Kind,
            Address = $"/clocks/{r.Clock.Id}",
            Step = book.Find(r.Clock.Kind)?.Title.Zh ?? r.Clock.Kind,
            EnglishStep = book.Find(r.Clock.Kind)?.Title.En ?? r.Clock.Kind,
            Unit = r.Unit,
            EnglishUnit = r.EnglishName,
            Starter = r.Clock.Person,
            At = r.Clock.From.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            Aim = r.Clock.Aim,
            Overdue = r.Clock.State == ClockState.Running && r.Clock.Rolled < today,
            Paused = r.Clock.State == ClockState.Suspended,
            Open = true,
        }));
    }

    /// <summary>消息: notices, unread first.</summary>
    public static async Task<HomePart> MessagesAsync(GuijuDb db, ActorHolder holder, HomeFilter filter, CancellationToken ct)
    {
        var me = holder.Current.PersonId;
        var page = Math.Clamp(filter.Page, 1, HomeFilter.LastPage);
        var messages = db.Set<Message>().AsNoTracking().Where(m => m.PersonId == me);
        var rows = await messages.OrderBy(m => m.ReadAt != null).ThenByDescending(m => m.At).ThenBy(m => m.Id).Skip((page - 1) * HomeFilter.Size).Take(HomeFilter.Size)
            .Select(m => new HomeRow { Id = m.Id, Title = m.Title, EnglishTitle = m.EnglishTitle, Procedure = "", Address = m.Address, Starter = "", At = m.At, Unread = m.ReadAt == null, Open = m.ReadAt == null }).ToListAsync(ct);
        return new HomePart(await messages.CountAsync(ct), page, rows);
    }
}
