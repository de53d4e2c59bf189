using System.Text;
using Guiju.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Guiju.Procedures.Messages;

/// <summary>Notices and the calendar under <c>/api/procedures</c>.</summary>
internal static class MessageEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapAct<ReadMessages, int>("/messages/read").WithSummary("Marks notices as read, one or all").WithTags("procedures");
        api.MapAct<ChooseMail, Guid>("/messages/mail").WithSummary("Says to which address mails go").WithTags("procedures");
        api.MapAct<OpenCalendar, string>("/calendar/open").WithSummary("A secret calendar address; a former one stops working").WithTags("procedures");
        api.MapAct<CloseCalendar, Guid>("/calendar/close").WithSummary("Closes the calendar address").WithTags("procedures");

        // Calendar programs cannot sign in: the secret in the address is all they have.
        api.MapGet("/calendar/{secret:length(48)}", async (string secret, CalendarFeed feed, HttpContext http, CancellationToken ct) =>
            {
                http.Response.Headers.CacheControl = "private, no-store";
                return await feed.FindAsync(secret, ct) is { } calendar ? Results.Text(calendar, "text/calendar", Encoding.UTF8) : Results.NotFound();
            })
            .AllowAnonymous().WithSummary("A person's tasks and limits as iCalendar, by their secret address").WithTags("procedures");
    }
}
