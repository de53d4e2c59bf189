namespace Guiju.Kernel;

/// <summary>
/// A handler that the rows of a large sheet can share: it asks the record once for all acts, so that none need be saved before the next is looked at.
/// It only adds rows, opens no transaction, and remembers for later acts what earlier ones have added.
/// </summary>
/// <typeparam name="TAct">The act.</typeparam>
public interface IHandlesMany<in TAct>
{
    /// <summary>Fetches what handling <paramref name="acts"/> needs of the record; called once, before the first of them.</summary>
    Task GatherAsync(IReadOnlyCollection<TAct> acts, CancellationToken ct);
}
