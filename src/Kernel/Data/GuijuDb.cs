using Guiju.Kernel.Identity;
using Guiju.Kernel.Ledger;
using Guiju.Kernel.Organisations;
using Guiju.Kernel.People;
using Guiju.Kernel.Verdicts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Kernel.Data;

/// <summary>The one database context, assembled from the modules' mappings, so that one transaction covers a change and its ledger entry.</summary>
public sealed class GuijuDb(DbContextOptions<GuijuDb> options, IEnumerable<IModule> modules, IDatabase database)
    : IdentityUserContext<Account, Guid>(options)
{
    /// <summary>What differs on this database.</summary>
    public IDatabase Provider => database;

    /// <summary>The modules that the model is made of.</summary>
    internal string ModuleNames => string.Join(' ', modules.Select(m => m.GetType().FullName));

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<decimal>().HavePrecision(18, 2);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        NameIdentityTables(builder);
        builder.ApplyConfiguration(new Unit.Mapping());
        builder.ApplyConfiguration(new UnitPlacement.Mapping());
        builder.ApplyConfiguration(new Person.Mapping());
        builder.ApplyConfiguration(new Assignment.Mapping());
        builder.ApplyConfiguration(new Role.Mapping());
        builder.ApplyConfiguration(new LedgerEntry.Mapping());
        builder.ApplyConfiguration(new LedgerSubject.Mapping());
        builder.ApplyConfiguration(new LedgerBlock.Mapping());
        builder.ApplyConfiguration(new StoredVerdict.Mapping());
        builder.ApplyConfiguration(new SharedKey.Mapping());
        foreach (var module in modules)
        {
            module.BuildModel(builder);
        }

        foreach (var type in builder.Model.GetEntityTypes())
        {
            if (typeof(IRevised).IsAssignableFrom(type.ClrType))
            {
                builder.Entity(type.ClrType).Property(nameof(IRevised.Revision)).IsConcurrencyToken();
            }
        }

        foreach (var own in (Type[])[typeof(LedgerEntry), typeof(LedgerSubject), typeof(LedgerBlock), typeof(SharedKey)])
        {
            builder.Entity(own).Metadata.SetAnnotation(RowDigest.Unwatched, true);
        }

        database.Adapt(builder);
    }

    private static void NameIdentityTables(ModelBuilder builder)
    {
        builder.Entity<Account>().ToTable("kernel_account").HasIndex(a => a.PersonId);
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("kernel_account_claim");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("kernel_account_login");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("kernel_account_token");
        foreach (var type in (Type[])[typeof(Account), typeof(IdentityUserClaim<Guid>), typeof(IdentityUserLogin<Guid>), typeof(IdentityUserToken<Guid>)])
        {
            builder.Entity(type).Metadata.SetAnnotation(RowDigest.Unwatched, true); // sign-in counters change outside acts
        }
    }
}
