namespace Guiju.Procedures.Home;

/// <summary>Tasks that are approved together.</summary>
internal sealed class BatchForm
{
    public List<Guid> Tasks { get; set; } = [];

    public string? Opinion { get; set; }
}
