namespace Guiju.Kernel.Registers;

/// <summary>Words that every register uses.</summary>
public static class RegisterWords
{
    /// <summary>Yes.</summary>
    public static readonly Bilingual Yes = new("是", "Yes");

    /// <summary>No.</summary>
    public static readonly Bilingual No = new("否", "No");

    /// <summary>A unit that no longer exists.</summary>
    public static readonly Bilingual ClosedUnit = new("（已撤销机构）", "(closed unit)");
}
