using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Fleet.Hotline;

/// <summary>A complaint of the 12345 hotline about an official car (12345 诉求): taken in, answered by a day, closed.</summary>
internal sealed class Complaint : IRevised
{
    private Complaint()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>Number of the hotline's order.</summary>
    public string Number { get; private init; } = "";

    /// <summary>Unit that answers for it: the car's, else the one that took it in.</summary>
    public Guid UnitId { get; private init; }

    /// <summary>When the hotline received it, UTC.</summary>
    public DateTime ReceivedAt { get; private init; }

    /// <summary>Local day of that.</summary>
    public DateOnly ReceivedOn { get; private init; }

    /// <summary>How it came.</summary>
    public ComplaintChannel Channel { get; private init; }

    /// <summary>What is complained of.</summary>
    public string Content { get; private init; } = "";

    /// <summary>Plate as the caller named it; empty where none was named.</summary>
    public string PlateNo { get; private init; } = "";

    /// <summary>The car of that plate, where it is on the register.</summary>
    public Guid? VehicleId { get; private init; }

    /// <summary>Last day to answer, by the bureau's setting.</summary>
    public DateOnly DueOn { get; private init; }

    /// <summary>Where it stands.</summary>
    public ComplaintState State { get; private set; }

    /// <summary>The answer.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>Whether what was said is true, in the answerer's finding.</summary>
    public bool? Founded { get; private set; }

    /// <summary>Who answered.</summary>
    public string AnsweredBy { get; private set; } = "";

    /// <summary>Day of the answer.</summary>
    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>Day on which it was closed.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>Takes a complaint in.</summary>
    public static Complaint Take(TakeComplaint act, (Guid Unit, Guid? Car) about, (DateTime Received, DateOnly On, DateOnly Due) when, DateTime now)
    {
        Check.That(when.Received <= now, ComplaintChecks.NotInTheFuture, nameof(act.ReceivedAt));
        return new Complaint
        {
            Id = Guid.CreateVersion7(),
            Number = act.Number.Trim(),
            UnitId = about.Unit,
            ReceivedAt = when.Received,
            ReceivedOn = when.On,
            Channel = act.Channel.GetValueOrDefault(),
            Content = act.Content.Trim(),
            PlateNo = act.PlateNo?.Trim() ?? "",
            VehicleId = about.Car,
            DueOn = when.Due,
            State = ComplaintState.Received,
        };
    }

    /// <summary>Answers it; an answer may be put right until it is closed.</summary>
    public void Reply(string answer, bool founded, string by, DateOnly today)
    {
        Check.That(State != ComplaintState.Closed, ComplaintChecks.StillOpen);
        (Answer, Founded, AnsweredBy, AnsweredOn, State) = (answer.Trim(), founded, by, today, ComplaintState.Answered);
    }

    /// <summary>Closes it.</summary>
    public void Close(DateOnly today)
    {
        Check.That(State == ComplaintState.Answered, ComplaintChecks.IsAnswered);
        (ClosedOn, State) = (today, ComplaintState.Closed);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Complaint>
    {
        public void Configure(EntityTypeBuilder<Complaint> complaint)
        {
            complaint.ToTable("fleet_complaint");
            complaint.Property(c => c.Id).ValueGeneratedNever();
            complaint.Property(c => c.Number).HasMaxLength(60);
            complaint.Property(c => c.Content).HasMaxLength(1000);
            complaint.Property(c => c.PlateNo).HasMaxLength(20);
            complaint.Property(c => c.Answer).HasMaxLength(1000);
            complaint.Property(c => c.AnsweredBy).HasMaxLength(100);
            complaint.HasIndex(c => c.Number).IsUnique();
            complaint.HasIndex(c => new { c.UnitId, c.ReceivedOn, c.Id });
            complaint.HasIndex(c => c.VehicleId);
        }
    }
}

/// <summary>Where a complaint stands.</summary>
public enum ComplaintState
{
    /// <summary>Taken in, to be answered (待答复).</summary>
    [Display(Name = "待答复")] Received,

    /// <summary>Answered (已答复).</summary>
    [Display(Name = "已答复，待办结")] Answered,

    /// <summary>Closed (已办结).</summary>
    [Display(Name = "已办结")] Closed,
}

/// <summary>How a complaint reached the hotline.</summary>
public enum ComplaintChannel
{
    /// <summary>By telephone (电话).</summary>
    [Display(Name = "电话")] Phone,

    /// <summary>On the hotline's page (网站).</summary>
    [Display(Name = "网站")] Website,

    /// <summary>By an app or a message (客户端、公众号).</summary>
    [Display(Name = "客户端、公众号")] App,

    /// <summary>Passed on by another body (其他单位转来).</summary>
    [Display(Name = "其他单位转来")] PassedOn,
}

/// <summary>What must hold of complaints.</summary>
internal static class ComplaintChecks
{
    public static readonly SystemCheck NotInTheFuture = Statement(nameof(NotInTheFuture), "受理时间不能晚于现在。", "A complaint cannot be received in the future.");
    public static readonly SystemCheck NumberIsNew = Statement(nameof(NumberIsNew), "这个工单编号已经登记。", "The number of this order is on the register already.");
    public static readonly SystemCheck StillOpen = Statement(nameof(StillOpen), "诉求已经办结，不能再改答复。", "The complaint is closed; its answer no longer changes.");
    public static readonly SystemCheck IsAnswered = Statement(nameof(IsAnswered), "答复之后才能办结，办结一次。", "A complaint is closed once, after its answer.");

    private static SystemCheck Statement(string name, string zh, string en) => new($"{nameof(ComplaintChecks)}.{name}", new Bilingual(zh, en));
}
