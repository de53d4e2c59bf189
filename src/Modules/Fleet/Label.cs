using Guiju.Kernel;
using Guiju.Kernel.Organisations;

namespace Guiju.Fleet;

/// <summary>How words, units and figures are shown to people, in the language of the request.</summary>
internal static class Label
{
    /// <summary>The word for a member, e.g. 机要通信用车; empty for none.</summary>
    public static string Of(Enum? word) => EnumWords.Of(word);

    /// <summary>The name of a unit, in English where there is one.</summary>
    public static string NameOf(this UnitTree tree, Guid unitId) => tree.Find(unitId) is not { } unit
        ? ""
        : Language.IsEnglish && unit.EnglishName.Length > 0 ? unit.EnglishName : unit.Name;
}
