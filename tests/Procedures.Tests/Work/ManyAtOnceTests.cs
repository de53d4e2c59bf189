using System.Collections.Concurrent;
using System.Globalization;
using Guiju.Kernel;
using Guiju.Kernel.Ledger;
using Guiju.Kernel.People;
using Guiju.Procedures.Cases;
using Guiju.Procedures.Numbers;
using Guiju.Procedures.Work;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Tests.Work;

/// <summary>Many people work many cases at once. <c>GUIJU_CASES</c> says how many; the bench <c>casework</c> does the same over the web server, which it kills.</summary>
public sealed class ManyAtOnceTests
{
    private const int Usual = 24;
    private const int People = 10;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // Looks in vain before somebody goes home; far more than a slow machine needs, for all leave as soon as everything is closed.
    private const int Patience = 3000;

    private static int Matters => int.TryParse(Environment.GetEnvironmentVariable("GUIJU_CASES"), CultureInfo.InvariantCulture, out var many) ? many : Usual;

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task No_step_is_lost_none_is_taken_twice_and_no_number_is_given_twice(string kind)
    {
        await using var desk = await MatterDesk.OpenAsync(kind);
        var people = Enumerable.Range(0, People).Select(i => Office.Employed($"P{i}", $"办事员{i}", desk.Office.Organ)).ToList();
        await desk.Office.AddAsync(Ct, [.. people]);
        var series = MatterDesk.Value(await desk.Office.DoAsync(desk.Office.Head, new OpenSeries { Mark = "演练发", Title = "演练" }, Ct));
        var (acknowledged, numbers, left) = (new ConcurrentDictionary<Guid, int>(), new ConcurrentBag<Guid>(), Matters);

        await Task.WhenAll(people.Append(desk.Office.Head).Select((who, i) => Task.Run(() => WorkAsync(desk, who, i))));

        Assert.All(acknowledged.Values, times => Assert.Equal(1, times));
        await desk.UseAsync(desk.Office.Head, async db =>
        {
            var cases = await db.Set<Case>().AsNoTracking().ToListAsync(Ct);
            var tasks = (await db.Set<WorkTask>().AsNoTracking().Where(t => t.State == TaskState.Answered).ToListAsync(Ct)).ToLookup(t => t.CaseId);
            Assert.Equal(Matters, cases.Count);
            Assert.All(cases, c => Assert.Equal(Cases.CaseState.Closed, c.State));
            Assert.All(cases, c => Assert.Equal(["draft", "handle", "review", "sign", "sign"], tasks[c.Id].Select(t => t.Step).Order()));
            Assert.Subset(tasks.SelectMany(t => t).Select(t => t.Id).ToHashSet(), acknowledged.Keys.ToHashSet());
            Assert.Equal(acknowledged.Count, await db.Set<LedgerEntry>().CountAsync(e => e.Act == "procedures.AnswerTask", Ct));
            var given = await db.Set<IssuedNumber>().AsNoTracking().Select(n => n.Number).ToListAsync(Ct);
            Assert.Equal(Enumerable.Range(1, numbers.Count), given.Order());
            return 0;
        });

        async Task WorkAsync(MatterDesk at, Person me, int number)
        {
            var dice = new Random(number);
            for (var idle = 0; idle < Patience;)
            {
                if (me != at.Office.Head && Interlocked.Decrement(ref left) >= 0)
                {
                    await at.StartAsync(me, $"P{(number + 1) % People} P{(number + 2) % People}");
                }

                var mine = await at.UseAsync(me, db => db.Set<WorkTask>().For(Office.As(me)).Select(t => t.Id).ToListAsync(Ct));
                foreach (var task in mine)
                {
                    // Now and then the button is pressed twice.
                    var presses = Enumerable.Range(0, dice.Next(5) == 0 ? 2 : 1).Select(_ => at.Office.DoAsync(me, new AnswerTask { TaskId = task, Opinion = "同意。" }, Ct)).ToList();
                    foreach (var outcome in await Task.WhenAll(presses))
                    {
                        if (outcome is Outcome<Guid>.Done)
                        {
                            acknowledged.AddOrUpdate(task, 1, (_, times) => times + 1);
                        }
                    }

                    if (me == at.Office.Head && await at.Office.DoAsync(me, new ReserveNumber { SeriesId = series, Purpose = "演练" }, Ct) is Outcome<Guid>.Done given)
                    {
                        numbers.Add(given.Value);
                    }
                }

                idle = mine.Count == 0 ? idle + 1 : 0;
                await Task.Delay(mine.Count == 0 ? 20 : 1, Ct);
                if (mine.Count == 0 && await at.UseAsync(me, async db => await db.Set<Case>().CountAsync(c => c.State == Cases.CaseState.Closed, Ct) == Matters))
                {
                    return;
                }
            }
        }
    }
}
