using Guiju.Kernel;

namespace Guiju.Ui;

/// <summary>Words and marks for outcomes, evidence and packs: never colour alone.</summary>
public static class OutcomeMarks
{
    /// <summary>The word for an outcome.</summary>
    public static Bilingual Of(LawOutcome outcome) => outcome switch
    {
        LawOutcome.Allowed => new("允许", "Allowed"),
        LawOutcome.Inform => new("提示", "For information"),
        LawOutcome.Acknowledge => new("须说明", "Reason needed"),
        LawOutcome.Approval => new("须批准", "Approval needed"),
        LawOutcome.CannotDecide => new("无法判断", "Cannot decide"),
        _ => new("禁止", "Forbidden"),
    };

    /// <summary>The sign before the word.</summary>
    public static string Sign(LawOutcome outcome) => outcome switch
    {
        LawOutcome.Allowed => "✓",
        LawOutcome.Inform => "i",
        LawOutcome.Acknowledge => "✎",
        LawOutcome.Approval => "!",
        LawOutcome.CannotDecide => "?",
        _ => "✕",
    };

    /// <summary>The class of the mark.</summary>
    public static string Class(LawOutcome outcome) => outcome switch
    {
        LawOutcome.Allowed => "allowed",
        LawOutcome.Inform => "inform",
        LawOutcome.Acknowledge => "acknowledge",
        LawOutcome.Approval => "approval",
        LawOutcome.CannotDecide => "cannot-decide",
        _ => "forbidden",
    };

    /// <summary>How well something is known.</summary>
    public static Bilingual Of(Evidence evidence) => evidence switch
    {
        Evidence.Verified => new("已核实", "verified"),
        Evidence.Reported => new("据报道，未见原文", "reported, clause not read"),
        _ => new("设定，未核实", "assumed, unverified"),
    };

    /// <summary>Whom a rule binds.</summary>
    public static Bilingual Pack(string pack) => pack switch
    {
        "cn" => new("全国", "national"),
        "cen" => new("中央国家机关（仅供参照）", "central organs (a model only)"),
        "bj" => new("北京市", "Beijing"),
        "bureau" => new("本局设定", "bureau setting"),
        "system" => new("系统校验", "system check"),
        _ => new(pack, pack),
    };
}
