using Guiju.Kernel;
using Microsoft.AspNetCore.OpenApi;

namespace Guiju.Web;

/// <summary>What the OpenAPI document says of the whole: title, and the words of problem documents.</summary>
internal static class ApiDescription
{
    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = Microsoft.OpenApi.OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Guiju 规矩";
            document.Info.Version = typeof(IModule).Assembly.GetName().Version?.ToString(3) ?? "1.0.0";
            document.Info.Description =
                "The same acts and questions as the pages. A refused act answers 409 with application/problem+json that carries the verdict: findings with articles, figures and the nearest lawful way.";
            return Task.CompletedTask;
        });
    }
}
