using System.CommandLine;
using Guiju.Kernel;

namespace Guiju.Fleet.Terminal;

/// <summary><c>guiju fleet decode FRAMES.tsv</c>: a JSON line a frame.</summary>
internal static class DecodeCommand
{
    public static Command Build(CommandHost host)
    {
        var file = new Argument<string>("FRAMES") { Description = "Tab-separated lines with a hex frame each (column frame_hex, or the first column that is hex)" };
        var json = new Option<bool>("--json") { Description = "JSON lines; they are written in any case" };
        var command = new Command("decode", "Decode JT/T 808 frames: a JSON line a frame, in the same order. Exit 2 where a line cannot be decoded.") { file, json };
        command.SetAction(async (parsed, ct) =>
        {
            var faults = 0;
            var lines = new FrameLines();
            await foreach (var line in File.ReadLinesAsync(parsed.GetRequiredValue(file), ct))
            {
                if (lines.Next(line) is { } told)
                {
                    faults += told.Error is null ? 0 : 1;
                    await host.Out.WriteLineAsync(Json.Write(told));
                }
            }

            return faults == 0 ? ExitCode.Done : ExitCode.Refused;
        });
        return command;
    }
}
