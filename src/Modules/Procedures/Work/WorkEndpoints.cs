using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Procedures.Cases;
using Guiju.Procedures.Definitions;
using Guiju.Procedures.Papers;
using Guiju.Procedures.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Procedures.Work;

/// <summary>The verbs under <c>/api/procedures</c>, and their registration.</summary>
internal static class WorkEndpoints
{
    public static void AddWork(this IServiceCollection services)
    {
        services.AddScoped<WorkDesk>().AddScoped<CaseFile>().AddScoped<CaseReach>().AddScoped<CasePapers>();
        services.AddAct<StartMatter, Guid, StartMatter.Handler>();
        services.AddAct<AnswerTask, Guid, AnswerTask.Handler, AnswerTask.Facts>();
        services.AddAct<RejectTask, Guid, RejectTask.Handler>();
        services.AddAct<SendTaskBack, Guid, SendTaskBack.Handler>();
        services.AddAct<PassTask, Guid, PassTask.Handler>();
        services.AddAct<RemoveTask, Guid, RemoveTask.Handler>();
        services.AddAct<ClaimTask, Guid, ClaimTask.Handler>();
        services.AddAct<GiveTaskBack, Guid, GiveTaskBack.Handler>();
        services.AddAct<RetractAnswer, Guid, RetractAnswer.Handler>();
        services.AddAct<TerminateCase, Guid, TerminateCase.Handler>();
        services.AddAct<HoldCase, Guid, HoldCase.Handler>();
        services.AddAct<JumpCase, Guid, JumpCase.Handler>();
        services.AddAct<RemindCase, Guid, RemindCase.Handler>();
        services.AddAct<CopyCase, Guid, CopyCase.Handler>();
        services.AddAct<AttachFile, Guid, AttachFile.Handler>();
        services.AddAct<RemoveAttachment, Guid, RemoveAttachment.Handler>();
        services.AddAct<RelateCases, Guid, RelateCases.Handler>();
        services.AddAct<ConsultPerson, Guid, ConsultPerson.Handler>();
        services.AddAct<AnswerConsultation, Guid, AnswerConsultation.Handler>();
        services.AddScoped<OwnDeputies>();
        services.AddAct<DropDeputy, Guid, DropDeputy.Handler>();
        services.AddAct<NameDeputy, Guid, NameDeputy.Handler>();
        services.AddAct<DrawProcedure, Guid, DrawProcedure.Handler>();
        services.AddAct<PublishProcedure, Guid, PublishProcedure.Handler>();
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        Verb<StartMatter>(api, "/matters", "发起请示事项: starts a matter");
        Verb<AnswerTask>(api, "/tasks/{taskId}/answer", "同意、会签、投票: answers a step");
        Verb<RejectTask>(api, "/tasks/{taskId}/reject", "驳回: refuses");
        Verb<SendTaskBack>(api, "/tasks/{taskId}/send-back", "退回: sends a step back");
        Verb<PassTask>(api, "/tasks/{taskId}/pass", "转办、委托、加签: passes a task on or asks somebody more");
        Verb<ClaimTask>(api, "/tasks/{taskId}/claim", "认领: takes what several could take");
        Verb<GiveTaskBack>(api, "/tasks/{taskId}/give-back", "归还: puts back what was claimed");
        Verb<RemoveTask>(api, "/cases/{caseId}/remove-signer", "减签: takes a signer out");
        Verb<RetractAnswer>(api, "/cases/{caseId}/retract", "撤回: takes the own last answer back");
        Verb<TerminateCase>(api, "/cases/{caseId}/terminate", "终止: ends a matter");
        Verb<HoldCase>(api, "/cases/{caseId}/hold", "挂起、恢复: holds a case or lets it go on");
        Verb<JumpCase>(api, "/cases/{caseId}/jump", "跳转: moves a case to another step");
        Verb<RemindCase>(api, "/cases/{caseId}/remind", "催办: reminds whoever has the open steps");
        Verb<CopyCase>(api, "/cases/{caseId}/copy", "抄送: sends a person a copy");
        Verb<FireTimer>(api, "/cases/{caseId}/timers", "到时推进: a time that a case waits for has come");
        Verb<ReceiveMessage>(api, "/cases/{caseId}/messages", "收到消息: a message that a case waits for has arrived");
        Verb<StartByTimer>(api, "/starts/time", "到时发起: the time has come at which a procedure starts");
        Verb<StartByMessage>(api, "/starts/message", "收到消息发起: a message has arrived that procedures start upon");
        Verb<ReportStepDone>(api, "/cases/{caseId}/services", "系统环节办结: what a service step asked for is done");
        Verb<AttachFile>(api, "/cases/{caseId}/attachments", "添加附件: adds a file to a case");
        Verb<RemoveAttachment>(api, "/attachments/{attachmentId}/remove", "移除附件: takes an own file out again");
        Verb<RelateCases>(api, "/cases/{caseId}/related", "关联办件: relates two cases");
        Verb<ConsultPerson>(api, "/cases/{caseId}/consultations", "沟通: asks somebody a question");
        Verb<AnswerConsultation>(api, "/consultations/{consultationId}/answer", "答复沟通: answers a question");
        api.MapGet("/attachments/{id:guid}", FileAsync).WithSummary("A file of a case").WithTags("procedures");
        Verb<DropDeputy>(api, "/deputies/{deputyId}/drop", "取消代理: ends an own naming");
        Verb<NameDeputy>(api, "/deputies", "代理: names a deputy between two days");
        Verb<DrawProcedure>(api, "/versions", "起草流程: keeps a version as a draft");
        Verb<PublishProcedure>(api, "/versions/{versionId}/publish", "发布流程: a second person publishes a version");
    }

    private static async Task<IResult> FileAsync(Guid id, GuijuDb db, CaseReach reach, CancellationToken ct)
    {
        var file = await db.Set<Attachment>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, ct);
        var matter = file is null ? null : await db.Set<Case>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == file.CaseId, ct);
        return file is not null && matter is not null && await reach.ReadsAsync(matter, ct)
            ? Results.File(await db.Set<AttachmentContent>().Where(c => c.Id == id).Select(c => c.Bytes).FirstAsync(ct), file.MediaType, file.Name)
            : OutcomeHttp.Missing();
    }

    private static void Verb<TAct>(IEndpointRouteBuilder api, string address, string summary)
        where TAct : class, IAct<Guid> => api.MapAct<TAct, Guid>(address).WithSummary(summary).WithTags("procedures");
}
