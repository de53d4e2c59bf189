namespace Guiju.Kernel.Organisations;

/// <summary>What must hold for the organisation tree to make sense on every day.</summary>
public static class UnitChecks
{
    /// <summary>The unit above exists on the day.</summary>
    public static readonly SystemCheck StandsUnderALivingUnit = new("UnitChecks.StandsUnderALivingUnit",
        new("上级机构在起始日必须已设立且未撤销。", "The unit above must exist on the first day and not be closed."));

    /// <summary>Nothing stands under itself.</summary>
    public static readonly SystemCheck NoCycle = new("UnitChecks.NoCycle",
        new("机构不得调整到自己或自己的下级之下。", "A unit cannot be moved below itself."));

    /// <summary>The tree is moved forward in time only.</summary>
    public static readonly SystemCheck MovesForward = new("UnitChecks.MovesForward",
        new("调整日必须晚于上一次调整日，并在机构存续期内。", "The day of the move must be later than the last move and within the unit's life."));

    /// <summary>A move changes something.</summary>
    public static readonly SystemCheck MovesElsewhere = new("UnitChecks.MovesElsewhere",
        new("机构已经在这个上级之下。", "The unit already stands there."));

    /// <summary>The root stays the root.</summary>
    public static readonly SystemCheck RootStays = new("UnitChecks.RootStays",
        new("最上级机构不能调整或撤销。", "The topmost unit can be neither moved nor closed."));

    /// <summary>A unit is closed after everything below it.</summary>
    public static readonly SystemCheck NothingBelow = new("UnitChecks.NothingBelow",
        new("撤销前须先调整或撤销全部下级机构。", "Units below must be moved or closed first."));

    /// <summary>A unit is closed after its people have left.</summary>
    public static readonly SystemCheck NobodyLeft = new("UnitChecks.NobodyLeft",
        new("撤销前须先调出全部在职人员。", "The people of the unit must be transferred first."));

    /// <summary>A unit ends after it begins, once.</summary>
    public static readonly SystemCheck EndsOnceAfterStart = new("UnitChecks.EndsOnceAfterStart",
        new("撤销日不得早于设立日或最近一次调整日，已撤销的机构不能再撤销。", "The last day must not lie before the first day or the last move, and a closed unit cannot be closed again."));
}
