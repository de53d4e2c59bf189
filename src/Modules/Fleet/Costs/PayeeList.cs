using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Costs;

/// <summary>The contract list, contracts in force first, a page at a time.</summary>
internal sealed class PayeeList(GuijuDb db, TimeProvider clock)
{
    /// <summary>Rows of a page.</summary>
    public const int Size = 20;

    public async Task<Part> AskAsync(string? words, ServiceKind? service, int page, CancellationToken ct)
    {
        var today = clock.Today();
        var rows = db.Set<Payee>().AsNoTracking();
        if (!string.IsNullOrWhiteSpace(words))
        {
            var sought = words.Trim();
            rows = rows.Where(p => p.Name.Contains(sought) || p.ContractNo.Contains(sought));
        }

        if (service is { } only)
        {
            rows = rows.Where(p => p.Service == only);
        }

        var total = await rows.CountAsync(ct);
        var found = await rows.OrderByDescending(p => p.To >= today).ThenBy(p => p.Service).ThenBy(p => p.Name).ThenBy(p => p.From).Skip((page - 1) * Size).Take(Size).ToListAsync(ct);
        return new Part(total, page, found.ConvertAll(p => new Row(p.Name, p.Service, p.ContractNo, p.From, p.To, p.To < today ? Standing.Ended : p.From > today ? Standing.Coming : Standing.InForce)));
    }

    /// <summary>A page.</summary>
    internal sealed record Part(int Total, int Page, IReadOnlyList<Row> Rows);

    /// <summary>One contract.</summary>
    internal sealed record Row(string Name, ServiceKind Service, string ContractNo, DateOnly From, DateOnly To, Standing Standing);

    /// <summary>Whether a contract holds on the day of asking.</summary>
    internal enum Standing
    {
        /// <summary>It holds.</summary>
        InForce,

        /// <summary>It begins later.</summary>
        Coming,

        /// <summary>It has ended.</summary>
        Ended,
    }
}
