using System.ComponentModel.DataAnnotations;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Kernel.Identity;

/// <summary>A line of the sign-in log. Written through the desk, so the ledger shows if one is altered or removed.</summary>
public sealed class SignInRecord
{
    /// <summary>Id.</summary>
    public Guid Id { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>Name that was typed; of unknown names only the beginning, since people type passwords there.</summary>
    public required string UserName { get; init; }

    /// <summary>Person; null where the name is unknown.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>What became of it.</summary>
    public SignInOutcome Outcome { get; init; }

    /// <summary>Network address.</summary>
    public required string Ip { get; init; }

    /// <summary>Browser, as it calls itself.</summary>
    public required string Agent { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SignInRecord>
    {
        public void Configure(EntityTypeBuilder<SignInRecord> record)
        {
            record.ToTable("kernel_sign_in");
            record.Property(r => r.Id).ValueGeneratedNever();
            record.Property(r => r.UserName).HasMaxLength(100);
            record.Property(r => r.Ip).HasMaxLength(64);
            record.Property(r => r.Agent).HasMaxLength(300);
            record.HasIndex(r => r.At);
            record.HasIndex(r => r.PersonId);
        }
    }
}

/// <summary>What became of an attempt to sign in.</summary>
public enum SignInOutcome
{
    /// <summary>Signed in.</summary>
    [Display(Name = "已登录")]
    SignedIn,

    /// <summary>Password right, second factor asked for.</summary>
    [Display(Name = "密码正确，待验证码")]
    CodeAsked,

    /// <summary>Wrong password.</summary>
    [Display(Name = "密码错误")]
    WrongPassword,

    /// <summary>Wrong code of the second factor.</summary>
    [Display(Name = "验证码错误")]
    WrongCode,

    /// <summary>No account of that name.</summary>
    [Display(Name = "没有这个用户名")]
    UnknownName,

    /// <summary>Account locked.</summary>
    [Display(Name = "账户已锁定")]
    Locked,

    /// <summary>The person does not work here today.</summary>
    [Display(Name = "不在职")]
    NotEmployed,

    /// <summary>Signed out.</summary>
    [Display(Name = "已退出")]
    SignedOut,
}

/// <summary>An attempt to sign in is put on record. Done by the system itself.</summary>
[Needs(KernelPermissions.KeepAccounts), Display(Name = "登录记录")]
public sealed record RecordSignIn : IAct<Guid>
{
    /// <summary>Name that was typed.</summary>
    [StringLength(100)]
    public string UserName { get; init; } = "";

    /// <summary>Person.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>What became of it.</summary>
    [EnumDataType(typeof(SignInOutcome))]
    public SignInOutcome Outcome { get; init; }

    /// <summary>Network address.</summary>
    [StringLength(64)]
    public string Ip { get; init; } = "";

    /// <summary>Browser.</summary>
    [StringLength(300)]
    public string Agent { get; init; } = "";

    internal sealed class Handler(GuijuDb db, ActorHolder holder, Journal journal, TimeProvider clock) : IHandler<RecordSignIn, Guid>
    {
        public Task<Guid> HandleAsync(RecordSignIn act, CancellationToken ct)
        {
            if (!holder.Current.IsSystem)
            {
                throw new NotWithinReachException("sign-in log"); // nobody writes the log by hand
            }

            var record = new SignInRecord
            {
                Id = Guid.CreateVersion7(),
                At = clock.GetUtcNow().UtcDateTime,
                UserName = act.UserName,
                PersonId = act.PersonId,
                Outcome = act.Outcome,
                Ip = act.Ip,
                Agent = act.Agent,
            };
            db.Add(record);
            if (act.PersonId is { } person)
            {
                journal.Concerns(KernelKinds.Person, person);
            }

            return Task.FromResult(record.Id);
        }
    }
}
