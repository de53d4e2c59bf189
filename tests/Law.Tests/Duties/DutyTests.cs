using Guiju.Law.Duties;
using Guiju.Law.Tests.Standards;

namespace Guiju.Law.Tests.Duties;

/// <summary>Sentences that bind, and duties with exactly one unit.</summary>
public sealed class DutyTests
{
    [Fact]
    public void Sentences_that_bind_or_allow_are_told_apart()
    {
        var sentences = Sentence.Of("单位应当每月报告。单位可以委托他人办理。不得虚报，应当保存原件。\n本条例自公布之日起施行。\n有下列情形的，应当停止：\n（一）违规；\n（二）超标。");

        Assert.Equal([SentenceForce.Shall, SentenceForce.May, SentenceForce.ShallNot, SentenceForce.Shall], sentences.Select(s => s.Force));
        Assert.Equal("有下列情形的，应当停止：（一）违规；（二）超标。", sentences[3].Words);
        Assert.Equal(4, sentences.Select(s => s.Mark).Distinct().Count());
    }

    [Fact]
    public void Another_wording_is_another_sentence() =>
        Assert.NotEqual(Sentence.Of("单位应当在十日内报告。")[0].Mark, Sentence.Of("单位应当在五日内报告。")[0].Mark);

    [Fact]
    public void No_unit_or_two_are_counted_so_that_the_fault_shows()
    {
        var duty = Confirmed();
        Assert.Equal(0, duty.Owners);

        var first = duty.Assign(Guid.CreateVersion7(), Guid.CreateVersion7(), new(2023, 1, 1));
        duty.Assign(Guid.CreateVersion7(), Guid.CreateVersion7(), new(2023, 2, 1));
        Assert.Equal(2, duty.Owners);

        duty.Release(first, new(2023, 3, 1));
        Assert.Equal(1, duty.Owners);
        StandardTests.Broken("DutyChecks.StillAnswers", () => duty.Release(first, new(2023, 4, 1)));
    }

    [Fact]
    public void It_is_due_again_by_its_rhythm()
    {
        var duty = Confirmed();
        Assert.Equal(new DateOnly(2024, 1, 15), duty.DueOn(new(2023, 1, 15)));

        duty.Perform(new(2023, 3, 20), "报告〔2023〕2号", new(2023, 5, 8));

        Assert.Equal(new DateOnly(2024, 3, 20), duty.DueOn(new(2023, 1, 15)));
        StandardTests.Broken("DutyChecks.PerformedByToday", () => duty.Perform(new(2023, 6, 1), "报告", new(2023, 5, 8)));
        StandardTests.Broken("DutyChecks.PerformedAfterTheLast", () => duty.Perform(new(2023, 1, 1), "报告", new(2023, 5, 8)));
    }

    private static Duty Confirmed() => Duty.Confirm(Guid.CreateVersion7(), new ConfirmDuty { Address = "cn/test/one~art_2", Title = "每年报告一次", Frequency = DutyFrequency.Yearly, Evidence = "报告" });
}
