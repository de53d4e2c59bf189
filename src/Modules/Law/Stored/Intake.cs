using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Law.Checking;
using Guiju.Texts.Akn;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Law.Stored;

/// <summary>What taking a file in would do.</summary>
public enum IntakeStep
{
    /// <summary>A text that the library does not have yet.</summary>
    [Display(Name = "新规定")] NewText,

    /// <summary>A further version of a text that it has.</summary>
    [Display(Name = "新版本")] NewVersion,

    /// <summary>The same wording is stored: nothing to do.</summary>
    [Display(Name = "已在库，无变化")] Unchanged,

    /// <summary>The version is stored with other words; taking it is a correction.</summary>
    [Display(Name = "与在库文字不同")] Differs,

    /// <summary>No day can be told; a person gives it.</summary>
    [Display(Name = "缺版本日期")] Undated,

    /// <summary>It cannot be read.</summary>
    [Display(Name = "无法读取")] Unreadable,
}

/// <summary>Files about to be taken into the library: read, looked up, and taken in together or not at all.</summary>
internal sealed class Intake(GuijuDb db, LawSources sources, BatchDesk desk)
{
    /// <summary>What would become of each file; <paramref name="said"/> is what a person says of a single one.</summary>
    public async Task<IReadOnlyList<Line>> PlanAsync(IReadOnlyList<ReadFile> files, StoreText? said, CancellationToken ct)
    {
        var stored = (await db.Set<StoredVersion>().AsNoTracking().Join(db.Set<StoredText>(), v => v.TextId, t => t.Id, (v, t) => new { t.Work, v.Date, v.Digest }).ToListAsync(ct))
            .ToDictionary(v => (v.Work, v.Date), v => v.Digest);
        var works = stored.Keys.Select(k => k.Work).ToHashSet();
        var lines = new List<Line>();
        foreach (var file in files)
        {
            if (file.Text is not { } text || !text.Body.Children.Any())
            {
                lines.Add(new Line(file, null, IntakeStep.Unreadable));
                continue;
            }

            var proposed = TextIdentity.Of(text, file.File, sources);
            var identity = said?.Correct(proposed) ?? proposed;
            var step = !identity.IsDated ? IntakeStep.Undated
                : !stored.TryGetValue((identity.Work, identity.Date), out var digest) ? works.Contains(identity.Work) ? IntakeStep.NewVersion : IntakeStep.NewText
                : digest == DigestOf(file, identity) ? IntakeStep.Unchanged : IntakeStep.Differs;
            lines.Add(new Line(file, identity, step));
            works.Add(identity.Work);
            stored.TryAdd((identity.Work, identity.Date), DigestOf(file, identity));
        }

        return lines;
    }

    /// <summary>Takes in what is new, older versions first; what is stored already, differs, is undated or cannot be read stays out and is told. All is kept or nothing.</summary>
    public async Task<Result> TakeAsync(IReadOnlyList<Line> lines, StoreText? said, CancellationToken ct)
    {
        var wanted = lines.Where(l => IsWanted(l, said)).OrderBy(l => l.Identity?.Date).ToList();
        if (wanted.Count == 0)
        {
            return new Result(lines, 0, []);
        }

        var done = await desk.PerformAsync<Guid>(wanted.Count, (i, _) => (said ?? new StoreText()) with { FileName = wanted[i].File.File, Content = wanted[i].File.Content }, keep: true, ct);
        var refused = done.Outcomes.Zip(wanted).Where(p => p.First is not Outcome<Guid>.Done).Select(p => (p.Second.File.File, Reason(p.First))).ToList();
        return new Result(lines, done.Kept ? wanted.Count : 0, refused);
    }

    /// <summary>Whether a file is taken in: what is new, and what differs where a reason to correct it is given.</summary>
    public static bool IsWanted(Line line, StoreText? said) => line.Step is IntakeStep.NewText or IntakeStep.NewVersion || line.Step == IntakeStep.Differs && !string.IsNullOrWhiteSpace(said?.Correction);

    private static string DigestOf(ReadFile file, TextIdentity identity) =>
        file.Text is { } text ? StoredVersion.DigestOf(AknWriter.Write(text, new AknIdentity(identity.Work, identity.Date, identity.Issuer))) : "";

    private static Bilingual Reason(Outcome<Guid> outcome) => outcome switch
    {
        Outcome<Guid>.Broken broken => broken.Check.Statement,
        Outcome<Guid>.Invalid { Errors: [var first, ..] } => first.Message,
        Outcome<Guid>.Denied => new("没有录入权限。", "Not permitted to take texts in."),
        _ => new("未能录入。", "It could not be taken in."),
    };

    /// <summary>One file and what would become of it.</summary>
    internal sealed record Line(ReadFile File, TextIdentity? Identity, IntakeStep Step);

    /// <summary>What became of an intake.</summary>
    internal sealed record Result(IReadOnlyList<Line> Lines, int Taken, IReadOnlyList<(string File, Bilingual Reason)> Refused);
}
