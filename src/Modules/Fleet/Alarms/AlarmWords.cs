using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;

namespace Guiju.Fleet.Alarms;

/// <summary>Where an alarm stands.</summary>
internal enum AlarmState
{
    /// <summary>The record itself explains it; nobody was asked (数据已说明).</summary>
    [Display(Name = "数据已说明")] ByRecord,

    /// <summary>Driver or unit are asked (待说明).</summary>
    [Display(Name = "待说明")] Asked,

    /// <summary>The vehicle desk is to decide (待认定).</summary>
    [Display(Name = "待认定")] Answered,

    /// <summary>Decided (已认定).</summary>
    [Display(Name = "已认定")] Judged,
}

/// <summary>What an alarm turned out to be.</summary>
public enum AlarmVerdict
{
    /// <summary>It was so (属实).</summary>
    [Display(Name = "属实")] Confirmed,

    /// <summary>It was so, for a good reason (情况合理).</summary>
    [Display(Name = "情况合理")] Reasonable,

    /// <summary>It was not so (误报).</summary>
    [Display(Name = "误报")] Mistaken,

    /// <summary>A device was at fault (设备故障).</summary>
    [Display(Name = "设备故障")] Device,
}

/// <summary>What must hold of alarms.</summary>
internal static class AlarmChecks
{
    public static readonly SystemCheck AwaitsExplanation = Statement(nameof(AwaitsExplanation), "该报警不在待说明状态。", "This alarm does not await an explanation.");

    public static readonly SystemCheck AwaitsVerdict = Statement(nameof(AwaitsVerdict), "该报警已经认定，或者尚未说明。", "This alarm has been decided already, or has not been explained yet.");

    public static readonly SystemCheck NotOwnExplanation = Statement(nameof(NotOwnExplanation), "不能认定本人驾驶或者本人说明的报警。", "Nobody decides on what they drove or explained themselves.");

    public static readonly SystemCheck DayIsOver = Statement(nameof(DayIsOver), "这一天还没有过完，不能核查。", "The day is not over yet and cannot be checked.");

    private static SystemCheck Statement(string name, string zh, string en) => new($"{nameof(AlarmChecks)}.{name}", new Bilingual(zh, en));
}
