namespace Guiju.Clocks;

/// <summary>A calendar file cannot be used; both messages name the file and line or the day.</summary>
public sealed class CalendarException(string zh, string en) : Exception(en)
{
    /// <summary>The message in Chinese.</summary>
    public string Zh { get; } = zh;

    /// <summary>The message in English.</summary>
    public string En { get; } = en;
}
