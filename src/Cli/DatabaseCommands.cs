using System.CommandLine;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Cli;

/// <summary><c>guiju db migrate|backup|restore</c>.</summary>
internal static class DatabaseCommands
{
    public static Command Build(CommandHost host) => new("db", "Migrate, back up or restore the database.")
    {
        Migrate(host),
        Copy(host, "backup", "Write a consistent copy of the whole database to FILE.", (db, file, ct) => db.Provider.BackupAsync(db, file, ct), "backed-up"),
        Copy(host, "restore", "Replace the whole database by the copy in FILE.", (db, file, ct) => db.Provider.RestoreAsync(db, file, ct), "restored"),
    };

    private static Command Migrate(CommandHost host)
    {
        var (database, json) = (Options.Database(), Options.Json());
        var command = new Command("migrate", "Bring the database to the schema of this build.") { database, json };
        command.SetAction(async (parsed, ct) =>
        {
            await using var scope = await host.OpenAsync(parsed.GetValue(database), ct);
            var applied = await Preparation.MigrateAsync(scope.ServiceProvider.GetRequiredService<GuijuDb>(), ct);
            await Options.ReportAsync(host, parsed.GetValue(json), new { migrated = true, applied }, $"Migrated; {applied} migrations applied.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Copy(CommandHost host, string name, string description, Func<GuijuDb, string, CancellationToken, Task> copy, string done)
    {
        var (database, json, file) = (Options.Database(), Options.Json(), new Argument<string>("FILE"));
        var command = new Command(name, description) { file, database, json };
        command.SetAction(async (parsed, ct) =>
        {
            await using var scope = await host.OpenAsync(parsed.GetValue(database), ct);
            var path = parsed.GetRequiredValue(file);
            await copy(scope.ServiceProvider.GetRequiredService<GuijuDb>(), path, ct);
            await Options.ReportAsync(host, parsed.GetValue(json), new { done, file = path, bytes = new FileInfo(path).Length }, $"{done}: {path}");
            return ExitCode.Done;
        });
        return command;
    }
}
