using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Fleet.Drivers;

/// <summary>A person who drives official vehicles, with the licence that allows it.</summary>
internal sealed class Driver : IRevised
{
    private Driver()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>Name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Unit that employs the driver.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The person who signs in as this driver; null where none does.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>Telephone.</summary>
    public string Phone { get; private set; } = "";

    /// <summary>Licence number, unique.</summary>
    public string LicenceNo { get; private set; } = "";

    /// <summary>Class of licence.</summary>
    public LicenceClass LicenceClass { get; private set; }

    /// <summary>First issue of the licence.</summary>
    public DateOnly FirstIssuedOn { get; private set; }

    /// <summary>Last day of the licence.</summary>
    public DateOnly LicenceTo { get; private set; }

    /// <summary>Penalty points of the current cycle.</summary>
    public int Points { get; private set; }

    /// <summary>Last medical.</summary>
    public DateOnly? MedicalOn { get; private set; }

    /// <summary>How employed.</summary>
    public StaffKind StaffKind { get; private set; }

    /// <summary>Who plans the driver.</summary>
    public Custody Custody { get; private set; }

    /// <summary>Where the driver works.</summary>
    public string ServiceArea { get; private set; } = "";

    /// <summary>Passengers' rating, 0 to 5.</summary>
    public decimal? Rating { get; private set; }

    /// <summary>Training record.</summary>
    public string Training { get; private set; } = "";

    /// <summary>Accident record.</summary>
    public string Accidents { get; private set; } = "";

    /// <summary>Whether the driver may be planned.</summary>
    public DriverState State { get; private set; }

    /// <summary>How often dispatched; grows with every dispatch.</summary>
    public int Bookings { get; private set; }

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>Puts a driver on the register, on duty.</summary>
    public static Driver Register(Guid id, DriverFields fields)
    {
        var driver = new Driver { Id = id, State = DriverState.OnDuty };
        driver.Write(fields);
        return driver;
    }

    /// <summary>Changes the sheet and the state.</summary>
    public void Change(DriverFields fields, DriverState state)
    {
        Write(fields);
        State = state;
    }

    /// <summary>A licence number as it is kept.</summary>
    public static string Normalise(string licenceNo) => licenceNo.Trim().ToUpperInvariant();

    /// <summary>Marks one more dispatch.</summary>
    public void Book() => Bookings++;

    /// <summary>The sheet as it stands, for the form that changes it.</summary>
    public ChangeDriver Sheet() => new()
    {
        Id = Id,
        State = State,
        Name = Name,
        UnitId = UnitId,
        PersonId = PersonId,
        Phone = Phone,
        LicenceNo = LicenceNo,
        LicenceClass = LicenceClass,
        FirstIssuedOn = FirstIssuedOn,
        LicenceTo = LicenceTo,
        Points = Points,
        MedicalOn = MedicalOn,
        StaffKind = StaffKind,
        Custody = Custody,
        ServiceArea = ServiceArea,
        Rating = Rating,
        Training = Training,
        Accidents = Accidents,
    };

    private void Write(DriverFields fields)
    {
        Name = fields.Name.Trim();
        UnitId = fields.UnitId.GetValueOrDefault();
        PersonId = fields.PersonId;
        Phone = fields.Phone ?? "";
        LicenceNo = Normalise(fields.LicenceNo);
        LicenceClass = fields.LicenceClass.GetValueOrDefault();
        FirstIssuedOn = fields.FirstIssuedOn.GetValueOrDefault();
        LicenceTo = fields.LicenceTo.GetValueOrDefault();
        Points = fields.Points.GetValueOrDefault();
        MedicalOn = fields.MedicalOn;
        StaffKind = fields.StaffKind.GetValueOrDefault();
        Custody = fields.Custody.GetValueOrDefault();
        ServiceArea = fields.ServiceArea ?? "";
        Rating = fields.Rating;
        Training = fields.Training ?? "";
        Accidents = fields.Accidents ?? "";
        Check.That(LicenceTo >= FirstIssuedOn, DriverChecks.LicenceEndsAfterIssue, nameof(LicenceTo));
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Driver>
    {
        public void Configure(EntityTypeBuilder<Driver> driver)
        {
            driver.ToTable("fleet_driver");
            driver.Property(d => d.Id).ValueGeneratedNever();
            driver.Property(d => d.Name).HasMaxLength(60);
            driver.Property(d => d.Phone).HasMaxLength(40);
            driver.Property(d => d.LicenceNo).HasMaxLength(18);
            driver.Property(d => d.ServiceArea).HasMaxLength(120);
            driver.Property(d => d.Training).HasMaxLength(500);
            driver.Property(d => d.Accidents).HasMaxLength(500);
            driver.Property(d => d.Rating).HasPrecision(3, 1);
            driver.HasIndex(d => d.LicenceNo).IsUnique();
            driver.HasIndex(d => d.UnitId);
            driver.HasIndex(d => d.PersonId);
        }
    }
}
