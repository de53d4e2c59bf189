using System.Text;
using System.Text.RegularExpressions;
using Guiju.Kernel.Registers;

namespace Guiju.Fleet.Vehicles;

/// <summary>How known dirt in lists of vehicles is mended: marks of turbo engines for volumes, plates and numbers with wide or forbidden signs, other names of classes.</summary>
internal static partial class VehicleCures
{
    /// <summary>Columns in which no two rows say the same.</summary>
    public static readonly IReadOnlyList<string> Unique = [nameof(VehicleFields.PlateNo), nameof(VehicleFields.Vin)];

    /// <summary>The cures.</summary>
    public static readonly IReadOnlyList<CellCure> All =
    [
        new(nameof(VehicleFields.Displacement), "turbo", new("“1.8T”是涡轮增压的标记，按 1.8L 的排量。", "\"1.8T\" marks a turbo engine of 1.8 litres."), Volume),
        new(nameof(VehicleFields.PlateNo), "plate", new("号牌中的全角字符改为半角，字母 O、I 改为数字 0、1。", "Wide signs in plates become plain ones, the letters O and I the digits 0 and 1."), Plate),
        new(nameof(VehicleFields.Vin), "vin", new("车辆识别代号没有 O、Q、I，改为 0、0、1，且校验码相符。", "A VIN has no O, Q or I: they become 0, 0 and 1 where the check sign agrees."), Number),
    ];

    /// <summary>Other names of the words of a list; what may mean two of them is not here.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> OtherNames = new Dictionary<string, IReadOnlyDictionary<string, string>>
    {
        [nameof(VehicleFields.Class)] = Named(("机要通信用车", "机要车 机要用车 机要通讯车 机要通讯用车 通信车 保密车"), ("应急保障用车", "应急车 应急用车 应急车辆 应急保障车"), ("执法执勤用车", "执法执勤车 执法执勤车辆 执勤车 执勤用车"), ("行政执法用车", "行政执法车 行政执法车辆"),
            ("特种专业技术用车", "特种车 特种车辆 特种技术车 专业技术用车 特种专业用车 特种专业技术车"), ("实物保障岗位用车", "实物保障车 实物保障用车 保障岗位用车"), ("离退休干部服务用车", "离退休用车 老干部用车 老干部服务用车 离退休干部用车"), ("调研用车", "调研车 调研接待用车 公务调研用车"), ("其他用车", "其他 其它 其它用车 其他公务用车")),
        [nameof(VehicleFields.Energy)] = Named(("汽油", "汽油车 92号汽油 95号汽油 燃油（汽油）"), ("柴油", "柴油车 0号柴油"), ("纯电动", "纯电 电动 电动车 纯电动车 纯电动汽车 BEV EV"), ("插电式混合动力", "插电混动 插混 插电式混动 PHEV"), ("燃料电池", "氢燃料 氢能源 FCEV")),
        [nameof(VehicleFields.AcquireWay)] = Named(("新购", "购置 采购 购入 新购置"), ("调入", "调拨 划拨 无偿调入")),
        [nameof(VehicleFields.Body)] = Named(("轿车", "三厢轿车 小轿车"), ("越野车", "SUV 越野"), ("多用途乘用车", "MPV 商务车")),
    };

    private static string? Volume(string text)
    {
        var plain = text.Normalize(NormalizationForm.FormKC).Trim();
        return !Displacement.TryParse(plain, out _) && Turbo().Match(plain) is { Success: true } turbo ? turbo.Groups[1].Value + "L" : null;
    }

    private static string? Plate(string text)
    {
        if (PlateNumber.IsRight(PlateNumber.Normalise(text)))
        {
            return null;
        }

        var plate = PlateNumber.Normalise(text.Normalize(NormalizationForm.FormKC));
        var digits = plate.Length > 2 ? plate[..2] + plate[2..].Replace('O', '0').Replace('I', '1') : plate;
        return PlateNumber.IsRight(plate) ? plate : PlateNumber.IsRight(digits) ? digits : null;
    }

    private static string? Number(string text)
    {
        if (Vin.IsRight(Vin.Normalise(text)))
        {
            return null;
        }

        var vin = string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && c != '-')).ToUpperInvariant().Replace('O', '0').Replace('Q', '0').Replace('I', '1');
        return Vin.IsRight(vin) ? vin : null;
    }

    private static Dictionary<string, string> Named(params (string Word, string Others)[] words) => words.SelectMany(w => w.Others.Split(' ').Select(o => (o, w.Word))).ToDictionary(w => w.o, w => w.Word);

    [GeneratedRegex(@"^(\d\.\d)\s*L?\s*T(?:SI|FSI|GDI|D)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Turbo();
}
