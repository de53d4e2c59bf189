using System.Diagnostics;
using Guiju.Kernel;
using Microsoft.AspNetCore.Diagnostics;

namespace Guiju.Web;

/// <summary>Programs get a problem document where people get a page: a reference number, never a stack trace. The fault itself is in the log under the same number.</summary>
internal sealed class ProgramFaults : IExceptionHandler
{
    public static bool IsProgram(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken ct)
    {
        if (!IsProgram(context))
        {
            return false;
        }

        await OutcomeHttp.Problem(StatusCodes.Status500InternalServerError, "fault",
            new("系统出了问题，未作任何更改。", "Something went wrong on our side; nothing was changed."),
            ("reference", Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier)).ExecuteAsync(context);
        return true;
    }

    /// <summary>Leaves the bare status of an API answer as it is.</summary>
    public static Task KeepStatusAsync(HttpContext context, RequestDelegate next)
    {
        if (IsProgram(context) && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        return next(context);
    }
}
