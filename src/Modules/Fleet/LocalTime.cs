namespace Guiju.Fleet;

/// <summary>The bureau's own clock: people write and read local time, the record holds UTC.</summary>
internal static class LocalTime
{
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    public static DateTime UtcNow(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime;

    public static DateTime ToUtc(this TimeProvider clock, DateTime local) =>
        local.Kind == DateTimeKind.Utc ? local : TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), clock.LocalTimeZone);

    public static DateTime ToLocal(this TimeProvider clock, DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), clock.LocalTimeZone);

    public static DateTime? ToLocal(this TimeProvider clock, DateTime? utc) => utc is { } time ? clock.ToLocal(time) : null;
}
