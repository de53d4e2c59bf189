using System.Text.Json;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;

namespace Guiju.Fleet.Census;

/// <summary>One figure of the census (普查): what is counted, and of which class or energy.</summary>
/// <param name="Key">Name in forms, API and workbook, e.g. <c>cars-research</c>.</param>
/// <param name="Group">Table it belongs to.</param>
/// <param name="Word">Class or energy; null for a figure that is not divided.</param>
internal sealed record CensusLine(string Key, CensusGroup Group, Enum? Word)
{
    /// <summary>All figures, table by table.</summary>
    public static readonly IReadOnlyList<CensusLine> All =
    [
        .. Of<VehicleClass>(CensusGroup.Cars), .. Of<VehicleClass>(CensusGroup.Quota), .. Of<EnergyKind>(CensusGroup.Energy),
        new(Drivers, CensusGroup.Drivers, null),
        .. Of<VehicleClass>(CensusGroup.Cost), .. Of<EnergyKind>(CensusGroup.EnergyCost),
    ];

    /// <summary>Key of the drivers.</summary>
    public const string Drivers = "drivers";

    private static readonly Dictionary<string, CensusLine> ByKey = All.ToDictionary(l => l.Key);

    /// <summary>Whether it is money, in yuan; a count otherwise.</summary>
    public bool IsMoney => Group is CensusGroup.Cost or CensusGroup.EnergyCost;

    /// <summary>What people read.</summary>
    public Bilingual Title
    {
        get
        {
            var (group, word) = (EnumWords.Both(Group), Word is null ? Bilingual.Empty : EnumWords.Both(Word));
            return Word is null ? group : new(group.Zh + "：" + word.Zh, group.En + ": " + word.En);
        }
    }

    /// <summary>The figure of that key; null where there is none.</summary>
    public static CensusLine? Find(string key) => ByKey.GetValueOrDefault(key);

    /// <summary>The key of a group's figure for a class or an energy.</summary>
    public static string KeyOf(CensusGroup group, Enum? word) => word is null ? Code(group) : $"{Code(group)}-{Code(word)}";

    private static string Code(Enum word) => JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString());

    private static IEnumerable<CensusLine> Of<TWord>(CensusGroup group)
        where TWord : struct, Enum => Enum.GetValues<TWord>().Select(w => new CensusLine(KeyOf(group, w), group, w));
}
