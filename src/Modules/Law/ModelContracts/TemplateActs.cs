using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Law.ModelContracts;

/// <summary>A unit says what contract it needs a model for.</summary>
[Needs(LawModule.DrawContracts), Display(Name = "提出合同需求")]
public sealed record StateNeed : IAct<Guid>
{
    /// <summary>Kind of contract.</summary>
    [Display(Name = "合同类型"), Required, StringLength(100, MinimumLength = 2)] public string Kind { get; init; } = "";

    /// <summary>What it should settle.</summary>
    [Display(Name = "用途和要解决的问题"), Required, StringLength(1000, MinimumLength = 4)] public string Wish { get; init; } = "";

    internal sealed class Handler(GuijuDb db, Journal journal, ActorHolder asker, TimeProvider clock) : IHandler<StateNeed, Guid>
    {
        public Task<Guid> HandleAsync(StateNeed act, CancellationToken ct)
        {
            ct.ThrowIfCancellationRequested();
            var unit = asker.Current.UnitId ?? throw new NotWithinReachException("unit");
            var need = new ContractNeed { Id = Guid.CreateVersion7(), UnitId = unit, Kind = act.Kind.Trim(), Wish = act.Wish.Trim(), On = clock.Today() };
            db.Add(need);
            journal.Concerns(LawKinds.ContractNeed, need.Id, unit);
            return Task.FromResult(need.Id);
        }
    }
}

/// <summary>A template, or a new version of one, is drafted.</summary>
[Needs(LawModule.KeepTemplates), Display(Name = "起草合同范本")]
public sealed record DraftTemplate : IAct<Guid>
{
    /// <summary>The template that gets a new version; null for a new one.</summary>
    public Guid? TemplateId { get; init; }

    /// <summary>The template as written down.</summary>
    [Display(Name = "范本内容"), Required, StringLength(200_000, MinimumLength = 10)] public string Source { get; init; } = "";

    /// <summary>The need that it answers.</summary>
    [Display(Name = "对应的需求")] public Guid? NeedId { get; init; }

    /// <summary>Why it was made where nobody asked for it.</summary>
    [Display(Name = "主动制定的理由"), StringLength(300)] public string? Initiative { get; init; }

    internal sealed class Handler(GuijuDb db, Journal journal, ActorHolder asker) : IHandler<DraftTemplate, Guid>
    {
        public async Task<Guid> HandleAsync(DraftTemplate act, CancellationToken ct)
        {
            var model = ReadOrRefuse(act.Source);
            var template = act.TemplateId is { } id ? await db.Set<ContractTemplate>().SingleOrDefaultAsync(t => t.Id == id, ct) ?? throw new NotWithinReachException("template") : await OpenAsync(act, model, ct);
            Check.That(template.Code == model.Code, TemplateChecks.KeepsCode, nameof(act.Source));
            var last = await db.Set<TemplateVersion>().Where(v => v.TemplateId == template.Id).MaxAsync(v => (int?)v.Number, ct) ?? 0;
            db.Add(new TemplateVersion { Id = Guid.CreateVersion7(), TemplateId = template.Id, Number = last + 1, Source = act.Source });
            (template.Title, template.EnglishTitle, template.Kind) = (model.Title.Zh, model.Title.En, model.Kind.Zh);
            template.Revision++;
            journal.Concerns(LawKinds.Template, template.Id, asker.Current.UnitId);
            return template.Id;
        }

        private async Task<ContractTemplate> OpenAsync(DraftTemplate act, TemplateModel model, CancellationToken ct)
        {
            Check.That(act.NeedId is not null || !string.IsNullOrWhiteSpace(act.Initiative), TemplateChecks.AnswersNeedOrInitiative, nameof(act.Initiative));
            var template = new ContractTemplate { Id = Guid.CreateVersion7(), Code = model.Code, Initiative = act.Initiative?.Trim() ?? "" };
            db.Add(template);
            if (act.NeedId is { } needId)
            {
                var need = await db.Set<ContractNeed>().SingleOrDefaultAsync(n => n.Id == needId, ct) ?? throw new NotWithinReachException("need");
                need.TemplateId = template.Id;
                need.Revision++;
                journal.Concerns(LawKinds.ContractNeed, need.Id, need.UnitId);
            }

            return template;
        }

        private static TemplateModel ReadOrRefuse(string source)
        {
            try
            {
                return TemplateModel.Read(source);
            }
            catch (LawFormatException wrong)
            {
                throw new BrokenCheckException(new SystemCheck(TemplateChecks.CanBeRead.Code, new($"{TemplateChecks.CanBeRead.Statement.Zh}（{wrong.Message}）", $"{TemplateChecks.CanBeRead.Statement.En} ({wrong.Message})")), nameof(DraftTemplate.Source));
            }
        }
    }
}

/// <summary>A drafted version is published; the one published before gives way.</summary>
[Needs(LawModule.KeepTemplates), Display(Name = "发布合同范本")]
public sealed record PublishTemplate : IAct<Guid>
{
    /// <summary>The version.</summary>
    [Required] public Guid? Id { get; init; }

