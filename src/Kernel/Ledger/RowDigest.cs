using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Guiju.Kernel.Ledger;

/// <summary>
/// Digest of one row as the database holds it, the same on every provider, so that a row altered by hand no longer matches
/// the last ledger entry that touched it. Empty values (null, "", zero, false, the first member) are left out, so that a column
/// added by a later build leaves the digests of older rows as they are.
/// </summary>
public static class RowDigest
{
    /// <summary>Model annotation that leaves an entity out (counters, sign-in state, the ledger itself).</summary>
    public const string Unwatched = "Guiju:Unwatched";

    private static readonly ConcurrentDictionary<Type, object> Empty = new();

    /// <summary>Whether rows of this entity are watched.</summary>
    public static bool Watches(IReadOnlyEntityType type) => type.FindAnnotation(Unwatched) is null && type.GetTableName() is not null;

    /// <summary>Table, key and digest of a tracked entity; digest null where it is deleted.</summary>
    public static string?[] Of(EntityEntry entry)
    {
        var type = entry.Metadata;
        var key = KeyOf(type, p => entry.Property(p).CurrentValue);
        var digest = entry.State == EntityState.Deleted ? null : Of(type, p => entry.Property(p).CurrentValue);
        return [type.GetTableName(), key, digest];
    }

    /// <summary>Key of a row of <paramref name="type"/> in the ledger's spelling.</summary>
    public static string KeyOf(IEntityType type, Func<IProperty, object?> value) =>
        string.Join('|', type.FindPrimaryKey()!.Properties.Select(p => Text(Stored(p, value(p))))); // watched entities have keys

    /// <summary>Digest of a row of <paramref name="type"/> whose values are given by <paramref name="value"/>.</summary>
    public static string Of(IEntityType type, Func<IProperty, object?> value)
    {
        var row = new StringBuilder(type.GetTableName());
        foreach (var property in type.GetProperties())
        {
            if (value(property) is { } held && !IsEmpty(held))
            {
                var text = Text(Stored(property, held));
                row.Append('\n').Append(property.Name).Append(':').Append(text.Length).Append('=').Append(text); // the length keeps one row from spelling another
            }
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
        IEnumerable list => string.Join('\u001f', list.Cast<object?>().Select(Text)),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static bool IsEmpty(object value) => value switch
    {
        string text => text.Length == 0,
        DateTime or DateOnly or TimeOnly or Guid or decimal or double or bool or int or long or Enum => Empty.GetOrAdd(value.GetType(), static t => Activator.CreateInstance(t)!).Equals(value), // value types always have a default
        _ => false,
    };

    private static object? Stored(IProperty property, object? value)
    {
        if (property.GetElementType() is not null)
        {
            return value; // a list of plain values: JSON on one database, an array on the other
        }

        if (value is not null && property.GetTypeMapping().Converter is { } converter && value is not DateTime)
        {
            value = converter.ConvertToProvider(value);
        }

        return value is decimal number && property.GetScale() is { } scale
            ? Math.Round(number, scale, MidpointRounding.AwayFromZero)
            : value;
    }
}
