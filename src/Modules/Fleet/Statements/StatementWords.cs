using System.ComponentModel.DataAnnotations;

namespace Guiju.Fleet.Statements;

/// <summary>Where a line of a statement stands against the bureau's own record.</summary>
public enum LineState
{
    /// <summary>The car is known and was on a journey at that time (已对上行程).</summary>
    [Display(Name = "已对上行程")] Joined,

    /// <summary>The driver has entered the same amount on that journey; it is counted once (与登记相符).</summary>
    [Display(Name = "与登记相符")] Entered,

    /// <summary>The driver has entered another amount on that journey (与登记金额不符).</summary>
    [Display(Name = "与登记金额不符")] Differs,

    /// <summary>The car is known, and no journey covers that time (没有行程).</summary>
    [Display(Name = "没有行程")] NoTrip,

    /// <summary>Neither card nor plate leads to a car (没有车辆).</summary>
    [Display(Name = "没有车辆")] NoCar,

    /// <summary>Somebody has found that the bureau does not owe it (不属本单位支出).</summary>
    [Display(Name = "不属本单位支出")] NotOurs,
}

/// <summary>How a person settles a line.</summary>
public enum LineWay
{
    /// <summary>It belongs to a car that the person names (归入车辆).</summary>
    [Display(Name = "归入车辆")] ToCar,

    /// <summary>It stands as it is, and the reason says why (情况属实，说明理由).</summary>
    [Display(Name = "情况属实，说明理由")] Explained,

    /// <summary>It is what the driver has entered; the entry counts (与登记是同一笔).</summary>
    [Display(Name = "与登记是同一笔")] SameAsEntered,

    /// <summary>It is not the bureau's to pay (不属本单位支出).</summary>
    [Display(Name = "不属本单位支出")] NotOurs,
}

/// <summary>What a column of an issuer's file holds.</summary>
public enum StatementColumn
{
    /// <summary>When it was paid, with or without the hour.</summary>
    [Display(Name = "交易时间")] At,

    /// <summary>The hour, where the file keeps it apart from the day.</summary>
    [Display(Name = "交易时刻（与日期分列时）")] Hour,

    /// <summary>What was paid, yuan.</summary>
    [Display(Name = "金额（元）")] Amount,

    /// <summary>Card or tag.</summary>
    [Display(Name = "卡号")] Card,

    /// <summary>Number plate.</summary>
    [Display(Name = "号牌号码")] Plate,

    /// <summary>Litres or kilowatt-hours.</summary>
    [Display(Name = "数量（升或千瓦时）")] Quantity,

    /// <summary>Kind of fuel.</summary>
    [Display(Name = "油品")] Grade,

    /// <summary>Station, or where a toll road was left.</summary>
    [Display(Name = "站点或地点")] Station,

    /// <summary>Where a toll road was entered.</summary>
    [Display(Name = "入口站")] Entry,

    /// <summary>The issuer's own number of the line.</summary>
    [Display(Name = "流水号")] Serial,

    /// <summary>Odometer as told at the station, km.</summary>
    [Display(Name = "里程表读数（公里）")] Odometer,

    /// <summary>What kind of movement it is: paid, loaded, carried over.</summary>
    [Display(Name = "交易类型")] Movement,
}

/// <summary>What issuers call their columns, so that a file of a new one is mostly understood at once.</summary>
internal static class IssuerHeadings
{
    /// <summary>Columns without which a line cannot be read.</summary>
    public static readonly StatementColumn[] Needed = [StatementColumn.At, StatementColumn.Amount];

    /// <summary>Words of movements that spend nothing: they are told as left out, never dropped silently.</summary>
    public static readonly string[] NotSpent = ["充值", "圈存", "圈提", "转账", "分配", "汇总", "开卡", "挂失", "补卡", "余额结转", "预存"];

    private static readonly Dictionary<StatementColumn, string[]> Known = new()
    {
        [StatementColumn.At] = ["交易时间", "消费时间", "交易日期时间", "加油时间", "充电结束时间", "结束时间", "出口时间", "通行时间", "交易日期", "消费日期", "日期", "入账时间", "time", "date", "transaction time"],
        [StatementColumn.Hour] = ["时刻", "交易时刻", "消费时刻", "时分秒"],
        [StatementColumn.Amount] = ["交易金额", "消费金额", "实付金额", "实收金额", "实扣金额", "通行费", "通行金额", "扣费金额", "充电金额", "总金额", "金额", "应付金额", "amount"],
        [StatementColumn.Card] = ["卡号", "加油卡号", "副卡号", "etc卡号", "通行卡号", "充电卡号", "用户卡号", "持卡卡号", "card", "card no"],
        [StatementColumn.Plate] = ["车牌号", "车牌", "车牌号码", "号牌号码", "车号", "车辆号牌", "plate"],
        [StatementColumn.Quantity] = ["数量", "加油量", "加油升数", "升数", "数量升", "充电电量", "充电量", "电量", "电量kwh", "quantity", "litres"],
        [StatementColumn.Grade] = ["油品", "品名", "商品名称", "油品名称", "油品种类", "品种", "grade"],
        [StatementColumn.Station] = ["网点", "加油站", "交易网点", "油站名称", "站点", "充电站", "电站名称", "场站名称", "出口站", "出口收费站", "出口", "交易地点", "地点", "station"],
        [StatementColumn.Entry] = ["入口站", "入口收费站", "入口"],
        [StatementColumn.Serial] = ["流水号", "交易流水号", "交易流水", "订单号", "订单编号", "交易编号", "凭证号", "小票号", "serial"],
        [StatementColumn.Odometer] = ["里程", "里程数", "行驶里程", "公里数", "odometer"],
        [StatementColumn.Movement] = ["交易类型", "业务类型", "交易种类", "类型", "type"],
    };

    /// <summary>A heading without spaces, brackets, stars and the width of its signs.</summary>
    public static string Plain(string heading)
    {
        var wide = heading.Normalize(System.Text.NormalizationForm.FormKC);
        var until = wide.IndexOfAny(['(', '[', '【']);
        return string.Concat((until > 0 ? wide[..until] : wide).Where(c => !char.IsWhiteSpace(c) && c is not ('*' or ':' or '/'))).ToLowerInvariant();
    }

    /// <summary>What each column of a row of headings seems to hold: the place of the column that is called best, by meaning.</summary>
    public static Dictionary<StatementColumn, int> Guess(IReadOnlyList<string> headings)
    {
        var plain = headings.Select(Plain).ToList();
        var found = new Dictionary<StatementColumn, int>();
        foreach (var (column, names) in Known)
        {
            var place = names.Select(n => plain.IndexOf(Plain(n))).Where(i => i >= 0 && !found.ContainsValue(i)).DefaultIfEmpty(-1).First();
            if (place >= 0)
            {
                found[column] = place;
            }
        }

        return found;
    }
}
