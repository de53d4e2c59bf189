using Guiju.Kernel;

namespace Guiju.Law.Contracts;

/// <summary>The articles of the library for modules that cite them: implemented by the library, whose full wordings stay its own.</summary>
public interface ILibraryArticles
{
    /// <summary>The texts of which a version is in force on a day, by title: address of the work and title.</summary>
    Task<IReadOnlyList<(string Work, string Title)>> InForceAsync(DateOnly on, CancellationToken ct);

    /// <summary>The text with the version in force on the day and in it the one provision, as printed there and with an empty gist; null where the library holds no such place.</summary>
    /// <param name="work">Address of the text, e.g. <c>cn/state-council/2012/621</c>.</param>
    /// <param name="place">The place as printed (第二十五条第一款) or as its address (<c>art_25__para_1</c>).</param>
    /// <param name="on">The day.</param>
    /// <param name="ct">Cancels.</param>
    Task<LawText?> FindAsync(string work, string place, DateOnly on, CancellationToken ct);
}
