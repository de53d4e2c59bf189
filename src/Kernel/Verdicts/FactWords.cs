namespace Guiju.Kernel;

/// <summary>What people call the facts of a control point. A verdict names facts by their English codes; pages show words. The module Decisions answers.</summary>
public interface IFactWords
{
    /// <summary>The words for a fact; null where the lawbook in use knows no such fact there.</summary>
    FactWord? Of(string controlPoint, string fact);
}

/// <summary>The words for one fact.</summary>
/// <param name="Name">Name in both languages.</param>
/// <param name="Unit">Unit, where it has one.</param>
/// <param name="Values">For a fact with fixed values: each value in both languages, by its Chinese word.</param>
public sealed record FactWord(Bilingual Name, string? Unit, IReadOnlyDictionary<string, Bilingual> Values);
