using Guiju.Fleet.Alarms;
using Guiju.Fleet.Applications;
using Guiju.Fleet.Census;
using Guiju.Fleet.Costs;
using Guiju.Fleet.Disposals;
using Guiju.Fleet.Drivers;
using Guiju.Fleet.Geofences;
using Guiju.Fleet.Exchange;
using Guiju.Fleet.Holidays;
using Guiju.Fleet.Indicators;
using Guiju.Fleet.Months;
using Guiju.Fleet.Openness;
using Guiju.Fleet.Quotas;
using Guiju.Fleet.Terminals;
using Guiju.Fleet.Reports;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Truth;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Microsoft.AspNetCore.Routing;

namespace Guiju.Fleet;

/// <summary>The module's addresses under <c>/api/fleet</c>, one line a slice.</summary>
internal static class FleetEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapAct<RequestTrip, Guid>("/trips");
        api.MapAct<ResubmitTrip, Guid>("/trips/{id}/resubmit");
        api.MapAct<WithdrawTrip, Guid>("/trips/{id}/withdraw");
        api.MapAct<ApproveTrip, Guid>("/trips/{id}/approve");
        api.MapAct<SendBackTrip, Guid>("/trips/{id}/send-back");
        api.MapAct<CancelTrip, Guid>("/trips/{id}/cancel");
        api.MapAct<DispatchTrip, Guid>("/trips/{id}/dispatch");
        api.MapAct<RedispatchTrip, Guid>("/trips/{id}/redispatch");
        api.MapAct<DepartTrip, Guid>("/trips/{id}/depart");
        api.MapAct<ReturnTrip, Guid>("/trips/{id}/return");
        api.MapAct<AddTripCost, Guid>("/trips/{tripId}/costs");
        api.MapAct<SettleTrip, Guid>("/trips/{id}/settle");
        api.MapAct<RegisterVehicle, Guid>("/vehicles");
        api.MapAct<ChangeVehicle, Guid>("/vehicles/{id}/change");
        api.MapAct<CloseMonth, Guid>("/vehicles/{vehicleId}/months");
        api.MapAct<RegisterDriver, Guid>("/drivers");
        api.MapAct<ChangeDriver, Guid>("/drivers/{id}/change");
        api.MapAct<SetQuota, Guid>("/quotas");
        api.MapAct<AddPayee, Guid>("/payees");
        api.MapAct<SealVehicles, int>("/holiday-duties");
        api.MapAct<AcquireVehicle, Guid>("/applications/acquire");
        api.MapAct<RenewVehicle, Guid>("/applications/renew");
        api.MapAct<ProposeDisposal, Guid>("/disposals");
        api.MapAct<CarryOutDisposal, Guid>("/disposals/{id}/carry-out");
        api.MapAct<HandOverProceeds, Guid>("/disposals/{id}/hand-over");
        api.MapAct<CloseDisposal, Guid>("/disposals/{id}/close");
        api.MapAct<DecideApplication, Guid>("/applications/{id}/decide");
        api.MapAct<WithdrawApplication, Guid>("/applications/{id}/withdraw");
        api.MapAct<Series.StartSeries, Guid>("/series");
        api.MapAct<Series.EndSeries, Guid>("/series/{id}/end");
        api.MapAct<Rosters.SetShifts, int>("/rosters");
        IndicatorModel.Map(api);
        api.MapAct<Repairs.ReportRepair, Guid>("/repairs");
        api.MapAct<Repairs.QuoteRepair, Guid>("/repairs/{id}/quote");
        api.MapAct<Repairs.DecideRepair, Guid>("/repairs/{id}/decide");
        api.MapAct<Repairs.FinishRepair, Guid>("/repairs/{id}/finish");
        api.MapAct<Repairs.SettleRepair, Guid>("/repairs/{id}/settle");
        MonthModel.Map(api);
        api.MapAct<PostNotice, Guid>("/notices");
        api.MapAct<ObjectToNotice, Guid>("/notices/{id}/object");
        api.MapAct<AnswerObjection, Guid>("/notices/{id}/answer");
        api.MapAct<AddCarCost, Guid>("/vehicles/{vehicleId}/costs");
        Statements.StatementModel.Map(api);
        api.MapAct<Statements.SettleLine, Guid>("/statements/lines/{id}/settle");
        api.MapAct<Statements.AssignCard, Guid>("/cards");
        Planning.PlanModel.Map(api);
        api.MapAct<FitTerminal, Guid>("/terminals");
        api.MapAct<RemoveTerminal, Guid>("/terminals/{id}/remove");
        api.MapAct<DrawGeofence, Guid>("/geofences");
        api.MapAct<ChangeGeofence, Guid>("/geofences/{id}/change");
        api.MapAct<EndGeofence, Guid>("/geofences/{id}/end");
        Maps.MapModel.Map(api);
        CensusAddresses.Map(api);
        ExchangeAddresses.Map(api);
        ReportAddresses.Map(api);
        OpenSpending.Map(api);
        api.MapAct<WatchDay, int>("/alarms/watch");
        api.MapAct<ExplainAlarm, Guid>("/alarms/{id}/explain");
        api.MapAct<AskAboutAlarm, Guid>("/alarms/{id}/ask");
        api.MapAct<JudgeAlarm, Guid>("/alarms/{id}/judge");
        AlarmModel.Map(api);
        TruthModel.Map(api);
    }
}
