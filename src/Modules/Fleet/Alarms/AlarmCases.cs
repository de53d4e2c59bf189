using Guiju.Fleet.Sightings;
using Guiju.Kernel;
using Guiju.Procedures.Contracts;

namespace Guiju.Fleet.Alarms;

/// <summary>What happens to an alarm, told to its case; whose turn it is stands in <c>law/fleet/alarm.bpmn</c>, and how long the explanation may take in <c>law/clocks</c>.</summary>
internal sealed class AlarmCases(Casework casework, TimeProvider clock)
{
    /// <summary>The step at which driver or unit are asked.</summary>
    public const string Explain = "explain";

    /// <summary>The step at which the vehicle desk decides.</summary>
    public const string Judge = "judge";

    private const string Procedure = "fleet.alarm";

    public Task RaisedAsync(Alarm alarm, CancellationToken ct)
    {
        var kind = EnumWords.Both(alarm.Kind);
        var title = new Bilingual($"车辆报警 {alarm.PlateNo} {kind.Zh}", $"Alarm {alarm.PlateNo}: {kind.En}");
        var known = new Dictionary<string, object?> { ["device"] = alarm.Device, ["driver"] = alarm.DriverPersonId?.ToString() };
        return casework.OpenAsync(new CaseOpening(Procedure, title, FleetKinds.Alarm, alarm.Id, alarm.UnitId, $"/fleet/alarms/{alarm.Id}", clock.Today()) { Variables = known }, ct);
    }

    public Task ExplainedAsync(Alarm alarm, CancellationToken ct) => casework.AnswerAsync(alarm.Id, Explain, "explained", alarm.Explanation, ct);

    public Task AskedAgainAsync(Alarm alarm, CancellationToken ct) => casework.AnswerAsync(alarm.Id, Judge, "sent-back", alarm.Opinion, ct);

    /// <summary>A verdict before any explanation takes the case past the step that waits for one.</summary>
    public async Task JudgedAsync(Alarm alarm, bool unexplained, CancellationToken ct)
    {
        if (unexplained)
        {
            await casework.MoveAsync(alarm.Id, Judge, alarm.Opinion, new Dictionary<string, object?>(), ct);
        }

        await casework.AnswerAsync(alarm.Id, Judge, "judged", alarm.Opinion, ct);
    }
}
