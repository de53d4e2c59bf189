using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Guiju.Kernel;
using Guiju.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Architecture.Tests;

/// <summary>Every act is registered, permitted and, where it is judged, judged at a control point that exists.</summary>
public sealed class ActsTests
{
    private static readonly IReadOnlyList<ActDescription> Registered = new ServiceCollection()
        .AddBureau(new ConfigurationBuilder().Build())
        .Where(s => s.ServiceType == typeof(ActDescription)).Select(s => (ActDescription)s.ImplementationInstance!).ToList();

    [Fact]
    public void Every_act_is_registered()
    {
        var types = Modules.All.Select(m => m.GetType().Assembly).Distinct().SelectMany(a => a.GetTypes())
            .Where(t => t is { IsAbstract: false } && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IAct<>)));

        Assert.Empty(types.Except(Registered.Select(a => a.Act)).Select(t => t.Name));
    }

    [Fact]
    public void Every_act_needs_a_permission_that_its_module_declares()
    {
        var declared = Modules.All.SelectMany(m => m.Permissions).Select(p => p.Code).ToHashSet();

        Assert.NotEmpty(Registered);
        Assert.Empty(Registered.Where(a => !declared.Contains(a.Permission)).Select(a => $"{a.Name} needs {a.Permission}"));
    }

    [Fact]
    public void Every_permission_is_used_by_some_proposed_role()
    {
        var granted = Modules.All.SelectMany(m => m.Roles).SelectMany(r => r.Permissions).ToHashSet();

        Assert.Empty(Modules.All.SelectMany(m => m.Permissions).Select(p => p.Code).Except(granted));
        Assert.Empty(granted.Except(Modules.All.SelectMany(m => m.Permissions).Select(p => p.Code)));
    }

    [Fact]
    public void Every_act_of_the_trade_has_a_title_in_both_languages()
    {
        var untitled =
            from act in Registered
            where act.Act.Assembly != typeof(Desk).Assembly
            let title = act.Act.GetCustomAttribute<DisplayAttribute>()?.Name
            where title is null || !Texts.EnglishOf(act.Act.Assembly).ContainsKey(title)
            select act.Name;

        Assert.Empty(untitled);
    }
}
