namespace Guiju.Ui.Tests;

/// <summary>Forms say what is wrong, where, in the person's language, and lose nothing that was typed.</summary>
public sealed class FormTests
{
    private static readonly Answer Wrong = Answer.Wrong(new FieldError("Purpose", new("请填写事由。", "Please fill in: Purpose.")));

    public static TheoryData<string> Languages => Stage.Languages;

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task An_error_stands_at_its_field_and_is_read_out_with_it(string language)
    {
        var html = await FieldAsync(language, ("Name", "Form.Purpose"), ("Label", "事由"), ("Answer", Wrong), ("Hint", "一句话"));

        Assert.Contains("aria-invalid=\"true\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"f-Form-Purpose-hint f-Form-Purpose-wrong\"", html, StringComparison.Ordinal);
        Assert.Contains(language == Stage.English ? "Please fill in: Purpose." : "请填写事由。", html, StringComparison.Ordinal);
        Assert.Contains("<label for=\"f-Form-Purpose\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_that_is_right_says_nothing()
    {
        var html = await FieldAsync(Stage.Chinese, ("Name", "Form.Place"), ("Label", "地点"), ("Answer", Wrong));

        Assert.DoesNotContain("aria-invalid", html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"wrong\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_summary_leads_to_each_field()
    {
        var html = await Stage.RenderAsync<OutcomeAlert>(Stage.Chinese, new() { [nameof(OutcomeAlert.Answer)] = Wrong });

        Assert.Contains("#f-Form-Purpose\">请填写事由。</a>", html, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_system_check_is_marked_as_one_and_cites_no_law(string language)
    {
        var check = new SystemCheck("TripChecks.EndsAfterStart", new("返回须晚于出发。", "The return must lie after the departure."));
        var answer = Answer.Of<Guid>(new Outcome<Guid>.Broken(check, "End"));

        var text = Stage.TextOf(await Stage.RenderAsync<OutcomeAlert>(language, new() { [nameof(OutcomeAlert.Answer)] = answer }));

        Assert.Contains(language == Stage.English ? "System check The return must lie after the departure." : "系统校验 返回须晚于出发。", text, StringComparison.Ordinal);
        Assert.Equal(check.Statement, answer.Errors.Single().Message);
    }

    [Fact]
    public async Task A_refusal_shows_its_verdict()
    {
        var answer = Answer.Of<Guid>(new Outcome<Guid>.Refused(Gallery.Examples.Forbidden));

        var text = Stage.TextOf(await Stage.RenderAsync<OutcomeAlert>(Stage.Chinese, new() { [nameof(OutcomeAlert.Answer)] = answer }));

        Assert.Contains("不能这样办", text, StringComparison.Ordinal);
        Assert.Contains("未作任何更改", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_outcome_but_done_has_something_to_show()
    {
        Outcome<Guid>[] all =
        [
            new Outcome<Guid>.Invalid([new FieldError("", new("有误。", "Wrong."))]), new Outcome<Guid>.Denied("x"), new Outcome<Guid>.Refused(Gallery.Examples.Forbidden),
            new Outcome<Guid>.Broken(new SystemCheck("x", new("一", "one")), null), new Outcome<Guid>.Stale(), new Outcome<Guid>.Missing(),
        ];

        Assert.All(all, outcome => Assert.False(Answer.Of(outcome).IsEmpty));
        Assert.True(Answer.Of(new Outcome<Guid>.Done(Guid.Empty, null)).IsEmpty);
        Assert.True(Answer.Of<Guid>(null).IsEmpty);
    }

    [Theory]
    [InlineData("date", "2023-05-04")]
    [InlineData("datetime-local", "2023-05-04T09:05")]
    public async Task Dates_are_written_as_the_browser_reads_them(string type, string expected)
    {
        var html = await FieldAsync(Stage.Chinese, ("Name", "Form.On"), ("Label", "日期"), ("Type", type), ("Value", new DateTime(2023, 5, 4, 9, 5, 0)));

        Assert.Contains($"value=\"{expected}\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_choices_show_which_are_taken()
    {
        var html = await Stage.RenderAsync<RadioField>(Stage.Chinese, new()
        {
            ["Name"] = "Form.Ways",
            ["Label"] = "方式",
            ["Many"] = true,
            ["Value"] = new[] { "b" },
            ["Choices"] = new Choice[] { new("a", "甲"), new("b", "乙") },
        });

        Assert.Contains("value=\"b\" checked", html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"a\" checked", html, StringComparison.Ordinal);
        Assert.Contains("<legend>方式", html, StringComparison.Ordinal);
    }

    private static Task<string> FieldAsync(string language, params (string Name, object? Value)[] parameters) =>
        Stage.RenderAsync<Field>(language, parameters.ToDictionary(p => p.Name, p => p.Value));
}
