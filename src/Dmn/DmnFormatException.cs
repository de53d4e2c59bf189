namespace Guiju.Dmn;

/// <summary>A file that is not a model we can read: not XML, hostile, of an unknown version, or lacking a part.</summary>
public sealed class DmnFormatException(string source, string element, int line, string message, string messageZh)
    : Exception($"{source}({line}) {element}: {message}")
{
    /// <summary>The file.</summary>
    public string SourceName { get; } = source;

    /// <summary>The element at fault.</summary>
    public string Element { get; } = element;

    /// <summary>Its line, from 1; 0 when unknown.</summary>
    public int Line { get; } = line;

    /// <summary>What is wrong, in English.</summary>
    public string Reason { get; } = message;

    /// <summary>What is wrong, in Chinese.</summary>
    public string ReasonZh { get; } = messageZh;
}
