using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Parameters;

namespace Guiju.Procedures.Messages;

/// <summary>Sends what waits in the outbox: each delivery is claimed by one node for a while, sent, and marked; a failure is tried again ever later.</summary>
internal sealed class Posting(IServiceScopeFactory scopes, IHttpClientFactory http, IOptions<MessageSettings> settings, TimeProvider clock)
{
    /// <summary>Name of the client that events are sent with.</summary>
    public const string Client = "guiju.webhook";

    private const int Round = 50;
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    /// <summary>One round; returns how many were sent.</summary>
    public async Task<int> SendAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
        var now = clock.GetUtcNow().UtcDateTime;
        var waiting = await db.Set<Delivery>().AsNoTracking().Where(d => d.State == DeliveryState.Waiting && d.NextAt <= now).OrderBy(d => d.NextAt).Take(Round).ToListAsync(ct);
        var sent = 0;
        foreach (var delivery in waiting)
        {
            var until = now + Claim;
            var mine = await db.Set<Delivery>().Where(d => d.Id == delivery.Id && d.State == DeliveryState.Waiting && d.NextAt == delivery.NextAt)
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.NextAt, until).SetProperty(d => d.Tries, delivery.Tries + 1), ct);
            if (mine == 1)
            {
                sent += await OneAsync(db, delivery, delivery.Tries + 1, ct) ? 1 : 0;
            }
        }

        return sent;
    }

    /// <summary>The signature of a body at an instant: HMAC over <c>instant.body</c>, in hexadecimal.</summary>
    public static string Sign(string digest, string secret, string instant, string body)
    {
        var (key, signed) = (Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{instant}.{body}"));
        if (digest == "sha256")
        {
            return Convert.ToHexStringLower(HMACSHA256.HashData(key, signed));
        }

        var mac = new HMac(new SM3Digest());
        mac.Init(new KeyParameter(key));
        mac.BlockUpdate(signed, 0, signed.Length);
        var result = new byte[mac.GetMacSize()];
        mac.DoFinal(result, 0);
        return Convert.ToHexStringLower(result);
    }

    private async Task<bool> OneAsync(GuijuDb db, Delivery delivery, int tries, CancellationToken ct)
    {
        try
        {
            await (delivery.Channel == DeliveryChannel.Mail ? MailAsync(delivery, ct) : PostAsync(delivery, ct));
            await MarkAsync(db, delivery.Id, DeliveryState.Sent, "", null, ct);
            return true;
        }
        catch (Exception failure) when (failure is SmtpException or HttpRequestException or FormatException or InvalidOperationException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            var state = tries >= settings.Value.Tries ? DeliveryState.Failed : DeliveryState.Waiting;
            var fault = failure.Message.Length > 500 ? failure.Message[..500] : failure.Message;
            await MarkAsync(db, delivery.Id, state, fault, clock.GetUtcNow().UtcDateTime.AddSeconds(Math.Min(3600, 15 * Math.Pow(2, tries - 1))), ct);
            return false;
        }
    }

    private static Task<int> MarkAsync(GuijuDb db, Guid id, DeliveryState state, string fault, DateTime? next, CancellationToken ct) =>
        db.Set<Delivery>().Where(d => d.Id == id).ExecuteUpdateAsync(set => set.SetProperty(d => d.State, state).SetProperty(d => d.Fault, fault).SetProperty(d => d.NextAt, d => next ?? d.NextAt), ct);

    private async Task MailAsync(Delivery delivery, CancellationToken ct)
    {
        using var smtp = new SmtpClient(settings.Value.SmtpHost, settings.Value.SmtpPort) { EnableSsl = settings.Value.SmtpTls };
        if (settings.Value.SmtpUser.Length > 0)
        {
            smtp.Credentials = new NetworkCredential(settings.Value.SmtpUser, settings.Value.SmtpPassword);
        }

        using var mail = new MailMessage(settings.Value.Sender, delivery.Target, delivery.Subject.ReplaceLineEndings(" "), delivery.Body) { SubjectEncoding = Encoding.UTF8, BodyEncoding = Encoding.UTF8 };
        mail.Headers.Add("X-Guiju-Delivery", delivery.Id.ToString());
        await smtp.SendMailAsync(mail, ct);
    }

    private async Task PostAsync(Delivery delivery, CancellationToken ct)
    {
        var instant = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, delivery.Target) { Content = new StringContent(delivery.Body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Guiju-Delivery", delivery.Id.ToString());
        request.Headers.Add("X-Guiju-Event", delivery.Subject);
        request.Headers.Add("X-Guiju-Timestamp", instant);
        request.Headers.Add("X-Guiju-Signature", $"{settings.Value.WebhookDigest}={Sign(settings.Value.WebhookDigest, settings.Value.WebhookSecret, instant, delivery.Body)}");
        using var client = http.CreateClient(Client);
        using var answer = await client.SendAsync(request, ct);
        answer.EnsureSuccessStatusCode();
    }
}
