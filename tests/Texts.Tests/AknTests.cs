using Guiju.Texts.Akn;

namespace Guiju.Texts.Tests;

/// <summary>Akoma Ntoso out and in again.</summary>
public sealed class AknTests
{
    private static readonly AknIdentity Identity = new("cn/npcsc/example", new DateOnly(2020, 1, 2), "全国人民代表大会常务委员会");

    [Fact]
    public void Every_real_text_comes_back_as_it_was()
    {
        foreach (var file in RealTexts.Files())
        {
            var text = TextParser.Parse(File.ReadAllText(file));
            var xml = AknWriter.Write(text, Identity);

            var back = AknReader.Read(xml);

            Assert.Equal(Flat.Of(text), Flat.Of(back));
            Assert.Equal(xml, AknWriter.Write(back, Identity));
        }
    }
}