    internal sealed class Handler(GuijuDb db, Journal journal, ActorHolder asker, TimeProvider clock) : IHandler<PublishTemplate, Guid>
    {
        public async Task<Guid> HandleAsync(PublishTemplate act, CancellationToken ct)
        {
            var version = await db.Set<TemplateVersion>().SingleOrDefaultAsync(v => v.Id == act.Id, ct) ?? throw new NotWithinReachException("version");
            var template = await db.Set<ContractTemplate>().SingleAsync(t => t.Id == version.TemplateId, ct);
            version.Publish(clock.Today(), TemplateModel.Read(version.Source).MissingTerms());
            foreach (var before in await db.Set<TemplateVersion>().Where(v => v.TemplateId == template.Id && v.State == VersionState.Published && v.Id != version.Id).ToListAsync(ct))
            {
                before.Withdraw($"由第 {version.Number} 版代替");
                before.Revision++;
            }

            template.PublishedId = version.Id;
            template.Revision++;
            version.Revision++;
            journal.Concerns(LawKinds.Template, template.Id, asker.Current.UnitId);
            return template.Id;
        }
    }
}

/// <summary>A published version is withdrawn.</summary>
[Needs(LawModule.KeepTemplates), Display(Name = "撤回合同范本")]
public sealed record WithdrawTemplate : IAct<Guid>
{
    /// <summary>The version.</summary>
    [Required] public Guid? Id { get; init; }

    /// <summary>Why.</summary>
    [Display(Name = "撤回理由"), Required, StringLength(300, MinimumLength = 2)] public string Reason { get; init; } = "";

    internal sealed class Handler(GuijuDb db, Journal journal, ActorHolder asker) : IHandler<WithdrawTemplate, Guid>
    {
        public async Task<Guid> HandleAsync(WithdrawTemplate act, CancellationToken ct)
        {
            var version = await db.Set<TemplateVersion>().SingleOrDefaultAsync(v => v.Id == act.Id, ct) ?? throw new NotWithinReachException("version");
            var template = await db.Set<ContractTemplate>().SingleAsync(t => t.Id == version.TemplateId, ct);
            version.Withdraw(act.Reason);
            version.Revision++;
            template.PublishedId = null;
            template.Revision++;
            journal.Concerns(LawKinds.Template, template.Id, asker.Current.UnitId);
            return template.Id;
        }
    }
}

/// <summary>A contract is drawn from a published version; refused while a mandatory blank is empty.</summary>
[Needs(LawModule.DrawContracts), Display(Name = "用范本起草合同")]
public sealed record DrawContract : IAct<Guid>
{
    /// <summary>The version.</summary>
    [Required] public Guid? Id { get; init; }

    /// <summary>Name of the contract.</summary>
    [Display(Name = "合同名称"), Required, StringLength(200, MinimumLength = 2)] public string Title { get; init; } = "";

    /// <summary>Answers by blank; alternatives of clauses by <c>clause:ID</c>.</summary>
    [Display(Name = "填写内容")] public Dictionary<string, string> Answers { get; init; } = [];

    internal sealed class Handler(GuijuDb db, Journal journal, ActorHolder asker, TimeProvider clock) : IHandler<DrawContract, Guid>
    {
        public async Task<Guid> HandleAsync(DrawContract act, CancellationToken ct)
        {
            var version = await db.Set<TemplateVersion>().AsNoTracking().SingleOrDefaultAsync(v => v.Id == act.Id, ct) ?? throw new NotWithinReachException("version");
            Check.That(version.State == VersionState.Published, TemplateChecks.IsPublished);
            var unit = asker.Current.UnitId ?? throw new NotWithinReachException("unit");
            var model = TemplateModel.Read(version.Source);
            Check.That(act.Answers.Keys.All(k => model.Blanks.Any(b => b.Name == k) || model.Clauses.Any(c => "clause:" + c.Id == k)), TemplateChecks.Known, nameof(act.Answers));
            var wrong = model.Wrong(act.Answers);
            Check.That(wrong.Count == 0, TemplateChecks.BlanksFilled(wrong), wrong.Count > 0 ? $"Answers[{wrong[0].Blank.Name}]" : null);
            var template = await db.Set<ContractTemplate>().SingleAsync(t => t.Id == version.TemplateId, ct);
            template.Drawn++;
            template.Revision++;
            var drawn = new DrawnContract { Id = Guid.CreateVersion7(), TemplateId = template.Id, VersionId = version.Id, UnitId = unit, Title = act.Title.Trim(), Answers = JsonSerializer.Serialize(act.Answers, Json.Options), On = clock.Today() };
            db.Add(drawn);
            journal.Concerns(LawKinds.DrawnContract, drawn.Id, unit);
            journal.Concerns(LawKinds.Template, template.Id);
            return drawn.Id;
        }
    }
}
