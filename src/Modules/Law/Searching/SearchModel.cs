using Guiju.Kernel;
using Guiju.Law.Stored;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Law.Searching;

/// <summary>What search brings into the module.</summary>
internal static class SearchModel
{
    public static void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => SearchLexicon.Read(LawFiles.Read(LawFiles.Find(configuration))));
        services.AddSingleton<SearchRoom>().AddScoped<LawFinder>();
    }

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/search", SearchAsync).WithName("law.search").Produces<SearchLines>();

    private static async Task<IResult> SearchAsync([AsParameters] SearchRequest request, LawFinder finder, Guiju.Kernel.Identity.ActorHolder asker, CancellationToken ct)
    {
        if (!asker.Current.Can(LawModule.ReadLaw))
        {
            return OutcomeHttp.Denied(LawModule.ReadLaw);
        }

        var answer = await finder.AskAsync(request.Q ?? "", new SearchFacets { Rank = request.Rank, Domain = request.Domain, Standing = request.Standing, Issuer = request.Issuer, Year = request.Year, Family = request.Family, Pack = request.Pack, On = request.On }, ct);
        return Results.Json(SearchLines.Of(answer.Hits.Take(Math.Clamp(request.Limit ?? 10, 1, LawSearch.Candidates))), Json.Options);
    }

    /// <summary>What the address may say.</summary>
    internal sealed record SearchRequest(string? Q, LawRank? Rank, LawDomain? Domain, TextStanding? Standing, string? Issuer, int? Year, string? Family, string? Pack, DateOnly? On, int? Limit);
}

/// <summary>An answer as the API and the command line give it.</summary>
internal sealed record SearchLines(IReadOnlyList<SearchLines.Line> Results)
{
    public static SearchLines Of(IEnumerable<Hit> hits) => new(hits.Select(h => new Line(
        h.Record.Text.Title, h.Record.Label, h.Record.FullAddress, string.Concat(h.Snippet.Select(p => p.Marked ? $"【{p.Text}】" : p.Text)), MathF.Round(h.Score, 2))).ToList());

    /// <summary>One provision; what matches in the snippet stands in 【】.</summary>
    internal sealed record Line(string Title, string Article, string Address, string Snippet, float Score);
}
