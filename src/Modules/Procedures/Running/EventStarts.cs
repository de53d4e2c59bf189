using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Guiju.Bpmn;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Organisations;
using Guiju.Procedures.Cases;
using Guiju.Procedures.Contracts;
using Guiju.Procedures.Definitions;
using Guiju.Procedures.Work;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Running;

/// <summary>What a case that starts by itself is about.</summary>
/// <param name="Id">Id of its matter. One that follows from what started it lets one server of several win, and a message that comes twice start once.</param>
/// <param name="Unit">Code of the unit whose matter it is.</param>
/// <param name="Title">Title.</param>
/// <param name="Text">What it is about.</param>
/// <param name="Variables">What its conditions read.</param>
internal sealed record SelfStart(Guid Id, string Unit, string Title, string Text, IReadOnlyDictionary<string, object?> Variables);

/// <summary>Opens cases that no person starts: a matter of a unit, in the procedure in force, from the start event that happened.</summary>
internal sealed class EventStarts(GuijuDb db, ActorHolder holder, CaseFlow flow, UnitTrees trees, Journal journal, TimeProvider clock)
{
    private const int TitleLength = 100;

    public DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <summary>Whether what follows from the same happening has been started already.</summary>
    public Task<bool> IsThereAsync(Guid id, CancellationToken ct) => db.Set<Matter>().AnyAsync(m => m.Id == id, ct);

    public async Task<Guid> OpenAsync(SelfStarting procedure, FlowNode start, SelfStart about, CancellationToken ct)
    {
        var unit = (await trees.AsOfAsync(Today, ct)).All.FirstOrDefault(u => u.Code == about.Unit)?.Id;
        Check.That(unit is not null, ProcedureChecks.UnitExists);
        var home = unit.GetValueOrDefault(); // the check has thrown otherwise
        if (!holder.Current.For(ProceduresPermissions.Administer).Covers(home))
        {
            throw new NotWithinReachException("unit");
        }

        var title = about.Title.Length <= TitleLength ? about.Title : about.Title[..TitleLength];
        db.Add(new Matter { Id = about.Id, UnitId = home, Title = title, Text = about.Text });
        journal.Concerns(Matter.Kind, about.Id, home);
        var opening = new CaseOpening(procedure.Code, new Bilingual(title, title), Matter.Kind, about.Id, home, $"/cases/{about.Id}", Today);
        var matter = Case.Open(Guid.CreateVersion7(), opening, new Participant(holder.Current.PersonId, holder.Current.Name), clock.GetUtcNow().UtcDateTime);
        db.Add(matter);
        await flow.BeginAsync(matter, about.Variables, start.Id, ct);
        return about.Id;
    }

    /// <summary>The id of what follows from a happening: the same wherever it is asked.</summary>
    public static Guid IdOf(string code, string node, string happening)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"guiju start {code}\n{node}\n{happening}"), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80); // version 8: made from a name
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    public static Guid IdOf(string code, string node, DateTimeOffset due) => IdOf(code, node, due.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
}
