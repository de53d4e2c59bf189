using Guiju.Kernel;
using Guiju.Law.Citing;
using Guiju.Law.Comparing;
using Guiju.Law.Contracts;
using Guiju.Law.Library;
using Guiju.Law.Making;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Law.Stored;

/// <summary>What the stored texts bring into the module: tables, questions, acts, addresses.</summary>
internal static class StoredModel
{
    public static void AddTo(IServiceCollection services)
    {
        services.AddOptions<LawOptions>().BindConfiguration(LawOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<Shelf>().AddScoped<Intake>().AddScoped<VersionWriter>();
        services.AddScoped<Impact>().AddScoped<CitationBook>().AddScoped<MakingBoard>().AddScoped<ProposedRepeals>();
        services.AddScoped<LibraryList>().AddScoped<ReadingText>().AddScoped<VersionPair>().AddScoped<AmendmentReview>();
        services.AddScoped<IDependants, SourceDependants>();
        services.AddScoped<ILibraryArticles, LibraryArticles>();
        services.AddAct<StoreText, Guid, StoreText.Handler>();
        services.AddAct<KeepText, Guid, KeepText.Handler>();
        services.AddAct<RecordChange, Guid, RecordChange.Handler>();
        services.AddAct<NoteAmendment, Guid, NoteAmendment.Handler>();
        services.AddAct<ApplyAmendment, Guid, ApplyAmendment.Handler>();
        services.AddAct<SetAsideAmendment, Guid, SetAsideAmendment.Handler>();
        services.AddAct<OpenCampaign, Guid, OpenCampaign.Handler>();
        services.AddAct<ConcludeText, Guid, ConcludeText.Handler>();
        services.AddAct<CloseCampaign, Guid, CloseCampaign.Handler>();
        services.AddAct<AnswerRecheck, Guid, AnswerRecheck.Handler>();
    }

    public static void Build(ModelBuilder model)
    {
        model.ApplyConfiguration(new StoredText.Mapping());
        model.ApplyConfiguration(new StoredVersion.Mapping());
        model.ApplyConfiguration(new StoredWording.Mapping());
        model.ApplyConfiguration(new StoredProvision.Mapping());
        model.ApplyConfiguration(new TextChange.Mapping());
        model.ApplyConfiguration(new StoredCitation.Mapping());
        model.ApplyConfiguration(new PendingAmendment.Mapping());
        model.ApplyConfiguration(new Campaign.Mapping());
        model.ApplyConfiguration(new CampaignItem.Mapping());
        model.ApplyConfiguration(new Recheck.Mapping());
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapAct<StoreText, Guid>("/library");
        api.MapAct<KeepText, Guid>("/library/{textId}/keep");
        api.MapAct<RecordChange, Guid>("/library/{textId}/changes");
        api.MapAct<NoteAmendment, Guid>("/library/{textId}/amendments");
        api.MapAct<ApplyAmendment, Guid>("/amendments/{id}/apply");
        api.MapAct<SetAsideAmendment, Guid>("/amendments/{id}/set-aside");
        api.MapAct<OpenCampaign, Guid>("/campaigns");
        api.MapAct<ConcludeText, Guid>("/campaign-items/{itemId}/conclude");
        api.MapAct<CloseCampaign, Guid>("/campaigns/{id}/close");
        api.MapAct<AnswerRecheck, Guid>("/rechecks/{id}/answer");
        LibraryAddresses.Map(api);
    }
}
