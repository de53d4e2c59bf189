namespace Guiju.Kernel;

/// <summary>What became of an act. Match it with a <c>switch</c>.</summary>
public abstract record Outcome<T>
{
    /// <summary>Done and saved with its ledger entry.</summary>
    public sealed record Done(T Value, Verdict? Verdict) : Outcome<T>;

    /// <summary>The request has a wrong shape; nothing was done.</summary>
    public sealed record Invalid(IReadOnlyList<FieldError> Errors) : Outcome<T>;

    /// <summary>The person lacks the permission; nothing was done.</summary>
    public sealed record Denied(string Permission) : Outcome<T>;

    /// <summary>The law refuses, or wants a reason, an approval or a fact first; nothing was done.</summary>
    public sealed record Refused(Verdict Verdict) : Outcome<T>;

    /// <summary>A system check did not hold; nothing was done.</summary>
    public sealed record Broken(SystemCheck Check, string? Field) : Outcome<T>;

    /// <summary>Somebody else changed the same record meanwhile; nothing was done.</summary>
    public sealed record Stale : Outcome<T>;

    /// <summary>The thing acted on does not exist or lies outside the person's reach; nothing was done.</summary>
    public sealed record Missing : Outcome<T>;
}

/// <summary>A field of the request and what is wrong with it.</summary>
public sealed record FieldError(string Field, Bilingual Message);

/// <summary>Thrown by handlers and facts where a thing does not exist within the person's reach; the desk turns it into <see cref="Outcome{T}.Missing"/>.</summary>
public sealed class NotWithinReachException(string what) : Exception(what);
