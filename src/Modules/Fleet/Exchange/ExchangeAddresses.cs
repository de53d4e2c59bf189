using Guiju.Fleet.Costs;
using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Exchange;

/// <summary>The interfaces that DB32/T 3826-2020 lists, under <c>/api/fleet/exchange</c>: read only, page by page.</summary>
internal static class ExchangeAddresses
{
    private const string Root = "/api/fleet/exchange/";
    private const int Usual = 100;
    private const int Most = 500;

    /// <summary>The list of the standard, in its order.</summary>
    public static readonly IReadOnlyList<ExchangeEntry> Catalogue =
    [
        new("login", new("登录", "Signing in"), "/api/kernel/sign-in"),
        Offered("units", "单位", "Units"),
        Offered("vehicles", "车辆", "Vehicles"),
        Offered("over-standard-vehicles", "超标准车辆", "Vehicles over standard"),
        Offered("drivers", "驾驶员", "Drivers"),
        Offered("dispatches", "派车", "Dispatches"),
        Offered("maintenance", "维修保养", "Maintenance"),
        Offered("inspections", "年检", "Inspections"),
        Offered("energy", "能耗", "Energy"),
        Offered("insurance", "保险", "Insurance"),
        Offered("tolls", "通行费", "Tolls"),
        Offered("parking", "停车费", "Parking"),
        Offered("other-costs", "其他费用", "Other costs"),
        Offered("supervision", "监管结果", "Results of supervision"),
        Offered("complaints", "12345 投诉", "Complaints by the 12345 line"),
        Offered("rented-dispatches", "租赁车辆派车", "Dispatches of rented cars"),
        Offered("violations", "违章", "Violations"),
        Offered("disposals", "处置", "Disposals"),
        Offered("positions", "位置数据流", "Position stream"),
    ];

    public static void Map(IEndpointRouteBuilder api)
    {
        var exchange = api.MapGroup("/exchange").WithTags("exchange");
        exchange.MapGet("", IResult (ActorHolder asker) => asker.Current.Can(FleetPermissions.Read) ? Results.Json(Catalogue, Json.Options) : OutcomeHttp.Denied(FleetPermissions.Read)).WithName("fleet.exchange").Produces<IReadOnlyList<ExchangeEntry>>();
        Listed(exchange, "units", (book, ct) => book.UnitsAsync(ct));
        Listed(exchange, "over-standard-vehicles", (book, ct) => book.OverStandardAsync(ct));
        Queried(exchange, "vehicles", book => book.Cars());
        Queried(exchange, "drivers", book => book.Drivers());
        Queried(exchange, "dispatches", book => book.Dispatches());
        Queried(exchange, "inspections", book => book.Inspections());
        Queried(exchange, "insurance", book => book.Insurance());
        Queried(exchange, "energy", book => book.Costs(CostKind.Fuel, CostKind.Charge));
        Queried(exchange, "tolls", book => book.Costs(CostKind.Toll));
        Queried(exchange, "parking", book => book.Costs(CostKind.Parking));
        Queried(exchange, "supervision", book => book.Findings());
        Queried(exchange, "maintenance", book => book.Repairs());
        Queried(exchange, "other-costs", book => book.OwnCosts(CarCostKind.Inspection, CarCostKind.Wash, CarCostKind.DriverAllowance, CarCostKind.Other));
        Queried(exchange, "complaints", book => book.Complaints());
        Queried(exchange, "rented-dispatches", book => book.RentedDispatches());
        Queried(exchange, "violations", book => book.OwnCosts(CarCostKind.Fine));
        Queried(exchange, "positions", book => book.Positions());
        Queried(exchange, "disposals", book => book.Disposals());
    }

    private static void Queried<TRow>(RouteGroupBuilder exchange, string name, Func<ExchangeBook, IQueryable<TRow>> rows) => Describe<TRow>(exchange.MapGet("/" + name, (int? page, int? size, ExchangeBook book, ActorHolder asker, CancellationToken ct) =>
        PageOf(page, size, asker) is { Refusal: null } at ? QueryAsync(name, at, rows(book), ct) : Task.FromResult(PageOf(page, size, asker).Refusal!)), name); // refused

    private static void Listed<TRow>(RouteGroupBuilder exchange, string name, Func<ExchangeBook, CancellationToken, Task<IReadOnlyList<TRow>>> rows) => Describe<TRow>(exchange.MapGet("/" + name, async (int? page, int? size, ExchangeBook book, ActorHolder asker, CancellationToken ct) =>
    {
        var at = PageOf(page, size, asker);
        if (at.Refusal is not null)
        {
            return at.Refusal;
        }

        var all = await rows(book, ct);
        return Results.Json(new ExchangePage<TRow>(name, all.Count, at.Page, at.Size, all.Skip(at.Skip).Take(at.Size).ToList()), Json.Options);
    }), name);

    private static async Task<IResult> QueryAsync<TRow>(string name, Part at, IQueryable<TRow> rows, CancellationToken ct) =>
        Results.Json(new ExchangePage<TRow>(name, await rows.CountAsync(ct), at.Page, at.Size, await rows.Skip(at.Skip).Take(at.Size).ToListAsync(ct)), Json.Options);

    private static Part PageOf(int? page, int? size, ActorHolder asker) => new(page ?? 1, size ?? Usual,
        !asker.Current.Can(FleetPermissions.Read) ? OutcomeHttp.Denied(FleetPermissions.Read)
        : page is < 1 or > 1_000_000 || size is < 1 or > Most ? OutcomeHttp.Problem(StatusCodes.Status400BadRequest, "page", new($"page 从 1 起，size 为 1 至 {Most}。", $"page begins at 1, size lies between 1 and {Most}."))
        : null);

    private static void Describe<TRow>(RouteHandlerBuilder endpoint, string name) => endpoint.WithName("fleet.exchange." + name).WithSummary(Catalogue.First(e => e.Name == name) is var e ? $"{e.Title.Zh}: {e.Title.En}" : name)
        .Produces<ExchangePage<TRow>>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden);

    private static ExchangeEntry Offered(string name, string zh, string en) => new(name, new(zh, en), Root + name);

    private sealed record Part(int Page, int Size, IResult? Refusal)
    {
        public int Skip => (Page - 1) * Size;
    }
}
