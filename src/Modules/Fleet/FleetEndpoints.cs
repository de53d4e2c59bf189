using Guiju.Fleet.Alarms;
using Guiju.Fleet.Applications;
using Guiju.Fleet.Costs;
using Guiju.Fleet.Disposals;
using Guiju.Fleet.Drivers;
using Guiju.Fleet.Holidays;
using Guiju.Fleet.Indicators;
using Guiju.Fleet.Months;
using Guiju.Fleet.Quotas;
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
        api.MapAct<DecideApplication, Guid>("/applications/{id}/decide");
        api.MapAct<WithdrawApplication, Guid>("/applications/{id}/withdraw");
        IndicatorModel.Map(api);
        api.MapAct<WatchDay, int>("/alarms/watch");
        api.MapAct<ExplainAlarm, Guid>("/alarms/{id}/explain");
        api.MapAct<AskAboutAlarm, Guid>("/alarms/{id}/ask");
        api.MapAct<JudgeAlarm, Guid>("/alarms/{id}/judge");
        AlarmModel.Map(api);
        TruthModel.Map(api);
    }
}
