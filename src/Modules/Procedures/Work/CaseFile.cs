using Guiju.Bpmn;
using Guiju.Bpmn.Running;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.People;
using Guiju.Procedures.Cases;
using Guiju.Procedures.Definitions;
using Microsoft.EntityFrameworkCore;
using CaseState = Guiju.Bpmn.Running.CaseState;

namespace Guiju.Procedures.Work;

/// <summary>One case as those who have to do with it see it.</summary>
internal sealed class CaseFile(GuijuDb db, ActorHolder holder, CaseFlow flow, CaseReach reach, CasePapers papers)
{
    /// <summary>A task that the reader may take now.</summary>
    public sealed record Mine(Guid TaskId, string Step, bool May, bool Claimable, Func<string, bool> Allows);

    /// <summary>A step with what was answered.</summary>
    public sealed record Line(Bilingual Step, string Person, DateTime At, DateTime? Ended, Bilingual Result, string Opinion);

    /// <summary>A step that one may go back to.</summary>
    public sealed record Back(string Step, Bilingual Title);

    /// <summary>The case.</summary>
    public sealed record View(Case Matter, string Text, string? Picture, IReadOnlyList<Mine> Tasks, IReadOnlyList<Line> Lines, IReadOnlyList<Back> Backs, CaseMode Mode)
    {
        public bool IsStarter { get; init; }

        /// <summary>Whether the reader takes part, and does not merely read.</summary>
        public bool TakesPart { get; init; }

        public bool MayRetract { get; init; }

        public bool MayAdminister { get; init; }

        public IReadOnlyList<Back> Present { get; init; } = [];

        public IReadOnlyList<Back> Steps { get; init; } = [];

        /// <summary>Signers of the open steps whom one may take out, by staff number.</summary>
        public IReadOnlyList<(string Code, string Name)> Signers { get; init; } = [];

        /// <summary>Verbs that one of the open steps does not allow are left out.</summary>
        public Func<string, bool> Allows { get; init; } = _ => false;

        /// <summary>What lies in the case beside its steps.</summary>
        public required CasePapers.View Papers { get; init; }

        /// <summary>Document templates that the present steps ask for.</summary>
        public IReadOnlyList<string> Templates { get; init; } = [];
    }

