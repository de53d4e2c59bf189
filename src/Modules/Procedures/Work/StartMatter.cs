using System.ComponentModel.DataAnnotations;
using Guiju.Bpmn.Running;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Procedures.Contracts;

namespace Guiju.Procedures.Work;

/// <summary>发起请示事项: a person asks for instructions in a matter of the own unit; others sign before the leader does.</summary>
[Needs(ProceduresPermissions.Work), Display(Name = "发起请示事项")]
public sealed record StartMatter : IAct<Guid>
{
    /// <summary>Subject.</summary>
    [Required, StringLength(100, MinimumLength = 2), Display(Name = "标题")] public string Title { get; init; } = "";

    /// <summary>What is asked.</summary>
    [Required, StringLength(4000, MinimumLength = 2), Display(Name = "请示内容")] public string Text { get; init; } = "";

    /// <summary>Staff numbers of those who sign, with blanks or commas between.</summary>
    [Required, StringLength(400, MinimumLength = 1), Display(Name = "会签人工号")] public string Signers { get; init; } = "";

    internal sealed class Handler(GuijuDb db, ActorHolder holder, WorkDesk desk, Casework casework, Journal journal, TimeProvider clock) : IHandler<StartMatter, Guid>
    {
        private const int MostSigners = 30;

        public async Task<Guid> HandleAsync(StartMatter act, CancellationToken ct)
        {
            var codes = act.Signers.Split([' ', ',', '，', '、', ';', '；'], StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostSigners).ToList();
            var signers = new List<object?>();
            foreach (var code in codes)
            {
                signers.Add((await desk.PersonAsync(code, nameof(Signers), ct)).ToString());
            }

            var unit = holder.Current.UnitId ?? throw new NotWithinReachException("unit");
            var matter = new Matter { Id = Guid.CreateVersion7(), UnitId = unit, Title = act.Title.Trim(), Text = act.Text.Trim() };
            db.Add(matter);
            journal.Concerns(Matter.Kind, matter.Id, unit);
            var on = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
            await casework.OpenAsync(new CaseOpening(Matter.Kind, new Bilingual(matter.Title, matter.Title), Matter.Kind, matter.Id, unit, $"/cases/{matter.Id}", on) { Variables = new Dictionary<string, object?> { ["signers"] = signers } }, ct);
            await casework.AnswerAsync(matter.Id, "draft", Outcomes.Approved, null, ct);
            return matter.Id;
        }
    }
}
