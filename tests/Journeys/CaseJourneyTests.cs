using Microsoft.Playwright;

namespace Guiju.Journeys;

/// <summary>The verbs of a case, by several browsers at once, a phone among them, in both languages.</summary>
public sealed class CaseJourneyTests(BureauServer bureau)
{
    [Fact]
    public async Task A_matter_is_sent_back_signed_before_and_approved_by_two_at_once_of_whom_one_wins()
    {
        var applicant = await bureau.SignInAsync("applicant", width: 390);
        var matter = await applicant.StartMatterAsync("购置会议设备的请示");
        await applicant.LookAsync("case-started-390");
        var head = await bureau.SignInAsync("office-head");
        await head.GotoAsync(matter);
        await head.LookAsync("case-review");
        await head.AnswerAsync("同意。");
        var (desk, legal) = (await bureau.SignInAsync("vehicle-desk"), await bureau.SignInAsync("legal"));
        await Task.WhenAll(desk.GotoAsync(matter), legal.GotoAsync(matter));
        await desk.Locator("#form-back").EvaluateAsync("form => form.closest('details').open = true");
        await desk.SelectOptionAsync("[name='Back.Step']", "draft");
        await desk.CheckAsync("#form-back input[type=checkbox]");
        await desk.FillAsync("[name='Back.Opinion']", "请补充预算");
        await desk.PostAsync("#form-back button.btn-primary");
        await applicant.GotoAsync(matter);
        await applicant.AnswerAsync("已补充");

        // 前加签: who is asked before answers first.
        await legal.GotoAsync(matter);
        await legal.SelectOptionAsync("[name='Pass.How']", "SignBefore");
        await legal.FillAsync("[name='Pass.PersonCode']", "B006");
        await legal.PostAsync("#form-pass button.btn-primary");
        var auditor = await bureau.SignInAsync("auditor");
        await auditor.GotoAsync(matter);
        await auditor.AnswerAsync("无意见。");
        await Task.WhenAll(desk.GotoAsync(matter), legal.GotoAsync(matter));
        await Task.WhenAll(desk.AnswerAsync("同意。"), legal.AnswerAsync("同意。"));
        await CaseSteps.FinishSigningAsync(matter, desk, legal);

        // 领导批示 from two windows at once: one wins, the other is told.
        var (one, other) = (await bureau.SignInAsync("leader"), await bureau.SignInAsync("leader", width: 390));
        await Task.WhenAll(one.GotoAsync(matter), other.GotoAsync(matter));
        await other.LookAsync("case-approve-390");
        await CaseSteps.OneWinsAsync(one, other, page => page.AnswerAsync("同意。"));
        await applicant.GotoAsync(matter);
        await applicant.AnswerAsync("已办结");
        await applicant.GotoAsync(matter + "/sheet");
        Assert.Equal(1, await applicant.Locator("table tr", new() { HasText = "领导批示" }).CountAsync());
        await applicant.LookAsync("case-sheet-390");
    }

    [Fact]
    public async Task A_matter_is_taken_back_entrusted_handed_over_copied_held_and_ended()
    {
        var applicant = await bureau.SignInAsync("applicant", "en", width: 390);
        var matter = await applicant.StartMatterAsync("Request for a projector");
        await applicant.SteerAsync("retract");
        await applicant.AnswerAsync("Sent again");
        await applicant.SteerAsync("remind");
        await applicant.SteerAsync("copy", person: "B006");
        var (head, legal, auditor) = (await bureau.SignInAsync("office-head", "en"), await bureau.SignInAsync("legal", "en"), await bureau.SignInAsync("auditor", "en"));
        await auditor.GotoAsync(matter);
        Assert.Equal(0, await auditor.Locator("#form-answer").CountAsync()); // a copy may be read, not answered
        await head.GotoAsync(matter);
        await head.PassAsync("Entrust", "B005");
        await legal.GotoAsync(matter);
        await legal.AnswerAsync("No objection");
        await head.GotoAsync(matter);
        await head.PassAsync("Transfer", "B005");
        await legal.GotoAsync(matter);
        await legal.SteerAsync("hold", "waiting");
        await legal.GotoAsync(matter);
        Assert.Equal(0, await legal.Locator("#form-answer").CountAsync());
        await legal.SteerAsync("resume", "goes on");
        await legal.GotoAsync(matter);
        await legal.Locator("#form-consult").EvaluateAsync("form => form.closest('details').open = true");
        await legal.FillAsync("[name='Consult.PersonCode']", "B006");
        await legal.FillAsync("[name='Consult.Question']", "Is there a budget?");
        await legal.PostAsync("#form-consult button.btn-primary");
        await auditor.GotoAsync(matter);
        await auditor.FillAsync("[name='Reply.Answer']", "There is.");
        await auditor.PostAsync("#form-reply button.btn-primary");
        await applicant.GotoAsync(matter);
        await applicant.LookAsync("case-verbs-en-390");
        await applicant.SteerAsync("terminate", "no longer needed");
        await applicant.GotoAsync(matter);
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
        await author.PostAsync("#form-draw button.btn-primary");
        await author.WaitForURLAsync(url => url.EndsWith("/procedures/procedures.matter", StringComparison.Ordinal));
        await author.LookAsync($"procedure-{language}-{width}");

        var other = await bureau.SignInAsync("legal", language, width);
        await other.GotoAsync("/procedures/procedures.matter");
        await other.Locator("a[href*='/compare?to=']").First.ClickAsync();
        await other.Locator(".procedure .node.added").First.WaitForAsync();
        await other.LookAsync($"compare-{language}-{width}");
        Assert.Contains("归档", await other.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await other.GotoAsync("/procedures/procedures.matter");
        await other.PostAsync("#form-publish button.btn-primary");
        Assert.Equal(0, await other.Locator("#form-publish").CountAsync());
    }
}
