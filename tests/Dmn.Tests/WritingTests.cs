using System.Text;
using System.Xml.Linq;

namespace Guiju.Dmn.Tests;

public sealed class WritingTests
{
    [Fact]
    public void Every_model_of_the_kit_survives_the_way_to_the_editor_and_back()
    {
        var kit = KitData.Find("dmn-tck");
        Assert.SkipWhen(kit is null, "the conformance kit is not beside the checkout (GUIJU_DATA names its place)");
        foreach (var path in Directory.GetFiles(kit, "*.dmn", SearchOption.AllDirectories))
        {
            using var file = File.OpenRead(path);
            var model = DmnXml.Read(file, path);
            var edited = DmnXml.Parse(DmnWriter.Write(model, "1.3"), path);
            var back = DmnXml.Parse(DmnWriter.Write(edited, model.Version), path);

            Assert.Equal("1.3", edited.Version);
            Assert.True(XNode.DeepEquals(model.Xml, back.Xml), path);
            Assert.Equal(model.Decisions.Count, edited.Decisions.Count);
        }
    }

    [Fact]
    public void Law_attributes_texts_comments_and_strange_elements_are_kept()
    {
        const string Xml = $"""
            <definitions xmlns="{Tables.Space}" xmlns:guiju="urn:guiju:law" xmlns:odd="urn:odd" name="甲" namespace="urn:a" id="a"><!-- 注 -->
              <odd:thing deep="1"><odd:inner/></odd:thing>
              <decision id="d" name="结论" guiju:from="2025-01-01" guiju:rule="V-02"><extensionElements><guiju:message xml:lang="zh">价格{"{价格}"}超过</guiju:message><guiju:message xml:lang="en">too dear</guiju:message></extensionElements>
                <variable name="结论"/><literalExpression><text>1</text></literalExpression></decision>
            </definitions>
            """;
        var model = DmnXml.Parse(Xml, "t");
        var decision = model.Decisions[0];

        Assert.Equal(("2025-01-01", "V-02"), (decision.Extension("from"), decision.Extension("rule")));
        Assert.Equal("价格{价格}超过", decision.ExtensionText("message", "zh"));
        Assert.Equal("too dear", decision.ExtensionText("message", "en"));
        var again = DmnXml.Parse(DmnWriter.Write(DmnXml.Parse(DmnWriter.Write(model, "1.5"), "t"), "1.3"), "t");
        Assert.True(XNode.DeepEquals(model.Xml, again.Xml));
    }

    [Theory]
    [InlineData("<!DOCTYPE definitions [<!ENTITY a 'aaaa'>]><definitions xmlns=\"" + Tables.Space + "\" name=\"a\" namespace=\"a\">&a;</definitions>")]
    [InlineData("<!DOCTYPE definitions SYSTEM \"file:///etc/passwd\"><definitions xmlns=\"" + Tables.Space + "\" name=\"a\" namespace=\"a\"/>")]
    [InlineData("<definitions xmlns=\"http://www.omg.org/spec/DMN/20151101/dmn.xsd\" name=\"a\" namespace=\"a\"/>")]
    [InlineData("<definitions")]
    [InlineData("")]
    [InlineData("not xml")]
    public void Hostile_or_foreign_files_are_refused(string xml)
    {
        var refusal = Assert.Throws<DmnFormatException>(() => DmnXml.Parse(xml, "坏文件.dmn"));

        Assert.Equal("坏文件.dmn", refusal.SourceName);
        Assert.NotEmpty(refusal.ReasonZh);
    }

    [Fact]
    public void Nesting_beyond_reason_is_refused()
    {
        var deep = new StringBuilder($"<definitions xmlns=\"{Tables.Space}\" name=\"a\" namespace=\"a\">");
        deep.Insert(deep.Length, "<x>", 50_000);

        Assert.Throws<DmnFormatException>(() => DmnXml.Parse(deep.ToString(), "t"));
    }

    [Fact]
    public void A_refusal_names_element_and_line()
    {
        var xml = $"<definitions xmlns=\"{Tables.Space}\" name=\"a\" namespace=\"a\">\n<decision id=\"d\" name=\"结论\">\n<decisionTable hitPolicy=\"SOMETIMES\"><output/></decisionTable></decision></definitions>";

        var refusal = Assert.Throws<DmnFormatException>(() => DmnXml.Parse(xml, "t"));

        Assert.Equal(3, refusal.Line);
        Assert.Contains("decisionTable", refusal.Element, StringComparison.Ordinal);
    }
}
