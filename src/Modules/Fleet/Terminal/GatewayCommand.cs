using System.CommandLine;
using Guiju.Fleet.Terminals;
using Guiju.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Fleet.Terminal;

/// <summary><c>guiju fleet gateway --port N</c>: terminals connect here; runs until it is stopped.</summary>
internal static class GatewayCommand
{
    public static Command Build(CommandHost host)
    {
        var port = new Option<int>("--port") { Description = "TCP port", DefaultValueFactory = _ => new GatewayOptions().Port };
        var folder = new Option<string>("--folder") { Description = "Folder for the journal of raw frames and the key", DefaultValueFactory = _ => new GatewayOptions().Folder };
        var open = new Option<bool>("--open") { Description = "Believe terminals that have not authenticated: for closed networks and for trials" };
        var database = new Option<string?>("--db") { Description = "Database: sqlite:PATH or postgres://…; default: the setting Guiju:Database" };
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output when it ends" };
        var command = new Command("gateway", "Take in JT/T 808 terminals over TCP: every frame is kept, answered once it lies on the disk, and its positions stored by the day.") { port, folder, open, database, json };
        command.SetAction(async (parsed, ct) =>
        {
            var options = new GatewayOptions { Port = parsed.GetValue(port), Folder = parsed.GetValue(folder) ?? new GatewayOptions().Folder, Open = parsed.GetValue(open) };
            await using var scope = await host.OpenAsync(parsed.GetValue(database), ct);
            var told = await scope.ServiceProvider.GetRequiredService<RunningGateway>().RunAsync(options, bound => host.Error.WriteLineAsync($"端口 Listening on {bound}"), ct);
            await host.Out.WriteLineAsync(parsed.GetValue(json) ? Json.Write(told) : $"{told.Frames} frames in {told.Groups} groups, {told.Positions} positions");
            return ExitCode.Done;
        });
        return command;
    }
}