    /// <summary>The latest case of a record; null where there is none within reach.</summary>
    public async Task<View?> AskAsync(Guid subjectId, CancellationToken ct)
    {
        var matter = await db.Set<Case>().AsNoTracking().Where(c => c.SubjectId == subjectId || c.Id == subjectId).OrderByDescending(c => c.OpenedAt).FirstOrDefaultAsync(ct);
        if (matter is null || !await reach.ReadsAsync(matter, ct))
        {
            return null;
        }

        var tasks = await db.Set<WorkTask>().AsNoTracking().Where(t => t.CaseId == matter.Id).OrderBy(t => t.OpenedAt).ThenBy(t => t.Id).ToListAsync(ct);
        var mine = (await db.Set<WorkTask>().For(holder.Current).Where(t => t.CaseId == matter.Id).Select(t => t.Id).ToListAsync(ct)).ToHashSet();
        var at = await flow.FindAsync(matter, ct);
        var state = at?.State ?? CaseState.Empty;
        var text = await db.Set<Matter>().Where(m => m.Id == matter.SubjectId).Select(m => m.Text).FirstOrDefaultAsync(ct) ?? "";
        var named = tasks.Select(t => t.PersonId).OfType<Guid>().Distinct().ToList();
        var names = await db.Set<Person>().Where(p => named.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        return new View(matter, text, at is null ? null : PictureOf(at, state),
            [.. tasks.Where(t => mine.Contains(t.Id)).Select(t => MineOf(at, state, t))],
            [.. tasks.Where(t => t.State != TaskState.Withdrawn).Select(t => LineOf(t, names, matter.StarterId))],
            at is null ? [] : [.. Engine.Taken(state).Select(n => BackOf(at.Model, n))], state.Mode)
        {
            IsStarter = matter.StarterId is { } starter && starter == holder.Current.PersonId,
            TakesPart = await reach.TakesPartAsync(matter, ct) || holder.Current.For(ProceduresPermissions.Administer).Covers(matter.UnitId),
            MayRetract = at is not null && state.Past.Any(p => p.By is not null && p.By == flow.Me) && Allows(at, state, Verbs.Retract),
            MayAdminister = holder.Current.For(ProceduresPermissions.Administer).Covers(matter.UnitId),
            Present = at is null ? [] : [.. state.Tokens.Where(t => t.Mode == TokenMode.Active).Select(t => BackOf(at.Model, t.Node))],
            Allows = verb => at is not null && Allows(at, state, verb),
            Signers = await SignersAsync(state, ct),
            Papers = await papers.OfAsync(matter, ct),
            Templates = at is null ? [] : [.. state.Tokens.Where(t => t.Mode == TokenMode.Active).SelectMany(t => at.Model.Node(t.Node)?.Settings.Documents ?? []).Distinct()],
            Steps = at is null || !Allows(at, state, Verbs.Jump) ? [] : [.. at.Model.Main.Nodes.Where(n => n.Kind == NodeKind.User).Select(n => BackOf(at.Model, n.Id))],
        };
    }

    /// <summary>The diagram of a record's latest case, for a page that has seen to the reader's reach; null where there is none.</summary>
    public async Task<string?> PictureAsync(Guid subjectId, CancellationToken ct)
    {
        var matter = await db.Set<Case>().AsNoTracking().Where(c => c.SubjectId == subjectId).OrderByDescending(c => c.OpenedAt).FirstOrDefaultAsync(ct);
        return matter is not null && await flow.FindAsync(matter, ct) is { } at ? PictureOf(at, at.State) : null;
    }

    private async Task<IReadOnlyList<(string Code, string Name)>> SignersAsync(CaseState state, CancellationToken ct)
    {
        var ids = state.Items.Where(i => i.Mode is ItemMode.Open or ItemMode.Queued).GroupBy(i => i.Token).Where(g => g.Count() > 1).SelectMany(g => g).Select(i => Guid.TryParse(i.Holder, out var id) ? id : (Guid?)null).OfType<Guid>().ToList();
        return ids.Count == 0 ? [] : (await db.Set<Person>().Where(p => ids.Contains(p.Id)).OrderBy(p => p.Name).Select(p => new { p.Code, p.Name }).ToListAsync(ct)).ConvertAll(p => (p.Code, p.Name));
    }

    private static string? PictureOf(Underway at, CaseState state) => Picture.Draw(at.Model,
        state.Tokens.Where(t => t.Mode == TokenMode.Active).Select(t => t.Node).ToHashSet(),
        state.Past.Where(p => Outcomes.WasTaken(p.Outcome)).Select(p => p.Node).ToHashSet(), at.Model.Main.Name, Language.IsEnglish);

    private static Mine MineOf(Underway? at, CaseState state, WorkTask task)
    {
        var settings = at?.Model.Node(task.Step)?.Settings;
        return new Mine(task.Id, Language.IsEnglish ? task.EnglishTitle : task.Title, at is not null && state.Mode == CaseMode.Running && settings?.Allows(Verbs.Complete) != false,
            state.Item(task.Item) is { } item && (item.Holder is null || Pool.Of(item.Holder) is not null), verb => at is not null && state.Mode == CaseMode.Running && settings?.Allows(verb) != false);
    }

    private static Line LineOf(WorkTask task, Dictionary<Guid, string> names, Guid? starter) => new(new(task.Title, task.EnglishTitle),
        task.EndedBy.Length > 0 ? task.EndedBy : task.PersonId is { } person ? names.GetValueOrDefault(person, "") : "", task.OpenedAt, task.EndedAt,
        task.State == TaskState.Open ? new("待办", "Waiting") : task.Result == Outcomes.Approved && task.BarredId is null && task.EndedById is not null && task.EndedById == starter ? new("提交", "Submitted") : ResultWords.Of(task.Result), task.Opinion);

    private static Back BackOf(BpmnModel model, string node) => model.Node(node) is { } known ? new(node, new(known.Name, known.Settings.English ?? known.Name)) : new(node, new(node, node));

    private static bool Allows(Underway at, CaseState state, string verb) => state.Mode == CaseMode.Running && state.Items.All(i => at.Model.Node(i.Node)?.Settings.Allows(verb) != false);
}
