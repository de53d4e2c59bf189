using System.Linq.Expressions;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;

namespace Guiju.Kernel.Registers;

/// <summary>A list of one kind of record: what stands in it, who may read it, how it is searched, ordered, exported and imported. Known by its key, e.g. <c>fleet.vehicles</c>.</summary>
public interface IRegister
{
    /// <summary>Name in addresses.</summary>
    string Key { get; }

    /// <summary>Heading.</summary>
    Bilingual Title { get; }

    /// <summary>Address of its page.</summary>
    string Address { get; }

    /// <summary>Permission that reading it needs; its reach is in every query.</summary>
    string Permission { get; }

    /// <summary>All columns.</summary>
    IReadOnlyList<RegisterColumn> Columns { get; }

    /// <summary>How rows come in from a sheet; null where they do not.</summary>
    SheetImport? Import { get; }

    /// <summary>Column of that key, or null.</summary>
    RegisterColumn? Column(string key) => Columns.FirstOrDefault(c => c.Key == key);

    /// <summary>Where a row has a page of its own: its address; null otherwise.</summary>
    string? AddressOf(Guid row);

    /// <summary>What is wrong with filters, by their part of the address.</summary>
    IEnumerable<FieldError> FaultsOf(IEnumerable<RegisterFilter> filters);

    /// <summary>How many rows there are under the filters.</summary>
    Task<int> CountAsync(RegisterTools tools, RegisterState state, CancellationToken ct);

    /// <summary>The rows of one page, uncounted; none beyond the last.</summary>
    Task<IReadOnlyList<RegisterRow>> RowsAsync(RegisterTools tools, RegisterState state, CancellationToken ct);

    /// <summary>One page, with the count of all; the last one where a later is asked for.</summary>
    Task<RegisterPage> PageAsync(RegisterTools tools, RegisterState state, CancellationToken ct);

    /// <summary>All rows, one after another, in the order asked for.</summary>
    IAsyncEnumerable<object?[]> AllAsync(RegisterTools tools, RegisterState state, CancellationToken ct);
}

/// <summary>What queries of registers need from the running request.</summary>
/// <param name="Db">Database.</param>
/// <param name="Asker">Who asks.</param>
/// <param name="Tree">Organisations of today.</param>
/// <param name="Zone">The bureau's zone.</param>
public sealed record RegisterTools(GuijuDb Db, Actor Asker, Organisations.UnitTree Tree, TimeZoneInfo Zone)
{
    /// <summary>Today in the bureau.</summary>
    public DateOnly Today => Tree.On;

    /// <summary>The units that a filter means, with all below them: by id, by code, or by a part of the name. None where there is no such unit.</summary>
    public IReadOnlyCollection<Guid> UnitsOf(string named)
    {
        var heads = Guid.TryParse(named, out var id)
            ? [id]
            : Tree.All.Where(u => u.Code == named || u.Name.Contains(named, StringComparison.Ordinal) || u.EnglishName.Contains(named, StringComparison.OrdinalIgnoreCase)).Select(u => u.Id).ToList();
        return heads.SelectMany(Tree.Subtree).ToHashSet();
    }
}

/// <summary>A row: its id and the values of the columns asked for.</summary>
public sealed record RegisterRow(Guid Id, IReadOnlyList<object?> Values);

/// <summary>A page of a register.</summary>
public sealed record RegisterPage(int Total, RegisterState State, IReadOnlyList<RegisterColumn> Columns, IReadOnlyList<RegisterRow> Rows)
{
    /// <summary>How many pages there are; at least one.</summary>
    public int Pages => Math.Max(1, (Total + State.Size - 1) / State.Size);
}

