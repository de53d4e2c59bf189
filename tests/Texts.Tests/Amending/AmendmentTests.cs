using System.Text;
using Guiju.Texts.Amending;
using Guiju.Texts.Comparing;
using Guiju.Texts.Tests.Comparing;

namespace Guiju.Texts.Tests.Amending;

/// <summary>Amending acts are read into orders, and the orders worked into the text.</summary>
public sealed class AmendmentTests
{
    private const string Sample = """
        # 示例管理办法

        2020年1月2日 示例局公布

        <!-- INFO END -->

        ## 第一章 总则

        第一条 为了试验，制定本办法。

        第二条 下列事项由主管部门办理：

        （一）登记；

        （二）核对；

        （三）归档。

        ## 第二章 办理

        第三条 申请人应当在三日内提交材料。

        主管部门收到材料后登记。

        第四条 材料不全的，依照第三条第一款办理。

        第五条 逾期未办的，由主管部门通报。

        ## 第三章 附则

        第六条 本办法自2020年2月1日起施行。
        """;

    [Theory]
    [InlineData("将第一条修改为：“为了规范办理，制定本办法。”", InstructionKind.Replace, "art_1")]
    [InlineData("第三条第一款修改为：“申请人应当在五日内提交材料。”", InstructionKind.Replace, "art_3__para_1")]
    [InlineData("将第三条第一款中的“三日”修改为“五日”。", InstructionKind.ReplaceWords, "art_3__para_1")]
    [InlineData("将第二条第（二）项修改为：“（二）核实；”", InstructionKind.Replace, "art_2__para_1__item_2")]
    [InlineData("删去第五条。", InstructionKind.Delete, "art_5")]
    [InlineData("删去第二条第一款第（二）项。", InstructionKind.Delete, "art_2__para_1__item_2")]
    [InlineData("将第五条删去。", InstructionKind.Delete, "art_5")]
    [InlineData("删去第五条中的“逾期未办的，”。", InstructionKind.DeleteWords, "art_5")]
    [InlineData("在第三条第二款中的“登记”后增加“并出具回执”。", InstructionKind.InsertWords, "art_3__para_2")]
    [InlineData("第三条增加一款，作为第三款：“登记当日告知申请人。”", InstructionKind.AddParagraph, "art_3")]
    [InlineData("第二条增加一项，作为第（四）项：“（四）移交。”", InstructionKind.AddItem, "art_2")]
    [InlineData("将第六条改为第七条。", InstructionKind.Renumber, "art_6")]
    public void An_order_is_read_with_its_target(string act, InstructionKind kind, string target)
    {
        var order = Assert.Single(AmendmentReader.Read(act));

        Assert.Equal(kind, order.Kind);
        Assert.Equal(target, order.Target?.ToString());
        Assert.Equal(kind == InstructionKind.Renumber ? 1 : 0, Amendment.Apply(TextParser.Parse(Sample), [order]).Faults.Count); // a renumbering that nothing calls for does not hold
    }

    [Fact]
    public void A_whole_act_leads_to_the_new_wording_with_numbers_and_references_following()
    {
        const string Act = """
            关于修改《示例管理办法》的决定

            示例局决定对《示例管理办法》作如下修改：

            一、将第一条修改为：“为了规范办理，制定本办法。”

            二、增加一条，作为第三条：“办理应当公开。

            “办理结果在三个工作日内公布。”

            三、将第三条改为第四条，第一款中的“三日”修改为“五日”。

            四、删去第五条。

            五、第二条增加一项，作为第（三）项：“（三）公布；”

            六、将本办法中的“主管部门”统一修改为“机关事务主管部门”。

            本决定自2024年1月1日起施行。
            """;

        var amended = Amendment.Apply(TextParser.Parse(Sample), AmendmentReader.Read(Act));

        Assert.Empty(amended.Faults);
        var text = amended.Text;
        Assert.Equal(6, text.Articles.Count);
        Assert.Equal("为了规范办理，制定本办法。", text.Find("第一条第一款")?.Text);
        Assert.Contains("（三）公布；", text.Find("art_2")?.Text, StringComparison.Ordinal);
        Assert.Contains("（四）归档。", text.Find("art_2")?.Text, StringComparison.Ordinal);
        Assert.Contains("办理应当公开。", text.Find("art_3")?.Text, StringComparison.Ordinal);
        Assert.Equal("申请人应当在五日内提交材料。", text.Find("art_4__para_1")?.Text);
        Assert.Equal("材料不全的，依照第四条第一款办理。", text.Find("art_5__para_1")?.Text);
        Assert.Contains("施行", text.Find("art_6")?.Text, StringComparison.Ordinal);
        Assert.Contains("下列事项由机关事务主管部门办理", text.Find("art_2")?.Text, StringComparison.Ordinal);
        Assert.Equal(3, text.Divisions(DivisionKind.Chapter).Count());
    }

