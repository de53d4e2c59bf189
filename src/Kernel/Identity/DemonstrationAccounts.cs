using Guiju.Kernel.Data;
using Guiju.Kernel.Demonstration;
using Guiju.Kernel.Ledger;
using Guiju.Kernel.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Guiju.Kernel.Identity;

/// <summary>The accounts of the demonstration bureau: which they are, and whether they are shown at all.</summary>
public sealed class DemonstrationAccounts(IOptions<DemonstrationSettings> settings, IHostEnvironment? environment = null)
{
    /// <summary>The password of every default demonstration account.</summary>
    public const string Password = "Guiju-Demo-1";

    /// <summary>One account for each thing that can be done.</summary>
    public static readonly IReadOnlyList<DemonstrationAccount> Default =
    [
        Make("applicant", "0303-3", "用车申请人", "Applicant"),
        Make("office-head", "0303-2", "办公室主任", "Office head"),
        Make("leader", "0303-1", "主要负责人", "Principal leader"),
        Make("dispatcher", "B001", "车辆调度员", "Dispatcher"),
        Make("driver", "D001", "驾驶员", "Driver"),
        Make("vehicle-desk", "B003", "公务用车管理岗", "Vehicle desk"),
        Make("legal", "B005", "法规人员", "Legal officer"),
        Make("approver", "B011", "规则审定人", "Rule approver"),
        Make("auditor", "B006", "审计人员", "Auditor"),
        Make("discipline", "B012", "纪检监察人员", "Discipline inspector"),
        Make("finance", "B013", "财政监督人员", "Finance supervisor"),
        Make("duty", "B010", "值班员", "Officer on duty"),
        Make("sysadmin", "B007", "系统管理员", "System administrator"),
        Make("secadmin", "B008", "安全管理员", "Security administrator"),
        Make("audadmin", "B009", "审计管理员", "Audit administrator"),
    ];

    /// <summary>Whether this is the demonstration bureau.</summary>
    public bool Shown => settings.Value.Plant ?? environment?.IsDevelopment() == true;

    /// <summary>The accounts to list and to open.</summary>
    public IReadOnlyList<DemonstrationAccount> All => settings.Value.Accounts.Count > 0 ? settings.Value.Accounts : Default;

    private static DemonstrationAccount Make(string name, string person, string title, string english) =>
        new() { UserName = name, PersonCode = person, Title = title, EnglishTitle = english, Password = Password };

    /// <summary>Opens the accounts when the bureau is planted.</summary>
    internal sealed class Planting(GuijuDb db, DemonstrationAccounts accounts, IPasswordHasher<Account> hasher, ILookupNormalizer names) : IDemonstration
    {
        public int Order => 10;

        public Bilingual Title { get; } = new("演示账户", "Demonstration accounts");

        public async Task<IReadOnlyDictionary<string, int>> PlantAsync(CancellationToken ct)
        {
            var codes = accounts.All.Select(a => a.PersonCode).ToList();
            var people = await db.Set<Person>().Where(p => codes.Contains(p.Code)).ToDictionaryAsync(p => p.Code, p => p.Id, ct);
            db.ChangeTracker.Clear();
            using var ledger = new LedgerBulk(db);
            var opened = 0;
            foreach (var wanted in accounts.All.Where(a => people.ContainsKey(a.PersonCode)))
            {
                var account = new Account
                {
                    Id = Planted.Id("account:" + wanted.UserName),
                    UserName = wanted.UserName,
                    NormalizedUserName = names.NormalizeName(wanted.UserName),
                    PersonId = people[wanted.PersonCode],
                    LockoutEnabled = true,
                    SecurityStamp = Guid.CreateVersion7().ToString("N"),
                };
                account.PasswordHash = hasher.HashPassword(account, wanted.Password);
                db.Add(account);
                await ledger.AddAsync(new BulkAct(DateTime.UnixEpoch.AddYears(48), "kernel.OpenAccount", Json.Write(new { wanted.UserName }),
                    [(KernelKinds.Account, account.Id), (KernelKinds.Person, account.PersonId)]), [], ct);
                opened++;
            }

            await ledger.FlushAsync(ct);
            return new Dictionary<string, int> { ["accounts"] = opened };
        }
    }
}
