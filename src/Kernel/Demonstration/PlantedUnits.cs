using Guiju.Kernel.Organisations;

namespace Guiju.Kernel.Demonstration;

/// <summary>The bodies of 方圆市: 120 municipal organs and 16 districts, each with its inner offices. All fictional.</summary>
public static class PlantedUnits
{
    /// <summary>Code of the bureau that runs Guiju.</summary>
    public const string Bureau = "0301";

    /// <summary>Inner offices that every body has: code suffix, name, English name.</summary>
    public static readonly IReadOnlyList<(string Suffix, string Name, string English)> InnerOffices =
    [
        ("01", "办公室", "General Office"),
        ("02", "业务处", "Operations Division"),
    ];

    /// <summary>Further inner offices of the bureau.</summary>
    public static readonly IReadOnlyList<(string Suffix, string Name, string English)> BureauOffices =
    [
        ("03", "公务用车管理处", "Official Vehicles Division"),
        ("04", "车辆保障中心", "Vehicle Pool"),
        ("05", "法规处", "Legal Division"),
        ("06", "审计处", "Audit Division"),
        ("07", "信息中心", "Information Centre"),
    ];

    private static readonly (string Prefix, UnitKind Kind, string Names)[] Organs =
    [
        ("01", UnitKind.Party, "市委办公室 市纪律检查委员会机关 市委组织部 市委宣传部 市委统战部 市委政法委员会 市委政策研究室 市委网信办 市委编办 市直属机关工委 市委老干部局 市委巡察办 市委台办 市委党校 市委党史研究室 市国家保密局"),
        ("02", UnitKind.Congress, "市人大常委会办公室 市人大财经委 市人大法制委 市人大城建环保委"),
        ("03", UnitKind.Government, "市机关事务管理局 市政府办公室 市发展和改革委员会 市教育委员会 市科学技术委员会 市经济和信息化局 市民族宗教事务委员会 市公安局 市民政局 市司法局 市财政局 市人力资源和社会保障局 市规划和自然资源委员会 市生态环境局 市住房和城乡建设委员会 市城市管理委员会 市交通委员会 市水务局 市农业农村局 市商务局 市文化和旅游局 市卫生健康委员会 市退役军人事务局 市应急管理局 市市场监督管理局 市审计局 市人民政府外事办公室 市国资委 市广播电视局 市文物局 市体育局 市统计局 市园林绿化局 市地方金融监督管理局 市信访办公室 市知识产权局 市医疗保障局 市人民防空办公室 市政务服务管理局 市城市管理综合行政执法局 市药品监督管理局 市粮食和物资储备局 市支援合作办公室 市投资促进局 市消防救援总队"),
        ("04", UnitKind.Consultative, "市政协办公室 市政协提案委 市政协经济委"),
        ("05", UnitKind.Supervision, "市监察委员会机关"),
        ("06", UnitKind.Court, "市高级人民法院 市第一中级人民法院 市第二中级人民法院"),
        ("07", UnitKind.Procuratorate, "市人民检察院 市人民检察院第一分院 市人民检察院第二分院"),
        ("08", UnitKind.Group, "市总工会 共青团 市妇女联合会 市科学技术协会 市归国华侨联合会 市文学艺术界联合会 市作家协会 市工商业联合会 市残疾人联合会 市红十字会 市贸促会 市法学会 市社会科学界联合会 市新闻工作者协会"),
        ("09", UnitKind.Institution, "市住房公积金管理中心 市地方志办公室 市供销合作总社 市社会科学院 市农林科学院 市公园管理中心 市档案馆 市图书馆 市博物馆 市疾病预防控制中心 市急救中心 市气象服务中心 市地震监测中心 市水文总站 市环境监测中心 市计量检测研究院 市食品检验研究院 市特种设备检验中心 市公路事业发展中心 市道路运输事业发展中心 市人事考试中心 市社会保险基金管理中心 市就业促进中心 市政府采购中心 市公共资源交易中心 市国土整理中心 市测绘院 市信息资源管理中心 市投资项目评审中心 市节能监察中心 市机关服务中心"),
    ];

    private const string Districts = "方正区 圆通区 规山区 矩水区 准绳区 平衡区 直道区 明镜区 清源区 公允区 致和区 守正区 惠民区 安平区 怀柔山区 临川区";

    /// <summary>All units with the code of the unit above (null for the city).</summary>
    public static IReadOnlyList<(Unit Unit, string? Above)> All()
    {
        var chooser = Planted.Chooser("units");
        var all = new List<(Unit, string?)> { (Make("00", "方圆市", "Fangyuan City", UnitKind.City, UnitLevel.Province, 0), null) };
        foreach (var (prefix, kind, names) in Organs)
        {
            var number = 1;
            foreach (var name in names.Split(' '))
            {
                var code = $"{prefix}{number++:00}";
                all.Add((Make(code, "方圆" + name, $"Fangyuan organ {code}", kind, UnitLevel.Province, chooser.Next(40, 260)), "00"));
                AddInner(all, code);
            }
        }

        var district = 1;
        foreach (var name in Districts.Split(' '))
        {
            var code = $"20{district++:00}";
            all.Add((Make(code, "方圆市" + name, $"Fangyuan district {code}", UnitKind.District, UnitLevel.City, chooser.Next(600, 1600)), "00"));
            AddInner(all, code);
        }

        return all;
    }

    private static void AddInner(List<(Unit, string?)> all, string code)
    {
        foreach (var (suffix, name, english) in code == Bureau ? InnerOffices.Concat(BureauOffices) : InnerOffices)
        {
            all.Add((Make(code + suffix, name, english, UnitKind.InnerOffice, UnitLevel.Province, 0), code));
        }
    }

    private static Unit Make(string code, string name, string english, UnitKind kind, UnitLevel level, int staff) => new()
    {
        Id = Planted.Id("unit:" + code),
        Code = code,
        Name = name,
        EnglishName = english,
        Kind = kind,
        Level = level,
        AuthorisedStaff = staff,
        From = Planted.Begin,
    };
}
