using System.CommandLine;
using System.Globalization;
using Guiju.Fleet.Repairs;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Fleet.Terminal;

/// <summary><c>guiju fleet repairs [--open]</c>: the register of repairs, newest first.</summary>
internal static class RepairsCommand
{
    private static readonly RepairState[] Ended = [RepairState.Settled, RepairState.Refused];

    public static Command Build(CommandHost host)
    {
        var open = new Option<bool>("--open") { Description = "Only those neither settled nor refused" };
        var database = new Option<string?>("--db") { Description = "Database" };
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output" };
        var command = new Command("repairs", "The repairs of the official cars: fault, shop, quote, invoice, where each stands.") { open, database, json };
        command.SetAction(async (parsed, ct) =>
        {
            await using var scope = await host.OpenAsync(parsed.GetValue(database), ct);
            var (db, only) = (scope.ServiceProvider.GetRequiredService<GuijuDb>(), parsed.GetValue(open));
            var tree = await scope.ServiceProvider.GetRequiredService<UnitTrees>().AsOfAsync(scope.ServiceProvider.GetRequiredService<TimeProvider>().Today(), ct);
            var rows = await db.Set<RepairOrder>().AsNoTracking().Where(r => !only || !Ended.Contains(r.State)).Join(db.Set<Vehicle>(), r => r.VehicleId, v => v.Id, (r, v) => new { Repair = r, v.PlateNo }).OrderByDescending(r => r.Repair.Code).ToListAsync(ct);
            var repairs = rows.ConvertAll(r => new Sheet(r.Repair.Id, r.Repair.Code, r.PlateNo, tree.Find(r.Repair.UnitId)?.Name ?? "", r.Repair.Part, r.Repair.Fault, r.Repair.ReportedOn, r.Repair.State) { Shop = r.Repair.ShopName, QuoteYuan = r.Repair.QuoteYuan, InvoiceYuan = r.Repair.InvoiceYuan, FinishedOn = r.Repair.FinishedOn, WarrantyTo = r.Repair.WarrantyTo });
            await host.Out.WriteLineAsync(parsed.GetValue(json) ? Json.Write(new { repairs }) : string.Join('\n', repairs.Select(Tell).Prepend(string.Create(CultureInfo.InvariantCulture, $"{repairs.Count} repairs"))));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Tell(Sheet r) => string.Create(CultureInfo.InvariantCulture, $"{r.Code}\t{r.PlateNo}\t{r.Unit}\t{EnumWords.Both(r.Part).Zh}\t{r.Fault}\t{r.Shop}\t{r.QuoteYuan?.ToString("0.00", CultureInfo.InvariantCulture) ?? "—"}\t{r.InvoiceYuan?.ToString("0.00", CultureInfo.InvariantCulture) ?? "—"}\t{EnumWords.Both(r.State).Zh}");

    private sealed record Sheet(Guid Id, string Code, string PlateNo, string Unit, CarPart Part, string Fault, DateOnly ReportedOn, RepairState State)
    {
        public string Shop { get; init; } = "";

        public decimal? QuoteYuan { get; init; }

        public decimal? InvoiceYuan { get; init; }

        public DateOnly? FinishedOn { get; init; }

        public DateOnly? WarrantyTo { get; init; }
    }
}
