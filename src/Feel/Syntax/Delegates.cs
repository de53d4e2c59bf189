namespace Guiju.Feel.Syntax;

/// <summary>A part of an expression made ready to run: its value in a frame.</summary>
internal delegate object? Ready(Frame frame);

/// <summary>A test made ready to run: whether a value passes it in a frame.</summary>
internal delegate bool? ReadyTest(Frame frame, object? value);

/// <summary>The values of one evaluation of a compiled expression, by slot: names from outside are looked up once, names bound within are written.</summary>
internal sealed class Frame
{
    private static readonly object Unread = new();
    private static readonly object Absent = new();
    private readonly object?[] slots;
    private readonly Scope outer;

    public Frame(Scope outer, int size)
    {
        this.outer = outer;
        slots = new object?[size];
        Array.Fill(slots, Unread);
        Run = outer.Run;
    }

    public Run Run { get; }

    /// <summary>Writes a slot bound within the expression.</summary>
    public void Set(int slot, object? value) => slots[slot] = value;

    /// <summary>A slot bound within the expression.</summary>
    public object? Get(int slot) => slots[slot];

    /// <summary>Reads a name from outside; false where the scope does not know it.</summary>
    public bool TryGet(int slot, string name, out object? value)
    {
        value = slots[slot];
        if (ReferenceEquals(value, Unread))
        {
            slots[slot] = value = outer.TryGet(name, out var found) ? found : Absent;
        }

        if (ReferenceEquals(value, Absent))
        {
            value = null;
            return false;
        }

        return true;
    }

    /// <summary>The frame as a scope, for parts that are interpreted.</summary>
    public Scope Scope(IReadOnlyList<(string Name, int Slot)> bound)
    {
        if (bound.Count == 0)
        {
            return outer;
        }

        var scope = outer.Inner();
        foreach (var (name, slot) in bound)
        {
            scope.Set(name, slots[slot]); // a later name hides an earlier one
        }

        return scope;
    }
}

/// <summary>Compiles the tree of an expression into delegates over slots. What a part cannot say for itself is interpreted, so that every expression compiles; both say the same, warnings and missing facts included.</summary>
internal sealed class Plan
{
    private const int GuardEvery = 48;

    public static readonly object True = true;
    public static readonly object False = false;

    private readonly Dictionary<string, int> outside = new(StringComparer.Ordinal);
    private readonly List<(string Name, int Slot)> bound = [];
    private int depth;

    /// <summary>Slots that a frame needs.</summary>
    public int Size { get; private set; }

    /// <summary>The part, ready to run.</summary>
    public Ready Make(Node node)
    {
        FeelLimitException.ThrowIfDeep();
        var guarded = ++depth % GuardEvery == 0;
        var made = node.Compile(this);
        depth--;
        return guarded ? Guarded(made) : made;
    }

    /// <summary>The test, ready to run.</summary>
    public ReadyTest Make(TestNode test) => test.CompileTest(this);

    /// <summary>The parts, ready to run.</summary>
    public Ready[] Make(IEnumerable<Node> nodes) => [.. nodes.Select(Make)];

    /// <summary>The slot of a name and whether it is bound within the expression.</summary>
    public (int Slot, bool Within) SlotOf(string name)
    {
        for (var i = bound.Count - 1; i >= 0; i--)
        {
            if (bound[i].Name == name)
            {
                return (bound[i].Slot, true);
            }
        }

        if (!outside.TryGetValue(name, out var slot))
        {
            outside[name] = slot = Size++;
        }

        return (slot, false);
    }

    /// <summary>Binds a name from here on; the last bound is released first.</summary>
    public int Bind(string name)
    {
        bound.Add((name, Size));
        return Size++;
    }

    /// <summary>Releases the names bound last.</summary>
    public void Release(int count) => bound.RemoveRange(bound.Count - count, count);

    /// <summary>The part as the interpreter has it.</summary>
    public Ready Interpret(Node node)
    {
        (string, int)[] visible = [.. bound];
        return frame => node.Evaluate(frame.Scope(visible));
    }

    /// <summary>The part over the frame as a scope.</summary>
    public Ready Over(Func<Scope, object?> part)
    {
        (string, int)[] visible = [.. bound];
        return frame => part(frame.Scope(visible));
    }

    /// <summary>A truth without making a new box of it.</summary>
    public static object Box(bool truth) => truth ? True : False;

    private static Ready Guarded(Ready inner) => frame =>
    {
        FeelLimitException.ThrowIfDeep();
        return inner(frame);
    };
}

/// <summary>A part compiled to delegates on first use; it stands where the part itself would, and says the same.</summary>
public sealed class CompiledNode : Node
{
    private readonly Lazy<(Ready Ready, int Size)> made;

    /// <summary>Compiles a part.</summary>
    public CompiledNode(Node inner)
    {
        Inner = inner;
        At = inner.At;
        made = new Lazy<(Ready, int)>(() =>
        {
            var plan = new Plan();
            var ready = plan.Make(Inner);
            return (ready, plan.Size);
        });
    }

    /// <summary>The part as it was read.</summary>
    public Node Inner { get; }

    /// <inheritdoc/>
    public override IEnumerable<Node> Parts => [Inner];

    /// <summary>The same part compiled, unless there is nothing to gain.</summary>
    public static Node Of(Node node) => node is LiteralNode or NameNode or CompiledNode or InvalidNode ? node : new CompiledNode(node);

    /// <inheritdoc/>
    protected override FeelType Infer() => Inner.Type;

    /// <inheritdoc/>
    protected override object? Value(Scope scope)
    {
        var (ready, size) = made.Value;
        return ready(new Frame(scope, size));
    }

    /// <inheritdoc/>
    internal override Ready Compile(Plan plan) => Inner.Compile(plan);
}

/// <summary>A test of a table's cell compiled to delegates on first use.</summary>
public sealed class CompiledTest
{
    private readonly Lazy<(ReadyTest Ready, int Size)> made;

    /// <summary>Compiles a test.</summary>
    public CompiledTest(TestNode test) => made = new Lazy<(ReadyTest, int)>(() =>
    {
        var plan = new Plan();
        var ready = plan.Make(test);
        return (ready, plan.Size);
    });

    /// <summary>Whether the value passes; null when that cannot be told.</summary>
    public bool? Holds(object? value, Scope scope)
    {
        var (ready, size) = made.Value;
        return ready(new Frame(scope, size), value);
    }
}
