namespace Guiju.Law.Searching;

/// <summary>How much each sign that a provision answers the question weighs. Chosen on the tuning part of the written questions.</summary>
internal sealed record SearchWeights
{
    /// <summary>Words of law for an everyday word, against the asker's own words.</summary>
    public float Concept { get; init; } = 1.6f;

    /// <summary>The same found in the title.</summary>
    public float Title { get; init; } = 0.5f;

    /// <summary>The same found in the headings above.</summary>
    public float Heading { get; init; } = 0.2f;

    /// <summary>Single characters, for words that are cut differently.</summary>
    public float Character { get; init; } = 0.3f;

    /// <summary>The share of the asked matter that a provision covers.</summary>
    public float Coverage { get; init; } = 1.5f;

    /// <summary>Holding the kind of answer that is sought.</summary>
    public float Kind { get; init; } = 0.9f;

    /// <summary>Opening and closing articles, which name everything and answer nothing.</summary>
    public float Frame { get; init; } = 0.6f;

    /// <summary>Liability provisions where nobody asked for consequences.</summary>
    public float Liability { get; init; } = 0.5f;

    /// <summary>Saturation of repeated words.</summary>
    public float K1 { get; init; } = 1.2f;

    /// <summary>Normalisation by length.</summary>
    public float B { get; init; } = 0.5f;
}
