using System.ComponentModel.DataAnnotations;
using Guiju.Decisions.Contracts;
using Guiju.Kernel;

namespace Guiju.Fleet.Trips;

internal sealed partial class Trip
{
    /// <summary>When the passenger said a word on the journey, UTC; null where nobody did.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>Whether the passenger says that the journey was really made.</summary>
    public bool? RealJourney { get; private set; }

    /// <summary>Rating, 1 to 5.</summary>
    public int? Rating { get; private set; }

    /// <summary>What the passenger complains of; empty where nothing.</summary>
    public string Complaint { get; private set; } = "";

    /// <summary>What the dispatcher found about it.</summary>
    public string FollowUp { get; private set; } = "";

    /// <summary>When the dispatcher looked into it, UTC.</summary>
    public DateTime? FollowedUpAt { get; private set; }

    /// <summary>The passenger confirms the journey, or says that it was none.</summary>
    public void Confirm(TripHand by, bool real, int? rating, string? complaint)
    {
        Check.That(State is TripState.Returned or TripState.Settled, ConfirmationChecks.HasReturned);
        Check.That(by.PersonId is not null && by.PersonId == ApplicantId, TripChecks.OwnMatter);
        Check.That(ConfirmedAt is null, ConfirmationChecks.NotYet);
        Check.That(real == rating is not null, ConfirmationChecks.RealOnesAreRated, nameof(Rating));
        Check.That(real || !string.IsNullOrWhiteSpace(complaint), ConfirmationChecks.DoubtIsExplained, nameof(Complaint));
        (ConfirmedAt, RealJourney, Rating, Complaint) = (by.At, real, rating, complaint?.Trim() ?? "");
    }

    /// <summary>The dispatcher has looked into what the passenger said.</summary>
    public void FollowUpWith(string finding, DateTime at)
    {
        Check.That(RealJourney == false || Complaint.Length > 0, ConfirmationChecks.SomethingWasSaid);
        Check.That(FollowedUpAt is null, ConfirmationChecks.NotFollowedUp);
        (FollowUp, FollowedUpAt) = (finding.Trim(), at);
    }
}

/// <summary>What the passenger says of a returned journey.</summary>
public enum ConfirmationState
{
    /// <summary>Not back yet, or given up: nothing to say (无须确认).</summary>
    [Display(Name = "无须确认")] None,

    /// <summary>The passenger may still speak (待用车人确认).</summary>
    [Display(Name = "待用车人确认")] Awaited,

    /// <summary>Confirmed by the passenger (用车人已确认).</summary>
    [Display(Name = "用车人已确认")] Confirmed,

    /// <summary>The passenger says that the journey was none (用车人反映未实际用车).</summary>
    [Display(Name = "用车人反映未实际用车")] Doubted,

    /// <summary>Nobody spoke in time (逾期视同确认).</summary>
    [Display(Name = "逾期未确认，视同确认")] Lapsed,
}

/// <summary>Until when passengers may speak of a journey, by the bureau's setting. Where none is in force nothing lapses.</summary>
internal sealed class Confirmations(IFigures figures, TimeProvider clock)
{
    private const string Days = "fleet.trip.confirm-days";

    /// <summary>Last day on which the passenger may speak; null before the return, or where no figure is in force.</summary>
    public DateOnly? Until(DateTime? returned) => clock.ToLocal(returned) is { } back && figures.On(Days, DateOnly.FromDateTime(back))?.Value is decimal days ? DateOnly.FromDateTime(back).AddDays((int)days) : null;

    /// <summary>Where a journey stands.</summary>
    public ConfirmationState Of(TripState state, DateTime? returned, bool? real) => (state, real) switch
    {
        (not (TripState.Returned or TripState.Settled), _) => ConfirmationState.None,
        (_, true) => ConfirmationState.Confirmed,
        (_, false) => ConfirmationState.Doubted,
        _ => Until(returned) is { } last && clock.Today() > last ? ConfirmationState.Lapsed : ConfirmationState.Awaited,
    };
}

/// <summary>用车人确认: the passenger says whether the journey was real, how it was, and what was wrong.</summary>
[Needs(FleetPermissions.Request), Display(Name = "确认用车")]
public sealed record ConfirmTrip : IAct<Guid>
{
    [Required, Display(Name = "行程")] public Guid? Id { get; init; }

    [Display(Name = "是否实际用车"), Required] public bool? Real { get; init; }

    [Display(Name = "评分（1—5 分）"), Range(1, 5)] public int? Rating { get; init; }

    [Display(Name = "意见和投诉"), StringLength(500)] public string? Complaint { get; init; }

    internal sealed class Handler(TripFolder folder, Confirmations confirmations) : IHandler<ConfirmTrip, Guid>
    {
        public async Task<Guid> HandleAsync(ConfirmTrip act, CancellationToken ct)
        {
            var trip = await folder.OpenAsync(act.Id, FleetPermissions.Request, ct);
            Check.That(trip.ConfirmedAt is not null || confirmations.Of(trip.State, trip.RealEnd, trip.RealJourney) != ConfirmationState.Lapsed, ConfirmationChecks.InTime);
            trip.Confirm(folder.Hand, act.Real.GetValueOrDefault(), act.Rating, act.Complaint);
            return trip.Id;
        }
    }
}

/// <summary>核实用车人反映: the dispatcher looks into a journey that was said to be none, or into a complaint.</summary>
[Needs(FleetPermissions.Dispatch), Display(Name = "核实用车人反映")]
public sealed record FollowUpTrip : IAct<Guid>
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "核实情况"), Required, StringLength(500, MinimumLength = 2)] public string Finding { get; init; } = "";

    internal sealed class Handler(TripFolder folder) : IHandler<FollowUpTrip, Guid>
    {
        public async Task<Guid> HandleAsync(FollowUpTrip act, CancellationToken ct)
        {
            var trip = await folder.OpenForUnitAsync(act.Id, FleetPermissions.Dispatch, ct);
            trip.FollowUpWith(act.Finding, folder.Hand.At);
            return trip.Id;
        }
    }
}

/// <summary>What must hold of what passengers say.</summary>
internal static class ConfirmationChecks
{
    public static readonly SystemCheck HasReturned = Statement(nameof(HasReturned), "收车之后才能确认。", "A journey is confirmed after the car has returned.");
    public static readonly SystemCheck NotYet = Statement(nameof(NotYet), "这次用车已经确认过。", "The journey was confirmed already.");
    public static readonly SystemCheck InTime = Statement(nameof(InTime), "已过确认期限，视同确认；有异议的请联系调度员。", "The time to confirm is over and it counts as confirmed; turn to the dispatcher if something was wrong.");
    public static readonly SystemCheck RealOnesAreRated = Statement(nameof(RealOnesAreRated), "实际用车的请评分；没有实际用车的不评分。", "A real journey is rated, one that was none is not.");
    public static readonly SystemCheck DoubtIsExplained = Statement(nameof(DoubtIsExplained), "没有实际用车的，请写明情况。", "Say what happened where the journey was none.");
    public static readonly SystemCheck SomethingWasSaid = Statement(nameof(SomethingWasSaid), "用车人没有反映问题。", "The passenger complained of nothing.");
    public static readonly SystemCheck NotFollowedUp = Statement(nameof(NotFollowedUp), "已经核实过。", "It was looked into already.");

    private static SystemCheck Statement(string name, string zh, string en) => new($"{nameof(ConfirmationChecks)}.{name}", new Bilingual(zh, en));
}
