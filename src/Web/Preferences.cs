namespace Guiju.Web;

/// <summary>Language and theme, remembered in cookies.</summary>
internal static class Preferences
{
    public const string Chinese = "zh-CN";
    public const string English = "en";
    private const string LanguageCookie = "guiju-language";
    private const string ThemeCookie = "guiju-theme";

    public static string LanguageOf(HttpContext context) => context.Request.Cookies[LanguageCookie] == English ? English : Chinese;

    /// <summary>light, dark, or null to follow the machine.</summary>
    public static string? ThemeOf(HttpContext? context) => context?.Request.Cookies[ThemeCookie] is "light" or "dark" ? context.Request.Cookies[ThemeCookie] : null;

    public static void Map(WebApplication app)
    {
        app.MapGet("/language/{code}", (string code, string? back, HttpContext context) => Remember(context, LanguageCookie, code == English ? English : Chinese, back)).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/theme/{mode}", (string mode, string? back, HttpContext context) => Remember(context, ThemeCookie, mode is "dark" or "light" ? mode : "", back)).AllowAnonymous().ExcludeFromDescription();
    }

    private static IResult Remember(HttpContext context, string cookie, string value, string? back)
    {
        context.Response.Cookies.Append(cookie, value, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = TimeSpan.FromDays(365), Secure = context.Request.IsHttps });
        return Results.LocalRedirect(back is { Length: > 0 } && back[0] == '/' && !back.StartsWith("//", StringComparison.Ordinal) && !back.Contains('\\', StringComparison.Ordinal) ? back : "/");
    }
}
