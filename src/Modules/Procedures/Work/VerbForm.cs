namespace Guiju.Procedures.Work;

/// <summary>What a form of the case page sends.</summary>
internal sealed class VerbForm
{
    public Guid? TaskId { get; set; }

    public string? Verb { get; set; }

    public string? How { get; set; }

    public string? Step { get; set; }

    /// <summary>The step that was the present one when the page was read.</summary>
    public string? From { get; set; }

    public bool Straight { get; set; }

    public string? PersonCode { get; set; }

    public string? Opinion { get; set; }
}
