using Guiju.Kernel;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Guiju.Ui;

/// <summary>
/// Markup of parts of pages that are the same for everybody, drawn once for each language: a part of some hundred elements costs more to draw than the rest of a page.
/// Such a part must not ask who is there, and holds no form that posts.
/// </summary>
public sealed class KeptMarkup(IServiceScopeFactory scopes, ILoggerFactory logs) : IDisposable
{
    private const int Most = 512;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>The markup of a component.</summary>
    /// <param name="key">All that the markup hangs on, but for the component and the language.</param>
    /// <param name="parameters">Parameters of the component.</param>
    /// <param name="ct">Ends before the drawing.</param>
    public async Task<MarkupString> OfAsync<TComponent>(string key, Dictionary<string, object?> parameters, CancellationToken ct)
        where TComponent : IComponent
    {
        var whole = (typeof(TComponent), key, Language.IsEnglish);
        if (!kept.TryGetValue(whole, out string? markup))
        {
            ct.ThrowIfCancellationRequested();
            await using var scope = scopes.CreateAsyncScope();
            await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
            markup = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString());
            kept.Set(whole, markup, new MemoryCacheEntryOptions { Size = 1 });
        }

        return new MarkupString(markup ?? "");
    }

    /// <inheritdoc/>
    public void Dispose() => kept.Dispose();
}
