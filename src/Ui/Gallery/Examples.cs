using Guiju.Kernel;

namespace Guiju.Ui.Gallery;

/// <summary>Made-up matters that show every component in every state. No figure or provision here is a real one.</summary>
public static class Examples
{
    private static readonly DateOnly Day = new(2023, 5, 4);

    private static readonly ProvisionRef Numbered = new(
        "example-measures~art_7", new("示例管理办法", "Example Measures"), "第七条", new DateOnly(2018, 3, 1),
        new("示例：某类车辆的价格不得超过规定的上限。", "Example: the price of a class of cars may not exceed the limit laid down."))
    { Number = "示例〔2018〕1号" };

    private static readonly ProvisionRef Unsure = new(
        "example-rules", new("示例条例", "Example Regulations"), null, new DateOnly(2020, 1, 1),
        new("示例：条文序号没有核实，因此不印出来。", "Example: the number of the article is not confirmed and so is not printed."));

    /// <summary>Forbidden, and everything lighter below it, given in the wrong order on purpose.</summary>
    public static Verdict Forbidden { get; } = VerdictOf(LawOutcome.Forbidden, Lawful, Reason, OverLimit, NeedsApproval, Told);

    /// <summary>Possible with approval.</summary>
    public static Verdict Approval { get; } = VerdictOf(LawOutcome.Approval, NeedsApproval, Lawful);

    /// <summary>Possible once a reason is given.</summary>
    public static Verdict Acknowledge { get; } = VerdictOf(LawOutcome.Acknowledge, Reason, Lawful);

    /// <summary>A fact is missing.</summary>
    public static Verdict CannotDecide { get; } = VerdictOf(LawOutcome.CannotDecide, Unknown, Lawful) with { Missing = ["letterNo", "price"] };

    /// <summary>Lawful.</summary>
    public static Verdict Allowed { get; } = VerdictOf(LawOutcome.Allowed, Lawful, Told);

    /// <summary>All five, heaviest first.</summary>
    public static IReadOnlyList<Verdict> All { get; } = [Forbidden, CannotDecide, Approval, Acknowledge, Allowed];

    /// <summary>An answer that names fields.</summary>
    public static Answer Wrong { get; } = Answer.Wrong(
        new FieldError("Purpose", new("请填写事由。", "Please fill in: Purpose.")),
        new FieldError("Price", new("价格须在 1 与 10000000 之间。", "Price: between 1 and 10000000.")),
        new FieldError("Way", new("请填写取得方式。", "Please fill in: How it is acquired.")),
        new FieldError("Promise", new("请确认。", "Please confirm.")));

    /// <summary>An answer of a system check.</summary>
    public static Answer Broken { get; } = Answer.Of<Guid>(new Outcome<Guid>.Broken(new SystemCheck("ExampleChecks.EndsAfterStart", new("返回时间须晚于出发时间。", "The return must lie after the departure.")), null));

    /// <summary>Answers without fields or verdict.</summary>
    public static IReadOnlyList<Answer> Plain { get; } =
        [Answer.Of<Guid>(new Outcome<Guid>.Stale()), Answer.Of<Guid>(new Outcome<Guid>.Missing()), Answer.Of<Guid>(new Outcome<Guid>.Denied("example.do"))];

    /// <summary>A matter's story.</summary>
    public static IReadOnlyList<TimelineEntry> Story =>
    [
        new(new DateTime(2023, 5, 4, 1, 20, 0, DateTimeKind.Utc), Here("示例甲", "Person A"), Here("提交申请", "handed in the request"), null, LawOutcome.Approval, "/ui"),
        new(new DateTime(2023, 5, 4, 3, 5, 0, DateTimeKind.Utc), Here("示例乙", "Person B"), Here("退回修改", "returned it"), Here("请补充公函编号，并说明为何不能改用公共交通。", "Please add the number of the letter and say why public transport will not do."), null, null),
        new(new DateTime(2023, 5, 4, 6, 40, 0, DateTimeKind.Utc), Here("示例甲", "Person A"), Here("再次提交", "handed it in again"), null, LawOutcome.Allowed, "/ui"),
    ];

