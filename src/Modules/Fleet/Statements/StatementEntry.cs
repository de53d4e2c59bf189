using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Costs;

namespace Guiju.Fleet.Statements;

/// <summary>One line of spending as the issuer gives it.</summary>
public sealed record StatementEntry
{
    /// <summary>Row of the file, as a sheet counts them.</summary>
    public int Row { get; init; }

    /// <summary>When it was paid, the bureau's time.</summary>
    [Display(Name = "交易时间")] public DateTime At { get; init; }

    /// <summary>Whether the hour is known.</summary>
    public bool Timed { get; init; }

    /// <summary>On what.</summary>
    public CostKind Kind { get; init; }

    /// <summary>Amount, yuan; below nought where it was given back.</summary>
    [Display(Name = "金额（元）"), Range(-1000000d, 1000000d)] public decimal AmountYuan { get; init; }

    /// <summary>Litres or kilowatt-hours.</summary>
    [Display(Name = "数量（升或千瓦时）"), Range(-10000d, 10000d)] public decimal? Quantity { get; init; }

    /// <summary>Card or tag.</summary>
    [Display(Name = "卡号"), StringLength(60)] public string CardNo { get; init; } = "";

    /// <summary>Plate as printed.</summary>
    [Display(Name = "号牌号码"), StringLength(30)] public string PlateNo { get; init; } = "";

    /// <summary>Kind of fuel as printed.</summary>
    [Display(Name = "油品"), StringLength(60)] public string Grade { get; init; } = "";

    /// <summary>Station or place.</summary>
    [Display(Name = "站点或地点"), StringLength(120)] public string Station { get; init; } = "";

    /// <summary>The issuer's own number.</summary>
    [Display(Name = "流水号"), StringLength(80)] public string Serial { get; init; } = "";

    /// <summary>Odometer as told, km.</summary>
    [Display(Name = "里程表读数（公里）"), Range(0d, 9999999d)] public decimal? OdometerKm { get; init; }
}
