using System.ComponentModel.DataAnnotations;
using Guiju.Kernel.Data;
using Guiju.Kernel.Organisations;
using Guiju.Kernel.People;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Kernel.Identity;

/// <summary>Accounts of people within reach.</summary>
[Needs(KernelPermissions.KeepAccounts)]
public sealed class AccountBoard(GuijuDb db, ActorHolder holder, TimeProvider clock)
{
    /// <summary>How an account stands.</summary>
    public enum Standing
    {
        /// <summary>Usable.</summary>
        [Display(Name = "正常")]
        Open,

        /// <summary>Locked for a while after wrong passwords.</summary>
        [Display(Name = "暂时锁定")]
        Locked,

        /// <summary>Barred by an administrator.</summary>
        [Display(Name = "已锁定")]
        Barred,
    }

    /// <summary>One account.</summary>
    public sealed record Row(Guid Id, string UserName, Guid PersonId, string PersonName, Guid UnitId, string UnitName, Standing Standing, bool SecondFactor, bool MustChangePassword);

    /// <summary>A page of accounts and how many there are.</summary>
    public sealed record Page(IReadOnlyList<Row> Rows, int Total);

    /// <summary>Accounts whose user name or person's name holds the words.</summary>
    public async Task<Page> ListAsync(string? words, int skip, int take, CancellationToken ct)
    {
        var part = words?.Trim() ?? "";
        var found = Visible().Where(x => part == "" || x.Person.Name.Contains(part) || x.Account.UserName!.Contains(part));
        return new Page(await RowsAsync(found.OrderBy(x => x.Account.UserName).Skip(Math.Max(0, skip)).Take(Math.Clamp(take, 1, 200)), ct), await found.CountAsync(ct));
    }

    /// <summary>One account; null where it is not within reach.</summary>
    public async Task<Row?> FindAsync(Guid id, CancellationToken ct) => await RowsAsync(Visible().Where(x => x.Account.Id == id), ct) is [var only] ? only : null;

    /// <summary>The account of a person; null where there is none within reach.</summary>
    public async Task<Row?> OfPersonAsync(Guid personId, CancellationToken ct) => await RowsAsync(Visible().Where(x => x.Person.Id == personId), ct) is [var only] ? only : null;

    private IQueryable<Held> Visible() => db.Set<Person>().AsNoTracking().Within(holder.Current, KernelPermissions.KeepAccounts, p => p.UnitId)
        .Join(db.Set<Account>(), p => p.Id, a => a.PersonId, (p, a) => new Held { Person = p, Account = a });

    private async Task<IReadOnlyList<Row>> RowsAsync(IQueryable<Held> accounts, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rows = await accounts.Join(db.Set<Unit>(), x => x.Person.UnitId, u => u.Id, (x, u) => new { x.Person, x.Account, Unit = u.Name }).ToListAsync(ct);
        return rows.ConvertAll(x => new Row(x.Account.Id, x.Account.UserName ?? "", x.Person.Id, x.Person.Name, x.Person.UnitId, x.Unit,
            x.Account.Barred ? Standing.Barred : x.Account.LockoutEnd > now ? Standing.Locked : Standing.Open, x.Account.TwoFactorEnabled, x.Account.MustChangePassword));
    }

    private sealed record Held
    {
        public required Person Person { get; init; }

        public required Account Account { get; init; }
    }
}
