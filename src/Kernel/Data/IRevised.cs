namespace Guiju.Kernel;

/// <summary>An entity that two people must not change at once: the second one is told, and nothing is overwritten.</summary>
public interface IRevised
{
    /// <summary>Grows with every change; checked when saving.</summary>
    int Revision { get; set; }
}
