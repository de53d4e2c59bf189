namespace Guiju.Feel.Builtins;

/// <summary>Functions on contexts.</summary>
internal static class Contexts
{
    public static void Add(Register register)
    {
        register
            .Add("get value(m: context, key: string): Any", (a, _, _) => ((FeelContext)a[0]!)[(string)a[1]!], mayGiveNull: true)
            .Add("get value(m: context, keys: list): Any", (a, _, _) => Deep(a[0], (FeelList)a[1]!), mayGiveNull: true)
            .Add("get entries(m: context): list", (a, _, _) => new FeelList(((FeelContext)a[0]!).Select(e => (object?)Entry(e.Key, e.Value)).ToArray()))
            .Add("context(entries: list): context", (a, _, _) => Made((FeelList)a[0]!))
            .Add("context put(context: context, key: string, value: Any): context", (a, _, _) => Put((FeelContext)a[0]!, (string)a[1]!, a[2]))
            .Add("context put(context: context, keys: list, value: Any): context", (a, _, _) => PutDeep((FeelContext)a[0]!, (FeelList)a[1]!, 0, a[2]))
            .Add("context merge(contexts: list): context", (a, _, _) => Merged((FeelList)a[0]!));
    }

    private static FeelContext Entry(string key, object? value) => new() { ["key"] = key, ["value"] = value };

    private static object? Deep(object? value, FeelList keys)
    {
        foreach (var key in keys)
        {
            value = value is FeelContext context && key is string name ? context[name] : null;
        }

        return keys.Count == 0 ? null : value;
    }

    private static FeelContext? Made(FeelList entries)
    {
        var made = new FeelContext();
        foreach (var entry in entries)
        {
            if (entry is not FeelContext context || context["key"] is not string key || !context.Has("value") || made.Has(key))
            {
                return null;
            }

            made[key] = context["value"];
        }

        return made;
    }

    private static FeelContext Put(FeelContext context, string key, object? value)
    {
        var copy = context.Copy();
        copy[key] = value;
        return copy;
    }

    private static FeelContext? PutDeep(FeelContext context, FeelList keys, int at, object? value)
    {
        if (keys.Count == 0 || keys[at] is not string key)
        {
            return null;
        }

        if (at == keys.Count - 1)
        {
            return Put(context, key, value);
        }

        return context[key] is FeelContext inner && PutDeep(inner, keys, at + 1, value) is { } put ? Put(context, key, put) : null;
    }

    private static FeelContext? Merged(FeelList contexts)
    {
        var merged = new FeelContext();
        foreach (var item in contexts)
        {
            if (item is not FeelContext context)
            {
                return null;
            }

            foreach (var (key, value) in context)
            {
                merged[key] = value;
            }
        }

        return merged;
    }
}
