using System.Diagnostics;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Guiju.Data.Postgres;

/// <summary>PostgreSQL, or a database that speaks its wire protocol.</summary>
/// <param name="address">A URI <c>postgres://user:password@host:port/name</c> or an Npgsql connection string.</param>
public sealed class PostgresDatabase(string address) : IDatabase
{
    private readonly string connectionText = ConnectionTextOf(address);

    /// <inheritdoc/>
    public string Name => "PostgreSQL";

    /// <inheritdoc/>
    public void Configure(DbContextOptionsBuilder options) => options
        .UseNpgsql(connectionText, npgsql => npgsql.MigrationsAssembly(typeof(PostgresDatabase).Assembly.GetName().Name))
        .UseSnakeCaseNamingConvention();

    /// <inheritdoc/>
    public void Adapt(ModelBuilder model)
    {
    }

    /// <inheritdoc/>
    public bool IsDuplicate(DbUpdateException failure) =>
        failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <inheritdoc/>
    public bool KeepsConnectionOpen => false; // they are pooled and few

    /// <inheritdoc/>
    public Task PrepareAsync(GuijuDb db, CancellationToken ct) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task RefreshStatisticsAsync(GuijuDb db, CancellationToken ct) => Task.CompletedTask; // its autovacuum does

    /// <inheritdoc/>
    public Task BackupAsync(GuijuDb db, string file, CancellationToken ct) =>
        RunAsync("pg_dump", ["--format=custom", "--no-owner", $"--file={file}"], ct);

    /// <inheritdoc/>
    public Task RestoreAsync(GuijuDb db, string file, CancellationToken ct) =>
        RunAsync("pg_restore", ["--clean", "--if-exists", "--no-owner", "--single-transaction", $"--dbname={Parts.Database}", file], ct);

    private NpgsqlConnectionStringBuilder Parts => new(connectionText);

    private static string ConnectionTextOf(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("postgres" or "postgresql"))
        {
            return address;
        }

        var user = uri.UserInfo.Split(':', 2);
        return new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : NpgsqlConnection.DefaultPort,
            Database = uri.AbsolutePath.Trim('/'),
            Username = Uri.UnescapeDataString(user[0]),
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
        }.ToString();
    }

    private async Task RunAsync(string program, IEnumerable<string> arguments, CancellationToken ct)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["PGHOST"] = Parts.Host;
        start.Environment["PGPORT"] = Parts.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = Parts.Username;
        start.Environment["PGPASSWORD"] = Parts.Password;
        start.Environment["PGDATABASE"] = Parts.Database;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var error = await process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed: {error.Trim()}");
        }
    }
}
