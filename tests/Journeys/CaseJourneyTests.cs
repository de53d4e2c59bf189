using Microsoft.Playwright;

namespace Guiju.Journeys;

/// <summary>The verbs of a case, by several browsers at once, a phone among them, in both languages.</summary>
public sealed class CaseJourneyTests(BureauServer bureau)
{
    [Fact]
    public async Task A_matter_is_sent_back_signed_before_and_approved_by_two_at_once_of_whom_one_wins()
    {
        var applicant = await bureau.SignInAsync("applicant", width: 390);
        var matter = await StartAsync(applicant, "购置会议设备的请示");
        await applicant.LookAsync("case-started-390");
        var head = await bureau.SignInAsync("office-head");
        await OpenAsync(head, matter);
        await head.LookAsync("case-review");
        await AnswerAsync(head, "同意。");
        var (desk, legal) = (await bureau.SignInAsync("vehicle-desk"), await bureau.SignInAsync("legal"));
        await Task.WhenAll(OpenAsync(desk, matter), OpenAsync(legal, matter));
        await desk.Locator("#form-back").EvaluateAsync("form => form.closest('details').open = true");
        await desk.SelectOptionAsync("[name='Back.Step']", "draft");
        await desk.CheckAsync("#form-back input[type=checkbox]");
        await desk.FillAsync("[name='Back.Opinion']", "请补充预算");
        await SubmitAsync(desk, "#form-back button.btn-primary");
        await OpenAsync(applicant, matter);
        await AnswerAsync(applicant, "已补充");

        // 前加签: who is asked before answers first.
        await OpenAsync(legal, matter);
        await legal.SelectOptionAsync("[name='Pass.How']", "SignBefore");
        await legal.FillAsync("[name='Pass.PersonCode']", "B006");
        await SubmitAsync(legal, "#form-pass button.btn-primary");
        var auditor = await bureau.SignInAsync("auditor");
        await OpenAsync(auditor, matter);
        await AnswerAsync(auditor, "无意见。");
        await Task.WhenAll(OpenAsync(desk, matter), OpenAsync(legal, matter));
        await Task.WhenAll(AnswerAsync(desk, "同意。"), AnswerAsync(legal, "同意。"));
        await FinishSigningAsync(matter, desk, legal);

        // 领导批示 from two windows at once: one wins, the other is told.
        var (one, other) = (await bureau.SignInAsync("leader"), await bureau.SignInAsync("leader", width: 390));
        await Task.WhenAll(OpenAsync(one, matter), OpenAsync(other, matter));
        await other.LookAsync("case-approve-390");
        await Task.WhenAll(AnswerAsync(one, "同意。"), AnswerAsync(other, "同意。"));
        await OpenAsync(applicant, matter);
        await AnswerAsync(applicant, "已办结");
        await applicant.GotoAsync(matter + "/sheet");
        Assert.Equal(1, await applicant.Locator("table tr", new() { HasText = "领导批示" }).CountAsync());
        await applicant.LookAsync("case-sheet-390");
    }

