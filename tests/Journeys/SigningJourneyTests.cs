using System.Globalization;
using Microsoft.Playwright;

namespace Guiju.Journeys;

/// <summary>或签 and 票签: procedures of the office redrawn so that one signature is enough, or that a majority carries; signed by several browsers at once.</summary>
public sealed class SigningJourneyTests(BureauServer bureau)
{
    private const string OneByOne = """<multiInstanceLoopCharacteristics isSequential="false"/>""";
    private const string AllMust = """<guiju:countersign refusalEnds="true"/>""";

    [Theory]
    [InlineData("zh-CN", 1280)]
    [InlineData("en", 390)]
    public async Task One_signature_of_several_is_enough_and_a_majority_carries_or_loses(string language, int width)
    {
        var (desk, legal) = (await bureau.SignInAsync("vehicle-desk", language, width), await bureau.SignInAsync("legal", language, 390));
        var (applicant, head, leader) = (await bureau.SignInAsync("applicant", language, 390), await bureau.SignInAsync("office-head", language, width), await bureau.SignInAsync("leader", language, 390));
        try
        {
            // 或签: of two who sign at the same moment one is enough, and the other is told.
            await RedrawAsync(desk, legal, """<guiju:countersign refusalEnds="false" pass="nrOfApproved &gt;= 1"/>""", "nrOfCompletedInstances &gt;= 1");
            var any = await SentOnAsync(applicant, head, "或签的请示", "B003 B005");
            await OpenAsync(any, desk, legal);
            await desk.LookAsync($"case-any-{language}-{width}");
            await CaseSteps.OneWinsAsync(desk, legal, page => page.AnswerAsync("同意。"));
            await OpenAsync(any, leader);
            Assert.Equal(1, await leader.Locator("#form-answer").CountAsync());

            // 票签: two of three carry it, against one; two of three lose it.
            await RedrawAsync(desk, legal, """<guiju:countersign refusalEnds="false" pass="nrOfApproved &gt;= 2"/>""", "nrOfApproved &gt;= 2 or nrOfRefused &gt;= 2");
            var auditor = await bureau.SignInAsync("auditor", language, 390);
            var carried = await SentOnAsync(applicant, head, "票签的请示", "B003 B005 B006");
            await OpenAsync(carried, desk, legal, auditor);
            await desk.AnswerAsync("不同意。", "reject");
            await Task.WhenAll(legal.AnswerAsync("同意。"), auditor.AnswerAsync("同意。"));
            await CaseSteps.FinishSigningAsync(carried, legal, auditor);
            await OpenAsync(carried, leader);
            await leader.LookAsync($"case-vote-{language}-{width}");
            Assert.Equal(1, await leader.Locator("#form-answer").CountAsync());

            var lost = await SentOnAsync(applicant, head, "票决的请示", "B003 B005 B006");
            await OpenAsync(lost, desk, legal);
            await desk.AnswerAsync("不同意。", "reject");
            await OpenAsync(lost, legal);
            await legal.AnswerAsync("不同意。", "reject");
            await OpenAsync(lost, applicant, auditor);
            Assert.Contains(language == "en" ? "Closed" : "已办结", await applicant.Locator(".title-bar").InnerTextAsync(), StringComparison.Ordinal);
            Assert.Equal(0, await auditor.Locator("#form-answer").CountAsync());
        }
        finally
        {
            await RedrawAsync(desk, legal, AllMust, null);
        }
    }

    // The one draws, the other publishes; matters that run stay on the version they began with.
    private static async Task RedrawAsync(IPage author, IPage other, string countersign, string? until)
    {
        var xml = (await File.ReadAllTextAsync(Path.Combine(BureauServer.Root, "law", "procedures", "matter.bpmn"), TestContext.Current.CancellationToken))
            .Replace(AllMust, countersign, StringComparison.Ordinal)
            .Replace(OneByOne, until is null ? OneByOne : OneByOne[..^2] + $"><completionCondition>{until}</completionCondition></multiInstanceLoopCharacteristics>", StringComparison.Ordinal);
        var version = await PostAsync(author, "/api/procedures/versions", new { xml });
        await PostAsync(other, $"/api/procedures/versions/{version}/publish", new { from = RuleBench.Day(0) });
    }

    private static async Task<string> PostAsync(IPage page, string address, object act)
    {
        var answer = await page.APIRequest.PostAsync(address, new() { DataObject = act, Headers = new Dictionary<string, string> { ["X-Requested-With"] = "fetch" } });
        Assert.True(answer.Ok, await answer.TextAsync());
        return (await answer.JsonAsync())!.Value.GetProperty("value").GetString()!; // an act that was done says what it made
    }

    private static async Task<string> SentOnAsync(IPage applicant, IPage head, string title, string signers)
    {
        var matter = await applicant.StartMatterAsync(title, signers);
        await OpenAsync(matter, head);
        await head.AnswerAsync("同意。");
        return matter;
    }

    private static async Task OpenAsync(string address, params IPage[] pages) => await Task.WhenAll(pages.Select(p => p.GotoAsync(address)));
}
