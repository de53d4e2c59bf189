using Guiju.Kernel.Organisations;
using Guiju.Kernel.People;

namespace Guiju.Kernel.Demonstration;

/// <summary>The people of 方圆市: in every body a leader, an office head and three members of staff; the bureau's desks; 500 drivers. All names are made up.</summary>
public static class PlantedPeople
{
    /// <summary>How many drivers there are.</summary>
    public const int Drivers = 500;

    private const string Surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕";
    private const string Given = "建国志强晓明文静丽华海燕春雷思远雨桐子涵嘉怡浩然欣悦俊杰佳宁振宇雪梅少锋秋月永康玉兰景行守正";

    /// <summary>One person with what they do.</summary>
    /// <param name="Person">The person.</param>
    /// <param name="Roles">Role codes with reach; the unit of the reach is the person's body.</param>
    public sealed record Post(Person Person, IReadOnlyList<(string Role, Scope Scope)> Roles);

    /// <summary>The bureau's desks: code, post, inner office, role, reach.</summary>
    private static readonly (string Code, string Post, string Office, (string, Scope)[] Roles)[] Desks =
    [
        ("B001", "车辆调度员", "030104", [("dispatcher", Scope.All)]),
        ("B002", "车辆调度员", "030104", [("dispatcher", Scope.All)]),
        ("B003", "公务用车管理处处长", "030103", [("fleet-desk", Scope.All)]),
        ("B004", "公务用车管理处副处长", "030103", [("fleet-desk", Scope.All)]),
        ("B005", "法规处处长", "030105", [("legal-officer", Scope.All)]),
        ("B006", "审计处处长", "030106", [("auditor", Scope.All)]),
        ("B007", "系统管理员", "030107", [("system-administrator", Scope.All)]),
        ("B008", "安全管理员", "030107", [("security-administrator", Scope.All)]),
        ("B009", "审计管理员", "030106", [("audit-administrator", Scope.All)]),
        ("B010", "值班员", "030101", [("duty-officer", Scope.All)]),
    ];

    /// <summary>Everybody.</summary>
    public static IReadOnlyList<Post> All()
    {
        var chooser = Planted.Chooser("people");
        var bodies = PlantedUnits.All().Select(u => u.Unit).Where(u => u.Kind is not (UnitKind.City or UnitKind.InnerOffice)).ToList();
        var all = new List<Post>();
        foreach (var body in bodies)
        {
            all.Add(Make(chooser, $"{body.Code}-1", "主要负责人", body.Code, [("principal-leader", Scope.UnitAndBelow), ("applicant", Scope.Own)], false));
            all.Add(Make(chooser, $"{body.Code}-2", "办公室主任", body.Code + "01", [("office-head", Scope.UnitAndBelow), ("applicant", Scope.Own)], true));
            for (var n = 3; n <= 5; n++)
            {
                all.Add(Make(chooser, $"{body.Code}-{n}", "工作人员", body.Code + (n == 3 ? "01" : "02"), [("applicant", Scope.Own)], n != 5));
            }
        }

        all.AddRange(Desks.Select(d => Make(chooser, d.Code, d.Post, d.Office,
            d.Roles[0].Item1.EndsWith("administrator", StringComparison.Ordinal) ? d.Roles : [.. d.Roles, ("applicant", Scope.Own)], false)));
        for (var n = 1; n <= Drivers; n++)
        {
            var home = n <= 120 ? "030104" : bodies[chooser.Next(bodies.Count)].Code + "01";
            all.Add(Make(chooser, $"D{n:000}", "驾驶员", home, [("driver", Scope.Own)], false));
        }

        // Last, so that whoever was planted before keeps the name.
        all.Add(Make(chooser, "B011", "分管副局长", "030101", [("rule-approver", Scope.All), ("applicant", Scope.Own)], false));
        all.Add(Make(chooser, "B012", "派驻纪检监察干部", "030101", [("discipline-inspector", Scope.All)], false));
        all.Add(Make(chooser, "B013", "财政监督人员", "030101", [("finance-supervisor", Scope.All)], false));
        return all;
    }

    private static Post Make(Random chooser, string code, string post, string unit, (string, Scope)[] roles, bool allowance)
    {
        var given = Given[chooser.Next(Given.Length)].ToString();
        if (chooser.Next(3) > 0)
        {
            given += Given[chooser.Next(Given.Length)];
        }

        return new Post(
            new Person
            {
                Id = Planted.Id("person:" + code),
                Code = code,
                Name = Surnames[chooser.Next(Surnames.Length)] + given,
                UnitId = Planted.Id("unit:" + unit),
                Post = post,
                DrawsAllowance = allowance,
                Phone = $"000-{chooser.Next(1000, 9999)}{chooser.Next(1000, 9999)}",
                From = Planted.Begin,
            },
            roles);
    }
}
