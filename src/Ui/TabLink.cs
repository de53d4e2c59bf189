namespace Guiju.Ui;

/// <summary>One tab: title, address, whether it is open, and how many things it holds.</summary>
public sealed record TabLink(string Title, string Address, bool Here, int? Count = null);

/// <summary>A page above the page shown.</summary>
public sealed record TrailStep(string Title, string Address);

/// <summary>One line of a description list. The value may be text, number, day, instant or a <see cref="Microsoft.AspNetCore.Components.RenderFragment"/>.</summary>
public sealed record Detail(string Term, object? Value);

/// <summary>One entry of a timeline, newest or oldest first as the page orders them.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Who">Who.</param>
/// <param name="What">What was done.</param>
/// <param name="Opinion">Opinion given.</param>
/// <param name="Verdict">Outcome of the judgement, where it was judged.</param>
/// <param name="Address">Where more is shown.</param>
public sealed record TimelineEntry(DateTime At, string Who, string What, string? Opinion = null, Kernel.LawOutcome? Verdict = null, string? Address = null);
