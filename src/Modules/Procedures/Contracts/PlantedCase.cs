using Guiju.Kernel;
using Guiju.Kernel.Demonstration;
using Guiju.Procedures.Cases;

namespace Guiju.Procedures.Contracts;

/// <summary>A case as the demonstration bureau plants it: the whole history told at once, the rows given in their last state. Ids follow from the record, so every machine plants the same.</summary>
public sealed class PlantedCase
{
    private readonly Case matter;
    private readonly List<WorkTask> tasks = [];
    private readonly List<Notice> notices = [];

    /// <summary>Opens the case in the name of <paramref name="starterId"/>.</summary>
    public PlantedCase(CaseOpening opening, Guid? starterId, string starter, DateTime at) =>
        matter = Case.Open(Planted.Id($"case:{opening.SubjectId:D}"), opening, new Participant(starterId, starter), at);

    /// <summary>Case, tasks and notices: each to be given once to the ledger's bulk writer.</summary>
    public IReadOnlyList<object> Rows => [matter, .. tasks, .. notices];

    /// <summary>Asks for a step.</summary>
    public PlantedCase Ask(Step step, DateTime at)
    {
        tasks.Add(matter.Ask(Planted.Id($"task:{matter.SubjectId:D}:{tasks.Count}"), step, at));
        return this;
    }

    /// <summary>Answers the open tasks of a step in somebody's name.</summary>
    public PlantedCase Answer(string stepCode, string result, string? opinion, Guid? personId, string person, DateTime at)
    {
        foreach (var task in tasks.Where(t => t.Step == stepCode && t.State == TaskState.Open))
        {
            task.Answer(new Participant(personId, person), result, opinion, at);
        }

        return this;
    }

    /// <summary>Sends a copy.</summary>
    public PlantedCase CopyTo(Guid personId, string sentBy, DateTime at, DateTime? readAt)
    {
        notices.Add(new Notice { Id = Planted.Id($"notice:{matter.SubjectId:D}:{personId:D}"), CaseId = matter.Id, PersonId = personId, SentAt = at, SentBy = sentBy, ReadAt = readAt });
        return this;
    }

    /// <summary>Closes the case.</summary>
    public PlantedCase Close(string result, DateTime at)
    {
        foreach (var task in tasks.Where(t => t.State == TaskState.Open))
        {
            task.Withdraw(new Participant(null, matter.Starter), at);
        }

        matter.Close(result, at);
        return this;
    }
}
