namespace Guiju.Procedures.Home;

/// <summary>What a person looks for in one of the lists of the home page.</summary>
internal sealed record HomeFilter
{
    /// <summary>Rows of a page.</summary>
    public const int Size = 20;

    /// <summary>Nobody pages further than this by hand.</summary>
    public const int LastPage = 10_000;

    /// <summary>Part of the title or of the starter's name.</summary>
    public string? Words { get; init; }

    /// <summary>Procedure, e.g. <c>fleet.trip</c>.</summary>
    public string? Procedure { get; init; }

    /// <summary>Only what is overdue.</summary>
    public bool Overdue { get; init; }

    /// <summary>Page, from 1.</summary>
    public int Page { get; init; } = 1;
}

/// <summary>How much waits in each list.</summary>
internal sealed record HomeCounts(int Waiting, int Overdue, int Done, int Started, int Copied, int Unread)
{
    /// <summary>Statutory clocks that are not stopped.</summary>
    public int Clocks { get; init; }

    /// <summary>Notices not yet read.</summary>
    public int Messages { get; init; }
}

/// <summary>A page of a list, with the number of all its rows.</summary>
internal sealed record HomePart(int Total, int Page, IReadOnlyList<HomeRow> Rows);

/// <summary>A line of a list of the home page.</summary>
internal sealed record HomeRow
{
    public Guid Id { get; init; }

    public required string Title { get; init; }

    public required string EnglishTitle { get; init; }

    public string Step { get; init; } = "";

    public string EnglishStep { get; init; } = "";

    public required string Procedure { get; init; }

    public required string Address { get; init; }

    public string? Unit { get; init; }

    public string? EnglishUnit { get; init; }

    /// <summary>Who started the matter, or who sent the copy.</summary>
    public required string Starter { get; init; }

    public DateTime At { get; init; }

    public DateTime? Due { get; init; }

    /// <summary>Internal day of a clock.</summary>
    public DateOnly? Aim { get; init; }

    public bool Overdue { get; init; }

    /// <summary>Whether a clock stands still.</summary>
    public bool Paused { get; init; }

    /// <summary>Whether it fell to the duty officers because nobody could take it.</summary>
    public bool OnDuty { get; init; }

    /// <summary>Whether it may be approved together with others.</summary>
    public bool Batch { get; init; }

    /// <summary>Whether the case is still running.</summary>
    public bool Open { get; init; }

    public bool Unread { get; init; }

    public string Result { get; init; } = "";

    public string Opinion { get; init; } = "";
}
