namespace Guiju.Decisions.Contracts;

/// <summary>The lawbooks as other modules see them: the one in use, and every one that was ever kept for replays and for cases that are pinned to it.</summary>
public interface ILawbooks
{
    /// <summary>Version of the lawbook in use.</summary>
    string Current { get; }

    /// <summary>Its files: text by path within <c>law/</c>.</summary>
    IReadOnlyDictionary<string, string> Files();

    /// <summary>The files of a version; null where it was never kept.</summary>
    Task<IReadOnlyDictionary<string, string>?> FilesAsync(string version, CancellationToken ct);
}
