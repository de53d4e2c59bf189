using Guiju.Kernel;
using Guiju.Law.Contracts;

namespace Guiju.Law.Comparing;

/// <summary>The gists of <c>law/sources</c>: each says in our own words what a provision says, so it is read again when the provision changes.</summary>
internal sealed class SourceDependants(LawSources sources) : IDependants
{
    private static readonly Bilingual Gist = new("条款要旨", "Gist of a provision");

    public Task<IReadOnlyList<Dependant>> OfWorkAsync(string work, CancellationToken ct)
    {
        IReadOnlyList<Dependant> found = sources.Find(work) is { } text
            ? [.. text.Versions.SelectMany(v => v.Provisions).Select(p => new Dependant(Gist, $"{work}~{p.Address}", p.Gist, $"{work}~{p.Address}", $"/law/{work}#{p.Address}")).DistinctBy(d => d.Id)]
            : [];
        return Task.FromResult(found);
    }
}
