using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Guiju.Kernel.Ledger;

/// <summary>Holds every row of every watched table, as it is now, against the last digest that the ledger has of it.</summary>
internal sealed class RowProof(GuijuDb db, Alterations found, RowMarks marks)
{
    private static readonly MethodInfo ScanMethod = typeof(RowProof).GetMethod(nameof(ScanAsync), BindingFlags.Instance | BindingFlags.NonPublic)!; // it stands below

    private static readonly Bilingual Unreadable = new("此表无法读取", "This table cannot be read");

    public long Rows { get; private set; }

    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var type in db.Model.GetEntityTypes().Where(RowDigest.Watches).OrderBy(t => t.GetTableName(), StringComparer.Ordinal))
        {
            await (Task)ScanMethod.MakeGenericMethod(type.ClrType).Invoke(this, [type, ct])!; // the method returns a task
        }

        await VanishedAsync(ct);
    }

    private async Task ScanAsync<T>(IEntityType type, CancellationToken ct)
        where T : class
    {
        var rows = InOrder(db.Set<T>().AsNoTracking(), type);
        var passed = 0;
        while (true)
        {
            try
            {
                await foreach (var row in (passed == 0 ? rows : rows.Skip(passed)).AsAsyncEnumerable().WithCancellation(ct))
                {
                    Examine(type, row);
                    passed++;
                }

                return;
            }
            catch (Exception unreadable) when (unreadable is DbException or FormatException or InvalidCastException or InvalidOperationException or System.Text.Json.JsonException or ArgumentException or OverflowException)
            {
                // A value that no longer has its column's form: name its row and go on behind it.
                if (!await NameUnreadableAsync(rows, type, passed, ct))
                {
                    return;
                }

                passed++;
            }
        }
    }

    private void Examine(IEntityType type, object row)
    {
        Rows++;
        object? Value(IProperty property) => property.GetGetter().GetClrValue(row);
        var (table, key) = (type.GetTableName()!, RowDigest.KeyOf(type, Value)); // watched types have tables
        var mark = marks.Take(table, key);
        if (mark is null || mark.Value.Digest == RowMarks.Gone)
        {
            found.Row(table, key, mark?.Seq, mark is null
                ? new("这一行没有任何台账记录", "No ledger entry knows of this row")
                : new("这一行已被删除，却又出现", "This row was deleted, yet it is there again"));
        }
        else if (mark.Value.Digest != RowMarks.Short(RowDigest.Of(type, Value)))
        {
            found.Row(table, key, mark.Value.Seq, new("这一行与最后一次操作留下的不同", "This row is not as the last act left it"));
        }
    }

    private async Task<bool> NameUnreadableAsync<T>(IQueryable<T> rows, IEntityType type, int passed, CancellationToken ct)
        where T : class
    {
        var table = type.GetTableName()!; // watched types have tables
        try
        {
            var key = await rows.Skip(passed).Select(KeyText<T>(type)).FirstOrDefaultAsync(ct);
            if (key is null)
            {
                found.Row(table, "", null, Unreadable);
                return false;
            }

            var text = string.Join('|', key.Select(RowDigest.Text));
            found.Row(table, text, marks.Take(table, text)?.Seq, new("这一行含有无法读取的值", "This row holds a value that cannot be read"));
            return true;
        }
        catch (Exception unreadable) when (unreadable is DbException or FormatException or InvalidCastException or InvalidOperationException)
        {
            found.Row(table, "", null, Unreadable);
            return false;
        }
    }

    private static IQueryable<T> InOrder<T>(IQueryable<T> rows, IEntityType type)
        where T : class
    {
        var row = Expression.Parameter(typeof(T));
        IOrderedQueryable<T>? ordered = null;
        foreach (var property in type.FindPrimaryKey()!.Properties) // watched entities have keys
        {
            var by = Expression.Lambda<Func<T, object>>(Expression.Convert(Read(row, property), typeof(object)), row);
            ordered = ordered is null ? rows.OrderBy(by) : ordered.ThenBy(by);
        }

        return ordered ?? rows;
    }

    private static Expression<Func<T, object[]>> KeyText<T>(IEntityType type)
    {
        var row = Expression.Parameter(typeof(T));
        return Expression.Lambda<Func<T, object[]>>(
            Expression.NewArrayInit(typeof(object), type.FindPrimaryKey()!.Properties.Select(p => Expression.Convert(Read(row, p), typeof(object)))), row); // watched entities have keys
    }

    private static MethodCallExpression Read(ParameterExpression row, IProperty property) =>
        Expression.Call(typeof(EF), nameof(EF.Property), [property.ClrType], row, Expression.Constant(property.Name));

    private async Task VanishedAsync(CancellationToken ct)
    {
        foreach (var seqs in marks.Left().Chunk(500))
        {
            var names = seqs.Select(s => s.Name).ToHashSet();
            var wanted = seqs.Select(s => s.Seq).Distinct().ToArray();
            var entries = await db.Set<LedgerEntry>().AsNoTracking().Where(e => wanted.Contains(e.Seq)).OrderBy(e => e.Seq).Select(e => new { e.Seq, e.Changes }).ToListAsync(ct);
            foreach (var entry in entries)
            {
                foreach (var change in Json.Read<List<string?[]>>(entry.Changes).Where(c => names.Remove(RowMarks.NameOf(c[0] ?? "", c[1] ?? ""))))
                {
                    found.Row(change[0] ?? "", change[1] ?? "", entry.Seq, new("这一行已消失，没有任何操作删除它", "This row is gone, and no act deleted it"));
                }
            }
        }
    }
}
