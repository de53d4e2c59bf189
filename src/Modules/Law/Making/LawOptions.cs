using System.ComponentModel.DataAnnotations;

namespace Guiju.Law.Making;

/// <summary>Settings of the library. None of them is a figure of law: each is a bureau's own choice until it is confirmed.</summary>
public sealed record LawOptions
{
    /// <summary>Where the settings stand.</summary>
    public const string Section = "Guiju:Library";

    /// <summary>Days that a re-check is given at least.</summary>
    /// <value>30</value>
    [Range(1, 365)] public int RecheckDays { get; init; } = 30;

    /// <summary>Months before the end of a validity period, or before a review day, at which a text is put on the list.</summary>
    /// <value>6</value>
    [Range(1, 60)] public int ReminderMonths { get; init; } = 6;
}
