namespace Guiju.Bpmn.Tests;

/// <summary>What is read, what is refused by name, and what survives a save.</summary>
public sealed class ReadingTests
{
    private static readonly string Body = Draw.Node("startEvent", "s") + Draw.User("a") + Draw.Node("endEvent", "e") + Draw.Flows("s a; a e");

    private static List<string> Refused(string text) => Assert.Throws<BpmnFormatException>(() => BpmnXml.Parse(text)).Faults.Select(f => $"{f.Element} {f.Code}").ToList();

    [Theory]
    [InlineData("<scriptTask id=\"n\"/>")]
    [InlineData("<manualTask id=\"n\"/>")]
    [InlineData("<task id=\"n\"/>")]
    [InlineData("<complexGateway id=\"n\"/>")]
    [InlineData("<transaction id=\"n\"/>")]
    [InlineData("<adHocSubProcess id=\"n\"/>")]
    [InlineData("<subProcess id=\"n\" triggeredByEvent=\"true\"/>")]
    [InlineData("<startEvent id=\"n\"><signalEventDefinition/></startEvent>")]
    [InlineData("<endEvent id=\"n\"><errorEventDefinition/></endEvent>")]
    [InlineData("<boundaryEvent id=\"n\" attachedToRef=\"a\"><escalationEventDefinition/></boundaryEvent>")]
    [InlineData("<boundaryEvent id=\"n\" attachedToRef=\"a\"/>")]
    [InlineData("<intermediateCatchEvent id=\"n\"><conditionalEventDefinition/></intermediateCatchEvent>")]
    [InlineData("<userTask id=\"n\"><standardLoopCharacteristics/></userTask>")]
    [InlineData("<userTask id=\"n\"><ioSpecification/></userTask>")]
    [InlineData("<userTask id=\"n\"><multiInstanceLoopCharacteristics><loopDataInputRef>x</loopDataInputRef></multiInstanceLoopCharacteristics></userTask>")]
    [InlineData("<x:step xmlns:x=\"urn:other\" id=\"n\"/>")]
    public void What_is_not_understood_is_refused_by_name_and_never_skipped(string element) => Assert.Contains("n unsupported", Refused(Draw.Text(Body + element)));

    [Theory]
    [InlineData("<!DOCTYPE d [<!ENTITY x \"y\">]><definitions/>")]
    [InlineData("<!DOCTYPE d SYSTEM \"file:///etc/passwd\"><definitions/>")]
    [InlineData("<definitions")]
    [InlineData("")]
    [InlineData("plain words")]
    public void Hostile_or_broken_files_are_refused(string text) => Assert.Equal(["XML not-xml"], Refused(text));

    [Fact]
    public void Depth_and_length_are_bounded()
    {
        Assert.EndsWith("too-deep", Assert.Single(Refused(string.Concat(Enumerable.Repeat("<a>", 5_000)))), StringComparison.Ordinal);
        Assert.EndsWith("too-large", Assert.Single(Refused(new string(' ', BpmnXml.MaxCharacters + 1))), StringComparison.Ordinal);
    }

    [Fact]
    public void Loose_ends_double_ids_and_missing_words_are_named()
    {
        Assert.Contains("f_a_nowhere dangling", Refused(Draw.Text(Body + Draw.Flows("a nowhere"))));
        Assert.Contains("a double-id", Refused(Draw.Text(Body + Draw.User("a"))));
        Assert.Contains("r no-message", Refused(Draw.Text(Body + "<receiveTask id=\"r\"/>")));
        Assert.Contains("c no-call", Refused(Draw.Text(Body + "<callActivity id=\"c\"/>")));
        Assert.Contains("c endless-call", Refused(Draw.Text(Body + "<callActivity id=\"c\" calledElement=\"p\"/>")));
        Assert.Contains("t no-time", Refused(Draw.Text(Body + "<intermediateCatchEvent id=\"t\"><timerEventDefinition/></intermediateCatchEvent>")));
        Assert.Contains("x dangling", Refused(Draw.Text(Body + "<exclusiveGateway id=\"x\" default=\"none\"/>")));
    }

    [Fact]
    public void Our_own_settings_are_read_and_misspelt_ones_refused()
    {
        var model = Draw.Model(Draw.Node("startEvent", "s") + Draw.Node("userTask", "a", """
            <extensionElements><guiju:step controlPoint="fleet.trip.approve" verbs="send-back transfer" notByStarter="true" clock="fleet.reply"/>
            <guiju:assign by="permission" value="fleet.approve"/><guiju:assign by="starter-head"/><other:thing xmlns:other="urn:o" x="1"/></extensionElements>
            """) + Draw.Node("endEvent", "e") + Draw.Flows("s a; a e"));
        var settings = model.Main.Find("a")!.Settings;

        Assert.True(settings.NotByStarter && settings.Allows("transfer") && !settings.Allows("entrust"));
        Assert.Equal(["permission", "starter-head"], settings.Assign.Select(a => a.By));
        Assert.Contains("a unknown-extension", Refused(Draw.Text(Body.Replace("refusal", "refuzal", StringComparison.Ordinal))));
        Assert.Contains("a unknown-verb", Refused(Draw.Text(Body.Replace("refusal=\"flow\"", "verbs=\"sendback\"", StringComparison.Ordinal))));
    }

    [Fact]
    public void Diagrams_and_foreign_extensions_survive_a_save()
    {
        var text = Draw.Text(Body.Replace("</extensionElements>", "<camunda:thing xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" a=\"1\"><b>字</b></camunda:thing><!-- kept --></extensionElements>", StringComparison.Ordinal))
            .Replace("</definitions>", "<bpmndi:BPMNDiagram xmlns:bpmndi=\"http://www.omg.org/spec/BPMN/20100524/DI\" id=\"di\"><bpmndi:BPMNPlane id=\"pl\" bpmnElement=\"p\"/></bpmndi:BPMNDiagram></definitions>", StringComparison.Ordinal);
        var saved = BpmnXml.Write(BpmnXml.Parse(text));

        Assert.Contains("<b>字</b>", saved, StringComparison.Ordinal);
        Assert.Contains("BPMNPlane", saved, StringComparison.Ordinal);
        Assert.Equal(saved, BpmnXml.Write(BpmnXml.Parse(saved)));
    }
}
