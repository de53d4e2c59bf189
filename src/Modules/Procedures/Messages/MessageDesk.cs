using Guiju.Kernel;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Guiju.Procedures.Messages;

/// <summary>Tells people and other systems of what the running act does; everything is saved, or refused, together with it.</summary>
internal sealed class MessageDesk(GuijuDb db, IOptions<MessageSettings> settings, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>A notice in the person's pages and, where they gave an address, a mail.</summary>
    public async Task TellAsync(Guid personId, Bilingual title, string address, CancellationToken ct)
    {
        db.Add(new Message { Id = Guid.CreateVersion7(), PersonId = personId, Title = title.Zh, EnglishTitle = title.En, Address = address, At = Now });
        if (settings.Value.SmtpHost.Length > 0 && await db.Set<Subscription>().Where(s => s.Id == personId).Select(s => s.Mail).FirstOrDefaultAsync(ct) is { Length: > 0 } mail)
        {
            Send(DeliveryChannel.Mail, mail, title.Zh, $"{title.Zh}\n{title.En}\n\n{settings.Value.BaseAddress}{address}\n");
        }
    }

    /// <summary>An event for the other system, e.g. <c>clock.overrun</c>; nothing where none is set.</summary>
    public void Announce(string what, object payload)
    {
        if (settings.Value.HasWebhook)
        {
            Send(DeliveryChannel.Webhook, settings.Value.WebhookAddress, what, Json.Write(payload));
        }
    }

    private void Send(DeliveryChannel channel, string target, string subject, string body) =>
        db.Add(new Delivery { Id = Guid.CreateVersion7(), Channel = channel, Target = target, Subject = subject, Body = body, At = Now, NextAt = Now });
}
