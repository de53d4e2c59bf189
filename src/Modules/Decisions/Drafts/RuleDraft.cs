using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Decisions.Drafts;

/// <summary>Where a draft stands.</summary>
public enum DraftState
{
    /// <summary>Being written (起草中).</summary>
    [Display(Name = "起草中")] Drafting,

    /// <summary>Handed in for approval (待审定).</summary>
    [Display(Name = "待审定")] Submitted,

    /// <summary>Published (已发布).</summary>
    [Display(Name = "已发布")] Published,

    /// <summary>Given up (已放弃).</summary>
    [Display(Name = "已放弃")] Abandoned,
}

/// <summary>
/// A change of rules or figures on its way: written by one or several people, given a legality opinion, approved by somebody who wrote nothing of it, published from a day on.
/// What it says stands in its versions, which are never changed.
/// </summary>
public sealed class RuleDraft : IRevised
{
    private RuleDraft()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>Number that people see.</summary>
    public int Number { get; private init; }

    /// <summary>Title.</summary>
    public string Title { get; private init; } = "";

    /// <summary>English title; may be empty.</summary>
    public string EnglishTitle { get; private init; } = "";

    /// <summary>Why the change is wanted.</summary>
    public string Purpose { get; private init; } = "";

    /// <summary>The amendment that it withdraws; null for a draft that changes something.</summary>
    public int? Withdraws { get; private init; }

    /// <summary>Who opened it.</summary>
    public Guid? AuthorId { get; private init; }

    /// <summary>Name of who opened it.</summary>
    public string AuthorName { get; private init; } = "";

    /// <summary>When it was opened, UTC.</summary>
    public DateTime OpenedAt { get; private init; }

    /// <summary>Where it stands.</summary>
    public DraftState State { get; private set; }

    /// <summary>Number of the latest version; 0 while nothing was written.</summary>
    public int Latest { get; private set; }

    /// <summary>First day it is to hold.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>Number of the legality opinion.</summary>
    public string OpinionNo { get; private set; } = "";

    /// <summary>The legality opinion.</summary>
    public string Opinion { get; private set; } = "";

    /// <summary>Who gave the legality opinion.</summary>
    public string OpinionBy { get; private set; } = "";

    /// <summary>The version to which the opinion was given.</summary>
    public int OpinionOn { get; private set; }

    /// <summary>Who handed it in.</summary>
    public Guid? SubmittedById { get; private set; }

    /// <summary>Who decided.</summary>
    public Guid? DecidedById { get; private set; }

    /// <summary>Name of who decided.</summary>
    public string DecidedBy { get; private set; } = "";

    /// <summary>When decided, UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Words of the decision, or why it was sent back or given up.</summary>
    public string DecisionNote { get; private set; } = "";

    /// <summary>Number of the amendment it became.</summary>
    public int? Amendment { get; private set; }

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>Opens a draft.</summary>
    public static RuleDraft Open(int number, DraftWords words, DraftHand by, int? withdraws) => new()
    {
        Id = Guid.CreateVersion7(), Number = number, Title = words.Title.Trim(), EnglishTitle = words.EnglishTitle?.Trim() ?? "", Purpose = words.Purpose.Trim(), Withdraws = withdraws,
        AuthorId = by.PersonId, AuthorName = by.Name, OpenedAt = by.At,
    };

    /// <summary>Writes a version; whatever opinion was given was given to another.</summary>
    public DraftVersion Write(DraftHand by, IReadOnlyDictionary<string, string> files, string note, string lawbook)
    {
        Check.That(State == DraftState.Drafting, DraftChecks.IsBeingWritten);
        Check.That(Withdraws is null, DraftChecks.WithdrawalsSayNothingElse);
        Latest++;
        (OpinionNo, Opinion, OpinionBy, OpinionOn) = ("", "", "", 0);
        return new DraftVersion { Id = Guid.CreateVersion7(), DraftId = Id, Number = Latest, AuthorId = by.PersonId, AuthorName = by.Name, At = by.At, Note = note, Lawbook = lawbook, Packed = Json.Pack(files) };
    }

    /// <summary>Attaches the legality opinion to the latest version.</summary>
    public void Advise(DraftHand by, string number, string opinion)
    {
        Check.That(State == DraftState.Drafting, DraftChecks.IsBeingWritten);
        Check.That(Latest > 0 || Withdraws is not null, DraftChecks.SaysSomething);
        (OpinionNo, Opinion, OpinionBy, OpinionOn) = (number.Trim(), opinion.Trim(), by.Name, Latest);
    }

