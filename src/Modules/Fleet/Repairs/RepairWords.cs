using System.ComponentModel.DataAnnotations;

namespace Guiju.Fleet.Repairs;

/// <summary>Where a repair stands.</summary>
public enum RepairState
{
    /// <summary>A fault was reported (已报修).</summary>
    [Display(Name = "已报修")] Reported,

    /// <summary>The shop has quoted; somebody decides by the amount (已报价).</summary>
    [Display(Name = "已报价，待审批")] Quoted,

    /// <summary>It may be repaired (已批准).</summary>
    [Display(Name = "已批准维修")] Approved,

    /// <summary>It was repaired and checked (已修竣).</summary>
    [Display(Name = "已修竣，待结算")] Finished,

    /// <summary>The invoice is on the car's account (已结算).</summary>
    [Display(Name = "已结算")] Settled,

    /// <summary>It is not repaired (不予维修).</summary>
    [Display(Name = "不予维修")] Refused,
}

/// <summary>The part of the car that is at fault; repairs of the same part are held against each other.</summary>
public enum CarPart
{
    /// <summary>Regular upkeep (常规保养).</summary>
    [Display(Name = "常规保养")] Upkeep,

    /// <summary>Engine (发动机).</summary>
    [Display(Name = "发动机")] Engine,

    /// <summary>Gearbox and drive (变速传动).</summary>
    [Display(Name = "变速传动")] Drive,

    /// <summary>Brakes (制动).</summary>
    [Display(Name = "制动")] Brakes,

    /// <summary>Steering (转向).</summary>
    [Display(Name = "转向")] Steering,

    /// <summary>Chassis and tyres (底盘轮胎).</summary>
    [Display(Name = "底盘轮胎")] Chassis,

    /// <summary>Electrics and battery (电气电池).</summary>
    [Display(Name = "电气电池")] Electrics,

    /// <summary>Air conditioning (空调).</summary>
    [Display(Name = "空调")] Climate,

    /// <summary>Body and paint (车身漆面).</summary>
    [Display(Name = "车身漆面")] Body,

    /// <summary>Anything else (其他部位).</summary>
    [Display(Name = "其他部位")] Other,
}

/// <summary>Who decides on a repair, by its amount.</summary>
public enum RepairLevel
{
    /// <summary>The dispatcher (调度员).</summary>
    [Display(Name = "调度员")] Dispatcher,

    /// <summary>The office head (办公室负责人).</summary>
    [Display(Name = "办公室负责人")] Head,

    /// <summary>The principal leader after the office head (主要负责人).</summary>
    [Display(Name = "单位主要负责人")] Leader,
}
