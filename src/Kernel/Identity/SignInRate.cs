using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Guiju.Kernel.Identity;

/// <summary>Slows down guessing: attempts per minute by name and by network address, on this node.</summary>
public sealed class SignInRate : IDisposable
{
    private readonly PartitionedRateLimiter<string> byName;
    private readonly PartitionedRateLimiter<string> byAddress;

    /// <summary>Takes its limits from the settings.</summary>
    public SignInRate(IOptions<IdentitySettings> settings)
    {
        byName = PerMinute(settings.Value.TriesPerName);
        byAddress = PerMinute(settings.Value.TriesPerAddress);
    }

    /// <summary>Counts one attempt; false where there were too many.</summary>
    public bool Allows(string userName, string? address)
    {
        using var name = byName.AttemptAcquire(userName.Trim().ToUpperInvariant());
        using var from = byAddress.AttemptAcquire(address ?? "", address is null ? 0 : 1);
        return name.IsAcquired && from.IsAcquired;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        byName.Dispose();
        byAddress.Dispose();
    }

    private static PartitionedRateLimiter<string> PerMinute(int tries) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = tries, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
}
