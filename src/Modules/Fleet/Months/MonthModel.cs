using System.Globalization;
using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Registers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Guiju.Fleet.Months;

/// <summary>The accounts of the cars as the API and the workbook give them out.</summary>
internal static class MonthModel
{
    /// <summary>The columns of an account: heading, and the figure.</summary>
    public static readonly IReadOnlyList<(Bilingual Title, Func<CarMonthSum, decimal?> Value)> Columns =
    [
        (new("出车（次）", "Journeys"), s => s.Trips),
        (new("里程（公里）", "Distance (km)"), s => s.Km),
        (new("加油（升）", "Fuel (litres)"), s => s.FuelLitres),
        (new("充电（千瓦时）", "Charge (kWh)"), s => s.ChargeKwh),
        (new("能耗费（元）", "Energy (yuan)"), s => s.EnergyYuan),
        (new("通行费（元）", "Tolls (yuan)"), s => s.TollYuan),
        (new("停车费（元）", "Parking (yuan)"), s => s.ParkingYuan),
        (new("维修费（元）", "Repair (yuan)"), s => s.RepairYuan),
        (new("保险费（元）", "Insurance (yuan)"), s => s.InsuranceYuan),
        (new("出车补助（元）", "Driver allowance (yuan)"), s => s.AllowanceYuan),
        (new("其他费用（元）", "Other (yuan)"), s => s.OtherYuan),
        (new("合计（元）", "All (yuan)"), s => s.TotalYuan),
        (new("百公里油耗（升）", "Litres per 100 km"), s => s.LitresPer100Km),
        (new("百公里电耗（千瓦时）", "kWh per 100 km"), s => s.KwhPer100Km),
        (new("百公里费用（元）", "Yuan per 100 km"), s => s.YuanPer100Km),
    ];

    /// <summary>The addresses.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/months", AskAsync).WithName("fleet.months").Produces<Sheet>();
        api.MapGet("/months/export", ExportAsync).WithName("fleet.months.export");
    }

    /// <summary>The sheet of an answer.</summary>
    public static Sheet Of(MonthBoard.Part part) => new(part.Month, part.WholeYear, part.Rows.Select(r => new Line(r.Id, r.PlateNo, r.Unit, r.Sum, r.Unsettled, r.Closed)).ToList(), part.All);

    /// <summary>A month as an address writes it, <c>yyyy-MM</c>; null where it is none.</summary>
    public static DateOnly? MonthOf(string? text) => DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year < 9999 ? month : null;

    private static async Task<IResult> AskAsync(string? month, bool? year, Guid? unit, MonthBoard board, ActorHolder asker, CancellationToken ct)
    {
        if (!asker.Current.Can(FleetPermissions.Read))
        {
            return OutcomeHttp.Denied(FleetPermissions.Read);
        }

        var part = await board.AskAsync(MonthOf(month), year == true, unit, false, ct);
        return Results.Json(Of(part), Json.Options);
    }

    private static async Task<IResult> ExportAsync(string? month, bool? year, Guid? unit, MonthBoard board, ActorHolder asker, HttpContext http)
    {
        if (!asker.Current.Can(FleetPermissions.Read))
        {
            return OutcomeHttp.Denied(FleetPermissions.Read);
        }

        var part = await board.AskAsync(MonthOf(month), year == true, unit, false, http.RequestAborted);
        var rows = part.Rows.Select(r => Cells(r.PlateNo, r.Unit, (r.Closed ? new Bilingual("已结账", "Closed") : new Bilingual("未结账", "Open")).Here, r.Sum)).Append(Cells(new Bilingual("合计", "All").Here, "", "", part.All)).ToList();
        var name = string.Create(CultureInfo.InvariantCulture, $"{new Bilingual("单车核算", "Car accounts").Here}-{(part.WholeYear ? part.Month.ToString("yyyy", CultureInfo.InvariantCulture) : part.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture))}.xlsx");
        return Results.Stream(await SheetExport.FileAsync((to, ct) => SheetExport.WriteAsync(to, rows, ct), http.RequestAborted), SheetExport.MediaType, name);
    }

    private static Dictionary<string, object?> Cells(string plate, string unit, string closed, CarMonthSum sum)
    {
        var cells = new Dictionary<string, object?> { [new Bilingual("车辆", "Car").Here] = plate, [new Bilingual("单位", "Unit").Here] = unit, [new Bilingual("结账", "Closed").Here] = closed };
        foreach (var (title, value) in Columns)
        {
            cells[title.Here] = value(sum);
        }

        return cells;
    }

    /// <summary>The accounts of a month or a year.</summary>
    internal sealed record Sheet(DateOnly Month, bool WholeYear, IReadOnlyList<Line> Cars, CarMonthSum All);

    /// <summary>One car.</summary>
    internal sealed record Line(Guid Id, string PlateNo, string Unit, CarMonthSum Sum, int Unsettled, bool Closed);
}
