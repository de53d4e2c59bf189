using System.CommandLine;
using Guiju.Kernel;

namespace Guiju.Cli;

/// <summary>Options and results that all commands share.</summary>
internal static class Options
{
    public static Option<string?> Database() => new("--db") { Description = "Database: sqlite:PATH or postgres://…; default: the setting Guiju:Database." };

    public static Option<bool> Json() => new("--json") { Description = "One JSON object on standard output." };

    public static Task ReportAsync(CommandHost host, bool json, object result, string text) =>
        host.Out.WriteLineAsync(json ? Kernel.Json.Write(result) : text);
}
