using Guiju.Kernel;

namespace Guiju.Decisions.Drafts;

/// <summary>What must hold for drafts to make sense.</summary>
internal static class DraftChecks
{
    public static readonly SystemCheck IsBeingWritten = Make(nameof(IsBeingWritten), "草案须处于起草中。", "The draft must be in the writing.");
    public static readonly SystemCheck IsOpen = Make(nameof(IsOpen), "草案已经发布或放弃。", "The draft was already published or given up.");
    public static readonly SystemCheck AwaitsApproval = Make(nameof(AwaitsApproval), "草案须已提交待审定。", "The draft must have been handed in.");
    public static readonly SystemCheck SaysSomething = Make(nameof(SaysSomething), "草案还没有内容。", "The draft says nothing yet.");
    public static readonly SystemCheck WithdrawalsSayNothingElse = Make(nameof(WithdrawalsSayNothingElse), "撤销草案不能另加内容。", "A withdrawal says nothing else.");
    public static readonly SystemCheck HasOpinion = Make(nameof(HasOpinion), "最新一稿须附合法性审查意见。", "The latest version must carry a legality opinion.");
    public static readonly SystemCheck NotBackwards = Make(nameof(NotBackwards), "施行日期不得早于今天；数值的起始日可以早于今天。", "It cannot take effect before today; a figure's own first day may lie before today.");
    public static readonly SystemCheck SecondPerson = Make(nameof(SecondPerson), "审定人须是未参与起草、未提交本草案的另一人。", "Whoever approves must be another person, who neither wrote nor handed in any part of the draft.");
    public static readonly SystemCheck IsGreen = Make(nameof(IsGreen), "草案的检查和情景须全部通过。", "All checks and scenarios of the draft must pass.");
    public static readonly SystemCheck StillFits = Make(nameof(StillFits), "草案写成后现行规则又有变动，请在现行文本上重新起草。", "The rule in force has changed since the draft was written; write it anew on the text in force.");
    public static readonly SystemCheck KnownModel = Make(nameof(KnownModel), "现行规则中没有这个文件。", "The law in force holds no such file.");
    public static readonly SystemCheck KnownFigure = Make(nameof(KnownFigure), "没有这个数值。", "There is no such figure.");
    public static readonly SystemCheck FitsFigure = Make(nameof(FitsFigure), "取值与数值的类型不符。", "The value is not of the figure's type.");
    public static readonly SystemCheck CitesWhatExists = Make(nameof(CitesWhatExists), "所引条款不存在；本局设定的数值不引条款。", "The provision cited does not exist; a setting of the bureau cites none.");
    public static readonly SystemCheck IsInLibrary = Make(nameof(IsInLibrary), "制度库里现行的这份文本没有这一条；条款写成“第二十六条第一款”这样。", "The text in force in the library has no such place; write it as 第二十六条第一款 or art_26__para_1.");
    public static readonly SystemCheck NotYetCited = Make(nameof(NotYetCited), "这一条已经可以引用，不必再引入。", "This provision can be cited already.");
    public static readonly SystemCheck Published = Make(nameof(Published), "没有这次修改，或者它已被撤销。", "There is no such amendment, or it was withdrawn.");
    public static readonly SystemCheck FromVerdict = Make(nameof(FromVerdict), "这份判定没有可作情景的规则。", "The verdict holds no rule that a scenario could be made of.");

    /// <summary>The first mistake in a file that cannot be taken.</summary>
    public static SystemCheck Unreadable(string message) => new($"{nameof(DraftChecks)}.{nameof(Unreadable)}", new($"文件无法读取：{message}", $"The file cannot be read: {message}"));

    private static SystemCheck Make(string name, string zh, string en) => new($"{nameof(DraftChecks)}.{name}", new(zh, en));
}
