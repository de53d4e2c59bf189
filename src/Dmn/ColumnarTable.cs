namespace Guiju.Dmn;

/// <summary>A table evaluated over facts that lie in columns: for scans of whole registers and what-if runs over them. Each column is turned into kinds of values,
/// and the kinds of all columns together point into a list of answers worked out beforehand. Safe for several threads, each over its own records.</summary>
public sealed class ColumnarTable : CompiledTable
{
    private const int Chunk = 1024;
    private const int MostAnswers = 1 << 16;

    private readonly TableNode node;
    private readonly int[] strides;
    private readonly int[]? answers;

    internal ColumnarTable(TableSource source, ParameterVector? parameters)
        : base(source, parameters)
    {
        node = source.Table;
        strides = new int[TraceLength];
        var count = 1L;
        for (var c = 0; c < TraceLength && count <= MostAnswers; c++)
        {
            strides[c] = (int)count;
            count *= Indexes[c].Kinds.Length;
        }

        answers = count > MostAnswers ? null : [.. Enumerable.Range(0, (int)count).Select(place => Row(At(place)))];
    }

    /// <summary>The same table under other figures: what applied on another day, or "what if".</summary>
    /// <exception cref="ArgumentException">A figure the cells compare with is not given.</exception>
    public ColumnarTable With(ParameterVector parameters) => new(Source, parameters);

    /// <summary>For each record the row the hit policy chooses, or one of <see cref="RowAnswer"/>. Of a collecting table it is the first row that hits.
    /// A missing fact that could change the outcome gives <see cref="RowAnswer.CannotDecide"/>.</summary>
    /// <param name="facts">A column for each of <see cref="CompiledTable.Inputs"/>, by its name; further columns are not read.</param>
    /// <param name="rows">The answers, as many as records; written over.</param>
    /// <exception cref="ArgumentException">An input has no column, a column is of another sort than its input, or has not as many records as there are answers.</exception>
    public void Evaluate(IReadOnlyDictionary<string, FactColumn> facts, Span<int> rows)
    {
        if (answers is null)
        {
            Span<RowBits> bits = new RowBits[Chunk];
            var each = Bind(facts, rows.Length, joint: false);
            for (var start = 0; start < rows.Length; start += Chunk)
            {
                var part = rows[start..Math.Min(rows.Length, start + Chunk)];
                Fill(each, start, bits[..part.Length], []);
                for (var i = 0; i < part.Length; i++)
                {
                    part[i] = Row(bits[i]);
                }
            }

            return;
        }

        var readers = Bind(facts, rows.Length, joint: true);
        for (var start = 0; start < rows.Length; start += Chunk)
        {
            var part = rows[start..Math.Min(rows.Length, start + Chunk)];
            part.Clear();
            foreach (var read in readers)
            {
                read(start, part);
            }

            for (var i = 0; i < part.Length; i++)
            {
                part[i] = answers[part[i]];
            }
        }
    }

    /// <summary>For each record the rows that hit and those left open, before the hit policy; with the cells that held, if wanted.</summary>
    /// <param name="facts">A column for each of <see cref="CompiledTable.Inputs"/>, by its name; further columns are not read.</param>
    /// <param name="rows">The answers, as many as records; written over.</param>
    /// <param name="held">Empty, or <see cref="CompiledTable.TraceLength"/> words a record, record after record: in the word of a column, a bit for each row whose cell held.</param>
    /// <exception cref="ArgumentException">An input has no column, a column is of another sort than its input or has not as many records as there are answers, or there are too few words.</exception>
    public void Evaluate(IReadOnlyDictionary<string, FactColumn> facts, Span<RowBits> rows, Span<ulong> held = default)
    {
        if (!held.IsEmpty && held.Length < (long)rows.Length * TraceLength)
        {
            throw new ArgumentException($"{TraceLength} words a record are needed", nameof(held));
        }

        var readers = Bind(facts, rows.Length, joint: false);
        for (var start = 0; start < rows.Length; start += Chunk)
        {
            var end = Math.Min(rows.Length, start + Chunk);
            Fill(readers, start, rows[start..end], held.IsEmpty ? held : held[(start * TraceLength)..(end * TraceLength)]);
        }
    }

    /// <summary>The bits of a chunk of records, column by column.</summary>
    private void Fill(KindReader[] readers, int start, Span<RowBits> rows, Span<ulong> held)
    {
        Span<int> buffer = stackalloc int[Chunk];
        var kinds = buffer[..rows.Length];
        rows.Fill(new RowBits(ulong.MaxValue, ulong.MaxValue));
        for (var c = 0; c < readers.Length; c++)
        {
            kinds.Clear();
            readers[c](start, kinds);
            var bits = Indexes[c].Kinds;
            for (var i = 0; i < rows.Length; i++)
            {
                ref readonly var found = ref bits[kinds[i]];
                rows[i] = new RowBits(rows[i].Hits & found.Held, rows[i].Open & found.Possible);
                if (!held.IsEmpty)
                {
                    held[i * TraceLength + c] = found.Held;
                }
            }
        }

        foreach (ref var row in rows)
        {
            row = new RowBits(row.Hits & All, row.Open & ~row.Hits & All);
        }
    }

    /// <summary>The bits of the kinds that lead to a place.</summary>
    private RowBits At(int place)
    {
        var (held, possible) = (All, All);
        for (var c = 0; c < TraceLength; c++)
        {
            var bits = Indexes[c].Kinds[place / strides[c] % Indexes[c].Kinds.Length];
            (held, possible) = (held & bits.Held, possible & bits.Possible);
        }

        return new RowBits(held, possible & ~held);
    }

    private KindReader[] Bind(IReadOnlyDictionary<string, FactColumn> facts, int count, bool joint)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return [.. Inputs.Select((name, c) =>
        {
            var column = facts.GetValueOrDefault(name) ?? throw new ArgumentException($"there is no column {name}", nameof(facts));
            if (column.Count != count)
            {
                throw new ArgumentException($"the column {name} has {column.Count} records, not {count}", nameof(facts));
            }

            return Takes(c, column.Type) && column.Fits(Indexes[c])
                ? column.Bind(Indexes[c], joint ? strides[c] : 1)
                : throw new ArgumentException($"the column {name} of {node.Owner.Name} does not take a {column.Type.Name}", nameof(facts));
        })];
    }
}
