using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Guiju.Kernel.Ledger;

/// <summary>
/// What people call an act. An act carries its Chinese title as <c>[Display(Name = "申请用车")]</c>; the English stands in its assembly's texts.
/// What was never an act of the desk, such as records taken over, is named by its module with an <see cref="ActTitle"/>.
/// An act that this build no longer knows keeps the name it has in the ledger.
/// </summary>
public sealed partial class ActTitles(ActCatalogue catalogue, IEnumerable<ActTitle> named)
{
    private static readonly Dictionary<string, string> Planting = new()
    {
        ["PlantUnits"] = "机构",
        ["PlantPeople"] = "人员",
        ["PlantRoles"] = "角色",
        ["PlantAccounts"] = "账户",
    };

    private readonly ConcurrentDictionary<string, Bilingual> titles = new();
    private readonly Dictionary<string, Bilingual> others = named.ToDictionary(t => t.Act, t => t.Title);
    private readonly Dictionary<string, Type> types = catalogue.All.ToDictionary(a => a.Name, a => a.Act);

    /// <summary>All acts of this build by title.</summary>
    public IReadOnlyList<(string Act, Bilingual Title)> All => types.Keys.Order(StringComparer.Ordinal).Select(name => (name, Of(name))).ToList();

    /// <summary>The title of an act, by its name in the ledger.</summary>
    public Bilingual Of(string act) => titles.GetOrAdd(act, name =>
    {
        if (others.TryGetValue(name, out var other))
        {
            return other;
        }

        var spoken = Spoken(name);
        if (types.GetValueOrDefault(name)?.GetCustomAttribute<DisplayAttribute>()?.Name is not { } zh)
        {
            return Planting.TryGetValue(name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..], out var planted) ? new Bilingual($"建立演示{planted}", spoken) : new Bilingual(name, spoken);
        }

        return new Bilingual(zh, Texts.EnglishOf(types[name].Assembly).GetValueOrDefault(zh, spoken));
    });

    // fleet.RequestTrip → Request trip
    private static string Spoken(string name)
    {
        var words = Words().Replace(name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..], " $1").Trim();
        return words.Length == 0 ? name : words[..1] + words[1..].ToLowerInvariant();
    }

    [GeneratedRegex("(?<=[a-z0-9])([A-Z])")]
    private static partial Regex Words();
}

/// <summary>The title of a ledger entry that no act of the desk wrote, e.g. <c>fleet.TakeOverTrip</c>.</summary>
/// <param name="Act">The name in the ledger.</param>
/// <param name="Title">What people call it.</param>
public sealed record ActTitle(string Act, Bilingual Title);