    [Theory]
    [InlineData("删去第九条。", "没有第九条")]
    [InlineData("将第三条第五款修改为：“甲。”", "没有第5款")]
    [InlineData("将第三条第一款中的“十日”修改为“五日”。", "没有“十日”")]
    [InlineData("将第二条第（九）项修改为：“（九）其他。”", "没有第（九）项")]
    [InlineData("对第四条的表述作相应修改为宜。", "未能识别")]
    public void What_cannot_be_carried_out_is_told_and_nothing_is_guessed(string act, string told)
    {
        var before = TextParser.Parse(Sample);

        var amended = Amendment.Apply(before, AmendmentReader.Read(act));

        Assert.Contains(told, Assert.Single(amended.Faults).Zh, StringComparison.Ordinal);
        Assert.Equal(before.Articles.Select(a => a.Text), amended.Text.Articles.Select(a => a.Text));
    }

    [Fact]
    public void Orders_that_stand_in_quotation_marks_are_words_and_no_orders()
    {
        var order = Assert.Single(AmendmentReader.Read("将第四条修改为：“主管部门要求删去的内容，申请人应当删去；删去第五条的，另行公布。”"));

        Assert.Equal(InstructionKind.Replace, order.Kind);
    }

    [Theory]
    [InlineData("将第四条修改为：“甲。\n“乙。\n“丙。”\n删去第五条。", "甲。\n乙。\n丙。")]
    [InlineData("将第四条修改为：“甲。\n“材料”是指申请书。”\n删去第五条。", "甲。\n“材料”是指申请书。")]
    public void A_quotation_of_several_paragraphs_ends_where_it_is_closed(string act, string words)
    {
        var orders = AmendmentReader.Read(act);

        Assert.Equal([InstructionKind.Replace, InstructionKind.Delete], orders.Select(o => o.Kind));
        Assert.Equal(words, orders[0].New);
    }

    // There are no amending acts among the real texts; so one is written from the difference of each real pair, in the words such acts use.
    [Fact]
    public void An_act_written_from_a_real_difference_leads_from_the_older_text_to_the_newer()
    {
        var orders = 0;
        foreach (var (older, newer) in VersionPairs.All())
        {
            var read = AmendmentReader.Read(ActOf(older, newer));
            var amended = Amendment.Apply(older, read);
            orders += read.Count;

            Assert.Empty(amended.Faults.Select(f => $"{older.Title}: {f.Instruction.Said} {f.Zh}"));
            Assert.Equal(newer.Articles.Select(Plain), amended.Text.Articles.Select(Plain));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{orders} orders");
    }

    // Words are compared without layout and brackets of one kind: an article of which only the brackets changed is not worth an order.
    private static string Plain(Article article) => article.Label + new string([.. string.Concat(article.Paragraphs.Select(p => p.Text)).Where(c => !char.IsWhiteSpace(c))
        .Select(c => c switch { '(' => '（', ')' => '）', ':' => '：', ';' => '；', ',' => '，', '<' => '〈', '>' => '〉', _ => c })]);

    private static string ActOf(LegalText older, LegalText newer)
    {
        var act = new StringBuilder("关于修改的决定\n\n");
        foreach (var change in TextComparison.Compare(older, newer))
        {
            var words = string.Join('\n', change.To?.Words.Split('\n') ?? []);
            act.Append(change switch
            {
                { Moved: true } => $"删去{change.From?.Label}。\n\n增加一条，作为{change.To?.Label}：“{words}”\n\n",
                { Kind: ArticleChangeKind.Added } => $"增加一条，作为{change.To?.Label}：“{words}”\n\n",
                { Kind: ArticleChangeKind.Deleted } => $"删去{change.From?.Label}。\n\n",
                { Kind: ArticleChangeKind.Reworded } when change.From?.Label == change.To?.Label => $"将{change.From?.Label}修改为：“{words}”\n\n",
                // Where a paragraph got another number within its article, acts give the citing article anew.
                { Kind: ArticleChangeKind.Reworded } or { ReferencesOnly: true } when change.Kind == ArticleChangeKind.Reworded || change.Runs().Any(r => r.Change != WordChange.Same && r.Words.Contains('款', StringComparison.Ordinal)) => $"将{change.From?.Label}改为{change.To?.Label}，修改为：“{words}”\n\n",
                { Kind: ArticleChangeKind.Renumbered } => $"将{change.From?.Label}改为{change.To?.Label}。\n\n",
                _ => "",
            });
        }

        return act.ToString();
    }
}
