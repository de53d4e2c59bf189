using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Fleet.Months;

/// <summary>The accounts of a unit's cars for a month, shown inside the unit for some days (内部公示), with the objections raised and their answers. The sheet is kept as it was shown.</summary>
internal sealed class MonthNotice : IRevised
{
    private MonthNotice()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The unit.</summary>
    public Guid UnitId { get; private init; }

    /// <summary>First day of the month.</summary>
    public DateOnly Month { get; private init; }

    /// <summary>First day of showing.</summary>
    public DateOnly From { get; private init; }

    /// <summary>Last day of showing.</summary>
    public DateOnly To { get; private init; }

    /// <summary>The accounts, JSON of <see cref="NoticeLine"/>.</summary>
    public string Sheet { get; private init; } = "[]";

    /// <summary>Objections in their order, JSON of <see cref="Objection"/>.</summary>
    public string Raised { get; private set; } = "[]";

    /// <summary>Who posted it.</summary>
    public string PostedBy { get; private init; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime PostedAt { get; private init; }

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>The accounts.</summary>
    public IReadOnlyList<NoticeLine> Lines => Json.Read<List<NoticeLine>>(Sheet);

    /// <summary>The objections.</summary>
    public IReadOnlyList<Objection> Objections => Json.Read<List<Objection>>(Raised);

    /// <summary>Posts the accounts of a month.</summary>
    public static MonthNotice Post((Guid Unit, DateOnly Month) of, IReadOnlyList<NoticeLine> lines, (DateOnly From, DateOnly To) days, (string By, DateTime At) hand)
    {
        Check.That(lines.Count > 0, NoticeChecks.SomethingToShow);
        return new MonthNotice { Id = Guid.CreateVersion7(), UnitId = of.Unit, Month = of.Month, Sheet = Json.Write(lines), From = days.From, To = days.To, PostedBy = hand.By, PostedAt = hand.At };
    }

    /// <summary>Somebody of the unit objects while it is shown.</summary>
    public void Object(string text, (string By, DateTime At) hand, DateOnly today)
    {
        Check.That(today >= From && today <= To, NoticeChecks.StillShown);
        Raised = Json.Write(Objections.Append(new Objection(text.Trim(), hand.By, hand.At)));
    }

    /// <summary>An objection is answered, once.</summary>
    public void Answer(int number, string answer, (string By, DateTime At) hand)
    {
        var raised = Objections.ToList();
        Check.That(number >= 1 && number <= raised.Count, NoticeChecks.ObjectionIsThere, "Number");
        Check.That(raised[number - 1].Answer.Length == 0, NoticeChecks.NotAnsweredYet, "Number");
        raised[number - 1] = raised[number - 1] with { Answer = answer.Trim(), AnsweredBy = hand.By, AnsweredAt = hand.At };
        Raised = Json.Write(raised);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<MonthNotice>
    {
        public void Configure(EntityTypeBuilder<MonthNotice> notice)
        {
            notice.ToTable("fleet_month_notice");
            notice.Property(n => n.Id).ValueGeneratedNever();
            notice.Property(n => n.PostedBy).HasMaxLength(100);
            notice.Ignore(n => n.Lines);
            notice.Ignore(n => n.Objections);
            notice.HasIndex(n => new { n.UnitId, n.Month }).IsUnique();
        }
    }
}

/// <summary>One car as it is shown.</summary>
internal sealed record NoticeLine(Guid VehicleId, string PlateNo, CarMonthSum Sum);

/// <summary>An objection with its answer; the answer is empty until given.</summary>
internal sealed record Objection(string Text, string By, DateTime At)
{
    public string Answer { get; init; } = "";

    public string AnsweredBy { get; init; } = "";

    public DateTime? AnsweredAt { get; init; }
}

/// <summary>What must hold of notices.</summary>
internal static class NoticeChecks
{
    public static readonly SystemCheck SomethingToShow = Statement(nameof(SomethingToShow), "该单位当月没有可以公示的单车核算。", "The unit has no accounts to show for that month.");

    public static readonly SystemCheck AllClosed = Statement(nameof(AllClosed), "该单位当月还有未结账的车辆，结账后才能公示。", "Some cars of the unit are not closed for that month; close them first.");

    public static readonly SystemCheck NotPostedYet = Statement(nameof(NotPostedYet), "该单位当月已经公示。", "The month of the unit has been shown already.");

    public static readonly SystemCheck StillShown = Statement(nameof(StillShown), "不在公示期内，不能提出异议。", "Objections are raised while the notice is shown.");

    public static readonly SystemCheck ObjectionIsThere = Statement(nameof(ObjectionIsThere), "没有这一条异议。", "There is no such objection.");

    public static readonly SystemCheck NotAnsweredYet = Statement(nameof(NotAnsweredYet), "这一条异议已经答复。", "The objection has been answered already.");

    public static readonly SystemCheck DaysAreKnown = Statement(nameof(DaysAreKnown), "没有有效的公示天数，不能公示；请先在规则里设定。", "No figure is in force for the days of showing; set it in the rules first.");

    private static SystemCheck Statement(string name, string zh, string en) => new($"{nameof(NoticeChecks)}.{name}", new Bilingual(zh, en));
}
