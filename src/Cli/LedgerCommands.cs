using System.CommandLine;
using Guiju.Kernel;
using Guiju.Kernel.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Cli;

/// <summary><c>guiju ledger verify|seal</c>.</summary>
internal static class LedgerCommands
{
    public static Command Build(CommandHost host) => new("ledger", "Prove or seal the history of all acts.") { Verify(host), Seal(host) };

    private static Command Verify(CommandHost host)
    {
        var (database, json) = (Options.Database(), Options.Json());
        var command = new Command("verify", "Recompute every hash, block, signature and row; name the first altered one (exit 2).") { database, json };
        command.SetAction(async (parsed, ct) =>
        {
            await using var scope = await host.OpenAsync(parsed.GetValue(database), ct);
            var proof = await scope.ServiceProvider.GetRequiredService<LedgerProof>().VerifyAsync(ct);
            await Options.ReportAsync(host, parsed.GetValue(json), proof, Told(proof));
            return proof.Ok ? ExitCode.Done : ExitCode.Refused;
        });
        return command;
    }

    private static Command Seal(CommandHost host)
    {
        var (database, json) = (Options.Database(), Options.Json());
        var newKey = new Option<bool>("--new-key") { Description = "Go on with a new key where the old key file is lost." };
        var command = new Command("seal", "Fold all unsealed entries into signed blocks now.") { database, json, newKey };
        command.SetAction(async (parsed, ct) =>
        {
            await using var scope = await host.OpenAsync(parsed.GetValue(database), ct);
            var (blocks, entries) = await scope.ServiceProvider.GetRequiredService<LedgerSealer>().SealAsync(parsed.GetValue(newKey), ct);
            await Options.ReportAsync(host, parsed.GetValue(json), new { blocks, entries }, $"{entries} entries sealed in {blocks} blocks.");
            return ExitCode.Done;
        });
        return command;
    }

    private static string Told(Proof proof) => string.Join('\n', proof.Alterations.Select(Line).Prepend(proof.Ok
        ? $"Whole 完整: {proof.Entries} entries, {proof.Blocks} blocks, {proof.Unsealed} not yet sealed, {proof.Rows} rows agree."
        : $"ALTERED 已被改动: {proof.Altered} places among {proof.Entries} entries, {proof.Blocks} blocks, {proof.Rows} rows. First 首处:"));

    private static string Line(Alteration at) =>
        $"  {at.Table} {at.Key}{(at.Seq is { } seq ? $" (ledger seq {seq})" : "")}: {at.What.Zh} · {at.What.En}";
}
