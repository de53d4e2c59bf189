using Guiju.Kernel;
using Guiju.Procedures.Contracts;

namespace Guiju.Fleet.Census;

/// <summary>The census in the units' lists of tasks: asked, reminded, answered, withdrawn.</summary>
internal sealed class CensusTasks(Casework casework, Journal journal, TimeProvider clock)
{
    private const string Answer = "answer";
    private static readonly TimeOnly EndOfDay = new(23, 59);

    /// <summary>Names the round, or the return of a unit, as what the act concerns.</summary>
    public void Concerns(Guid id, Guid? unit, string kind = FleetKinds.Census) => journal.Concerns(kind, id, unit);

    /// <summary>Puts the task before the unit's people, overdue after the last day.</summary>
    public async Task AskAsync(CensusRound round, CensusReturn asked, CancellationToken ct)
    {
        var address = $"/fleet/census/{round.Id}/units/{asked.UnitId}";
        await casework.OpenAsync(new CaseOpening("fleet.census", new(round.Title, round.Title), FleetKinds.CensusReturn, asked.Id, asked.UnitId, address, clock.Today()), ct);
        await casework.AskAsync(asked.Id, new Step(Answer, new("确认或者更正本单位的普查数字", "Confirm or correct the unit's census figures"), FleetPermissions.AnswerCensus, asked.UnitId, null)
        {
            Due = clock.ToUtc(round.DueOn.ToDateTime(EndOfDay)),
            Address = address,
        }, ct);
    }

    /// <summary>The unit has answered for the first time.</summary>
    public async Task DoneAsync(CensusReturn answered, CancellationToken ct)
    {
        await casework.AnswerAsync(answered.Id, Answer, "done", answered.Explanation, ct);
        await casework.CloseAsync(answered.Id, "done", ct);
    }

    /// <summary>Reminds whoever could answer.</summary>
    public Task RemindAsync(CensusRound round, CensusReturn asked, CancellationToken ct) =>
        casework.RemindAsync(asked.Id, new($"催报：{round.Title}", $"Still to be answered: {round.Title}"), ct);

    /// <summary>The round has ended without an answer.</summary>
    public Task WithdrawAsync(CensusReturn missed, CancellationToken ct) => casework.CloseAsync(missed.Id, "missing", ct);
}
