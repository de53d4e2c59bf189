using Guiju.Clocks;
using Guiju.Kernel;
using Guiju.Kernel.Registers;
using Guiju.Law;
using Guiju.Procedures.Clocks;
using Guiju.Procedures.Letters;
using Guiju.Procedures.Messages;
using Guiju.Procedures.Numbers;
using Guiju.Procedures.Papers;
using Guiju.Procedures.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Guiju.Procedures;

/// <summary>Registers what an office has beside its cases: clocks, messages, official documents and their numbers.</summary>
internal static class OfficeRegistration
{
    public static IServiceCollection AddClocks(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(_ => WorkCalendar.Load(Path.Combine(LawFiles.Find(configuration), "calendar")));
        services.AddSingleton(s => ClockBook.Parse(LawFiles.Read(LawFiles.Find(configuration)), s.GetRequiredService<WorkCalendar>()));
        services.AddSingleton<Reminding>().AddScoped<ClockDesk>().AddScoped<ClockFile>().AddRegister<ClockList>();
        return services.AddAct<StartClock, Guid, StartClock.Handler>()
            .AddAct<SuspendClock, Guid, SuspendClock.Handler>()
            .AddAct<ResumeClock, Guid, ResumeClock.Handler>()
            .AddAct<ExtendClock, Guid, ExtendClock.Handler>()
            .AddAct<StopClock, Guid, StopClock.Handler>()
            .AddAct<RemindClock, Guid, RemindClock.Handler>()
            .AddAct<RecomputeClock, Guid, RecomputeClock.Handler>();
    }

    public static IServiceCollection AddMessages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MessageSettings>().Bind(configuration.GetSection(MessageSettings.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpClient(Posting.Client, client => client.Timeout = TimeSpan.FromSeconds(20));
        services.AddScoped<Guiju.Decisions.Contracts.IRuleNews, RuleNewsBoard>();
        services.AddSingleton<Posting>().AddScoped<MessageDesk>().AddScoped<CalendarFeed>().AddScoped<OwnSubscription>().AddHostedService<MessageJob>();
        return services.AddAct<ReadMessages, int, ReadMessages.Handler>()
            .AddAct<ChooseMail, Guid, ChooseMail.Handler>()
            .AddAct<OpenCalendar, string, OpenCalendar.Handler>()
            .AddAct<CloseCalendar, Guid, CloseCalendar.Handler>();
    }

    public static IServiceCollection AddLetters(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => LetterTemplates.Parse(LawFiles.Read(LawFiles.Find(configuration))));
        services.AddScoped<LetterFile>().AddScoped<NumberBook>().AddRegister<LetterList>().AddRegister<NumberList>();
        services.AddScoped<Kernel.Demonstration.IDemonstration, Demonstration.OfficeDemonstration>();
        services.AddSingleton(new Kernel.Ledger.ActTitle("procedures.PlantOffice", new("建立演示公文和期限", "Plant demonstration documents and clocks")));
        return services.AddAct<DraftLetter, Guid, DraftLetter.Handler>()
            .AddAct<ChangeLetter, Guid, ChangeLetter.Handler>()
            .AddAct<IssueLetter, Guid, IssueLetter.Handler>()
            .AddAct<VoidLetter, Guid, VoidLetter.Handler>()
            .AddAct<OpenSeries, Guid, OpenSeries.Handler>()
            .AddAct<ReserveNumber, Guid, ReserveNumber.Handler>()
            .AddAct<VoidNumber, Guid, VoidNumber.Handler>();
    }

    public static IServiceCollection AddRunning(this IServiceCollection services)
    {
        services.AddScoped<Surroundings>().AddScoped<StepClocks>().AddScoped<CaseTimers>().AddScoped<StepFacts>().AddScoped<LawPoints>().AddSingleton<PointListings>().AddSingleton<DueTimers>().AddHostedService<TimerJob>();
        services.AddScoped<EventStarts>().AddScoped<DueStarts>();
        return services.AddAct<FireTimer, Guid, FireTimer.Handler>()
            .AddAct<StartByTimer, Guid, StartByTimer.Handler>()
            .AddAct<StartByMessage, Guid, StartByMessage.Handler>()
            .AddAct<ReceiveMessage, Guid, ReceiveMessage.Handler>()
            .AddAct<ReportStepDone, Guid, ReportStepDone.Handler>();
    }

    public static void Build(ModelBuilder model)
    {
        model.ApplyConfiguration(new CaseTimer.Mapping());
        model.ApplyConfiguration(new Attachment.Mapping());
        model.ApplyConfiguration(new AttachmentContent.Mapping());
        model.ApplyConfiguration(new CaseRelation.Mapping());
        model.ApplyConfiguration(new Consultation.Mapping());
        model.ApplyConfiguration(new RunningClock.Mapping());
        model.ApplyConfiguration(new ClockPause.Mapping());
        model.ApplyConfiguration(new ClockReminder.Mapping());
        model.ApplyConfiguration(new Message.Mapping());
        model.ApplyConfiguration(new Delivery.Mapping());
        model.ApplyConfiguration(new Subscription.Mapping());
        model.ApplyConfiguration(new NumberSeries.Mapping());
        model.ApplyConfiguration(new IssuedNumber.Mapping());
        model.ApplyConfiguration(new NumberCount.Mapping());
        model.ApplyConfiguration(new Letter.Mapping());
    }
}
