using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Procedures.Numbers;

/// <summary>What became of a number.</summary>
internal enum NumberState
{
    /// <summary>Kept for a document that is still to be issued.</summary>
    [Display(Name = "预留")]
    Reserved,

    /// <summary>Borne by a document.</summary>
    [Display(Name = "已用")]
    Used,

    /// <summary>Void: borne by no document, and never given out again.</summary>
    [Display(Name = "作废")]
    Void,
}

/// <summary>One number of a series and year. Rows are never deleted, so that the register has neither gap nor double.</summary>
internal sealed class IssuedNumber : IRevised
{
    public Guid Id { get; init; }

    public Guid SeriesId { get; init; }

    public Guid UnitId { get; init; }

    public int Year { get; init; }

    public int Number { get; init; }

    /// <summary>As printed: 方管发〔2026〕12号.</summary>
    public required string Printed { get; init; }

    public NumberState State { get; private set; }

    /// <summary>The document that bears it.</summary>
    public Guid? LetterId { get; private set; }

    /// <summary>What it is kept for, what bears it, or why it is void.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>Who took it.</summary>
    public required string TakenBy { get; init; }

    public DateTime TakenAt { get; init; }

    public int Revision { get; set; }

    public void Keep(string purpose) => (State, Purpose) = (NumberState.Reserved, purpose.Trim());

    public void GiveTo(Guid letterId, string title)
    {
        Check.That(LetterId is null && State == NumberState.Reserved, NumberChecks.IsFree, "NumberId");
        (State, LetterId, Purpose) = (NumberState.Used, letterId, title);
    }

    public void Cancel(string reason)
    {
        Check.That(State != NumberState.Void, NumberChecks.IsNotVoid);
        (State, Purpose) = (NumberState.Void, reason.Trim());
    }

    internal sealed class Mapping : IEntityTypeConfiguration<IssuedNumber>
    {
        public void Configure(EntityTypeBuilder<IssuedNumber> number)
        {
            number.ToTable("procedures_number");
            number.Property(n => n.Id).ValueGeneratedNever();
            number.Property(n => n.Printed).HasMaxLength(60);
            number.Property(n => n.Purpose).HasMaxLength(200);
            number.Property(n => n.TakenBy).HasMaxLength(100);
            number.HasIndex(n => new { n.SeriesId, n.Year, n.Number }).IsUnique();
            number.HasIndex(n => n.LetterId);
        }
    }
}

/// <summary>What must hold for numbers.</summary>
internal static class NumberChecks
{
    public static readonly SystemCheck IsFree = new($"{nameof(NumberChecks)}.{nameof(IsFree)}",
        new("这个文号不是预留文号，不能再用。", "This number is not a reserved one and cannot be used."));

    public static readonly SystemCheck IsNotVoid = new($"{nameof(NumberChecks)}.{nameof(IsNotVoid)}",
        new("这个文号已经作废。", "This number is void already."));

    public static readonly SystemCheck IsNotBorne = new($"{nameof(NumberChecks)}.{nameof(IsNotBorne)}",
        new("已用于文件的文号，须通过作废文件来作废。", "A number borne by a document is voided by voiding the document."));

    public static readonly SystemCheck SameSeries = new($"{nameof(NumberChecks)}.{nameof(SameSeries)}",
        new("预留文号不属于所选机关代字或本年度。", "The reserved number belongs to another series or year."));
}
