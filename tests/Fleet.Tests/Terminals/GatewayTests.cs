using System.Text;
using Guiju.Fleet.Terminals;
using Guiju.Jt808;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Tests.Terminals;

public sealed class GatewayTests : IDisposable
{
    private const string Number = "13800138000";
    private static readonly Header Car = new(MessageIds.Location, Edition.Of2013, "0" + Number, 1, 0);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("guiju-gateway");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_terminal_registers_proves_itself_and_its_position_is_stored_once_however_often_it_is_sent()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        await using var running = await StartAsync(bureau, false, Number);
        using var terminal = await running.ConnectAsync();

        var registered = Assert.IsType<RegistrationAnswer>(await terminal.AskAsync(Registration(1)));
        var proved = Assert.IsType<GeneralAnswer>(await terminal.AskAsync(Answers.Frame(Car, MessageIds.Authentication, 2, Encoding.ASCII.GetBytes(registered.Code!))));
        var told = Assert.IsType<GeneralAnswer>(await terminal.AskAsync(Report(3)));
        var again = Assert.IsType<GeneralAnswer>(await terminal.AskAsync(Report(3)));

        Assert.Equal((0, 0, 0, 0), (registered.Result, proved.Result, told.Result, again.Result));
        Assert.Equal((3, MessageIds.Location), (told.ToSerial, told.ToMessage));
        Assert.Equal(1, await running.StoredAsync(1));
        var last = Assert.Single(await bureau.ReadAsync(db => db.Set<LastPosition>().ToListAsync(Ct)));
        Assert.Equal((Number, 39.9), (last.Terminal, Math.Round(last.Latitude.GetValueOrDefault(), 1)));
        Assert.InRange(last.ClockAheadS.GetValueOrDefault(99), -5, 5);
    }

    [Fact]
    public async Task Who_has_not_proved_itself_is_answered_with_failure_and_not_believed()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        await using var running = await StartAsync(bureau, false, Number);
        using var terminal = await running.ConnectAsync();

        var told = Assert.IsType<GeneralAnswer>(await terminal.AskAsync(Report(1)));
        var wrong = Assert.IsType<GeneralAnswer>(await terminal.AskAsync(Answers.Frame(Car, MessageIds.Authentication, 2, "guess"u8)));

        Assert.Equal((Answers.Failed, Answers.Failed), (told.Result, wrong.Result));
        Assert.Equal(2, running.Journal.Kept);
        Assert.Equal(0, await running.StoredAsync(0));
    }

    [Fact]
    public async Task A_terminal_that_is_not_on_the_register_gets_no_code_and_one_that_was_removed_is_believed_no_longer()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        await using var running = await StartAsync(bureau, false);
        using var terminal = await running.ConnectAsync();

        var stranger = Assert.IsType<RegistrationAnswer>(await terminal.AskAsync(Registration(1)));
        running.Book.Put([Number]);
        var registered = Assert.IsType<RegistrationAnswer>(await terminal.AskAsync(Registration(2)));
        var proof = Answers.Frame(Car, MessageIds.Authentication, 3, Encoding.ASCII.GetBytes(registered.Code!));
        var proved = Assert.IsType<GeneralAnswer>(await terminal.AskAsync(proof));
        var told = Assert.IsType<GeneralAnswer>(await terminal.AskAsync(Report(4)));
        running.Book.Put([]);
        var removed = Assert.IsType<GeneralAnswer>(await terminal.AskAsync(Report(5)));
        var provedAgain = Assert.IsType<GeneralAnswer>(await terminal.AskAsync(proof));

        Assert.Equal((Answers.NoSuchTerminal, null), (stranger.Result, stranger.Code));
        Assert.Equal((0, 0, 0), (registered.Result, proved.Result, told.Result));
        Assert.Equal((Answers.Failed, Answers.Failed), (removed.Result, provedAgain.Result));
        Assert.Equal(1, await running.StoredAsync(1));
    }

    [Fact]
    public async Task Garbage_half_frames_and_damage_cost_nobody_else_anything()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        await using var running = await StartAsync(bureau, true);
        using var terminal = await running.ConnectAsync();
        var damaged = Report(8);
        damaged[20] ^= 0x10;

        await terminal.SendAsync((byte[])[1, 2, 3, .. Report(1)[..20]]);
        await terminal.SendAsync(damaged);
        var told = Assert.IsType<GeneralAnswer>(await terminal.AskAsync(Report(9)));

        Assert.Equal(9, told.ToSerial);
        Assert.Equal(1, await running.StoredAsync(1));
    }

    [Fact]
    public async Task What_was_answered_is_still_there_after_the_gateway_was_killed_in_the_middle_of_a_record()
    {
        await using (var bureau = await Bureau.OpenAsync(Ct))
        {
            await using var running = await StartAsync(bureau, true);
            using var terminal = await running.ConnectAsync();
            for (ushort serial = 1; serial <= 20; serial++)
            {
                await terminal.AskAsync(Report(serial));
            }
        }

        var segment = Assert.Single(folder.GetFiles("*.frames"));
        var whole = segment.Length;
        await using (var torn = segment.Open(FileMode.Append))
        {
            torn.Write([42, 0, 0, 0, 1, 2, 3]);
        }

        await using var other = await Bureau.OpenAsync(Ct);
        await using var again = await StartAsync(other, true);

        Assert.Equal(whole, new FileInfo(segment.FullName).Length);
        Assert.Equal(20, await again.StoredAsync(20));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static byte[] Registration(ushort serial) => Answers.Frame(Car, MessageIds.Registration, serial, [0, 11, 0, 101, .. new byte[32], 1, .. "TEST"u8]);

    private static byte[] Report(ushort serial) =>
        Answers.Frame(Car, MessageIds.Location, serial, [0, 0, 0, 0, 0, 0, 0, 3, 2, 0x60, 0xD4, 0, 6, 0xF0, 0x1C, 0x40, 0, 50, 1, 0, 0, 90, .. BcdTime.Write(TimeProvider.System.GetUtcNow())]);

    private Task<GatewayRig> StartAsync(Bureau bureau, bool open, params string[] fitted) => GatewayRig.StartAsync(bureau, new GatewayOptions { Folder = folder.FullName, Open = open, Port = 0 }, fitted);
}
