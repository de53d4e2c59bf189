using Guiju.Kernel;
using Guiju.Kernel.Organisations;

namespace Guiju.Web.Organisations;

/// <summary>The units within a person's reach on one day, as pages draw them and as people name them in a field.</summary>
public sealed class UnitChart
{
    private readonly Dictionary<Guid, UnitBoard.Row> units;
    private readonly ILookup<Guid?, UnitBoard.Row> below;

    /// <summary>Draws the chart of these units.</summary>
    public UnitChart(IReadOnlyList<UnitBoard.Row> rows)
    {
        All = rows;
        units = rows.ToDictionary(u => u.Id);
        below = rows.ToLookup(u => u.ParentId);
    }

    /// <summary>No unit at all.</summary>
    public static UnitChart Empty { get; } = new([]);

    /// <summary>Every unit, by code.</summary>
    public IReadOnlyList<UnitBoard.Row> All { get; }

    /// <summary>Units that stand below none of the others.</summary>
    public IEnumerable<UnitBoard.Row> Tops => below[null];

    /// <summary>Units directly below one.</summary>
    public IEnumerable<UnitBoard.Row> Below(Guid id) => below[id];

    /// <summary>The unit, or null where it is not on the chart.</summary>
    public UnitBoard.Row? Find(Guid id) => units.GetValueOrDefault(id);

    /// <summary>The units above one, the topmost first.</summary>
    public IReadOnlyList<UnitBoard.Row> Above(Guid id)
    {
        var chain = new List<UnitBoard.Row>();
        for (var at = Find(id)?.ParentId; at is { } parent && Find(parent) is { } unit; at = unit.ParentId)
        {
            chain.Insert(0, unit);
        }

        return chain;
    }

    /// <summary>How many people work in a unit and in everything below it.</summary>
    public int PeopleOf(UnitBoard.Row unit) => unit.People + Below(unit.Id).Sum(PeopleOf);

    /// <summary>Code and name as a field shows them; an inner office carries the name of its body, since every body has an office of that name.</summary>
    public string Entry(Guid id) => Find(id) is not { } unit ? "" : $"{unit.Code} {FullName(unit)}";

    /// <summary>The name in the reader's language, of an inner office with that of the unit above.</summary>
    public string FullName(UnitBoard.Row unit)
    {
        var name = Named.Either(unit.Name, unit.EnglishName);
        return unit is { Kind: UnitKind.InnerOffice, ParentId: { } above } && Find(above) is { } body ? $"{Named.Either(body.Name, body.EnglishName)} · {name}" : name;
    }

    /// <summary>The same of any unit; the name on record where the unit is not on the chart.</summary>
    public string FullName(Guid id, string name) => Find(id) is { } unit ? FullName(unit) : name;

    /// <summary>The unit that was typed: its code, with or without the name behind it, or a name that only one unit bears.</summary>
    public UnitBoard.Row? Read(string? typed)
    {
        var text = typed?.Trim() ?? "";
        var code = text.Split([' ', '　'], 2)[0];
        return All.FirstOrDefault(u => string.Equals(u.Code, code, StringComparison.OrdinalIgnoreCase))
            ?? (All.Where(u => u.Name == text || u.EnglishName == text).Take(2).ToList() is [var only] && text.Length > 0 ? only : null);
    }

    /// <summary>What is wrong with a typed unit; null where it is right.</summary>
    public FieldError? Fault(string field, string? typed, string zh, string en) => Read(typed) is not null ? null
        : string.IsNullOrWhiteSpace(typed) ? new FieldError(field, new($"请填写{zh}。", $"Please fill in: {en}."))
        : new FieldError(field, new($"没有“{typed.Trim()}”这个机构，请从列表中选择或者填写机构代码。", $"There is no unit \"{typed.Trim()}\". Choose from the list or give the code."));
}