/// <summary>
/// A register over rows of one type, written down as a list of columns. Registered once, as a singleton, by
/// <see cref="RegisterRegistration.AddRegister{TRegister}"/>; pages, API and command line all read it from there.
/// </summary>
public abstract partial class Register<TRow> : IRegister
    where TRow : class
{
    private readonly List<RegisterColumn<TRow>> columns = [];
    private (string Column, bool Descending) order;

    /// <inheritdoc/>
    public abstract string Key { get; }

    /// <inheritdoc/>
    public abstract Bilingual Title { get; }

    /// <inheritdoc/>
    public abstract string Address { get; }

    /// <inheritdoc/>
    public abstract string Permission { get; }

    /// <inheritdoc/>
    public IReadOnlyList<RegisterColumn> Columns => columns;

    /// <inheritdoc/>
    public SheetImport? Import { get; protected init; }

    /// <summary>The row's id.</summary>
    protected abstract Expression<Func<TRow, Guid>> Id { get; }

    /// <inheritdoc/>
    public virtual string? AddressOf(Guid row) => null;

    /// <summary>All rows within the asker's reach, untracked.</summary>
    protected abstract IQueryable<TRow> Rows(RegisterTools tools);

    /// <summary>The order unless the reader chooses another.</summary>
    protected void InOrderOf(string column, bool descending = false) => order = (column, descending);

    /// <summary>A text.</summary>
    protected RegisterColumn Text(string key, string title, Expression<Func<TRow, string>> value) => Add(key, title, ColumnKind.Text, value);

    /// <summary>A number.</summary>
    protected RegisterColumn Number<TValue>(string key, string title, Expression<Func<TRow, TValue>> value) => Add(key, title, ColumnKind.Number, value);

    /// <summary>Money in yuan.</summary>
    protected RegisterColumn Money<TValue>(string key, string title, Expression<Func<TRow, TValue>> value) => Add(key, title, ColumnKind.Money, value);

    /// <summary>A legal date.</summary>
    protected RegisterColumn Date<TValue>(string key, string title, Expression<Func<TRow, TValue>> value) => Add(key, title, ColumnKind.Date, value);

    /// <summary>An instant.</summary>
    protected RegisterColumn Instant<TValue>(string key, string title, Expression<Func<TRow, TValue>> value) => Add(key, title, ColumnKind.Instant, value);

    /// <summary>Yes or no.</summary>
    protected RegisterColumn Flag(string key, string title, Expression<Func<TRow, bool>> value) => Add(key, title, ColumnKind.Flag, value);

    /// <summary>A unit of the organisation tree.</summary>
    protected RegisterColumn Unit<TValue>(string key, string title, Expression<Func<TRow, TValue>> value) => Add(key, title, ColumnKind.Unit, value);

    /// <summary>A word of an enumeration.</summary>
    protected RegisterColumn Choice<TValue>(string key, string title, Expression<Func<TRow, TValue>> value)
    {
        var words = Enum.GetValues(Nullable.GetUnderlyingType(typeof(TValue)) ?? typeof(TValue)).Cast<Enum>().Select(w => new ColumnChoice(w.ToString(), EnumWords.Both(w))).ToList();
        return Add(new RegisterColumn<TRow, TValue>(key, Named(title), ColumnKind.Choice, value) { Choices = words });
    }

    private RegisterColumn<TRow> Add<TValue>(string key, string title, ColumnKind kind, Expression<Func<TRow, TValue>> value) =>
        Add(new RegisterColumn<TRow, TValue>(key, Named(title), kind, value));

    private RegisterColumn<TRow> Add(RegisterColumn<TRow> column)
    {
        columns.Add(column);
        return column;
    }

    private Bilingual Named(string title) => new(title, Texts.EnglishOf(GetType().Assembly).GetValueOrDefault(title, title));
}

/// <summary>How a column behaves, said behind it where it is defined.</summary>
public static class ColumnBehaviour
{
    /// <summary>Shown unless the reader chooses otherwise.</summary>
    public static RegisterColumn Usual(this RegisterColumn column)
    {
        column.Shown = true;
        return column;
    }

    /// <summary>Sought by the query bar.</summary>
    public static RegisterColumn Sought(this RegisterColumn column)
    {
        column.Searched = column.Kind == ColumnKind.Text ? true : throw new InvalidOperationException("Only texts can be sought in.");
        return column;
    }

    /// <summary>Its filter stands in sight.</summary>
    public static RegisterColumn Foremost(this RegisterColumn column)
    {
        column.Foremost = true;
        return column;
    }

    /// <summary>Its values are marked.</summary>
    public static RegisterColumn Marked(this RegisterColumn column, Func<object, string> mark)
    {
        column.Mark = mark;
        return column;
    }

    /// <summary>Its unit of measure.</summary>
    public static RegisterColumn In(this RegisterColumn column, Bilingual unit)
    {
        column.Measure = unit;
        return column;
    }
}
