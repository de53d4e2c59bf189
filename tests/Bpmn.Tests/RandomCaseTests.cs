using System.Globalization;
using Guiju.Bpmn.Checking;
using Guiju.Bpmn.Running;

namespace Guiju.Bpmn.Tests;

/// <summary>Random procedures and random verbs. <c>GUIJU_BPMN_CASES</c> says how many, <c>GUIJU_BPMN_FIRST</c> from which on; each is known by its number, so that a fault can be tried again.</summary>
public sealed class RandomCaseTests
{
    private const int Usual = 1_500;
    private const int MostVerbs = 40;

    private static int First => int.TryParse(Environment.GetEnvironmentVariable("GUIJU_BPMN_FIRST"), CultureInfo.InvariantCulture, out var first) ? first : 0;

    private static int Cases => int.TryParse(Environment.GetEnvironmentVariable("GUIJU_BPMN_CASES"), CultureInfo.InvariantCulture, out var cases) ? cases : Usual;

    [Fact]
    public void Whatever_people_do_no_token_is_lost_none_is_orphaned_and_every_case_can_be_brought_to_its_end()
    {
        var done = 0;
        Parallel.For(First, First + Cases, seed =>
        {
            try
            {
                Interlocked.Add(ref done, Run(seed));
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"Case {seed}: {fault.Message}", fault);
            }
        });
        Assert.True(done >= Cases); // the verbs do not merely get refused
    }

    [Fact]
    public void Models_drawn_soundly_have_no_faults_in_the_checker()
    {
        for (var seed = 0; seed < Usual / 10; seed++)
        {
            var faults = ModelCheck.Find(BpmnXml.Parse(new RandomModel(new Random(seed)).Draw()));

            Assert.True(faults.Count == 0, $"{seed}: {string.Join("; ", faults.Select(f => $"{f.Element} {f.Code}"))}");
        }
    }

    [Fact]
    public void The_same_events_always_give_the_same_state_and_a_state_survives_being_stored()
    {
        for (var seed = 0; seed < Usual / 10; seed++)
        {
            var (first, second) = (Trace(seed), Trace(seed));

            Assert.Equal(first, second);
            Assert.Equal(first[^1], StateJson.Write(StateJson.Read(first[^1])));
        }
    }

    private static int Run(int seed)
    {
        var dice = new Random(seed);
        var matter = Matter.Begin(BpmnXml.Parse(new RandomModel(dice).Draw()), m => Name(m, dice));
        var done = new List<CaseEvent>();
        try
        {
            for (var i = 0; i < MostVerbs && matter.State.Mode == CaseMode.Running; i++)
            {
                if (RandomVerb.Pick(dice, matter.Model, matter.State) is { } verb)
                {
                    done.Add(verb);
                    if (matter.Try(verb) is not null)
                    {
                        done.RemoveAt(done.Count - 1);
                    }
                }
            }

            matter.Finish(2_000);
            return done.Count;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            throw new InvalidOperationException($"{fault.Message}\nlast: {string.Join("\n", done.TakeLast(4))}\nstate: {StateJson.Write(matter.State)}", fault);
        }
    }

    private static List<string> Trace(int seed)
    {
        var dice = new Random(seed);
        var matter = Matter.Begin(BpmnXml.Parse(new RandomModel(dice).Draw()), m => Name(m, dice));
        var states = new List<string> { StateJson.Write(matter.State) };
        for (var i = 0; i < 10 && matter.State.Mode == CaseMode.Running; i++)
        {
            if (RandomVerb.Pick(dice, matter.Model, matter.State) is { } verb)
            {
                matter.Try(verb);
                states.Add(StateJson.Write(matter.State));
            }
        }

        return states;
    }

    // Some steps have a pool, some signings three signers.
    private static void Name(Matter matter, Random dice)
    {
        foreach (var node in matter.Model.Main.Nodes.Where(n => n.Kind == NodeKind.User))
        {
            matter.People[node.Id] = [.. Enumerable.Range(0, dice.Next(1, 4)).Select(i => $"{node.Id}-{i}")];
        }
    }
}
