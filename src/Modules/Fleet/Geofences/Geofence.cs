using Guiju.Kernel;
using Guiju.Roads;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Fleet.Geofences;

/// <summary>A fence drawn on the map (电子围栏): whose cars, which days and hours, and which way over its border counts.</summary>
internal sealed class Geofence : IRevised
{
    private Geofence()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>Name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Unit whose cars it watches, with those of the units below.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Shape.</summary>
    public FenceShape Shape { get; private set; }

    /// <summary>Points, a line a point, degrees WGS-84.</summary>
    public string Points { get; private set; } = "";

    /// <summary>Radius of a circle, half width of a corridor, metres; null for a polygon.</summary>
    public decimal? WidthM { get; private set; }

    /// <summary>Which way counts.</summary>
    public FenceDirection Direction { get; private set; }

    /// <summary>Days on which it counts, as digits: 1 is Monday.</summary>
    public string Days { get; private set; } = "";

    /// <summary>From when; equal to <see cref="To"/>: all day.</summary>
    public TimeOnly From { get; private set; }

    /// <summary>Until when; before <see cref="From"/>: past midnight.</summary>
    public TimeOnly To { get; private set; }

    /// <summary>How grave a crossing is.</summary>
    public FenceSeverity Severity { get; private set; }

    /// <summary>The only cars watched; none: all of the unit.</summary>
    public IReadOnlyList<Guid> Cars { get; private set; } = [];

    /// <summary>Whether it counts.</summary>
    public FenceState State { get; private set; }

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>Its shape on the earth.</summary>
    public Fence Drawn => (Shape, FencePoints.Read(Points) ?? []) switch
    {
        (FenceShape.Circle, [var centre, ..]) => Fence.Circle(centre, (double)WidthM.GetValueOrDefault()),
        (FenceShape.Corridor, var line) => Fence.Corridor(line, (double)WidthM.GetValueOrDefault()),
        (_, var points) => Fence.Polygon(points),
    };

    /// <summary>When it counts.</summary>
    public FenceHours Hours => new(Days.Select(d => (DayOfWeek)((d - '0') % 7)).ToHashSet(), From, To);

    /// <summary>Draws a new fence.</summary>
    public static Geofence Draw(Guid id, GeofenceFields fields, Guid unitId, IReadOnlyList<Guid> cars)
    {
        var fence = new Geofence { Id = id };
        fence.Change(fields, unitId, cars);
        return fence;
    }

    /// <summary>Changes it.</summary>
    public void Change(GeofenceFields fields, Guid unitId, IReadOnlyList<Guid> cars)
    {
        Check.That(State == FenceState.InUse, FenceChecks.StillInUse);
        var points = FencePoints.Read(fields.Points);
        Check.That(points is not null, FenceChecks.PointsAreRight, nameof(fields.Points));
        var shape = fields.Shape.GetValueOrDefault();
        Check.That(points!.Count <= FencePoints.Most && (shape == FenceShape.Polygon ? points.Count >= 3 : shape == FenceShape.Circle ? points.Count == 1 : points.Count >= 2), FenceChecks.PointsSuffice, nameof(fields.Points)); // checked just above
        Check.That(shape != FenceShape.Polygon || Encloses(points), FenceChecks.PolygonHasAnInside, nameof(fields.Points));
        Check.That(fields.WidthM is null == (shape == FenceShape.Polygon), FenceChecks.WidthIsGiven, nameof(fields.WidthM));
        Check.That(fields.Days.Count > 0, FenceChecks.DaysAreGiven, nameof(fields.Days));
        (Name, UnitId, Shape, WidthM, Cars) = (fields.Name.Trim(), unitId, shape, fields.WidthM, cars);
        (Points, Direction, Severity) = (FencePoints.Write(points), fields.Direction.GetValueOrDefault(), fields.Severity.GetValueOrDefault());
        (From, To) = (fields.From.GetValueOrDefault(), fields.To.GetValueOrDefault());
        Days = string.Concat(fields.Days.Distinct().Order().Select(d => (char)('0' + (int)d)));
    }

    /// <summary>Ends it; it stays on the register.</summary>
    public void End()
    {
        Check.That(State == FenceState.InUse, FenceChecks.StillInUse);
        State = FenceState.Ended;
    }

    // Twice the area in square metres; a strip of nothing is none.
    private static bool Encloses(IReadOnlyList<GeoPoint> points)
    {
        var plane = new GeoPlane(points[0]);
        var flat = points.Select(plane.On).ToList();
        return Math.Abs(flat.Select((p, i) => p.X * flat[(i + 1) % flat.Count].Y - flat[(i + 1) % flat.Count].X * p.Y).Sum()) > 2;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Geofence>
    {
        public void Configure(EntityTypeBuilder<Geofence> fence)
        {
            fence.ToTable("fleet_geofence");
            fence.Property(f => f.Id).ValueGeneratedNever();
            fence.Property(f => f.Name).HasMaxLength(60);
            fence.Property(f => f.Days).HasMaxLength(7);
            fence.Property(f => f.WidthM).HasPrecision(9, 1);
            fence.Ignore(f => f.Drawn);
            fence.Ignore(f => f.Hours);
            fence.Property(f => f.Cars).HasConversion(
                cars => Json.Write(cars),
                text => Json.Read<List<Guid>>(text),
                new ValueComparer<IReadOnlyList<Guid>>((a, b) => a!.SequenceEqual(b!), cars => cars.Count, cars => cars.ToList())); // neither is ever null
            fence.HasIndex(f => new { f.UnitId, f.Name });
        }
    }
}
