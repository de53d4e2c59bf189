using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Fleet.Terminals;

/// <summary>Which edition of the protocol a terminal speaks.</summary>
public enum TerminalProtocol
{
    /// <summary>JT/T 808-2013 and before.</summary>
    [Display(Name = "JT/T 808-2013")] Of2013,

    /// <summary>JT/T 808-2019.</summary>
    [Display(Name = "JT/T 808-2019")] Of2019,
}

/// <summary>A terminal in a car, from the day it was fitted to the day it was removed. A terminal that moves to another car has two of these.</summary>
internal sealed class FittedTerminal : IRevised
{
    private FittedTerminal()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>Number of its card (终端手机号), without zeros before it.</summary>
    public string Number { get; private init; } = "";

    /// <summary>Edition of the protocol.</summary>
    public TerminalProtocol Protocol { get; private init; }

    /// <summary>Maker and model (型号).</summary>
    public string Model { get; private init; } = "";

    /// <summary>The car.</summary>
    public Guid VehicleId { get; private init; }

    /// <summary>Fitted on (安装日期).</summary>
    public DateOnly FittedOn { get; private init; }

    /// <summary>Removed on (拆除日期); null while it is in the car.</summary>
    public DateOnly? RemovedOn { get; private set; }

    /// <summary>Why it was removed (拆除原因).</summary>
    public string RemovedBecause { get; private set; } = "";

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>Fits a terminal to a car.</summary>
    public static FittedTerminal Fit(Guid id, string number, Guid vehicleId, (TerminalProtocol Protocol, string Model) device, (DateOnly On, DateOnly Today) day)
    {
        var written = TerminalNumber.Of(number);
        Check.That(TerminalNumber.IsRight(written), TerminalChecks.NumberIsDigits, nameof(FitTerminal.Number));
        Check.That(day.On <= day.Today, TerminalChecks.FittedByToday, nameof(FitTerminal.FittedOn));
        return new FittedTerminal { Id = id, Number = written, VehicleId = vehicleId, Protocol = device.Protocol, Model = device.Model.Trim(), FittedOn = day.On };
    }

    /// <summary>Takes it out of the car.</summary>
    public void Remove(DateOnly on, DateOnly today, string because)
    {
        Check.That(RemovedOn is null, TerminalChecks.StillFitted);
        Check.That(on >= FittedOn && on <= today, TerminalChecks.RemovedAfterFitting, nameof(RemovedOn));
        (RemovedOn, RemovedBecause) = (on, because.Trim());
    }

    internal sealed class Mapping : IEntityTypeConfiguration<FittedTerminal>
    {
        public void Configure(EntityTypeBuilder<FittedTerminal> terminal)
        {
            terminal.ToTable("fleet_terminal");
            terminal.Property(t => t.Id).ValueGeneratedNever();
            terminal.Property(t => t.Number).HasMaxLength(TerminalNumber.MostDigits);
            terminal.Property(t => t.Model).HasMaxLength(60);
            terminal.Property(t => t.RemovedBecause).HasMaxLength(200);
            terminal.HasIndex(t => new { t.Number, t.FittedOn });
            terminal.HasIndex(t => new { t.VehicleId, t.FittedOn });
            terminal.HasIndex(t => t.Number).IsUnique().HasFilter("removed_on IS NULL"); // two desks at once fit it once
        }
    }
}
