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
    public sealed record Row(Guid Id, string UserName, Guid PersonId, string PersonName, string UnitName, Standing Standing, bool SecondFactor, bool MustChangePassword);

    /// <summary>A page of accounts and how many there are.</summary>
    public sealed record Page(IReadOnlyList<Row> Rows, int Total);

    /// <summary>Accounts whose user name or person's name holds the words.</summary>
    public async Task<Page> ListAsync(string? words, int skip, int take, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var part = words?.Trim() ?? "";
        var found = db.Set<Person>().AsNoTracking().Within(holder.Current, KernelPermissions.KeepAccounts, p => p.UnitId)
            .Join(db.Set<Account>(), p => p.Id, a => a.PersonId, (p, a) => new { Person = p, Account = a })
            .Where(x => part == "" || x.Person.Name.Contains(part) || x.Account.UserName!.Contains(part));
        var rows = await found.OrderBy(x => x.Account.UserName).Skip(Math.Max(0, skip)).Take(Math.Clamp(take, 1, 200))
            .Join(db.Set<Unit>(), x => x.Person.UnitId, u => u.Id, (x, u) => new { x.Person, x.Account, Unit = u.Name }).ToListAsync(ct);
        return new Page(
            rows.ConvertAll(x => new Row(x.Account.Id, x.Account.UserName ?? "", x.Person.Id, x.Person.Name, x.Unit,
                x.Account.Barred ? Standing.Barred : x.Account.LockoutEnd > now ? Standing.Locked : Standing.Open, x.Account.TwoFactorEnabled, x.Account.MustChangePassword)),
            await found.CountAsync(ct));
    }
}
