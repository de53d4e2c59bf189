using Guiju.Kernel;

namespace Guiju.Procedures.Cases;

/// <summary>What the results of steps and cases are called.</summary>
internal static class ResultWords
{
    private static readonly Dictionary<string, Bilingual> Known = new()
    {
        ["approved"] = new("同意", "Approved"),
        ["refused"] = new("不同意", "Refused"),
        ["sent-back"] = new("退回", "Sent back"),
        ["withdrawn"] = new("撤回", "Withdrawn"),
        ["resubmitted"] = new("重新提交", "Submitted again"),
        ["dispatched"] = new("已派车", "Dispatched"),
        ["returned"] = new("已返回", "Returned"),
        ["settled"] = new("已结算", "Settled"),
        ["cancelled"] = new("已取消", "Cancelled"),
        ["retracted"] = new("撤回", "Taken back"),
        ["terminated"] = new("终止", "Terminated"),
        ["advised"] = new("已提意见", "Opinion given"),
        ["done"] = new("办结", "Done"),
        ["explained"] = new("已说明", "Explained"),
        ["judged"] = new("已认定", "Decided"),
    };

    /// <summary>The words of a result; an unknown one as the module wrote it.</summary>
    public static Bilingual Of(string result) => Known.GetValueOrDefault(result) ?? new Bilingual(result, result);
}
