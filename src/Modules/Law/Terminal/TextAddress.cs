using System.Globalization;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Law.Checking;
using Guiju.Law.Stored;
using Guiju.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Law.Terminal;

/// <summary>A wording that a command was given: a file, or an address of the library as <c>work</c>, <c>work@2021-06-20</c>, <c>work~art_25</c>.</summary>
internal sealed record TextAddress(string Work, string? Place, DateOnly Date, LegalText Text, TextIdentity? Identity)
{
    /// <summary>Finds what was meant; a file needs no database.</summary>
    public static async Task<TextAddress> FindAsync(IServiceProvider services, string given, DateOnly? on, CancellationToken ct)
    {
        if (File.Exists(given))
        {
            var read = (await ReadFile.AllAsync([given], ct))[0];
            var text = read.Text ?? throw new InvalidDataException($"{given}: {read.Failure?.En}");
            var identity = TextIdentity.Of(text, given, services.GetRequiredService<LawSources>());
            return new TextAddress(identity.Work, null, identity.Date, text, identity);
        }

        var (whole, place) = given.Split('~', 2) is [var w, var p] ? (w, p) : (given, null);
        var (work, named) = whole.Split('@', 2) is [var a, var d] ? (a, (DateOnly?)Day(d)) : (whole, null);
        var shelf = await ShelfAsync(services, ct) ?? throw new InvalidDataException($"There is no file {given}, and the library is empty: no database was found.");
        var stored = await shelf.FindAsync(work, ct) ?? throw new InvalidDataException($"There is no file and no stored text {given}.");
        var version = named is { } date ? stored.Versions.FirstOrDefault(v => v.Date == date) ?? stored.On(date) : stored.Nearest(on ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime));
        return version is null
            ? throw new InvalidDataException($"{work} has no version of {named:yyyy-MM-dd}.")
            : new TextAddress(work, place, version.Date, await shelf.WordingAsync(version.Id, ct), null);
    }

    /// <summary>The library, or null where there is no database with its tables.</summary>
    public static async Task<Shelf?> ShelfAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<GuijuDb>();
        return await db.Database.CanConnectAsync(ct) && (await db.Database.GetAppliedMigrationsAsync(ct)).Any(m => m.EndsWith("LawLibrary", StringComparison.Ordinal))
            ? services.GetRequiredService<Shelf>()
            : null;
    }

    /// <summary>A day as commands take it.</summary>
    public static DateOnly Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day : throw new InvalidDataException($"'{text}' is no day; write it as 2023-05-08.");
}
