using Guiju.Fleet.Costs;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Fleet.Statements;

/// <summary>A statement of a card issuer (对账单) as it was taken in: who, when, from which file.</summary>
internal sealed class Statement
{
    /// <summary>Id.</summary>
    public Guid Id { get; init; }

    /// <summary>Issuer, e.g. the oil company.</summary>
    public required string Issuer { get; init; }

    /// <summary>What the cards pay for.</summary>
    public CostKind Kind { get; init; }

    /// <summary>The body that pays; null where the file holds the cars of many.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>Name of the file.</summary>
    public required string FileName { get; init; }

    /// <summary>SM3 of its content: the same file comes in once.</summary>
    public required string FileHash { get; init; }

    /// <summary>First day of its lines.</summary>
    public DateOnly From { get; init; }

    /// <summary>Last day of its lines.</summary>
    public DateOnly To { get; init; }

    /// <summary>Lines taken in.</summary>
    public int Lines { get; init; }

    /// <summary>Lines of the file that an earlier one had brought.</summary>
    public int Repeated { get; init; }

    /// <summary>Sum of the lines taken in, yuan.</summary>
    public decimal AmountYuan { get; init; }

    /// <summary>Who took it in.</summary>
    public string TakenBy { get; init; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime TakenAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Statement>
    {
        public void Configure(EntityTypeBuilder<Statement> statement)
        {
            statement.ToTable("fleet_statement");
            statement.Property(s => s.Id).ValueGeneratedNever();
            statement.Property(s => s.Issuer).HasMaxLength(120);
            statement.Property(s => s.FileName).HasMaxLength(200);
            statement.Property(s => s.FileHash).HasMaxLength(50);
            statement.Property(s => s.TakenBy).HasMaxLength(100);
            statement.HasIndex(s => s.FileHash).IsUnique();
        }
    }
}

/// <summary>How the files of an issuer are read: heading by meaning, as it was last confirmed.</summary>
internal sealed class StatementLayout : IRevised
{
    /// <summary>Id.</summary>
    public Guid Id { get; init; }

    /// <summary>Issuer.</summary>
    public required string Issuer { get; init; }

    /// <summary>What its cards pay for.</summary>
    public CostKind Kind { get; set; }

    /// <summary>Headings by meaning, JSON.</summary>
    public required string Columns { get; set; }

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>The headings by meaning.</summary>
    public IReadOnlyDictionary<StatementColumn, string> Meanings => Json.Read<Dictionary<StatementColumn, string>>(Columns);

    internal sealed class Mapping : IEntityTypeConfiguration<StatementLayout>
    {
        public void Configure(EntityTypeBuilder<StatementLayout> layout)
        {
            layout.ToTable("fleet_statement_layout");
            layout.Property(l => l.Id).ValueGeneratedNever();
            layout.Property(l => l.Issuer).HasMaxLength(120);
            layout.Ignore(l => l.Meanings);
            layout.HasIndex(l => l.Issuer).IsUnique();
        }
    }
}

/// <summary>What must hold of statements.</summary>
internal static class StatementChecks
{
    public static readonly SystemCheck FileIsNew = Statement(nameof(FileIsNew), "这个文件已经导入过，没有重复导入。", "This file has already been taken in and was not taken again.");

    public static readonly SystemCheck SomethingIsNew = Statement(nameof(SomethingIsNew), "文件里的每一笔都已随其他对账单导入，没有新的内容。", "Every line of the file has come in with another statement: there is nothing new.");

    public static readonly SystemCheck StillOpen = Statement(nameof(StillOpen), "这一笔已经处理。", "The line has been settled already.");

    public static readonly SystemCheck CarIsNamed = Statement(nameof(CarIsNamed), "归入车辆的，须选定车辆。", "A line that goes to a car needs the car.");

    public static readonly SystemCheck CarIsKnown = Statement(nameof(CarIsKnown), "还没有车辆的一笔，须归入车辆，或者确认不属本单位支出。", "A line without a car goes to a car, or is found not to be ours.");

    public static readonly SystemCheck WasEntered = Statement(nameof(WasEntered), "该次行程没有登记同类费用，不能作为同一笔。", "Nothing of the kind was entered on that journey: it cannot be the same.");

    public static readonly SystemCheck CardIsFree = Statement(nameof(CardIsFree), "该卡在这些日期已配给其他车辆（一卡一车）。", "The card belongs to another car on these days: one card, one car.");

    public static readonly SystemCheck CardEndsAfterStart = Statement(nameof(CardEndsAfterStart), "停用日期不能早于启用日期。", "A card cannot end before it begins.");

    private static SystemCheck Statement(string name, string zh, string en) => new($"{nameof(StatementChecks)}.{name}", new Bilingual(zh, en));
}
