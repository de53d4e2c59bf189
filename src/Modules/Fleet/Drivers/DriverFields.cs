using System.ComponentModel.DataAnnotations;

namespace Guiju.Fleet.Drivers;

/// <summary>What a driver's sheet asks for.</summary>
public abstract record DriverFields
{
    [Display(Name = "姓名"), Required, StringLength(60, MinimumLength = 1)] public string Name { get; init; } = "";
    [Display(Name = "所属单位"), Required] public Guid? UnitId { get; init; }
    [Display(Name = "人员")] public Guid? PersonId { get; init; }
    [Display(Name = "联系电话"), StringLength(40)] public string? Phone { get; init; }
    [Display(Name = "驾驶证号"), Required, StringLength(18, MinimumLength = 6)] public string LicenceNo { get; init; } = "";
    [Display(Name = "准驾车型"), Required] public LicenceClass? LicenceClass { get; init; }
    [Display(Name = "初次领证日期"), Required] public DateOnly? FirstIssuedOn { get; init; }
    [Display(Name = "驾驶证有效期止"), Required] public DateOnly? LicenceTo { get; init; }
    [Display(Name = "累积记分"), Required, Range(0, 100)] public int? Points { get; init; }
    [Display(Name = "体检日期")] public DateOnly? MedicalOn { get; init; }
    [Display(Name = "人员性质"), Required] public StaffKind? StaffKind { get; init; }
    [Display(Name = "管理方式"), Required] public Vehicles.Custody? Custody { get; init; }
    [Display(Name = "服务范围"), StringLength(120)] public string? ServiceArea { get; init; }
    [Display(Name = "评分"), Range(0d, 5d)] public decimal? Rating { get; init; }
    [Display(Name = "培训记录"), StringLength(500)] public string? Training { get; init; }
    [Display(Name = "事故记录"), StringLength(500)] public string? Accidents { get; init; }
}
