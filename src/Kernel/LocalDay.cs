namespace Guiju.Kernel;

/// <summary>The day in the bureau's zone.</summary>
internal static class LocalDay
{
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
}
