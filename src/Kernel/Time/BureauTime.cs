namespace Guiju.Kernel.Time;

/// <summary>The system's clock in the bureau's own zone, whatever the machine is set to: legal days begin at the bureau's midnight.</summary>
/// <param name="zone">IANA name; <c>Asia/Shanghai</c> unless set.</param>
public sealed class BureauTime(string zone = BureauTime.DefaultZone) : TimeProvider
{
    /// <summary>The zone of the whole country.</summary>
    public const string DefaultZone = "Asia/Shanghai";

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.FindSystemTimeZoneById(zone);
}
