using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Demonstration;
using Guiju.Kernel.Ledger;
using Guiju.Kernel.People;
using Guiju.Procedures.Clocks;
using Guiju.Procedures.Letters;
using Guiju.Procedures.Numbers;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Demonstration;

/// <summary>Plants the bureau's number series, a document that was issued, a draft, and a few clocks that run.</summary>
internal sealed class OfficeDemonstration(GuijuDb db, ClockBook book, TimeProvider time) : IDemonstration
{
    private static readonly Guid Bureau = Planted.Id("unit:0301");

    public int Order => 30;

    public Bilingual Title { get; } = new("文号、公文与法定期限", "Document numbers, official documents and clocks");

    public async Task<IReadOnlyDictionary<string, int>> PlantAsync(CancellationToken ct)
    {
        var people = await db.Set<Person>().AsNoTracking().Where(p => p.Code == "B003" || p.Code == "B005").ToDictionaryAsync(p => p.Code, ct);
        db.ChangeTracker.Clear();
        if (people.Count < 2)
        {
            return new Dictionary<string, int>();
        }

        var now = time.GetLocalNow();
        var today = DateOnly.FromDateTime(now.DateTime);
        var rows = Documents(people["B003"], people["B005"], today, now.UtcDateTime).Concat(Clocks(people["B005"], today)).ToList();
        using var ledger = new LedgerBulk(db);
        await ledger.AddAsync(new BulkAct(now.UtcDateTime, "procedures.PlantOffice", "{}", []), rows, ct);
        await ledger.FlushAsync(ct);
        return new Dictionary<string, int> { ["official documents"] = rows.OfType<Letter>().Count(), ["clocks"] = rows.OfType<RunningClock>().Count() };
    }

    private static IEnumerable<object> Documents(Person drafter, Person signer, DateOnly today, DateTime at)
    {
        var series = new NumberSeries { Id = Planted.Id("series:方管发"), Mark = "方管发", Title = "局发文件", UnitId = Bureau };
        var letter = new Letter { Id = Planted.Id("letter:1"), UnitId = Bureau, DrafterId = drafter.Id, Drafter = drafter.Name, DraftedAt = at };
        letter.Write(new LetterWording(LetterForm.Document, "方圆市机关事务管理局", "关于做好节假日公务用车封存停驶工作的通知", "市级各机关、各直属单位",
            "为加强节假日公务用车管理，现将有关事项通知如下：\n一、严格封存停驶。除值班和应急保障用车外，其他车辆一律按要求停放在指定地点。\n二、如实登记行程。值班车辆出车须有派车单，返回后及时登记里程和停放地点。\n三、加强监督检查。各单位办公室要逐车核对，发现问题及时整改。\n特此通知。")
        { Attachments = "节假日值班车辆备案表", CopyTo = "市纪委监委，市财政局", Note = "此件公开发布" });
        var number = new IssuedNumber { Id = Planted.Id("number:1"), SeriesId = series.Id, UnitId = Bureau, Year = today.Year, Number = 1, Printed = $"方管发〔{today.Year}〕1号", TakenBy = signer.Name, TakenAt = at };
        number.GiveTo(letter.Id, letter.Title);
        letter.Issue(signer.Id, signer.Name, number.Printed, today);
        var draft = new Letter { Id = Planted.Id("letter:2"), UnitId = Bureau, DrafterId = drafter.Id, Drafter = drafter.Name, DraftedAt = at };
        draft.Write(new LetterWording(LetterForm.Letter, "方圆市机关事务管理局", "关于征求公务用车管理办法实施细则意见的函", "市财政局", "我局起草了公务用车管理办法实施细则（征求意见稿），现征求你单位意见。\n请于收到本函之日起十五个工作日内将书面意见反馈我局。\n专此函达。"));
        return [series, number, new NumberCount { Series = series.Mark, Year = today.Year, Taken = 1 }, letter, draft];
    }

    private IEnumerable<object> Clocks(Person holder, DateOnly today)
    {
        foreach (var (kind, title, ago) in new[] { ("disclosure.answer", "张某申请公开公务用车编制", 12), ("petition.notice", "群众来信反映停车秩序", 13), ("contract.file", "车辆维修定点合同备案", 2), ("petition.opinion", "职工食堂补贴申诉", 30) })
        {
            var found = book.Find(kind) ?? throw new InvalidOperationException($"The catalogue of clocks lacks {kind}.");
            var id = Planted.Id("clock:" + kind);
            var clock = new RunningClock
            {
                Id = id,
                Kind = kind,
                Title = title,
                SubjectKind = ProceduresKinds.Clock,
                SubjectId = id,
                UnitId = Bureau,
                PersonId = holder.Id,
                Person = holder.Name,
                From = today.AddDays(-ago),
                Amount = found.Amount,
                Unit = found.Unit,
            };
            clock.Compute(book, [], today);
            yield return clock;
        }
    }
}
