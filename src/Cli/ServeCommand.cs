using System.CommandLine;
using Guiju.Kernel;
using Guiju.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;

namespace Guiju.Cli;

/// <summary><c>guiju serve</c>.</summary>
internal static class ServeCommand
{
    public static Command Build()
    {
        var urls = new Option<string?>("--urls") { Description = "Addresses to listen on, e.g. http://127.0.0.1:5080" };
        var database = new Option<string?>("--db") { Description = "Database: sqlite:PATH or postgres://…" };
        var command = new Command("serve", "Serve the bureau's pages and API.") { urls, database };
        command.SetAction(async (parsed, ct) =>
        {
            var app = Server.Build([], builder =>
            {
                if (parsed.GetValue(database) is { } address)
                {
                    builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Guiju:Database"] = address });
                }

                if (parsed.GetValue(urls) is { } listen)
                {
                    builder.WebHost.UseUrls(listen);
                }
            });
            await Server.RunAsync(app, ct);
            return ExitCode.Done;
        });
        return command;
    }
}
