using System.CommandLine;
using Guiju.Fleet.Terminals;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Fleet.Terminal;

/// <summary><c>guiju fleet gateway --port N</c>: terminals connect here; runs until it is stopped.</summary>
internal static class GatewayCommand
{
    private const int UsualPort = 7808;

    public static Command Build(CommandHost host)
    {
        var port = new Option<int>("--port") { Description = "TCP port", DefaultValueFactory = _ => UsualPort };
        var folder = new Option<string>("--folder") { Description = "Folder for the journal of raw frames and the key", DefaultValueFactory = _ => new GatewayOptions().Folder };
        var open = new Option<bool>("--open") { Description = "Believe terminals that have not authenticated: for closed networks and for trials" };
        var database = new Option<string?>("--db") { Description = "Database: sqlite:PATH or postgres://…; default: the setting Guiju:Database" };
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output when it ends" };
        var command = new Command("gateway", "Take in JT/T 808 terminals over TCP: every frame is kept, answered once it lies on the disk, and its positions stored by the day.") { port, folder, open, database, json };
        command.SetAction(async (parsed, ct) =>
        {
            var options = new GatewayOptions { Port = parsed.GetValue(port), Folder = parsed.GetValue(folder) ?? new GatewayOptions().Folder, Open = parsed.GetValue(open) };
            await using var scope = await host.OpenAsync(parsed.GetValue(database), ct);
            var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
            await db.Database.OpenConnectionAsync(ct);
            await using var journal = new FrameJournal(options.Folder);
            var reader = new JournalReader(journal, new PositionTables(db.Database.GetDbConnection()));
            using var gateway = new Gateway(options, journal, scope.ServiceProvider.GetRequiredService<TimeProvider>());
            await host.Error.WriteLineAsync($"端口 Listening on {gateway.Start()}");
            await RunAsync(gateway, reader, ct);
            var told = new { frames = journal.Kept, groups = journal.Groups, positions = reader.Stored };
            await host.Out.WriteLineAsync(parsed.GetValue(json) ? Json.Write(told) : $"{told.frames} frames in {told.groups} groups, {told.positions} positions");
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Runs both until the command is stopped; where one fails, the other is stopped and the failure told.</summary>
    private static async Task RunAsync(Gateway gateway, JournalReader reader, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        Task[] both = [gateway.ServeAsync(stop.Token), reader.FollowAsync(stop.Token)];
        var first = await Task.WhenAny(both);
        await stop.CancelAsync();
        try
        {
            await first;
            await Task.WhenAll(both);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Stopped as asked.
        }
    }
}
