namespace Guiju.Kernel;

/// <summary>A system check: what must hold for the record to make sense. It cites no law.</summary>
/// <param name="Code">Stable name, e.g. <c>TripChecks.EndsAfterStart</c>.</param>
/// <param name="Statement">The statement that must hold.</param>
public sealed record SystemCheck(string Code, Bilingual Statement);

/// <summary>Holds entities to their system checks.</summary>
public static class Check
{
    /// <summary>Throws <see cref="BrokenCheckException"/> where <paramref name="holds"/> is false; only the desk catches it.</summary>
    public static void That(bool holds, SystemCheck check, string? field = null)
    {
        if (!holds)
        {
            throw new BrokenCheckException(check, field);
        }
    }
}

/// <summary>A system check did not hold.</summary>
public sealed class BrokenCheckException(SystemCheck check, string? field = null) : Exception(check.Statement.En)
{
    /// <summary>The check that did not hold.</summary>
    public SystemCheck Check { get; } = check;

    /// <summary>The act's field it concerns, where one does.</summary>
    public string? Field { get; } = field;
}
