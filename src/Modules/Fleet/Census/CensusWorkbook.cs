using Guiju.Kernel;
using Guiju.Ui;

namespace Guiju.Fleet.Census;

/// <summary>The round as a workbook: sums, unit by unit, and who is late.</summary>
internal sealed class CensusWorkbook
{
    private static readonly Texts<CensusWorkbook> T = new();

    public static Dictionary<string, object> Of(CensusBoard.Round round) => new()
    {
        [T["汇总"]] = CensusLine.All.Select(l => new Dictionary<string, object?> { [T["项目"]] = l.Title.Here, [T["合计"]] = round.Sum[l.Key] }).ToList(),
        [T["分单位"]] = round.Units.Select(Cells).ToList(),
        [T["逾期未报"]] = round.Late.Select(u => new Dictionary<string, object?> { [T["单位"]] = u.Name, [T["催报（次）"]] = u.Reminders })
            .DefaultIfEmpty(new() { [T["单位"]] = "—", [T["催报（次）"]] = null }).ToList(),
    };

    private static Dictionary<string, object?> Cells(CensusBoard.UnitRow unit)
    {
        var row = new Dictionary<string, object?> { [T["单位"]] = unit.Name, [T["填报情况"]] = Label.Of(unit.State) };
        foreach (var line in CensusLine.All)
        {
            row[line.Title.Here] = unit.Own[line.Key];
        }

        row[T["更正理由"]] = unit.Explanation;
        row[T["填报人"]] = unit.AnsweredBy;
        row[T["填报时间"]] = unit.AnsweredAt is { } at ? OfficialText.Instant(at) : "";
        return row;
    }
}
