using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Guiju.Kernel.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Guiju.Ui.Tests;

/// <summary>Renders a component to HTML in a language, as the server does.</summary>
internal static partial class Stage
{
    public const string Chinese = "zh-CN";
    public const string English = "en";

    /// <summary>Both languages as test rows.</summary>
    public static TheoryData<string> Languages => [Chinese, English];

    public static async Task<string> RenderAsync<TComponent>(string language, Dictionary<string, object?> parameters, Action<IServiceCollection>? more = null)
        where TComponent : IComponent
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddScoped<ActorHolder>();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        more?.Invoke(services);
        await using var provider = services.BuildServiceProvider();
        await using var renderer = new HtmlRenderer(provider, provider.GetRequiredService<ILoggerFactory>());
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    public static Task<string> VerdictAsync(Verdict verdict, string language = Chinese, Action<IServiceCollection>? more = null) =>
        RenderAsync<VerdictPanel>(language, new() { [nameof(VerdictPanel.Verdict)] = verdict }, more);

    /// <summary>What a reader sees: no tags, entities resolved, blanks folded.</summary>
    public static string TextOf(string html) => Blanks().Replace(WebUtility.HtmlDecode(Tags().Replace(html, " ")), " ").Trim();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
