using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Guiju.Kernel.Ledger;

/// <summary>
/// Digest of one row as the database holds it, the same on every provider, so that a row altered by hand no longer matches
/// the last ledger entry that touched it.
/// </summary>
public static class RowDigest
{
    /// <summary>Model annotation that leaves an entity out (counters, sign-in state, the ledger itself).</summary>
    public const string Unwatched = "Guiju:Unwatched";

    /// <summary>Whether rows of this entity are watched.</summary>
    public static bool Watches(IReadOnlyEntityType type) => type.FindAnnotation(Unwatched) is null && type.GetTableName() is not null;

    /// <summary>Table, key and digest of a tracked entity; digest null where it is deleted.</summary>
    public static string?[] Of(EntityEntry entry)
    {
        var type = entry.Metadata;
        var key = string.Join('|', type.FindPrimaryKey()!.Properties.Select(p => Text(Stored(p, entry.Property(p).CurrentValue)))); // watched entities have keys
        var digest = entry.State == EntityState.Deleted ? null : Of(type, p => entry.Property(p).CurrentValue);
        return [type.GetTableName(), key, digest];
    }

    /// <summary>Digest of a row of <paramref name="type"/> whose values are given by <paramref name="value"/>.</summary>
    public static string Of(IEntityType type, Func<IProperty, object?> value)
    {
        var row = new StringBuilder(type.GetTableName());
        foreach (var property in type.GetProperties())
        {
            row.Append('\n').Append(property.Name).Append('=').Append(Text(Stored(property, value(property))));
        }

        return Sm3.Of(row.ToString());
    }

    /// <summary>One spelling of a value for all providers.</summary>
    public static string Text(object? value) => value switch
    {
        null => "∅",
        string text => text,
        bool truth => truth ? "true" : "false",
        DateTime time => new DateTime(time.Ticks / 10 * 10, DateTimeKind.Utc).ToString("yyyy-MM-ddTHH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        decimal number => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToBase64String(bytes),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static object? Stored(IProperty property, object? value)
    {
        if (value is not null && property.GetTypeMapping().Converter is { } converter && value is not DateTime)
        {
            value = converter.ConvertToProvider(value);
        }

        return value is decimal number && property.GetScale() is { } scale
            ? Math.Round(number, scale, MidpointRounding.AwayFromZero)
            : value;
    }
}
