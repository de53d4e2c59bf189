namespace Guiju.Bpmn;

/// <summary>Names of the verbs, as a model allows them and the record keeps them.</summary>
public static class Verbs
{
    /// <summary>提交、同意.</summary>
    public const string Complete = "complete";

    /// <summary>驳回.</summary>
    public const string Reject = "reject";

    /// <summary>退回.</summary>
    public const string SendBack = "send-back";

    /// <summary>撤回.</summary>
    public const string Retract = "retract";

    /// <summary>转办.</summary>
    public const string Transfer = "transfer";

    /// <summary>委托.</summary>
    public const string Entrust = "entrust";

    /// <summary>加签.</summary>
    public const string AddSigner = "add-signer";

    /// <summary>减签.</summary>
    public const string RemoveSigner = "remove-signer";

    /// <summary>认领.</summary>
    public const string Claim = "claim";

    /// <summary>归还.</summary>
    public const string GiveBack = "give-back";

    /// <summary>抄送、传阅.</summary>
    public const string Copy = "copy";

    /// <summary>催办.</summary>
    public const string Remind = "remind";

    /// <summary>沟通.</summary>
    public const string Consult = "consult";

    /// <summary>终止.</summary>
    public const string Terminate = "terminate";

    /// <summary>挂起.</summary>
    public const string Suspend = "suspend";

    /// <summary>恢复.</summary>
    public const string Resume = "resume";

    /// <summary>跳转.</summary>
    public const string Jump = "jump";

    /// <summary>Every verb.</summary>
    public static readonly IReadOnlyList<string> All =
        [Complete, Reject, SendBack, Retract, Transfer, Entrust, AddSigner, RemoveSigner, Claim, GiveBack, Copy, Remind, Consult, Terminate, Suspend, Resume, Jump];
}
