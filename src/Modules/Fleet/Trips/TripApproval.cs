namespace Guiju.Fleet.Trips;

/// <summary>A person on board.</summary>
internal sealed record Passenger(Guid? PersonId, string Name, string Post, bool DrawsAllowance);

/// <summary>One decision on a request.</summary>
/// <param name="Step">Whose turn it was: <see cref="TripSteps.UnitHead"/> or <see cref="TripSteps.Leader"/>.</param>
/// <param name="PersonId">Who decided; null for the system.</param>
/// <param name="Name">Name of who decided.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Approved">Whether approved; sent back otherwise.</param>
/// <param name="Opinion">Opinion.</param>
internal sealed record TripApproval(string Step, Guid? PersonId, string Name, DateTime At, bool Approved, string Opinion);

/// <summary>Who decides, dispatches, signs in the life of a trip, from one instant.</summary>
internal sealed record TripHand(Guid? PersonId, string Name, DateTime At);

/// <summary>The steps of a trip at which somebody is asked.</summary>
internal static class TripSteps
{
    /// <summary>The office head of the unit approves.</summary>
    public const string UnitHead = "unit-head";

    /// <summary>The principal leader approves, where the law or the bureau asks for it.</summary>
    public const string Leader = "leader";

    /// <summary>The applicant puts right what was sent back.</summary>
    public const string Amend = "amend";

    /// <summary>The dispatcher chooses car and driver.</summary>
    public const string Dispatch = "dispatch";

    /// <summary>The driver drives.</summary>
    public const string Drive = "drive";

    /// <summary>The dispatcher settles.</summary>
    public const string Settle = "settle";
}
