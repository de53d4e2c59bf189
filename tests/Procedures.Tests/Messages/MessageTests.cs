using System.Net;
using System.Net.Sockets;
using System.Text;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Procedures.Clocks;
using Guiju.Procedures.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Procedures.Tests.Messages;

public sealed class MessageTests
{
    private const string Secret = "shared secret";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_waits_until_the_other_side_takes_it_and_carries_a_signature_that_can_be_checked()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        await using var office = await Office.OpenAsync("SQLite", Settings(("WebhookAddress", $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}/hook"), ("WebhookSecret", Secret)), Ct);
        await RemindAsync(office);

        var first = TakeAsync(other, "500 Internal Server Error");
        Assert.Equal(0, await office.Services.GetRequiredService<Posting>().SendAsync(Ct));
        await first;
        Assert.Equal(0, await office.Services.GetRequiredService<Posting>().SendAsync(Ct)); // not before its time
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = TakeAsync(other, "204 No Content");
        Assert.Equal(1, await office.Services.GetRequiredService<Posting>().SendAsync(Ct));
        var request = await second;

        var (head, body) = (request[..request.IndexOf("\r\n\r\n", StringComparison.Ordinal)], request[(request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
        Assert.Contains("clock.overrun", head, StringComparison.Ordinal);
        Assert.Contains("sm3=" + Posting.Sign("sm3", Secret, Header(head, "X-Guiju-Timestamp"), body), head, StringComparison.Ordinal);
        Assert.Equal(0, await office.Services.GetRequiredService<Posting>().SendAsync(Ct));
    }

    [Fact]
    public async Task Many_nodes_send_a_delivery_once()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        await using var office = await Office.OpenAsync("SQLite", Settings(("WebhookAddress", $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}/"), ("WebhookSecret", Secret)), Ct);
        await RemindAsync(office);

        var taken = TakeAsync(other, "200 OK");
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => office.Services.GetRequiredService<Posting>().SendAsync(Ct))));
        await taken;

        Assert.Equal(1, sent.Sum());
        Assert.False(other.Pending());
    }

    [Fact]
    public async Task A_refused_act_leaves_nothing_in_the_outbox()
    {
        await using var office = await Office.OpenAsync("SQLite", Settings(("WebhookAddress", "http://127.0.0.1:9/"), ("WebhookSecret", Secret)), Ct);
        await RemindAsync(office);
        await office.Services.GetRequiredService<Reminding>().RunAsync(Ct);

        await using var scope = office.Scoped(office.Clerk);
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<GuijuDb>().Set<Delivery>().CountAsync(Ct));
    }

    [Fact]
    public async Task A_mail_goes_to_the_address_that_the_person_gave()
    {
        using var post = new TcpListener(IPAddress.Loopback, 0);
        post.Start();
        await using var office = await Office.OpenAsync("SQLite", Settings(("SmtpHost", "127.0.0.1"), ("SmtpPort", ((IPEndPoint)post.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture))), Ct);
        Assert.IsType<Outcome<Guid>.Done>(await office.DoAsync(office.Clerk, new ChooseMail { Mail = "lin@fangyuan.example" }, Ct));
        await RemindAsync(office);

        var letter = SmtpAsync(post);
        Assert.Equal(1, await office.Services.GetRequiredService<Posting>().SendAsync(Ct));

        Assert.Contains("RCPT TO:<lin@fangyuan.example>", await letter, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_calendar_has_an_address_that_only_its_owner_knows_until_it_is_closed()
    {
        await using var office = await Office.OpenAsync(Ct);
        await RemindAsync(office);
        var secret = Assert.IsType<Outcome<string>.Done>(await office.DoAsync(office.Clerk, new OpenCalendar(), Ct)).Value.Split('/')[^1];
        await office.AddAsync(Ct, new Kernel.People.Role { Code = "clerk", Title = "科员", EnglishTitle = "Clerk", Permissions = [ProceduresPermissions.Home] }, Office.Holding(office.Clerk, "clerk", Kernel.People.Scope.Own));

        var calendar = await office.AskAsync((CalendarFeed f) => f.FindAsync(secret, Ct), office.Clerk);

        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", calendar, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20230120", calendar, StringComparison.Ordinal);
        Assert.All(calendar!.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.Null(await office.AskAsync((CalendarFeed f) => f.FindAsync(new string('0', 48), Ct), office.Clerk));
        await office.DoAsync(office.Clerk, new CloseCalendar(), Ct);
        Assert.Null(await office.AskAsync((CalendarFeed f) => f.FindAsync(secret, Ct), office.Clerk));
    }

    // A petition of January is long overdue on the office's day, 8 May 2023.
    private static async Task RemindAsync(Office office)
    {
        Assert.IsType<Outcome<Guid>.Done>(await office.DoAsync(office.Clerk, new StartClock { Kind = "petition.notice", Title = "一封来信", From = new DateOnly(2023, 1, 5) }, Ct));
        Assert.Equal(1, await office.Services.GetRequiredService<Reminding>().RunAsync(Ct));
    }

    private static Dictionary<string, string?> Settings(params (string Key, string Value)[] settings) => settings.ToDictionary(s => $"{MessageSettings.Section}:{s.Key}", s => (string?)s.Value);

    private static string Header(string head, string name) => head.Split("\r\n").Single(l => l.StartsWith(name, StringComparison.OrdinalIgnoreCase))[(name.Length + 1)..].Trim();

    private static async Task<string> TakeAsync(TcpListener listener, string answer)
    {
        using var client = await listener.AcceptTcpClientAsync(Ct);
        await using var stream = client.GetStream();
        var (taken, buffer) = (new MemoryStream(), new byte[8192]);
        while (true)
        {
            taken.Write(buffer, 0, await stream.ReadAsync(buffer, Ct));
            var text = Encoding.UTF8.GetString(taken.ToArray());
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end > 0 && Encoding.UTF8.GetByteCount(text[(end + 4)..]) >= int.Parse(Header(text[..end], "Content-Length"), System.Globalization.CultureInfo.InvariantCulture))
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {answer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), Ct);
                return text;
            }
        }
    }

    private static async Task<string> SmtpAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync(Ct);
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream);
        await using var writer = new StreamWriter(stream) { NewLine = "\r\n", AutoFlush = true };
        var (said, inside) = (new StringBuilder(), false);
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync(Ct) is { } line)
        {
            said.AppendLine(line);
            if (inside && line != ".")
            {
                continue;
            }

            await writer.WriteLineAsync(line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase) ? "354 go on" : line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase) ? "221 bye" : "250 ok");
            inside = line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase);
            if (line == "." || line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase))
            {
                return said.ToString();
            }
        }

        return said.ToString();
    }
}
