using System.CommandLine;
using Guiju.Kernel;

namespace Guiju.Fleet.Terminal;

/// <summary><c>guiju fleet …</c>.</summary>
internal static class FleetCommand
{
    public static Command Build(CommandHost host) => new("fleet", "Terminals, tracks, dispatch and card statements of the official cars.")
    {
        DecodeCommand.Build(host),
        MatchCommand.Build(host),
        DispatchCommand.Build(host),
        GatewayCommand.Build(host),
        IndicatorsCommand.Build(host),
        StatementsCommand.Build(host),
        PlanCommand.Build(host),
        ReportCommand.Build(host),
        TruthCommand.Build(host),
        AlarmsCommand.Build(host),
        RepairsCommand.Build(host),
        MonthsCommand.Build(host),
    };
}
