using Guiju.Kernel;

namespace Guiju.Ui;

/// <summary>What the desk answered, in a form that every page can show: field errors, a verdict, a broken check, or why nothing was done.</summary>
public sealed record Answer
{
    /// <summary>Nothing has been asked yet.</summary>
    public static readonly Answer None = new();

    /// <summary>Errors by field.</summary>
    public IReadOnlyList<FieldError> Errors { get; private init; } = [];

    /// <summary>The verdict that refused.</summary>
    public Verdict? Verdict { get; private init; }

    /// <summary>The system check that did not hold.</summary>
    public SystemCheck? Check { get; private init; }

    /// <summary>Why nothing was done, where none of the above says it.</summary>
    public Bilingual? Reason { get; private init; }

    /// <summary>Whether there is anything to show.</summary>
    public bool IsEmpty => Errors.Count == 0 && Verdict is null && Check is null && Reason is null;

    /// <summary>Takes over an outcome; done and not yet asked are empty.</summary>
    public static Answer Of<T>(Outcome<T>? outcome) => outcome switch
    {
        Outcome<T>.Invalid invalid => new Answer { Errors = invalid.Errors },
        Outcome<T>.Refused refused => new Answer { Verdict = refused.Verdict },
        Outcome<T>.Broken { Field: { } field } broken => new Answer { Check = broken.Check, Errors = [new FieldError(field, broken.Check.Statement)] },
        Outcome<T>.Broken broken => new Answer { Check = broken.Check },
        Outcome<T>.Stale => Because("别人刚刚改动了同一条记录，您的操作没有保存。请重新打开后再办。", "Somebody else has just changed this record; nothing was saved. Open it again and retry."),
        Outcome<T>.Missing => Because("这条记录不存在，或者不在您的可见范围内。", "This record does not exist or lies outside your reach."),
        Outcome<T>.Denied => Because("您没有办理此事的权限。", "You are not permitted to do this."),
        _ => None,
    };

    /// <summary>The message for a field; null where it is right.</summary>
    public string? For(string name)
    {
        var field = name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..];
        return Errors.FirstOrDefault(e => string.Equals(e.Field, field, StringComparison.OrdinalIgnoreCase))?.Message.Here;
    }

    private static Answer Because(string zh, string en) => new() { Reason = new Bilingual(zh, en) };
}

/// <summary>One choice of a select field.</summary>
public sealed record Choice(string Value, string Text);
