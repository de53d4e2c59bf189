using Guiju.Kernel;

namespace Guiju.Fleet.Geofences;

/// <summary>What must hold for a geofence to make sense.</summary>
internal static class FenceChecks
{
    public static readonly SystemCheck PointsAreRight = Statement(nameof(PointsAreRight),
        "每行一个点，先纬度后经度，以度为单位，例如 38.2031,107.2984。", "A line a point, latitude then longitude in degrees, e.g. 38.2031,107.2984.");

    public static readonly SystemCheck PointsSuffice = Statement(nameof(PointsSuffice),
        "多边形至少三个点，圆形一个点，沿线走廊至少两个点；最多 500 个点。", "A polygon has at least three points, a circle one, a corridor two; at most 500.");

    public static readonly SystemCheck PolygonHasAnInside = Statement(nameof(PolygonHasAnInside),
        "多边形的点在一条线上，没有围成范围。", "The points of the polygon lie on one line and enclose nothing.");

    public static readonly SystemCheck WidthIsGiven = Statement(nameof(WidthIsGiven),
        "圆形须填半径，沿线走廊须填半宽，以米为单位；多边形不填。", "A circle needs its radius and a corridor its half width, in metres; a polygon has neither.");

    public static readonly SystemCheck DaysAreGiven = Statement(nameof(DaysAreGiven),
        "至少选一天。", "Choose at least one day.");

    public static readonly SystemCheck CarsAreKnown = Statement(nameof(CarsAreKnown),
        "有的号牌不是该单位及其下级的车辆。", "Some plates are not of this unit's cars or of those below it.");

    public static readonly SystemCheck NameIsFree = Statement(nameof(NameIsFree),
        "该单位已有同名的围栏。", "This unit has a geofence of that name.");

    public static readonly SystemCheck StillInUse = Statement(nameof(StillInUse),
        "该围栏已经停用。", "This geofence has ended.");

    private static SystemCheck Statement(string name, string zh, string en) => new($"{nameof(FenceChecks)}.{name}", new Bilingual(zh, en));
}