    [Fact]
    public async Task A_matter_is_taken_back_entrusted_handed_over_copied_held_and_ended()
    {
        var applicant = await bureau.SignInAsync("applicant", "en", width: 390);
        var matter = await StartAsync(applicant, "Request for a projector");
        await SteerAsync(applicant, "retract");
        await AnswerAsync(applicant, "Sent again");
        await SteerAsync(applicant, "remind");
        await SteerAsync(applicant, "copy", person: "B006");
        var (head, legal, auditor) = (await bureau.SignInAsync("office-head", "en"), await bureau.SignInAsync("legal", "en"), await bureau.SignInAsync("auditor", "en"));
        await OpenAsync(auditor, matter);
        Assert.Equal(0, await auditor.Locator("#form-answer").CountAsync()); // a copy may be read, not answered
        await OpenAsync(head, matter);
        await PassAsync(head, "Entrust", "B005");
        await OpenAsync(legal, matter);
        await AnswerAsync(legal, "No objection");
        await OpenAsync(head, matter);
        await PassAsync(head, "Transfer", "B005");
        await OpenAsync(legal, matter);
        await SteerAsync(legal, "hold", "waiting");
        await OpenAsync(legal, matter);
        Assert.Equal(0, await legal.Locator("#form-answer").CountAsync());
        await SteerAsync(legal, "resume", "goes on");
        await OpenAsync(legal, matter);
        await legal.Locator("#form-consult").EvaluateAsync("form => form.closest('details').open = true");
        await legal.FillAsync("[name='Consult.PersonCode']", "B006");
        await legal.FillAsync("[name='Consult.Question']", "Is there a budget?");
        await SubmitAsync(legal, "#form-consult button.btn-primary");
        await OpenAsync(auditor, matter);
        await auditor.FillAsync("[name='Reply.Answer']", "There is.");
        await SubmitAsync(auditor, "#form-reply button.btn-primary");
        await OpenAsync(applicant, matter);
        await applicant.LookAsync("case-verbs-en-390");
        await SteerAsync(applicant, "terminate", "no longer needed");
        await OpenAsync(applicant, matter);
        Assert.Contains("Closed", await applicant.Locator(".title-bar").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN", 1280)]
    [InlineData("en", 390)]
    public async Task A_procedure_is_drawn_checked_kept_compared_and_published_by_another(string language, int width)
    {
        var author = await bureau.SignInAsync("vehicle-desk", language, width);
        await author.GotoAsync("/procedures/procedures.matter/edit");
        await author.Locator(".procedure-editor.mounted .djs-shape").First.WaitForAsync();
        await author.Locator(".editor-faults h3").WaitForAsync();
        var added = await author.EvaluateAsync<string>("""
            () => {
              const m = document.querySelector(".procedure-editor").modeler, [r, f, g] = ["elementRegistry", "elementFactory", "modeling"].map(n => m.get(n));
              const last = r.get("done").incoming[0].source;
              const shape = g.appendShape(last, f.createShape({ type: "bpmn:UserTask" }), { x: last.x + 60, y: last.y + 220 });
              m.get("selection").select(shape);
              return shape.id;
            }
            """);
        await author.Locator(".fault-sign").First.WaitForAsync(); // it leads nowhere and names nobody
        await author.Locator(".editor-panel input[type=text]").First.FillAsync("归档");
        await author.Locator(".editor-panel input[type=text]").First.BlurAsync();
        await author.LookAsync($"editor-{language}-{width}");
        await author.GetByRole(AriaRole.Button, new() { Name = language == "en" ? "Add a rule" : "添加规则" }).ClickAsync();
        await author.EvaluateAsync("""
            id => {
              const m = document.querySelector(".procedure-editor").modeler, r = m.get("elementRegistry"), g = m.get("modeling");
              g.removeConnection(r.get("done").incoming[0]);
              g.connect(r.get(id), r.get("done"));
            }
            """, added);
        await author.Locator(".fault-sign").First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await SubmitAsync(author, "#form-draw button.btn-primary");
        await author.WaitForURLAsync(url => url.EndsWith("/procedures/procedures.matter", StringComparison.Ordinal));
        await author.LookAsync($"procedure-{language}-{width}");

        var other = await bureau.SignInAsync("legal", language, width);
        await other.GotoAsync("/procedures/procedures.matter");
        await other.Locator("a[href*='/compare?to=']").First.ClickAsync();
        await other.Locator(".procedure .node.added").First.WaitForAsync();
        await other.LookAsync($"compare-{language}-{width}");
        Assert.Contains("归档", await other.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await other.GotoAsync("/procedures/procedures.matter");
        await SubmitAsync(other, "#form-publish button.btn-primary");
        Assert.Equal(0, await other.Locator("#form-publish").CountAsync());
    }

    private static async Task<string> StartAsync(IPage page, string title)
    {
        await page.GotoAsync("/matters/new");
        await page.FillAsync("[name='Form.Title']", title);
        await page.FillAsync("[name='Form.Text']", "拟购置设备一套。");
        await page.FillAsync("[name='Form.Signers']", "B003 B005");
        await page.ClickAsync("#form-start-matter button.btn-primary");
        await page.WaitForURLAsync(url => url.Contains("/cases/", StringComparison.Ordinal));
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task OpenAsync(IPage page, string matter) => await page.GotoAsync(matter);

    private static async Task AnswerAsync(IPage page, string opinion)
    {
        await page.FillAsync("[name='Form.Opinion']", opinion);
        await SubmitAsync(page, "button[value='approve']");
    }

    private static async Task PassAsync(IPage page, string how, string person)
    {
        await page.SelectOptionAsync("[name='Pass.How']", how);
        await page.FillAsync("[name='Pass.PersonCode']", person);
        await SubmitAsync(page, "#form-pass button.btn-primary");
    }

    private static async Task SteerAsync(IPage page, string verb, string? reason = null, string? person = null)
    {
        await page.SelectOptionAsync("[name='Steer.Verb']", verb);
        await page.FillAsync("[name='Steer.Opinion']", reason ?? "");
        await page.FillAsync("[name='Steer.PersonCode']", person ?? "");
        await SubmitAsync(page, "#form-steer button.btn-primary");
    }

    private static async Task SubmitAsync(IPage page, string button)
    {
        var posted = page.WaitForResponseAsync(r => r.Request.Method == "POST");
        await page.ClickAsync(button);
        await posted;
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    // Of two who sign at the same moment the second may be told to look again.
    private static async Task FinishSigningAsync(string matter, params IPage[] pages)
    {
        foreach (var page in pages)
        {
            await OpenAsync(page, matter);
            if (await page.Locator("button[value='approve']").CountAsync() > 0)
            {
                await AnswerAsync(page, "同意。");
            }
        }
    }
}
