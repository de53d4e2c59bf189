using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Procedures.Letters;

/// <summary>The layout of an official document.</summary>
public enum LetterForm
{
    /// <summary>General form with a red head, downward or to anybody (通知、意见、批复 …).</summary>
    [Display(Name = "文件格式")]
    Document,

    /// <summary>Upward form with the signer beside the number (请示、报告).</summary>
    [Display(Name = "上行文格式")]
    Upward,

    /// <summary>Letter form with double red lines (函).</summary>
    [Display(Name = "信函格式")]
    Letter,
}

/// <summary>Where a document stands.</summary>
internal enum LetterState
{
    /// <summary>Being written; bears no number.</summary>
    [Display(Name = "起草")]
    Draft,

    /// <summary>Signed, numbered and dated; not changed any more.</summary>
    [Display(Name = "已印发")]
    Issued,

    /// <summary>Void, with its number.</summary>
    [Display(Name = "作废")]
    Void,
}

/// <summary>An official document of a unit: drafted by one person, signed and issued by another.</summary>
internal sealed class Letter : IRevised
{
    public Guid Id { get; init; }

    public Guid UnitId { get; init; }

    public LetterForm Form { get; private set; }

    /// <summary>Name in the red head and under the text.</summary>
    public string Issuer { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Addressee { get; private set; } = "";

    /// <summary>Paragraphs, one a line.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Names of attachments, one a line.</summary>
    public string Attachments { get; private set; } = "";

    public string CopyTo { get; private set; } = "";

    public string Note { get; private set; } = "";

    public bool Sealed { get; private set; }

    public LetterState State { get; private set; }

    /// <summary>As printed; empty until issued.</summary>
    public string Number { get; private set; } = "";

    /// <summary>成文日期; null until issued.</summary>
    public DateOnly? On { get; private set; }

    public Guid? DrafterId { get; init; }

    public required string Drafter { get; init; }

    public string Signer { get; private set; } = "";

    /// <summary>The case that it belongs to.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>Why it is void.</summary>
    public string Reason { get; private set; } = "";

    public DateTime DraftedAt { get; init; }

    public int Revision { get; set; }

    public void Write(LetterWording wording)
    {
        Check.That(State == LetterState.Draft, LetterChecks.IsDraft);
        Check.That(wording.Form != LetterForm.Upward || !wording.Addressee.Contains('、', StringComparison.Ordinal), LetterChecks.OneAddressee, nameof(Addressee));
        (Form, Issuer, Title, Addressee) = (wording.Form, wording.Issuer.Trim(), wording.Title.Trim(), wording.Addressee.Trim().TrimEnd('：', ':'));
        (Body, Attachments, CopyTo, Note, Sealed) = (Kept(wording.Body), Kept(wording.Attachments), (wording.CopyTo ?? "").Trim().TrimEnd('。'), (wording.Note ?? "").Trim().Trim('（', '）'), wording.Sealed);
    }

    public void Issue(Guid? signerId, string signer, string number, DateOnly on)
    {
        Check.That(State == LetterState.Draft, LetterChecks.IsDraft);
        Check.That(signerId is null || signerId != DrafterId, LetterChecks.SignedByAnother);
        (State, Signer, Number, On) = (LetterState.Issued, signer, number, on);
    }

    public void Cancel(string reason)
    {
        Check.That(State == LetterState.Issued, LetterChecks.IsIssued);
        (State, Reason) = (LetterState.Void, reason.Trim());
    }

    /// <summary>What is printed.</summary>
    public OfficialLetter Printed(string printOffice) => new()
    {
        Form = Form,
        Issuer = Issuer,
        Number = Number,
        Signer = Signer,
        Title = Title,
        Addressee = Addressee,
        Body = Body.Split('\n', StringSplitOptions.RemoveEmptyEntries),
        Attachments = Attachments.Split('\n', StringSplitOptions.RemoveEmptyEntries),
        On = On,
        Sealed = Sealed,
        Note = Note,
        CopyTo = CopyTo,
        PrintOffice = printOffice,
    };

    private static string Kept(string? lines) => string.Join('\n', (lines ?? "").ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0));

    internal sealed class Mapping : IEntityTypeConfiguration<Letter>
    {
        public void Configure(EntityTypeBuilder<Letter> letter)
        {
            letter.ToTable("procedures_letter");
            letter.Property(l => l.Id).ValueGeneratedNever();
            letter.Property(l => l.Issuer).HasMaxLength(60);
            letter.Property(l => l.Title).HasMaxLength(200);
            letter.Property(l => l.Addressee).HasMaxLength(300);
            letter.Property(l => l.Body).HasMaxLength(40_000);
            letter.Property(l => l.Attachments).HasMaxLength(2_000);
            letter.Property(l => l.CopyTo).HasMaxLength(500);
            letter.Property(l => l.Note).HasMaxLength(100);
            letter.Property(l => l.Number).HasMaxLength(60);
            letter.Property(l => l.Drafter).HasMaxLength(100);
            letter.Property(l => l.Signer).HasMaxLength(100);
            letter.Property(l => l.Reason).HasMaxLength(200);
            letter.HasIndex(l => new { l.UnitId, l.DraftedAt });
            letter.HasIndex(l => l.CaseId);
        }
    }
}

/// <summary>The wording of a document as its drafter gives it.</summary>
internal sealed record LetterWording(LetterForm Form, string Issuer, string Title, string Addressee, string Body)
{
    public string? Attachments { get; init; }

    public string? CopyTo { get; init; }

    public string? Note { get; init; }

    public bool Sealed { get; init; } = true;
}

/// <summary>What must hold for documents.</summary>
internal static class LetterChecks
{
    public static readonly SystemCheck IsDraft = new($"{nameof(LetterChecks)}.{nameof(IsDraft)}",
        new("只有起草中的文件可以修改或印发。", "Only a draft can be changed or issued."));

    public static readonly SystemCheck IsIssued = new($"{nameof(LetterChecks)}.{nameof(IsIssued)}",
        new("只有已印发的文件可以作废。", "Only an issued document can be voided."));

    public static readonly SystemCheck SignedByAnother = new($"{nameof(LetterChecks)}.{nameof(SignedByAnother)}",
        new("起草人不能签发本人起草的文件。", "Whoever drafted a document may not sign it."));

    public static readonly SystemCheck OneAddressee = new($"{nameof(LetterChecks)}.{nameof(OneAddressee)}",
        new("上行文只能有一个主送机关。", "An upward document has one addressee only."));
}
