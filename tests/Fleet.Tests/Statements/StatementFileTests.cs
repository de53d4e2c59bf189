using System.Text;
using Guiju.Fleet.Costs;
using Guiju.Fleet.Statements;
using Guiju.Kernel.Registers;
using MiniExcelLibs;

namespace Guiju.Fleet.Tests.Statements;

public sealed class StatementFileTests
{
    private const string Oil = """
        中国××石油加油卡消费明细,,,,,,
        单位：市民政局,,打印日期：2023-06-01,,,,
        交易流水号,交易时间,加油卡号,车牌号,油品,数量（升）,交易金额（元）,网点名称,交易类型
        ="0001",2023-05-09 10:12:33,="1000111100001","京A00001",95#汽油,42.50,"1,234.50",临川一站,消费
        0002,2023年5月10日 8:05,1000111100001,京A·00001,９５号汽油,30,300.00,临川二站,消费
        0003,2023/5/11 09:00:00,1000111100001,,,,5000,营业厅,圈存
        合计,,,,,72.5,1534.5,,
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_with_notes_above_and_a_sum_below_is_read_as_the_issuer_gives_it()
    {
        var file = StatementFile.Read((await GridAsync(Encoding.UTF8.GetBytes(Oil))).Rows, CostKind.Fuel, null);

        Assert.Empty(file.Errors);
        Assert.Equal(3, file.HeadingRow);
        Assert.Equal([4, 5], file.Lines.Select(l => l.Row));
        Assert.Equal((new DateTime(2023, 5, 9, 10, 12, 33), 1234.50m, 42.5m, "1000111100001", "0001"), (file.Lines[0].At, file.Lines[0].AmountYuan, file.Lines[0].Quantity, file.Lines[0].CardNo, file.Lines[0].Serial));
        Assert.True(file.Lines.All(l => l.Timed));
        Assert.Equal([6, 7], file.LeftOut.Select(l => l.Row));
        Assert.Contains("圈存", file.LeftOut[0].Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_national_encoding_a_workbook_and_other_separators_give_the_same_lines()
    {
        var plain = StatementFile.Read((await GridAsync(Encoding.UTF8.GetBytes(Oil))).Rows, CostKind.Fuel, null).Lines;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var national = StatementFile.Read((await GridAsync(Encoding.GetEncoding("GB18030").GetBytes(Oil))).Rows, CostKind.Fuel, null).Lines;
        using var book = new MemoryStream();
        await book.SaveAsAsync(plain.Select(l => new Dictionary<string, object?> { ["交易流水号"] = l.Serial, ["交易时间"] = l.At, ["加油卡号"] = l.CardNo, ["车牌号"] = l.PlateNo, ["油品"] = l.Grade, ["数量"] = l.Quantity, ["金额"] = l.AmountYuan, ["网点"] = l.Station }), cancellationToken: Ct);
        var workbook = StatementFile.Read((await GridAsync(book.ToArray())).Rows, CostKind.Fuel, null).Lines;
        var tabs = StatementFile.Read((await GridAsync(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("日期\t金额\t车牌\n2023.5.9\t12.00\t京A00001\n")).ToArray())).Rows, CostKind.Toll, null).Lines;

        Assert.Equal(plain.Select(l => l with { Station = "" }), national.Select(l => l with { Station = "" }));
        Assert.Equal(plain.Select(l => (l.At, l.AmountYuan, l.Quantity, l.CardNo)), workbook.Select(l => (l.At, l.AmountYuan, l.Quantity, l.CardNo)));
        Assert.Equal((new DateTime(2023, 5, 9), false, 12m), (tabs[0].At, tabs[0].Timed, tabs[0].AmountYuan));
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_by_row_and_column_and_a_person_may_say_what_a_column_means()
    {
        var text = "甲列,乙列,丙列\n2023-05-09 10:00,abc,京A00001\n昨天,5,京A00001\n"u8.ToArray();
        var rows = (await GridAsync(text)).Rows;

        var unknown = Assert.Throws<SheetRefusedException>(() => StatementFile.Read(rows, CostKind.Toll, null));
        var told = StatementFile.Read(rows, CostKind.Toll, new Dictionary<StatementColumn, string> { [StatementColumn.At] = "甲列", [StatementColumn.Amount] = "乙列", [StatementColumn.Plate] = "丙列" });

        Assert.Contains("甲列", unknown.Reason.Zh, StringComparison.Ordinal);
        Assert.Equal([(2, "乙列"), (3, "甲列")], told.Errors.Select(e => (e.Row, e.Column!)).Distinct());
        Assert.Empty(told.Lines);
    }

    [Theory]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0, 0 })]
    [InlineData(new byte[] { (byte)'P', (byte)'K', 3, 4, 9, 9, 9 })]
    [InlineData(new byte[] { 1, 0, 2, 0 })]
    [InlineData(new byte[] { })]
    public async Task A_file_that_is_none_is_refused(byte[] content) => await Assert.ThrowsAsync<SheetRefusedException>(() => GridAsync(content));

    private static Task<SheetFile> GridAsync(byte[] content) => SheetGrid.ReadAsync(new MemoryStream(content), 1000, Ct);
}
