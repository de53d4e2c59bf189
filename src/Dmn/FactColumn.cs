using System.Runtime.InteropServices;

namespace Guiju.Dmn;

/// <summary>Adds to each place the kind of a record's value times the stride the reader was bound with.</summary>
/// <param name="start">The record of the first place.</param>
/// <param name="places">The places.</param>
internal delegate void KindReader(int start, Span<int> places);

/// <summary>One fact of many records, one value a record: what a <see cref="ColumnarTable"/> reads. The values are read in place and not copied.</summary>
public sealed class FactColumn
{
    private readonly Func<ColumnIndex, int, KindReader> bind;

    private FactColumn(int count, Type type, Func<ColumnIndex, int, KindReader> bind)
    {
        Count = count;
        Type = type;
        this.bind = bind;
    }

    /// <summary>How many records.</summary>
    public int Count { get; }

    /// <summary>The sort of the values: string, decimal (whole numbers too), bool or DateOnly; object where all are missing.</summary>
    public Type Type { get; }

    /// <summary>Texts as they are; null is a missing fact. Each is looked up by itself: texts that are looked at more than once are quicker when coded.</summary>
    public static FactColumn Texts(ReadOnlyMemory<string?> values) => new(values.Length, typeof(string), (index, stride) => (start, places) =>
    {
        var given = values.Span.Slice(start, places.Length);
        var texts = index as TextColumn;
        for (var i = 0; i < places.Length; i++)
        {
            places[i] += stride * (texts is not null ? texts.Kind(given[i]) : given[i] is null ? 0 : 1);
        }
    });

    /// <summary>Coded texts: each distinct text is looked up once, however many records have it.</summary>
    /// <param name="texts">The distinct texts; null among them is a missing fact.</param>
    /// <param name="codes">For each record the place of its text, from 0.</param>
    /// <exception cref="ArgumentException">A code is no place of a text.</exception>
    public static FactColumn Texts(IReadOnlyList<string?> texts, ReadOnlyMemory<int> codes)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (codes.Length > 0 && (texts.Count == 0 || codes.Span.ContainsAnyExceptInRange(0, texts.Count - 1)))
        {
            throw new ArgumentException($"a code is not between 0 and {texts.Count - 1}", nameof(codes));
        }

        return new FactColumn(codes.Length, typeof(string), (index, stride) =>
        {
            int[] steps = [.. texts.Select(t => stride * (index is TextColumn column ? column.Kind(t) : t is null ? 0 : 1))];
            return (start, places) =>
            {
                var given = codes.Span.Slice(start, places.Length);
                for (var i = 0; i < places.Length; i++)
                {
                    places[i] += steps[given[i]];
                }
            };
        });
    }

    /// <summary>Texts coded here, in the order in which they are met.</summary>
    /// <param name="values">The texts; null is a missing fact.</param>
    public static FactColumn Coded(ReadOnlySpan<string?> values)
    {
        var (places, texts, codes) = (new Dictionary<string, int>(StringComparer.Ordinal), new List<string?> { null }, new int[values.Length]);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is not { } text)
            {
                continue;
            }

            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, text, out var known);
            if (!known)
            {
                place = texts.Count;
                texts.Add(text);
            }

            codes[i] = place;
        }

        return Texts(texts, codes);
    }

    /// <summary>Numbers; null is a missing fact.</summary>
    public static FactColumn Numbers(ReadOnlyMemory<decimal?> values) => new(values.Length, typeof(decimal), (index, stride) => (start, places) =>
    {
        var given = values.Span.Slice(start, places.Length);
        var numbers = index as NumberColumn;
        for (var i = 0; i < places.Length; i++)
        {
            ref readonly var value = ref given[i];
            places[i] += !value.HasValue ? 0 : stride * (numbers is null ? 1 : numbers.Kind(value.GetValueOrDefault()));
        }
    });

    /// <summary>Whole numbers, none missing.</summary>
    public static FactColumn Numbers(ReadOnlyMemory<int> values) => new(values.Length, typeof(decimal), (index, stride) => (start, places) =>
    {
        var given = values.Span.Slice(start, places.Length);
        var numbers = index as NumberColumn;
        for (var i = 0; i < places.Length; i++)
        {
            places[i] += stride * (numbers is null ? 1 : numbers.Kind(given[i]));
        }
    });

    /// <summary>True and false; null is a missing fact.</summary>
    public static FactColumn Flags(ReadOnlyMemory<bool?> values) => new(values.Length, typeof(bool), (index, stride) => (start, places) =>
    {
        var given = values.Span.Slice(start, places.Length);
        var yes = index is FlagColumn ? 2 : 1;
        for (var i = 0; i < places.Length; i++)
        {
            places[i] += stride * (given[i] switch { null => 0, false => 1, true => yes });
        }
    });

    /// <summary>Days; null is a missing fact.</summary>
    public static FactColumn Days(ReadOnlyMemory<DateOnly?> values) => new(values.Length, typeof(DateOnly), (index, stride) => (start, places) =>
    {
        var given = values.Span.Slice(start, places.Length);
        var days = index as DayColumn;
        for (var i = 0; i < places.Length; i++)
        {
            places[i] += given[i] is not { } day ? 0 : stride * (days is null ? 1 : days.Kind(day));
        }
    });

    /// <summary>A fact that no record has. Null is kind 0, so there is nothing to add.</summary>
    public static FactColumn Missing(int count) => new(count, typeof(object), (_, _) => (_, _) => { });

    internal KindReader Bind(ColumnIndex index, int stride) => bind(index, stride);

    /// <summary>Whether the values are of the sort the column tells apart.</summary>
    internal bool Fits(ColumnIndex index) => index is UniformColumn || Type == typeof(object) || Type == index switch
    {
        TextColumn => typeof(string),
        NumberColumn => typeof(decimal),
        FlagColumn => typeof(bool),
        _ => typeof(DateOnly),
    };
}
