using System.Linq.Expressions;
using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Registers;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Vehicles;

/// <summary>The register of vehicles.</summary>
internal sealed class VehicleList : Register<Vehicle>
{
    public VehicleList()
    {
        Text("plateNo", "号牌号码", v => v.PlateNo).Usual().Sought();
        Text("brand", "品牌", v => v.Brand).Usual().Sought();
        Text("model", "型号", v => v.Model).Usual().Sought();
        Choice("class", "车辆类别", v => v.Class).Usual().Foremost();
        Unit("unit", "使用单位", v => v.UnitId).Usual().Foremost();
        Choice("energy", "能源种类", v => v.Energy).Usual().Foremost();
        Number("displacement", "排量", v => v.Displacement).In(new("升", "L"));
        Money("price", "不含税价格（元）", v => v.PriceYuan).Usual();
        Date("registeredOn", "注册登记日期", v => v.RegisteredOn).Usual();
        Date("inspectionDue", "检验有效期止", v => v.InspectionDue).Usual();
        Date("insuranceTo", "交强险有效期止", v => v.CompulsoryInsuranceTo);
        Number("mileage", "里程表读数（公里）", v => v.MileageKm);
        Choice("state", "车辆状态", v => v.State).Usual().Foremost().Marked(s => Named.Kind((VehicleState)s));
        Text("vin", "车辆识别代号", v => v.Vin).Sought();
        Choice("kind", "车辆类型", v => v.Kind);
        Choice("body", "车身形式", v => v.Body);
        Number("seats", "座位数", v => v.Seats);
        Choice("quotaState", "编制情况", v => v.QuotaState);
        Choice("custody", "管理方式", v => v.Custody);
        Choice("origin", "产地", v => v.Origin);
        Text("markCode", "公务用车标识编号", v => v.MarkCode);
        Text("parking", "停放地点", v => v.ParkingPlace);
        InOrderOf("plateNo");
        Import = new SheetImport<RegisterVehicle, Guid> { Cures = VehicleCures.All, OtherNames = VehicleCures.OtherNames, Unique = VehicleCures.Unique };
    }

    public override string Key => "fleet.vehicles";

    public override Bilingual Title => new("车辆台账", "Vehicles");

    public override string Address => "/fleet/vehicles";

    public override string Permission => FleetPermissions.Read;

    protected override Expression<Func<Vehicle, Guid>> Id => v => v.Id;

    public override string? AddressOf(Guid row) => $"/fleet/vehicles/{row}";

    protected override IQueryable<Vehicle> Rows(RegisterTools tools) => tools.Db.Set<Vehicle>().AsNoTracking().Readable(tools.Asker);
}
