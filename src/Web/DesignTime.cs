using Guiju.Data.Postgres;
using Guiju.Data.Sqlite;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Guiju.Web;

/// <summary>Gives the migration tool the whole model; <c>GUIJU_DESIGN</c> names the database.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<GuijuDb>
{
    public GuijuDb CreateDbContext(string[] args)
    {
        IDatabase database = Environment.GetEnvironmentVariable("GUIJU_DESIGN") == "Postgres"
            ? new PostgresDatabase("postgres://design@127.0.0.1/design")
            : new SqliteDatabase("design.db");
        var options = new DbContextOptionsBuilder<GuijuDb>();
        database.Configure(options);
        return new GuijuDb(options.Options, Modules.All, database);
    }
}
