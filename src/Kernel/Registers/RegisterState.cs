using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Guiju.Kernel.Registers;

/// <summary>What is asked of one column: values, bounds (both included), or whether it is empty.</summary>
/// <param name="Column">The column.</param>
/// <param name="Values">Any of these; for a text, a part of it.</param>
/// <param name="From">Lowest value.</param>
/// <param name="To">Highest value.</param>
/// <param name="Way">How: <c>part</c> (unless said), <c>is</c>, <c>starts</c>, <c>empty</c>, <c>filled</c>.</param>
public sealed record RegisterFilter(string Column, ImmutableArray<string> Values, string? From, string? To, string Way)
{
    /// <summary>A part of the text; the way unless another is said.</summary>
    public const string Part = "part";

    /// <summary>The ways there are.</summary>
    public static readonly IReadOnlyList<string> Ways = [Part, "is", "starts", "empty", "filled"];

    /// <summary>The one value, or null.</summary>
    public string? Value => Values.IsDefaultOrEmpty ? null : Values[0];

    /// <summary>Whether a value was chosen.</summary>
    public bool Has(string value) => !Values.IsDefaultOrEmpty && Values.Contains(value);
}

/// <summary>
/// Where a reader stands in a register. It lives wholly in the address:
/// <c>?q=words&amp;f.col=value&amp;f.col.from=…&amp;f.col.to=…&amp;f.col.as=is&amp;sort=-col&amp;cols=a,b&amp;size=50&amp;page=2</c>.
/// </summary>
public sealed record RegisterState
{
    /// <summary>Rows of a page unless the reader chooses otherwise.</summary>
    public const int UsualSize = 20;

    /// <summary>Sizes to choose from.</summary>
    public static readonly IReadOnlyList<int> Sizes = [20, 50, 100, 200];

    private const int LongestValue = 200;
    private const int MostValues = 60;
    private const int MostPages = 1_000_000;

    /// <summary>Words of the query bar.</summary>
    public string Words { get; init; } = "";

    /// <summary>What is asked of columns.</summary>
    public ImmutableArray<RegisterFilter> Filters { get; init; } = [];

    /// <summary>Column that orders; null: the register's own order.</summary>
    public string? Sort { get; init; }

    /// <summary>Highest first.</summary>
    public bool Descending { get; init; }

    /// <summary>Columns chosen; empty: those usually shown.</summary>
    public ImmutableArray<string> Columns { get; init; } = [];

    /// <summary>Rows of a page.</summary>
    public int Size { get; init; } = UsualSize;

    /// <summary>Page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>What could not be understood, each with its part of the address. Nothing is left out silently.</summary>
    public ImmutableArray<FieldError> Faults { get; init; } = [];

    /// <summary>Reads an address. What the register does not know becomes a fault.</summary>
    public static RegisterState Read(IRegister register, IEnumerable<KeyValuePair<string, string?[]>> query)
    {
        var reader = new StateReader(register);
        foreach (var (name, values) in query)
        {
            reader.Take(name, values.Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => v!.Trim()).ToImmutableArray());
        }

