using Guiju.Data.Postgres;
using Guiju.Data.Sqlite;
using Guiju.Kernel.Data;

namespace Guiju.Web;

/// <summary>Reads the setting <c>Guiju:Database</c>.</summary>
public static class DatabaseSetting
{
    /// <summary>Where the bureau's data lie when nothing is set.</summary>
    public const string Default = "sqlite:data/guiju.db";

    /// <summary><c>sqlite:PATH</c>, a plain path ending in <c>.db</c>, or <c>postgres://user:password@host:port/name</c>.</summary>
    public static IDatabase Open(string? setting) => (setting ?? Default) switch
    {
        { } path when path.StartsWith("sqlite:", StringComparison.OrdinalIgnoreCase) => new SqliteDatabase(path["sqlite:".Length..]),
        { } address when address.StartsWith("postgres", StringComparison.OrdinalIgnoreCase) || address.Contains("Host=", StringComparison.OrdinalIgnoreCase) => new PostgresDatabase(address),
        { } path when path.EndsWith(".db", StringComparison.OrdinalIgnoreCase) => new SqliteDatabase(path),
        var other => throw new ArgumentException($"Guiju:Database is '{other}': expected sqlite:PATH, PATH.db or postgres://user:password@host:port/name."),
    };
}