    /// <summary>Words for the made-up facts.</summary>
    public static IFactWords Words { get; } = new Glossary();

    private static Finding OverLimit => Found("X-01", new("车辆价格上限", "Price limit"), LawOutcome.Forbidden, "cn", Evidence.Verified,
        new("示例：价格 250,000 元，超过上限 180,000 元。", "Example: 250,000 yuan exceeds the limit of 180,000 yuan.")) with
    {
        Provision = Numbered,
        Figure = new Figure("example.price-cap", new("价格上限", "Price limit"), 180000m, "元", Evidence.Verified),
        Inputs = new Dictionary<string, object?> { ["price"] = 250000m, ["class"] = "机要通信用车" },
        Remedy = new("改选价格不超过 180,000 元的车型。", "Choose a model of at most 180,000 yuan."),
        Why = new("价格为“250000”，符合“> 上限”。", "price is '250000' and meets '> limit'."),
    };

    private static Finding NeedsApproval => Found("X-02", new("更新年限", "Age for renewal"), LawOutcome.Approval, "bj", Evidence.Reported,
        new("示例：该车使用 6 年，未满 8 年，须经批准方可更新。", "Example: the car is 6 years old, not yet 8; renewal needs approval.")) with
    {
        Stated = LawOutcome.Forbidden,
        Provision = Unsure,
        Remedy = new("等到使用满 8 年，或者报主管部门批准。", "Wait until the car is 8 years old, or ask the competent department."),
        Figure = new Figure("example.age", new("最低使用年限", "Least age"), 8m, "年", Evidence.Reported),
    };

    private static Finding Reason => Found("X-03", new("补贴区域内用车", "Car inside the allowance area"), LawOutcome.Acknowledge, "bj", Evidence.Reported,
        new("示例：行程全部在补贴区域内，须写明理由。", "Example: the trip stays inside the allowance area; a reason is needed.")) with
    { Provision = Numbered };

    private static Finding Unknown => Found("X-04", new("接待用车须有公函", "Receptions need a letter"), LawOutcome.CannotDecide, "system", Evidence.Verified,
        new("示例：无法判断，需要：公函编号、价格。", "Example: cannot decide; needed: letterNo, price.")) with
    { Missing = ["letterNo", "price"] };

    private static Finding Told => Found("X-05", new("新能源优先", "New energy first"), LawOutcome.Inform, "bureau", Evidence.Assumed,
        new("示例：本局建议优先选用新能源车。", "Example: the bureau suggests new-energy cars."));

    private static Finding Lawful => Found("X-06", new("编制数", "Fixed number"), LawOutcome.Allowed, "cn", Evidence.Verified,
        new("示例：在册 11 辆，编制 12 辆，可再配 1 辆。", "Example: 11 held of 12; one more may be acquired.")) with
    { Provision = Numbered };

    private static Verdict VerdictOf(LawOutcome outcome, params IReadOnlyList<Finding> findings) =>
        new("ui.example", Day, outcome, findings, [], new Dictionary<string, string>());

    private static Finding Found(string rule, Bilingual title, LawOutcome outcome, string pack, Evidence evidence, Bilingual message) => new()
    {
        Rule = rule,
        Title = title,
        Outcome = outcome,
        Stated = outcome,
        Pack = pack,
        Evidence = evidence,
        Message = message,
        Inputs = new Dictionary<string, object?>(),
    };

    private sealed class Glossary : IFactWords
    {
        public FactWord? Of(string controlPoint, string fact) => fact switch
        {
            "price" => new FactWord(new("价格", "price"), "元", new Dictionary<string, Bilingual>()),
            "letterNo" => new FactWord(new("公函编号", "letter number"), null, new Dictionary<string, Bilingual>()),
            "class" => new FactWord(new("车辆类别", "class"), null, new Dictionary<string, Bilingual> { ["机要通信用车"] = new("机要通信用车", "confidential mail") }),
            _ => null,
        };
    }

    private static string Here(string zh, string en) => new Bilingual(zh, en).Here;
}
