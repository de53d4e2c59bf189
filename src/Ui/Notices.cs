using System.Text;
using Microsoft.AspNetCore.Http;

namespace Guiju.Ui;

/// <summary>A sentence said once on the next page, after a form has led there: "the request was handed in".</summary>
public static class Notices
{
    private const string Cookie = "guiju-said";
    private const int Most = 300;

    /// <summary>Says it on the next page that the person sees.</summary>
    public static void Say(HttpContext context, string text)
    {
        var shortened = text.Length <= Most ? text : text[..Most];
        context.Response.Cookies.Append(Cookie, Convert.ToBase64String(Encoding.UTF8.GetBytes(shortened)),
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromMinutes(1) });
    }

    /// <summary>What is to be said now; it is not said again. Null where there is nothing.</summary>
    public static string? Take(HttpContext? context)
    {
        if (context is not { Response.HasStarted: false } || !context.Request.Cookies.TryGetValue(Cookie, out var said) || said.Length > Most * 6)
        {
            return null;
        }

        context.Response.Cookies.Delete(Cookie);
        var bytes = new byte[said.Length];
        return Convert.TryFromBase64String(said, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
