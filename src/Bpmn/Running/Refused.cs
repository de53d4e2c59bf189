namespace Guiju.Bpmn.Running;

/// <summary>Stops an event that may not happen; the engine turns it into a <see cref="Refusal"/>.</summary>
internal sealed class RefusedException(Refusal refusal) : Exception(refusal.En)
{
    public Refusal Refusal { get; } = refusal;
}

/// <summary>Refusals, each with its words.</summary>
internal static class Refuse
{
    public static void Unless(bool holds, string code, string zh, string en)
    {
        if (!holds)
        {
            throw Because(code, zh, en);
        }
    }

    public static RefusedException Because(string code, string zh, string en) => new(new Refusal(code, zh, en));
}
