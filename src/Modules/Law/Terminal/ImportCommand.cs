using System.CommandLine;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Law.Checking;
using Guiju.Law.Stored;
using Guiju.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Law.Terminal;

/// <summary><c>guiju law import</c>: reads texts, shows what was recognised, and takes them into the library. A dry run needs no database.</summary>
internal static class ImportCommand
{
    public static Command Build(CommandHost host)
    {
        var paths = new Argument<string[]>("PATH") { Description = "DOCX, Markdown, plain-text, Akoma Ntoso or zip files, or folders of them", Arity = ArgumentArity.OneOrMore };
        var dry = new Option<bool>("--dry-run") { Description = "Only read and show what was recognised; needs no database" };
        var (database, json) = (LawCommands.DatabaseOption(), LawCommands.JsonOption());
        var command = new Command("import", "Take texts of law into the library: articles, chapters, inserted articles and doubtful lines are shown. Importing again changes nothing.") { paths, dry, database, json };
        command.SetAction(async (parsed, ct) =>
        {
            var files = await ReadFile.AllAsync(parsed.GetRequiredValue(paths), ct);
            var report = parsed.GetValue(dry) ? Recognised(files, await LawCommands.SourcesAsync(host, ct)) : await TakeAsync(host, parsed.GetValue(database), files, ct);
            await host.Out.WriteLineAsync(parsed.GetValue(json) ? Json.Write(report) : report.Told());
            return report.Failed.Count > 0 ? ExitCode.Failure : ExitCode.Done;
        });
        return command;
    }

    private static Report Recognised(IReadOnlyList<ReadFile> files, LawSources sources) =>
        new([.. files.Where(f => f.Text is not null).Select(f => Sheet.Of(f.File, f.Text!, TextIdentity.Of(f.Text!, f.File, sources), null))], Failures(files), 0, 0); // filtered just before

    private static async Task<Report> TakeAsync(CommandHost host, string? database, IReadOnlyList<ReadFile> files, CancellationToken ct)
    {
        await using var scope = await host.OpenAsync(database, ct);
        await Preparation.MigrateAsync(scope.ServiceProvider.GetRequiredService<GuijuDb>(), ct);
        var intake = scope.ServiceProvider.GetRequiredService<Intake>();
        var result = await intake.TakeAsync(await intake.PlanAsync(files, null, ct), null, ct);
        var sheets = result.Lines.Where(l => l.File.Text is not null && l.Identity is not null).Select(l => Sheet.Of(l.File.File, l.File.Text!, l.Identity!, EnumWords.Both(l.Step).En)); // filtered just before
        var open = result.Lines.Where(l => l.Step is IntakeStep.Differs or IntakeStep.Undated).Select(l => new Failure(l.File.File, l.Step == IntakeStep.Undated ? StoredChecks.IsDated.Statement.En : StoredChecks.CorrectionHasReason.Statement.En));
        return new Report([.. sheets], [.. Failures(files), .. open, .. result.Refused.Select(r => new Failure(r.File, r.Reason.En))], result.Taken, result.Lines.Count(l => l.Step == IntakeStep.Unchanged));
    }

    private static List<Failure> Failures(IReadOnlyList<ReadFile> files) => [.. files.Where(f => f.Failure is not null).Select(f => new Failure(f.File, f.Failure!.En))]; // filtered just before

    /// <summary>What was recognised and what became of it.</summary>
    private sealed record Report(IReadOnlyList<Sheet> Texts, IReadOnlyList<Failure> Failed, int Taken, int Unchanged)
    {
        public string Told() => string.Join('\n', Texts.Select(t => $"{t.Title}: {t.Articles} articles, {t.Chapters} chapters, {t.Inserted} inserted, {t.Warnings.Count} warnings {t.Step}".TrimEnd())
            .Concat(Failed.Select(f => $"{f.File}: {f.Reason}")).Append($"{Texts.Count} texts read, {Taken} taken in, {Unchanged} unchanged, {Failed.Count} failed"));
    }

    private sealed record Failure(string File, string Reason);

    private sealed record Sheet(string File, string Address, string Title, int Articles, int Chapters, int Inserted, IReadOnlyList<Warning> Warnings)
    {
        /// <summary>Day that names the version.</summary>
        public DateOnly Version { get; init; }

        /// <summary>What was done; null in a dry run.</summary>
        public string? Step { get; init; }

        public static Sheet Of(string file, LegalText text, TextIdentity identity, string? step) => new(
            file, identity.Work, identity.Title, text.Articles.Count, text.Divisions(DivisionKind.Chapter).Count(), text.Articles.Count(a => a.Inserted > 0),
            [.. text.Warnings.Select(w => new Warning(w.Line, $"{w.Message} {w.English}"))])
        { Version = identity.Date, Step = step };
    }

    private sealed record Warning(int Line, string Message);
}
