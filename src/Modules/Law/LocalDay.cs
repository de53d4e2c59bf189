namespace Guiju.Law;

/// <summary>The day on which the bureau stands.</summary>
internal static class LocalDay
{
    /// <summary>Today in the bureau's zone.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
}