    /// <summary>Hands it in to hold from a day on.</summary>
    public void Submit(DraftHand by, DateOnly from, DateOnly today)
    {
        Check.That(State == DraftState.Drafting, DraftChecks.IsBeingWritten);
        Check.That(Latest > 0 || Withdraws is not null, DraftChecks.SaysSomething);
        Check.That(Opinion.Length > 0 && OpinionOn == Latest, DraftChecks.HasOpinion);
        Check.That(from >= today, DraftChecks.NotBackwards, nameof(From));
        (State, From, SubmittedById) = (DraftState.Submitted, from, by.PersonId);
    }

    /// <summary>Sends it back to be written on.</summary>
    public void Return(DraftHand by, string reason)
    {
        Check.That(State == DraftState.Submitted, DraftChecks.AwaitsApproval);
        (State, DecidedById, DecidedBy, DecidedAt, DecisionNote) = (DraftState.Drafting, by.PersonId, by.Name, by.At, reason.Trim());
    }

    /// <summary>Gives it up.</summary>
    public void Abandon(DraftHand by, string reason)
    {
        Check.That(State is DraftState.Drafting or DraftState.Submitted, DraftChecks.IsOpen);
        (State, DecidedById, DecidedBy, DecidedAt, DecisionNote) = (DraftState.Abandoned, by.PersonId, by.Name, by.At, reason.Trim());
    }

    /// <summary>A second person approves it: nobody who had a hand in it, and no machine.</summary>
    public void Publish(DraftHand by, IReadOnlySet<Guid> authors, int amendment, string note)
    {
        Check.That(State == DraftState.Submitted, DraftChecks.AwaitsApproval);
        Check.That(by.PersonId is { } person && person != AuthorId && person != SubmittedById && !authors.Contains(person), DraftChecks.SecondPerson);
        Check.That(From is { } from && from >= by.Today, DraftChecks.NotBackwards, nameof(From));
        (State, DecidedById, DecidedBy, DecidedAt, DecisionNote, Amendment) = (DraftState.Published, by.PersonId, by.Name, by.At, note.Trim(), amendment);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<RuleDraft>
    {
        public void Configure(EntityTypeBuilder<RuleDraft> draft)
        {
            draft.ToTable("decisions_draft");
            draft.Property(d => d.Id).ValueGeneratedNever();
            draft.Property(d => d.Title).HasMaxLength(200);
            draft.Property(d => d.EnglishTitle).HasMaxLength(200);
            draft.Property(d => d.Purpose).HasMaxLength(1000);
            draft.Property(d => d.AuthorName).HasMaxLength(100);
            draft.Property(d => d.OpinionNo).HasMaxLength(100);
            draft.Property(d => d.Opinion).HasMaxLength(4000);
            draft.Property(d => d.OpinionBy).HasMaxLength(100);
            draft.Property(d => d.DecidedBy).HasMaxLength(100);
            draft.Property(d => d.DecisionNote).HasMaxLength(1000);
            draft.HasIndex(d => d.Number).IsUnique();
            draft.HasIndex(d => d.State);
        }
    }
}

/// <summary>What a draft is called and wanted for.</summary>
public sealed record DraftWords(string Title, string? EnglishTitle, string Purpose);

/// <summary>Whose hand it is, and when.</summary>
public sealed record DraftHand(Guid? PersonId, string Name, DateTime At, DateOnly Today);

/// <summary>One version of a draft: all its files as one person left them. Never changed.</summary>
public sealed class DraftVersion
{
    /// <summary>Id.</summary>
    public Guid Id { get; init; }

    /// <summary>The draft.</summary>
    public Guid DraftId { get; init; }

    /// <summary>Running number within it.</summary>
    public int Number { get; init; }

    /// <summary>Who wrote it.</summary>
    public Guid? AuthorId { get; init; }

    /// <summary>Name of who wrote it.</summary>
    public required string AuthorName { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>What was changed, in words.</summary>
    public required string Note { get; init; }

    /// <summary>Lawbook in use when it was written.</summary>
    public required string Lawbook { get; init; }

    /// <summary>Files by path as under <c>law/</c>, as compressed JSON.</summary>
    public required byte[] Packed { get; init; }

    /// <summary>Its files.</summary>
    public IReadOnlyDictionary<string, string> Files() => Json.Unpack<Dictionary<string, string>>(Packed);

    internal sealed class Mapping : IEntityTypeConfiguration<DraftVersion>
    {
        public void Configure(EntityTypeBuilder<DraftVersion> version)
        {
            version.ToTable("decisions_draft_version");
            version.Property(v => v.Id).ValueGeneratedNever();
            version.Property(v => v.AuthorName).HasMaxLength(100);
            version.Property(v => v.Note).HasMaxLength(300);
            version.Property(v => v.Lawbook).HasMaxLength(32);
            version.HasIndex(v => new { v.DraftId, v.Number }).IsUnique();
        }
    }
}
