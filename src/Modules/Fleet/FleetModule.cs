using System.CommandLine;
using Guiju.Clocks;
using Guiju.Fleet.Applications;
using Guiju.Fleet.Cases;
using Guiju.Fleet.Census;
using Guiju.Fleet.Costs;
using Guiju.Fleet.Dispatch;
using Guiju.Fleet.Disposals;
using Guiju.Fleet.Drivers;
using Guiju.Fleet.Exchange;
using Guiju.Fleet.Holidays;
using Guiju.Fleet.Indicators;
using Guiju.Fleet.Months;
using Guiju.Fleet.Numbers;
using Guiju.Fleet.Openness;
using Guiju.Fleet.Quotas;
using Guiju.Fleet.Reports;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Registers;
using Guiju.Kernel.Ledger;
using Guiju.Law;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Guiju.Fleet;

/// <summary>Official vehicles: register, quota, use, cost, renewal.</summary>
public sealed class FleetModule : IModule
{
    /// <inheritdoc/>
    public string Name => "fleet";

    /// <inheritdoc/>
    public IReadOnlyList<MenuItem> Menu { get; } =
    [
        new("/fleet/trips/new", new("申请用车", "Ask for a car"), FleetPermissions.Request, "car", 100),
        new("/fleet/my-trips", new("我的用车", "My trips"), FleetPermissions.Request, "list", 101),
        new("/fleet/drive", new("今日出车", "Today's drives"), FleetPermissions.Drive, "steering-wheel", 102),
        new("/fleet/dispatch", new("派车台", "Dispatch"), FleetPermissions.Dispatch, "route", 103),
        new("/fleet/trips", new("用车台账", "Trips"), FleetPermissions.Read, "clipboard-list", 104),
        new("/fleet/vehicles", new("车辆台账", "Vehicles"), FleetPermissions.Read, "cars", 105),
        new("/fleet/drivers", new("驾驶员台账", "Drivers"), FleetPermissions.Read, "id-badge", 106),
        new("/fleet/applications", new("配备更新", "Acquire and renew"), FleetPermissions.Read, "file-plus", 107),
        new("/fleet/quotas", new("车辆编制", "Quotas"), FleetPermissions.Read, "table", 108),
        new("/fleet/sealed", new("节假日封存", "Holiday sealing"), FleetPermissions.Read, "lock", 109),
        new("/fleet/payees", new("定点单位", "Contract payees"), FleetPermissions.Read, "receipt", 110),
        new("/fleet/months", new("单车核算", "Car accounts"), FleetPermissions.Read, "chart", 111),
        new("/fleet/indicators", new("用车指标", "Indicators"), FleetPermissions.Read, "gauge", 112),
        new("/fleet/overview", new("用车概览", "Overview"), FleetPermissions.Read, "chart", 118),
        new("/fleet/census", new("车辆普查", "Census"), FleetPermissions.Read, "clipboard-list", 119),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions => FleetPermissions.All;

    /// <inheritdoc/>
    public IReadOnlyList<RoleProposal> Roles => FleetPermissions.Roles;

    /// <inheritdoc/>
    public void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<FleetOptions>().Bind(configuration.GetSection(FleetOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(_ => WorkCalendar.Load(Path.Combine(LawFiles.Find(configuration), "calendar")));
        services.AddScoped<Bodies>().AddScoped<BodyChoices>().AddScoped<Numbering>();
        services.AddScoped<PassengerList>().AddScoped<TripQuestions>().AddScoped<TripPlanner>().AddScoped<TripFolder>().AddScoped<TripCases>().AddScoped<Bookings>();
        services.AddScoped<VehicleQuestions>().AddScoped<VehicleRegister>().AddScoped<LeavingCars>().AddScoped<DriverRegister>().AddScoped<DriverFile>().AddScoped<DriverPeople>();
        services.AddScoped<PayeeChoices>().AddScoped<OwnCars>().AddScoped<ApplicationList>().AddScoped<QuotaLedger>().AddScoped<QuotaList>().AddScoped<PayeeList>().AddScoped<SealedOn>().AddScoped<CarMonths>().AddScoped<MonthBoard>().AddScoped<OpenMonths>().AddSingleton<OfficeTime>().AddScoped<IndicatorBoard>();
        services.AddScoped<ApplicationQuestions>().AddScoped<ApplicationDesk>().AddScoped<ApplicationFile>();
        services.AddScoped<TripFile>().AddScoped<MyTrips>().AddScoped<DriverDay>().AddScoped<DispatchQueue>().AddScoped<DispatchBoard>().AddScoped<VehicleFile>();
        services.AddScoped<Guiju.Kernel.Demonstration.IDemonstration, Demonstration.FleetDemonstration>();
        services.AddScoped<Guiju.Kernel.Demonstration.IDemonstration>(s => new Demonstration.OpenTrips(
            s.GetRequiredService<Kernel.Data.GuijuDb>(), s.GetRequiredService<Desk>(), (s.GetRequiredService<Kernel.Identity.ActorSource>(), s.GetRequiredService<Kernel.Identity.ActorHolder>()),
            s.GetRequiredService<Clocks.WorkCalendar>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(new ActTitle("fleet.PlantFleet", new("建立演示车辆台账", "Plant the demonstration fleet")));
        services.AddSingleton(new ActTitle(TripActs.TakenOver, new("转入旧台账的用车", "Take over a trip from the old record")));
        services.AddScoped<Guiju.Decisions.Contracts.IPopulation, Populations.VehiclePopulation>().AddScoped<Guiju.Decisions.Contracts.IPopulation, Populations.QuotaPopulation>().AddScoped<Guiju.Decisions.Contracts.IPopulation, Populations.TripPopulation>();
        services.AddRegister<VehicleList>().AddRegister<DriverList>().AddRegister<TripList>();
        AddActs(services);
        AddReports(services);
    }

    /// <inheritdoc/>
    public void BuildModel(ModelBuilder model)
    {
        model.ApplyConfiguration(new Vehicle.Mapping());
        model.ApplyConfiguration(new Driver.Mapping());
        model.ApplyConfiguration(new Quota.Mapping());
        model.ApplyConfiguration(new Trip.Mapping());
        model.ApplyConfiguration(new TripCost.Mapping());
        model.ApplyConfiguration(new Payee.Mapping());
        model.ApplyConfiguration(new HolidayDuty.Mapping());
        model.ApplyConfiguration(new FleetApplication.Mapping());
        model.ApplyConfiguration(new MonthClosing.Mapping());
        model.ApplyConfiguration(new Counter.Mapping());
        model.ApplyConfiguration(new CensusRound.Mapping());
        model.ApplyConfiguration(new CensusReturn.Mapping());
        model.ApplyConfiguration(new SpendingPublication.Mapping());
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder api) => FleetEndpoints.Map(api);

    /// <inheritdoc/>
    public IEnumerable<Command> Commands(CommandHost host) => [Terminal.FleetCommand.Build(host)];

    private static void AddActs(IServiceCollection services)
    {
        services.AddAct<RequestTrip, Guid, RequestTrip.Handler, RequestTrip.Facts>();
        services.AddAct<ResubmitTrip, Guid, ResubmitTrip.Handler, ResubmitTrip.Facts>();
        services.AddAct<WithdrawTrip, Guid, WithdrawTrip.Handler>();
        services.AddAct<ApproveTrip, Guid, ApproveTrip.Handler, ApproveTrip.Facts>();
        services.AddAct<SendBackTrip, Guid, SendBackTrip.Handler>();
        services.AddAct<CancelTrip, Guid, CancelTrip.Handler>();
        services.AddAct<DispatchTrip, Guid, DispatchTrip.Handler, DispatchTrip.Facts>();
        services.AddAct<RedispatchTrip, Guid, RedispatchTrip.Handler, RedispatchTrip.Facts>();
        services.AddAct<DepartTrip, Guid, DepartTrip.Handler, DepartTrip.Facts>();
        services.AddAct<ReturnTrip, Guid, ReturnTrip.Handler, ReturnTrip.Facts>();
        services.AddAct<SettleTrip, Guid, SettleTrip.Handler, SettleTrip.Facts>();
        services.AddAct<AddTripCost, Guid, AddTripCost.Handler>();
        services.AddAct<AddPayee, Guid, AddPayee.Handler>();
        services.AddAct<CloseMonth, Guid, CloseMonth.Handler>();
        services.AddAct<RegisterVehicle, Guid, RegisterVehicle.Handler, RegisterVehicle.Facts>();
        services.AddAct<ChangeVehicle, Guid, ChangeVehicle.Handler, ChangeVehicle.Facts>();
        services.AddAct<RegisterDriver, Guid, RegisterDriver.Handler>();
        services.AddAct<ChangeDriver, Guid, ChangeDriver.Handler>();
        services.AddAct<SetQuota, Guid, SetQuota.Handler>();
        services.AddAct<SealVehicles, int, SealVehicles.Handler>();
        services.AddAct<AcquireVehicle, Guid, AcquireVehicle.Handler, AcquireVehicle.Facts>();
        services.AddScoped<ProposeDisposal.Cars>();
        services.AddAct<ProposeDisposal, Guid, ProposeDisposal.Handler, ProposeDisposal.Facts>();
        services.AddAct<RenewVehicle, Guid, RenewVehicle.Handler, RenewVehicle.Facts>();
        services.AddAct<DecideApplication, Guid, DecideApplication.Handler>();
        services.AddAct<WithdrawApplication, Guid, WithdrawApplication.Handler>();
    }

    // What leaves the module: census, overview, yearly report, open data, exchange.
    private static void AddReports(IServiceCollection services)
    {
        services.AddScoped<ExchangeBook>().AddScoped<YearStatistics>().AddScoped<OverviewAlerts>().AddScoped<SpendingSum>().AddScoped<OpenSpending>();
        services.AddAct<PublishSpending, Guid, PublishSpending.Handler>("/publications");
        services.AddScoped<CensusRecord>().AddScoped<CensusBoard>().AddScoped<CensusTasks>();
        services.AddAct<OpenCensus, Guid, OpenCensus.Handler>("/census");
        services.AddAct<AnswerCensus, Guid, AnswerCensus.Handler>("/census/{roundId}/units/{unitId}");
        services.AddAct<RemindCensus, int, RemindCensus.Handler>("/census/{roundId}/remind");
        services.AddAct<CloseCensus, Guid, CloseCensus.Handler, CloseCensus.Facts>("/census/{roundId}/close");
    }
}
