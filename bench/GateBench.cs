using Guiju.Decisions.Facts;
using Guiju.Decisions.Judging;
using Guiju.Decisions.Lawbooks;
using Guiju.Kernel;
using Guiju.Law;
using Microsoft.Extensions.Configuration;

namespace Guiju.Bench;

/// <summary>The gate of one act without the database: facts read, all decisions of the control point evaluated, findings told in two languages.</summary>
internal static class GateBench
{
    private const int Times = 2000;

    public static Task RunAsync(string[] args)
    {
        var book = Lawbook.Load(LawFiles.Read(LawFiles.Find(new ConfigurationBuilder().Build())));
        var settings = new DecisionSettings();
        var point = book.ControlPoints["fleet.vehicle.renew"];
        var facts = new Dictionary<string, object?>
        {
            ["registerDate"] = new DateOnly(2013, 3, 1), ["applyDate"] = new DateOnly(2023, 5, 4), ["renewalReason"] = "age", ["technicalState"] = "unfit", ["mileage"] = 210000m,
            ["unitKind"] = "government", ["class"] = "emergency", ["vehicleKind"] = "small", ["body"] = "sedan", ["energy"] = "petrol", ["price"] = 176000m, ["displacement"] = 1.8m,
            ["quota"] = 3, ["inService"] = 3, ["qty"] = 1, ["replaces"] = 1, ["workNeedDoc"] = "", ["specialCaseDoc"] = "", ["standardDocId"] = "", ["equipmentFixed"] = false,
            ["origin"] = "domestic", ["originException"] = "none", ["underProcurementLaw"] = true, ["fixedRoute"] = false, ["urbanOnly"] = true, ["terrainNote"] = "",
            ["options"] = new List<object?> { "standard" }, ["postKind"] = "pool", ["planItem"] = "P-1", ["budgetLine"] = "B-1", ["inCatalogue"] = true, ["purchaseWay"] = "central-purchase",
            ["fundSource"] = "vehicle-budget", ["amounts"] = new List<object?>(), ["splitExempt"] = false, ["oldestUndisposedDays"] = 0,
        };
        var on = new DateOnly(2023, 5, 4);
        var verdict = Judge.Give(book, point, on, FactReader.Read(point, facts), settings);
        Console.WriteLine($"{point.Id}: {point.Decisions.Count} decisions, {verdict.Findings.Count} findings, {verdict.Outcome}");
        var figures = Measure.Interleaved(Times,
            ("gate: facts read and judged, messages told", n =>
            {
                for (var i = 0; i < n; i++)
                {
                    Judge.Give(book, point, on, FactReader.Read(point, facts), settings);
                }
            }),
            ("verdict packed for the record", n =>
            {
                for (var i = 0; i < n; i++)
                {
                    Json.Pack(verdict);
                }
            }));
        Measure.Report("gate", figures, new { budget = "1 ms for 20 decisions", decisions = point.Decisions.Count });
        return Task.CompletedTask;
    }
}
