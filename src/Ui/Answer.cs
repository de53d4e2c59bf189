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
        Outcome<T>.Stale => Because(OutcomeWords.Stale),
        Outcome<T>.Missing => Because(OutcomeWords.Missing),
        Outcome<T>.Denied => Because(OutcomeWords.Denied),
        _ => None,
    };

    /// <summary>Errors found before the desk was asked.</summary>
    public static Answer Wrong(params IReadOnlyList<FieldError> errors) => new() { Errors = errors };

    /// <summary>A reason of the page's own.</summary>
    public static Answer Because(Bilingual reason) => new() { Reason = reason };

    /// <summary>The message for a field, named as in the form (<c>Form.Purpose</c>) or as in the act; null where it is right.</summary>
    public string? For(string name)
    {
        var field = FormState.FieldOf(name);
        return Errors.FirstOrDefault(e => string.Equals(e.Field, field, StringComparison.OrdinalIgnoreCase))?.Message.Here;
    }
}

/// <summary>One choice of a select field.</summary>
public sealed record Choice(string Value, string Text);
