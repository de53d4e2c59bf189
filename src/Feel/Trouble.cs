using System.Globalization;

namespace Guiju.Feel;

/// <summary>A kind of trouble, worded once in both languages.</summary>
internal sealed record Trouble(string Code, string En, string Zh)
{
    public static readonly Trouble Types = new("types", "{0} cannot be applied to {1} and {2}", "{0} 不能用于 {1} 和 {2}");
    public static readonly Trouble NotNumber = new("not-a-number", "a number was expected, not {0}", "此处应为数字，而不是 {0}");
    public static readonly Trouble NotBoolean = new("not-a-boolean", "true or false was expected, not {0}", "此处应为是或否，而不是 {0}");
    public static readonly Trouble Overflow = new("overflow", "the result is too large", "结果超出数字范围");
    public static readonly Trouble DivisionByZero = new("division-by-zero", "division by zero", "除数为零");
    public static readonly Trouble UnknownName = new("unknown-name", "nothing is called {0}", "没有名为“{0}”的内容");
    public static readonly Trouble NoSuchMember = new("no-such-member", "{1} has no member {0}", "{1} 没有“{0}”这一项");
    public static readonly Trouble Missing = new("missing", "{0} is missing", "缺少“{0}”");
    public static readonly Trouble Arguments = new("arguments", "wrong arguments {0}", "参数不符 {0}");
    public static readonly Trouble NotCallable = new("not-callable", "this cannot be called", "此处不能作为函数调用");
    public static readonly Trouble OutOfRange = new("out-of-range", "position {0} is outside the list", "位置 {0} 超出列表");
    public static readonly Trouble Condition = new("condition", "a condition gave neither true nor false", "条件既不为真也不为假");
    public static readonly Trouble Invalid = new("invalid", "{0} is not a valid {1}", "{0} 不是有效的 {1}");
    public static readonly Trouble TypeMismatch = new("type-mismatch", "{0} is not of type {1}", "{0} 不是 {1} 类型");
    public static readonly Trouble External = new("external", "external functions are not run", "不执行外部函数");
    public static readonly Trouble Duplicate = new("duplicate", "{0} stands twice", "“{0}”重复出现");
    public static readonly Trouble NotAllowed = new("not-allowed", "{0} is not one of the allowed values", "{0} 不在允许的取值之内");

    public FeelWarning At(Span at, object?[] details)
    {
        var shown = new object[3];
        for (var i = 0; i < shown.Length; i++)
        {
            shown[i] = i >= details.Length ? "" : details[i] is string text ? text : FeelText.Brief(details[i]);
        }

        return new FeelWarning(Code, string.Format(CultureInfo.InvariantCulture, En, shown), string.Format(CultureInfo.InvariantCulture, Zh, shown), at.Start, at.End);
    }
}
