using System.CommandLine;
using Guiju.Clocks;
using Guiju.Fleet.Alarms;
using Guiju.Fleet.Applications;
using Guiju.Fleet.Cases;
using Guiju.Fleet.Census;
using Guiju.Fleet.Costs;
using Guiju.Fleet.Dispatch;
using Guiju.Fleet.Disposals;
using Guiju.Fleet.Drivers;
using Guiju.Fleet.Geofences;
using Guiju.Fleet.Exchange;
using Guiju.Fleet.Holidays;
using Guiju.Fleet.Indicators;
using Guiju.Fleet.Months;
using Guiju.Fleet.Numbers;
using Guiju.Fleet.Openness;
using Guiju.Fleet.Quotas;
using Guiju.Fleet.Terminals;
using Guiju.Fleet.Reports;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Truth;
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
        new("/fleet/dispatch", new("派车台", "Dispatch"), FleetPermissions.Dispatch, "route", 110),
        new("/fleet/dispatch/board", new("派车看板", "Dispatch board"), FleetPermissions.Dispatch, "table", 111),
        new("/fleet/dispatch/plan", new("当日排班", "Day plan"), FleetPermissions.Dispatch, "calendar", 112),
        new("/fleet/rosters", new("驾驶员排班", "Rosters"), FleetPermissions.Dispatch, "id-badge", 113),
        new("/fleet/trips", new("用车台账", "Trips"), FleetPermissions.Read, "clipboard-list", 114),
        new("/fleet/rentals", new("租车台账", "Rentals"), FleetPermissions.Read, "clipboard-list", 115),
        new("/fleet/vehicles", new("车辆台账", "Vehicles"), FleetPermissions.Read, "cars", 120),
        new("/fleet/drivers", new("驾驶员台账", "Drivers"), FleetPermissions.Read, "id-badge", 121),
        new("/fleet/applications", new("配备更新", "Acquire and renew"), FleetPermissions.Read, "file-plus", 122),
        new("/fleet/quotas", new("车辆编制", "Quotas"), FleetPermissions.Read, "table", 123),
        new("/fleet/disposals", new("车辆处置", "Disposals"), FleetPermissions.Read, "history", 124),
        new("/fleet/sealed", new("节假日封存", "Holiday sealing"), FleetPermissions.Read, "lock", 125),
        new("/fleet/terminals", new("车载终端", "Terminals"), FleetPermissions.Read, "device", 126),
        new("/fleet/repairs", new("维修台账", "Repairs"), FleetPermissions.Read, "clipboard-list", 140),
        new("/fleet/statements", new("卡费对账", "Card statements"), FleetPermissions.Read, "receipt", 141),
        new("/fleet/months", new("单车核算", "Car accounts"), FleetPermissions.Read, "chart", 142),
        new("/fleet/notices", new("费用公示", "Shown accounts"), FleetPermissions.Request, "clipboard-list", 143),
        new("/fleet/payees", new("定点单位", "Contract payees"), FleetPermissions.Read, "receipt", 144),
        new("/fleet/overview", new("用车概览", "Overview"), FleetPermissions.Read, "chart", 160),
        new("/fleet/indicators", new("用车指标", "Indicators"), FleetPermissions.Read, "gauge", 161),
        new("/fleet/map", new("车辆地图", "Map"), FleetPermissions.Read, "map", 162),
        new("/fleet/alarms", new("用车报警", "Alarms"), FleetPermissions.Read, "alert", 163),
        new("/fleet/geofences", new("电子围栏", "Geofences"), FleetPermissions.Read, "polygon", 164),
        new("/fleet/complaints", new("12345 诉求", "12345 complaints"), FleetPermissions.Read, "alert", 165),
        new("/fleet/census", new("车辆普查", "Census"), FleetPermissions.Read, "clipboard-list", 166),
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
        services.AddScoped<VehicleQuestions>().AddScoped<VehicleRegister>().AddScoped<LeavingCars>().AddScoped<ApprovedApplications>().AddScoped<DriverRegister>().AddScoped<DriverFile>().AddScoped<DriverPeople>();
        services.AddScoped<PassengerList>().AddScoped<TripQuestions>().AddScoped<TripPlanner>().AddScoped<TripFolder>().AddScoped<TripCases>().AddScoped<Bookings>().AddScoped<RideShare>();
        services.AddScoped<PayeeChoices>().AddScoped<OwnCars>().AddScoped<ApplicationList>().AddScoped<QuotaLedger>().AddScoped<QuotaList>().AddScoped<PayeeList>().AddScoped<SealedOn>().AddScoped<CarMonths>().AddScoped<MonthBoard>().AddScoped<OpenMonths>().AddSingleton<OfficeTime>().AddScoped<IndicatorBoard>();
        services.AddScoped<ApplicationQuestions>().AddScoped<ApplicationDesk>().AddScoped<ApplicationFile>();
        services.AddScoped<SelfDriving>().AddScoped<Confirmations>().AddScoped<TripFile>().AddScoped<MyTrips>().AddScoped<DriverDay>().AddScoped<DispatchQueue>().AddScoped<DispatchBoard>().AddScoped<VehicleFile>();
        services.AddSingleton<Planning.PlanFigures>().AddScoped<Planning.PlanDays>().AddScoped<Planning.DayReader>().AddScoped<Planning.DayCases>().AddScoped<Planning.DayPlanBoard>().AddScoped<Planning.PlanAcceptance>().AddScoped<Planning.YearSaving>().AddScoped<Board.CarBoard>().AddScoped<Dispatch.WaitingOffer>();
        services.AddScoped<Series.SeriesFolder>().AddScoped<Series.SeriesBoard>().AddSingleton<Series.SeriesMaker>().AddHostedService<Series.SeriesJob>().AddScoped<Rosters.RosterBoard>();
        services.AddScoped<Guiju.Kernel.Demonstration.IDemonstration, Demonstration.FleetDemonstration>();
        services.AddScoped<Guiju.Kernel.Demonstration.IDemonstration>(s => new Demonstration.OpenTrips(
            s.GetRequiredService<Kernel.Data.GuijuDb>(), s.GetRequiredService<Desk>(), (s.GetRequiredService<Kernel.Identity.ActorSource>(), s.GetRequiredService<Kernel.Identity.ActorHolder>()),
            s.GetRequiredService<Clocks.WorkCalendar>(), s.GetRequiredService<TimeProvider>()));
        services.AddScoped<Guiju.Kernel.Demonstration.IDemonstration>(s => new Demonstration.PlantedAlarms(s.GetRequiredService<Kernel.Data.GuijuDb>(), s.GetRequiredService<Desk>(), (s.GetRequiredService<Kernel.Identity.ActorSource>(), s.GetRequiredService<Kernel.Identity.ActorHolder>())));
        services.AddSingleton(new ActTitle("fleet.PlantFleet", new("建立演示车辆台账", "Plant the demonstration fleet")));
        services.AddSingleton(new ActTitle(TripActs.TakenOver, new("转入旧台账的用车", "Take over a trip from the old record")));
        services.AddScoped<Guiju.Decisions.Contracts.IPopulation, Populations.VehiclePopulation>().AddScoped<Guiju.Decisions.Contracts.IPopulation, Populations.QuotaPopulation>().AddScoped<Guiju.Decisions.Contracts.IPopulation, Populations.TripPopulation>();
        services.AddRegister<DisposalList>().AddScoped<RunningCosts>();
        services.AddScoped<Guiju.Kernel.Demonstration.IDemonstration>(s => new Demonstration.PlantedDisposal(s.GetRequiredService<Kernel.Data.GuijuDb>(), s.GetRequiredService<Desk>(), (s.GetRequiredService<Kernel.Identity.ActorSource>(), s.GetRequiredService<Kernel.Identity.ActorHolder>())));
        services.AddScoped<Guiju.Kernel.Demonstration.IDemonstration>(s => new Demonstration.PlantedRentals(s.GetRequiredService<Kernel.Data.GuijuDb>(), s.GetRequiredService<Desk>(), (s.GetRequiredService<Kernel.Identity.ActorSource>(), s.GetRequiredService<Kernel.Identity.ActorHolder>()), s.GetRequiredService<TimeProvider>()));
        services.AddScoped<PositionReader>().AddScoped<ICarBills, TripCostBills>().AddScoped<ICarBills, Statements.StatementBills>().AddScoped<ICarBills, Repairs.RepairBills>().AddScoped<CarDays>().AddScoped<FenceSightings>().AddScoped<DayWatch>().AddScoped<AlarmFolder>().AddScoped<AlarmCases>().AddScoped<AlarmFile>().AddScoped<AlarmBoard>().AddScoped<TripTruth>();
        services.AddSingleton<TruthRoads>().AddSingleton<NightWatch>().AddHostedService<AlarmJob>().AddRegister<AlarmList>();
        services.AddRegister<VehicleList>().AddRegister<DriverList>().AddRegister<TripList>();
        services.AddSingleton<RunningGateway>().AddScoped<TerminalFile>().AddScoped<CarsHeard>().AddScoped<PositionLog>().AddRegister<TerminalList>().AddHostedService<GatewayJob>();
        services.AddScoped<FenceCars>().AddScoped<GeofenceCrossings>().AddScoped<GeofenceFile>().AddRegister<GeofenceList>();
        services.AddScoped<Guiju.Kernel.Demonstration.IDemonstration, Demonstration.PlantedTracks>();
        services.AddScoped<Statements.StatementDesk>().AddScoped<Statements.StatementFolder>().AddScoped<Statements.LineJoin>().AddScoped<Statements.LineLaw>().AddScoped<CarSpending>().AddScoped<Repairs.RepairDesk>().AddScoped<Repairs.RepairFile>().AddRegister<Repairs.RepairList>().AddScoped<NoticeHand>().AddScoped<NoticeFolder>().AddScoped<OwnCosts>().AddScoped<CarCostFile>().AddRegister<Statements.StatementLineList>();
        services.AddSingleton<Maps.MapGround>().AddScoped<Maps.MapCars>().AddScoped<Maps.Replay>();
        services.AddScoped<Guiju.Kernel.Demonstration.IDemonstration>(s => new Demonstration.CostDemonstration(
            s.GetRequiredService<Kernel.Data.GuijuDb>(), s.GetRequiredService<Statements.StatementDesk>(), (s.GetRequiredService<Kernel.Identity.ActorSource>(), s.GetRequiredService<Kernel.Identity.ActorHolder>()), s.GetRequiredService<TimeProvider>()));
        AddActs(services);
        AddCostActs(services);
        AddRentalsAndComplaints(services);
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
        model.ApplyConfiguration(new Disposal.Mapping());
        model.ApplyConfiguration(new Counter.Mapping());
        model.ApplyConfiguration(new CarCost.Mapping());
        model.ApplyConfiguration(new Repairs.RepairOrder.Mapping());
        model.ApplyConfiguration(new MonthNotice.Mapping());
        model.ApplyConfiguration(new Statements.Statement.Mapping());
        model.ApplyConfiguration(new Statements.StatementLine.Mapping());
        model.ApplyConfiguration(new Statements.StatementLayout.Mapping());
        model.ApplyConfiguration(new Statements.CostCard.Mapping());
        model.ApplyConfiguration(new FittedTerminal.Mapping());
        model.ApplyConfiguration(new LastPosition.Mapping());
        model.ApplyConfiguration(new Geofence.Mapping());
        model.ApplyConfiguration(new CensusRound.Mapping());
        model.ApplyConfiguration(new CensusReturn.Mapping());
        model.ApplyConfiguration(new SpendingPublication.Mapping());
        model.ApplyConfiguration(new Series.TripSeries.Mapping());
        model.ApplyConfiguration(new Rosters.DutyShift.Mapping());
        model.ApplyConfiguration(new Alarm.Mapping());
        model.ApplyConfiguration(new Hotline.Complaint.Mapping());
        model.ApplyConfiguration(new Rentals.Rental.Mapping());
        model.ApplyConfiguration(new Rentals.RentalTrip.Mapping());
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder api) => FleetEndpoints.Map(api);

    /// <inheritdoc/>
    public IEnumerable<Command> Commands(CommandHost host) => [Terminal.FleetCommand.Build(host)];

    private static void AddCostActs(IServiceCollection services)
    {
        services.AddAct<Repairs.ReportRepair, Guid, Repairs.ReportRepair.Handler>();
        services.AddAct<Repairs.QuoteRepair, Guid, Repairs.QuoteRepair.Handler, Repairs.QuoteRepair.Facts>();
        services.AddAct<Repairs.DecideRepair, Guid, Repairs.DecideRepair.Handler, Repairs.DecideRepair.Facts>();
        services.AddAct<Repairs.FinishRepair, Guid, Repairs.FinishRepair.Handler, Repairs.FinishRepair.Facts>();
        services.AddAct<Repairs.SettleRepair, Guid, Repairs.SettleRepair.Handler, Repairs.SettleRepair.Facts>();
        services.AddAct<PostNotice, Guid, PostNotice.Handler>();
        services.AddAct<ObjectToNotice, Guid, ObjectToNotice.Handler>();
        services.AddAct<AnswerObjection, Guid, AnswerObjection.Handler>();
        services.AddAct<AddCarCost, Guid, AddCarCost.Handler, AddCarCost.Facts>();
        services.AddAct<Statements.TakeStatement, Statements.StatementTally, Statements.TakeStatement.Handler>();
        services.AddAct<Statements.SettleLine, Guid, Statements.SettleLine.Handler>();
        services.AddAct<Statements.AssignCard, Guid, Statements.AssignCard.Handler>();
    }

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
        services.AddAct<TakeCar, Guid, TakeCar.Handler, TakeCar.Facts>("/trips/{id}/take-car");
        services.AddAct<GiveCarBack, Guid, GiveCarBack.Handler, GiveCarBack.Facts>("/trips/{id}/give-back");
        services.AddAct<ConfirmTrip, Guid, ConfirmTrip.Handler>("/trips/{id}/confirm");
        services.AddAct<FollowUpTrip, Guid, FollowUpTrip.Handler>("/trips/{id}/follow-up");
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
        services.AddScoped<ProposeDisposal.Cars>().AddScoped<DisposalFolder>();
        services.AddAct<CarryOutDisposal, Guid, CarryOutDisposal.Handler>();
        services.AddAct<HandOverProceeds, Guid, HandOverProceeds.Handler>();
        services.AddAct<CloseDisposal, Guid, CloseDisposal.Handler, CloseDisposal.Facts>();
        services.AddAct<ProposeDisposal, Guid, ProposeDisposal.Handler, ProposeDisposal.Facts>();
        services.AddAct<RenewVehicle, Guid, RenewVehicle.Handler, RenewVehicle.Facts>();
        services.AddAct<DecideApplication, Guid, DecideApplication.Handler>();
        services.AddAct<WithdrawApplication, Guid, WithdrawApplication.Handler>();
        services.AddAct<WatchDay, int, WatchDay.Handler>();
        services.AddAct<ExplainAlarm, Guid, ExplainAlarm.Handler>();
        services.AddAct<AskAboutAlarm, Guid, AskAboutAlarm.Handler>();
        services.AddAct<JudgeAlarm, Guid, JudgeAlarm.Handler>();
        services.AddAct<Series.StartSeries, Guid, Series.StartSeries.Handler>();
        services.AddAct<Series.EndSeries, Guid, Series.EndSeries.Handler>();
        services.AddAct<Series.NoteSeries, Guid, Series.NoteSeries.Handler>();
        services.AddAct<Rosters.SetShifts, int, Rosters.SetShifts.Handler>();
        services.AddAct<FitTerminal, Guid, FitTerminal.Handler>();
        services.AddAct<RemoveTerminal, Guid, RemoveTerminal.Handler>();
        services.AddAct<DrawGeofence, Guid, DrawGeofence.Handler>();
        services.AddAct<ChangeGeofence, Guid, ChangeGeofence.Handler>();
        services.AddAct<EndGeofence, Guid, EndGeofence.Handler>();
    }

    private static void AddRentalsAndComplaints(IServiceCollection services)
    {
        services.AddScoped<Hotline.ComplaintDesk>().AddScoped<Hotline.ComplaintFile>().AddRegister<Hotline.ComplaintList>();
        services.AddAct<Hotline.TakeComplaint, Guid, Hotline.TakeComplaint.Handler>("/complaints");
        services.AddAct<Hotline.AnswerComplaint, Guid, Hotline.AnswerComplaint.Handler>("/complaints/{id}/answer");
        services.AddAct<Hotline.CloseComplaint, Guid, Hotline.CloseComplaint.Handler>("/complaints/{id}/close");
        services.AddScoped<Rentals.FreeCars>().AddScoped<Rentals.RentalDesk>().AddScoped<Rentals.RentalQuestions>().AddScoped<Rentals.RentalFile>().AddRegister<Rentals.RentalList>();
        services.AddAct<Rentals.RequestRental, Guid, Rentals.RequestRental.Handler, Rentals.RequestRental.Facts>("/rentals");
        services.AddAct<Rentals.WithdrawRental, Guid, Rentals.WithdrawRental.Handler>("/rentals/{id}/withdraw");
        services.AddAct<Rentals.DecideRental, Guid, Rentals.DecideRental.Handler, Rentals.DecideRental.Facts>("/rentals/{id}/decide");
        services.AddAct<Rentals.OrderRental, Guid, Rentals.OrderRental.Handler, Rentals.OrderRental.Facts>("/rentals/{id}/order");
        services.AddAct<Rentals.TakeRental, Guid, Rentals.TakeRental.Handler, Rentals.TakeRental.Facts>("/rentals/{id}/take");
        services.AddAct<Rentals.AddRentalTrip, Guid, Rentals.AddRentalTrip.Handler>("/rentals/{id}/trips");
        services.AddAct<Rentals.ReturnRental, Guid, Rentals.ReturnRental.Handler>("/rentals/{id}/return");
        services.AddAct<Rentals.SettleRental, Guid, Rentals.SettleRental.Handler, Rentals.SettleRental.Facts>("/rentals/{id}/settle");
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
