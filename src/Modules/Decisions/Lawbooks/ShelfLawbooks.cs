using Guiju.Decisions.Contracts;
using Guiju.Kernel.Data;

namespace Guiju.Decisions.Lawbooks;

/// <summary>The shelf's lawbooks for other modules.</summary>
internal sealed class ShelfLawbooks(LawShelf shelf, GuijuDb db) : ILawbooks
{
    public string Current => shelf.Current.Version;

    public IReadOnlyDictionary<string, string> Files() => shelf.Current.Files.Files;

    public async Task<IReadOnlyDictionary<string, string>?> FilesAsync(string version, CancellationToken ct) => (await shelf.FindAsync(db, version, ct))?.Files.Files;
}
