using System.ComponentModel.DataAnnotations;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Kernel.Registers;

/// <summary>A person keeps a way of looking at a register. The same name again replaces it.</summary>
[Needs(KernelPermissions.OwnAccount), Display(Name = "保存视图")]
public sealed record SaveView : IAct<Guid>
{
    /// <summary>Key of the register.</summary>
    [Required, StringLength(80, MinimumLength = 1), Display(Name = "台账")]
    public string Register { get; init; } = "";

    /// <summary>Name of the view.</summary>
    [Required, StringLength(40, MinimumLength = 1), Display(Name = "视图名称")]
    public string Name { get; init; } = "";

    /// <summary>Query part of the address.</summary>
    [StringLength(2000), RegularExpression(@"^(\?[^#\s]*)?$"), Display(Name = "查询条件")]
    public string? Query { get; init; }

    internal sealed class Handler(GuijuDb db, ActorHolder holder, RegisterBook registers, Journal journal) : IHandler<SaveView, Guid>
    {
        public async Task<Guid> HandleAsync(SaveView act, CancellationToken ct)
        {
            var person = holder.Current.PersonId ?? throw new NotWithinReachException("person");
            if (registers.Find(act.Register) is not { } register || !holder.Current.Can(register.Permission))
            {
                throw new NotWithinReachException("register");
            }

            var name = act.Name.Trim();
            var view = await db.Set<SavedView>().FirstOrDefaultAsync(v => v.PersonId == person && v.Register == act.Register && v.Name == name, ct);
            if (view is null)
            {
                var count = await db.Set<SavedView>().CountAsync(v => v.PersonId == person && v.Register == act.Register, ct);
                Check.That(count < RegisterChecks.MostViews, RegisterChecks.NotTooManyViews);
                view = new SavedView { Id = Guid.CreateVersion7(), PersonId = person, Register = act.Register, Name = name, Query = "" };
                db.Add(view);
            }

            view.Query = act.Query ?? "";
            journal.Concerns(KernelKinds.Person, person);
            return view.Id;
        }
    }
}

/// <summary>A person drops a kept view.</summary>
[Needs(KernelPermissions.OwnAccount), Display(Name = "删除视图")]
public sealed record DropView : IAct<Guid>
{
    /// <summary>The view.</summary>
    [Required, Display(Name = "视图名称")]
    public Guid? Id { get; init; }

    internal sealed class Handler(GuijuDb db, ActorHolder holder, Journal journal) : IHandler<DropView, Guid>
    {
        public async Task<Guid> HandleAsync(DropView act, CancellationToken ct)
        {
            var person = holder.Current.PersonId;
            var view = await db.Set<SavedView>().FirstOrDefaultAsync(v => v.Id == act.Id && v.PersonId == person, ct) ?? throw new NotWithinReachException("view");
            db.Remove(view);
            journal.Concerns(KernelKinds.Person, view.PersonId);
            return view.Id;
        }
    }
}

/// <summary>System checks of registers.</summary>
public static class RegisterChecks
{
    /// <summary>Views that a person may keep of one register.</summary>
    public const int MostViews = 30;

    /// <summary>Not too many views.</summary>
    public static readonly SystemCheck NotTooManyViews = new("RegisterChecks.NotTooManyViews",
        new($"一个台账最多保存 {MostViews} 个视图，请先删除不用的视图。", $"At most {MostViews} views of a register can be kept: drop one first."));
}
