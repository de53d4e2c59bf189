using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Kernel.Data;

/// <summary>A data-protection key, shared by all web nodes through the database.</summary>
public sealed class SharedKey
{
    /// <summary>Name given by the framework.</summary>
    public required string Name { get; init; }

    /// <summary>The key as XML.</summary>
    public required string Xml { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<SharedKey>
    {
        public void Configure(EntityTypeBuilder<SharedKey> key)
        {
            key.ToTable("kernel_shared_key");
            key.HasKey(k => k.Name);
            key.Property(k => k.Name).HasMaxLength(200);
        }
    }
}

/// <summary>Lets the framework keep its data-protection keys in the database.</summary>
public sealed class SharedKeys(IServiceScopeFactory scopes) : IXmlRepository
{
    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
        return db.Set<SharedKey>().AsNoTracking().Select(k => k.Xml).ToList().ConvertAll(XElement.Parse);
    }

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
        db.Add(new SharedKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
