using System.Globalization;
using System.Text;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Procedures.Cases;
using Guiju.Procedures.Clocks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Guiju.Procedures.Messages;

/// <summary>A person's tasks and clocks as an iCalendar file (RFC 5545), by their secret address.</summary>
internal sealed class CalendarFeed(GuijuDb db, ActorSource actors, IOptions<MessageSettings> settings, TimeProvider clock)
{
    private const int MostTasks = 300;
    private const int LineOctets = 73;

    /// <summary>The calendar behind a secret; null where nobody has it, or its owner has left.</summary>
    public async Task<string?> FindAsync(string secret, CancellationToken ct)
    {
        var digest = Subscriptions.DigestOf(secret);
        var person = await db.Set<Subscription>().AsNoTracking().Where(s => s.CalendarDigest == digest).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(ct);
        if (person is not { } id || await actors.ForAsync(id, ct) is not { PersonId: not null } actor || !actor.Can(ProceduresPermissions.Home))
        {
            return null;
        }

        var tasks = await (
            from t in db.Set<WorkTask>().AsNoTracking().For(actor)
            where t.Due != null
            join c in db.Set<Case>() on t.CaseId equals c.Id
            orderby t.Due
            select new { t.Id, Title = t.Title + "：" + c.Title, Due = t.Due!.Value, Address = t.Address ?? c.Address }).Take(MostTasks).ToListAsync(ct);
        var clocks = await db.Set<RunningClock>().AsNoTracking().Where(c => c.PersonId == id && c.State == ClockState.Running).OrderBy(c => c.Aim).Take(MostTasks).ToListAsync(ct);
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Guiju//Home//ZH");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "X-WR-CALNAME:" + Escaped("规矩 · " + actor.Name));
        foreach (var task in tasks)
        {
            Event(text, task.Id, DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(task.Due, clock.LocalTimeZone)), task.Title, task.Address);
        }

        foreach (var one in clocks)
        {
            Event(text, one.Id, one.Aim, $"期限：{one.Title}（法定届满 {one.Rolled:yyyy-MM-dd}{(one.Provisional ? "，暂定" : "")}）", $"/clocks/{one.Id}");
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private void Event(StringBuilder text, Guid id, DateOnly day, string title, string address)
    {
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{id}@guiju");
        Line(text, "DTSTAMP:" + clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        Line(text, "DTSTART;VALUE=DATE:" + day.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
        Line(text, "DTEND;VALUE=DATE:" + day.AddDays(1).ToString("yyyyMMdd", CultureInfo.InvariantCulture));
        Line(text, "SUMMARY:" + Escaped(title));
        if (settings.Value.BaseAddress.Length > 0)
        {
            Line(text, "URL:" + settings.Value.BaseAddress + address);
        }

        Line(text, "TRANSP:TRANSPARENT");
        Line(text, "END:VEVENT");
    }

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).ReplaceLineEndings("\\n");

    // Lines are folded before 75 octets, never inside a character.
    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
