using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Messages;

/// <summary>A person marks notices as read: one, or all of their own.</summary>
[Needs(ProceduresPermissions.Home), Display(Name = "阅读消息")]
public sealed record ReadMessages : IAct<int>
{
    /// <summary>The notice; null: all.</summary>
    [Display(Name = "消息")]
    public Guid? MessageId { get; init; }

    internal sealed class Handler(GuijuDb db, ActorHolder holder, TimeProvider clock) : IHandler<ReadMessages, int>
    {
        private const int Most = 500;

        public async Task<int> HandleAsync(ReadMessages act, CancellationToken ct)
        {
            var me = holder.Current.PersonId;
            var messages = await db.Set<Message>().Where(m => m.PersonId == me && m.ReadAt == null && (act.MessageId == null || m.Id == act.MessageId)).OrderBy(m => m.At).Take(Most).ToListAsync(ct);
            if (act.MessageId is not null && messages.Count == 0)
            {
                throw new NotWithinReachException("message");
            }

            messages.ForEach(m => m.ReadAt = clock.GetUtcNow().UtcDateTime);
            return messages.Count;
        }
    }
}

/// <summary>A person says to which address mails go; empty: none.</summary>
[Needs(ProceduresPermissions.Home), Display(Name = "设置提醒方式")]
public sealed record ChooseMail : IAct<Guid>
{
    /// <summary>E-mail address.</summary>
    [StringLength(200), EmailAddress, Display(Name = "电子邮箱")]
    public string? Mail { get; init; }

    internal sealed class Handler(GuijuDb db, ActorHolder holder) : IHandler<ChooseMail, Guid>
    {
        public async Task<Guid> HandleAsync(ChooseMail act, CancellationToken ct)
        {
            var subscription = await Subscriptions.OwnAsync(db, holder, ct);
            subscription.Mail = act.Mail?.Trim() ?? "";
            return subscription.Id;
        }
    }
}

/// <summary>A person gets a secret calendar address; a former one stops working. The address is told once.</summary>
[Needs(ProceduresPermissions.Home), Display(Name = "开通日历订阅")]
public sealed record OpenCalendar : IAct<string>
{
    internal sealed class Handler(GuijuDb db, ActorHolder holder, TimeProvider clock) : IHandler<OpenCalendar, string>
    {
        public async Task<string> HandleAsync(OpenCalendar act, CancellationToken ct)
        {
            var subscription = await Subscriptions.OwnAsync(db, holder, ct);
            var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
            (subscription.CalendarDigest, subscription.CalendarSince) = (Subscriptions.DigestOf(secret), clock.GetUtcNow().UtcDateTime);
            return $"/api/procedures/calendar/{secret}";
        }
    }
}

/// <summary>A person closes their calendar address.</summary>
[Needs(ProceduresPermissions.Home), Display(Name = "关闭日历订阅")]
public sealed record CloseCalendar : IAct<Guid>
{
    internal sealed class Handler(GuijuDb db, ActorHolder holder) : IHandler<CloseCalendar, Guid>
    {
        public async Task<Guid> HandleAsync(CloseCalendar act, CancellationToken ct)
        {
            var subscription = await Subscriptions.OwnAsync(db, holder, ct);
            (subscription.CalendarDigest, subscription.CalendarSince) = ("", null);
            return subscription.Id;
        }
    }
}

/// <summary>The person's own subscription, as pages read it.</summary>
internal sealed class OwnSubscription(GuijuDb db, ActorHolder holder)
{
    public Task<Subscription?> AskAsync(CancellationToken ct)
    {
        var me = holder.Current.PersonId;
        return db.Set<Subscription>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == me, ct);
    }
}

/// <summary>Finds a person's own subscription.</summary>
internal static class Subscriptions
{
    public static async Task<Subscription> OwnAsync(GuijuDb db, ActorHolder holder, CancellationToken ct)
    {
        var me = holder.Current.PersonId ?? throw new NotWithinReachException("person");
        if (await db.Set<Subscription>().FirstOrDefaultAsync(s => s.Id == me, ct) is { } there)
        {
            return there;
        }

        var fresh = new Subscription { Id = me };
        db.Add(fresh);
        return fresh;
    }

    /// <summary>Only a digest of the secret is kept.</summary>
    public static string DigestOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
