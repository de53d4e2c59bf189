using Guiju.Kernel;
using Guiju.Kernel.Registers;

namespace Guiju.Ui.Tables;

/// <summary>Words for what is asked of a register.</summary>
internal static class FilterWords
{
    private static readonly Texts<FilterField> T = new();

    /// <summary>The word for a way of comparing texts.</summary>
    public static string Way(string way) => way switch
    {
        "is" => T["等于"],
        "starts" => T["开头是"],
        "empty" => T["为空"],
        "filled" => T["不为空"],
        _ => T["包含"],
    };

    /// <summary>A filter as a person reads it, without the name of its column.</summary>
    public static string Told(RegisterColumn column, RegisterFilter filter)
    {
        if (filter.Way is "empty" or "filled")
        {
            return Way(filter.Way);
        }

        if (!filter.Values.IsDefaultOrEmpty)
        {
            return string.Join(T["、"], filter.Values.Select(value => column.Kind switch
            {
                ColumnKind.Choice => column.Choices.FirstOrDefault(c => c.Code == value)?.Word.Here ?? value,
                ColumnKind.Flag => (value == "true" ? RegisterWords.Yes : RegisterWords.No).Here,
                _ => value,
            }));
        }

        return (filter.From, filter.To) switch
        {
            ({ } from, { } to) => $"{from} – {to}",
            ({ } from, null) => $"≥ {from}",
            (null, { } to) => $"≤ {to}",
            _ => "",
        };
    }
}
