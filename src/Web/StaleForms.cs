using Microsoft.AspNetCore.Antiforgery;
using Guiju.Kernel;
using Guiju.Ui;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;

namespace Guiju.Web;

/// <summary>
/// A form whose token has expired, or that came from elsewhere, gets the page for it instead of a bare line of English. One that is not on its page any more,
/// because somebody else was quicker, leads back to the page as it stands now, where that is said.
/// </summary>
internal static class StaleForms
{
    private static readonly Bilingual Gone = new("没有办理：这一步已由他人办理或情况已变，下面是现在的情况。", "Nothing was done: somebody else was quicker, or things have changed. This is how it stands now.");

    /// <summary>Goes before the pages: refuses such a form.</summary>
    public static Task RefuseAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    /// <summary>Goes after the error pages: such a page is only read, whatever was sent to the address it stands in for; the form is not looked at again.</summary>
    public static Task OnlyReadAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            context.Request.Method = HttpMethods.Get;
            context.Features.Set<IAntiforgeryValidationFeature>(null);
        }

        return next(context);
    }

    /// <summary>Goes before the pages, after the refusal: where the page has no such form, it is shown again.</summary>
    public static async Task LeadBackAsync(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is null)
        {
            await next(context);
            return;
        }

        var said = Gone.Here;
        context.Response.OnStarting(() =>
        {
            LeadBack(context, said);
            return Task.CompletedTask;
        });
        await next(context);
        if (!context.Response.HasStarted)
        {
            LeadBack(context, said);
        }
    }

    // Pages answer in HTML; only a form without a place is answered in a bare line.
    private static void LeadBack(HttpContext context, string said)
    {
        if (context.Response is { StatusCode: StatusCodes.Status400BadRequest, ContentType: "text/plain" })
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.ContentType = null;
            context.Response.Headers.Location = (context.Request.PathBase + context.Request.Path + context.Request.QueryString).ToString();
            Notices.Say(context, said);
        }
    }
}