        return reader.State();
    }

    /// <summary>The filter of a column, or null.</summary>
    public RegisterFilter? For(string column) => Filters.FirstOrDefault(f => f.Column == column);

    /// <summary>The same without one column's filter, from the first page.</summary>
    public RegisterState Without(string column) => this with { Filters = Filters.RemoveAll(f => f.Column == column), Page = 1 };

    /// <summary>The same in the order of a column: a second time turns it round.</summary>
    public RegisterState SortedBy(string column, bool descending) => this with { Sort = column, Descending = descending, Page = 1 };

    /// <summary>The query part of the address, with its question mark; empty for the plain register.</summary>
    public string Query(bool withPage = true)
    {
        var text = new StringBuilder();
        Add("q", Words);
        foreach (var filter in Filters)
        {
            foreach (var value in filter.Values)
            {
                Add("f." + filter.Column, value);
            }

            Add($"f.{filter.Column}.from", filter.From);
            Add($"f.{filter.Column}.to", filter.To);
            Add($"f.{filter.Column}.as", filter.Way == RegisterFilter.Part ? null : filter.Way);
        }

        Add("sort", Sort is null ? null : (Descending ? "-" : "") + Sort);
        Add("cols", string.Join(',', Columns));
        Add("size", Size == UsualSize ? null : Size.ToString(CultureInfo.InvariantCulture));
        Add("page", withPage && Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null);
        return text.ToString();

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                text.Append(text.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }
    }

    private sealed class StateReader(IRegister register)
    {
        private readonly SortedDictionary<string, RegisterFilter> filters = new(StringComparer.Ordinal);
        private readonly List<FieldError> faults = [];
        private RegisterState state = new();

        public void Take(string name, ImmutableArray<string> values)
        {
            if (values.Length == 0)
            {
                return;
            }

            if (values.Length > MostValues || values.Any(v => v.Length > LongestValue && name != "cols"))
            {
                Wrong(name, new($"“{name}”的内容过长。", $"\"{name}\" is too long."));
                return;
            }

            switch (name)
            {
                case "q": state = state with { Words = values[0] }; break;
                case "sort": Order(values[0]); break;
                case "cols": Choose(values); break;
                case "size": state = state with { Size = Whole(name, values[0], UsualSize, Sizes[^1]) }; break;
                case "page": state = state with { Page = Whole(name, values[0], 1, MostPages) }; break;
                default:
                    if (name.StartsWith("f.", StringComparison.Ordinal))
                    {
                        Filter(name, values);
                    }

                    break;
            }
        }

        public RegisterState State() => state with { Filters = [.. filters.Values], Faults = [.. faults, .. register.FaultsOf(filters.Values)] };

        private void Order(string value)
        {
            var key = value.TrimStart('-');
            if (register.Column(key) is { Sortable: true })
            {
                state = state with { Sort = key, Descending = value[0] == '-' };
            }
            else
            {
                Wrong("sort", new($"不能按“{key}”排序。", $"There is no order by \"{key}\"."));
            }
        }

        private void Choose(ImmutableArray<string> values)
        {
            var chosen = values.SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct().ToImmutableArray();
            foreach (var unknown in chosen.Where(c => register.Column(c) is null))
            {
                Wrong("cols", Unknown(unknown));
            }

            chosen = chosen.RemoveAll(c => register.Column(c) is null);
            var usual = register.Columns.Where(c => c.Shown).Select(c => c.Key).SequenceEqual(chosen);
            state = state with { Columns = usual ? [] : chosen };
        }

        private void Filter(string name, ImmutableArray<string> values)
        {
            var parts = name.Split('.');
            if (parts.Length > 3 || register.Column(parts[1]) is null)
            {
                Wrong(name, Unknown(parts[1]));
                return;
            }

            var filter = filters.GetValueOrDefault(parts[1]) ?? new RegisterFilter(parts[1], [], null, null, RegisterFilter.Part);
            switch (parts.Length == 3 ? parts[2] : "")
            {
                case "": filter = filter with { Values = values }; break;
                case "from": filter = filter with { From = values[0] }; break;
                case "to": filter = filter with { To = values[0] }; break;
                case "as" when RegisterFilter.Ways.Contains(values[0]): filter = filter with { Way = values[0] }; break;
                default: Wrong(name, new($"“{name}”的筛选方式无法识别。", $"\"{name}\" is no way to filter.")); return;
            }

            filters[parts[1]] = filter;
        }

        private int Whole(string name, string value, int least, int most)
        {
            if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            {
                return number;
            }

            Wrong(name, new($"“{name}”须为 {least} 至 {most} 的整数。", $"\"{name}\" must be a whole number from {least} to {most}."));
            return least;
        }

        private static Bilingual Unknown(string column) => new($"台账没有“{column}”这一列。", $"The register has no column \"{column}\".");

        private void Wrong(string name, Bilingual message) => faults.Add(new FieldError(name, message));
    }
}
