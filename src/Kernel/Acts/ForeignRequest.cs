using Microsoft.AspNetCore.Http;

namespace Guiju.Kernel;

/// <summary>
/// Keeps other sites from acting in the name of a signed-in person. A form of a foreign page can send only simple content types and cannot
/// hide where it comes from: acts take JSON alone, and a browser that names a foreign origin is refused.
/// </summary>
public static class ForeignRequest
{
    private static readonly Bilingual Foreign = new("请求来自其他网站，已拒绝。", "The request comes from another site and was refused.");

    /// <summary>The refusal, or null where the request may go on.</summary>
    public static IResult? Refusal(HttpRequest request)
    {
        if (!request.HasJsonContentType())
        {
            return OutcomeHttp.Problem(StatusCodes.Status415UnsupportedMediaType, "not-json", new("只接受 application/json。", "Only application/json is accepted."));
        }

        return IsForeign(request) ? OutcomeHttp.Problem(StatusCodes.Status403Forbidden, "foreign", Foreign) : null;
    }

    /// <summary>The refusal of a file that is not of a media type which no form of a foreign page can send, or null.</summary>
    public static IResult? Refusal(HttpRequest request, string mediaType)
    {
        if (request.ContentType is not { } type || !type.StartsWith(mediaType, StringComparison.OrdinalIgnoreCase))
        {
            return OutcomeHttp.Problem(StatusCodes.Status415UnsupportedMediaType, "not-a-file", new($"只接受 {mediaType}。", $"Only {mediaType} is accepted."));
        }

        return IsForeign(request) ? OutcomeHttp.Problem(StatusCodes.Status403Forbidden, "foreign", Foreign) : null;
    }

    private static bool IsForeign(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is "cross-site" or "same-site")
        {
            return true;
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && (!Uri.TryCreate(origin, UriKind.Absolute, out var from)
            || !string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
