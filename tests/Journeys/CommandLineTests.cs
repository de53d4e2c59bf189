using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Guiju.Journeys;

/// <summary>The command line as an administrator meets it, against the planted bureau.</summary>
public sealed class CommandLineTests(BureauServer bureau)
{
    private static readonly Dictionary<string, object?> Lawful = new()
    {
        ["unitKind"] = "government",
        ["class"] = "confidential",
        ["vehicleKind"] = "small",
        ["body"] = "sedan",
        ["energy"] = "bev",
        ["price"] = 120000,
        ["quota"] = 3,
        ["inService"] = 2,
        ["qty"] = 1,
        ["replaces"] = 0,
        ["workNeedDoc"] = "",
        ["specialCaseDoc"] = "",
        ["standardDocId"] = "",
        ["equipmentFixed"] = false,
        ["origin"] = "domestic",
        ["originException"] = "none",
        ["underProcurementLaw"] = true,
        ["fixedRoute"] = false,
        ["urbanOnly"] = true,
        ["terrainNote"] = "",
        ["options"] = new[] { "standard" },
        ["postKind"] = "pool",
        ["acquireWay"] = "purchase",
        ["planItem"] = "P-1",
        ["budgetLine"] = "B-1",
        ["inCatalogue"] = true,
        ["purchaseWay"] = "central-purchase",
        ["fundSource"] = "vehicle-budget",
        ["amounts"] = Array.Empty<decimal>(),
        ["splitExempt"] = false,
        ["oldestUndisposedDays"] = 0,
    };

    [Fact]
    public async Task The_commands_of_both_READMEs_work()
    {
        var commands = new[] { "README.md", "README.zh-CN.md" }.SelectMany(file => File.ReadLines(Path.Combine(BureauServer.Root, file)))
            .Where(line => line.StartsWith("./dev guiju ", StringComparison.Ordinal)).Distinct().ToList();

        Assert.NotEmpty(commands);
        foreach (var command in commands)
        {
            var (code, output) = await bureau.GuijuAsync(command["./dev guiju ".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
            Assert.True(code == 0, $"{command} ended with {code}: {output}");
        }
    }

    [Theory]
    [InlineData("price", 120000, 0, "allowed")]
    [InlineData("purchaseWay", "self-purchase", 2, "forbidden")]
    [InlineData("origin", null, 3, "cannot-decide")]
    public async Task A_decision_ends_with_the_code_of_its_outcome(string fact, object? value, int code, string outcome)
    {
        var file = Path.Combine(Path.GetTempPath(), $"facts-{Guid.CreateVersion7():N}.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new Dictionary<string, object?>(Lawful) { [fact] = value }));

        var (ended, output) = await bureau.GuijuAsync("decide", "fleet.vehicle.acquire", "--facts", file, "--on", "2023-05-04", "--json");

        File.Delete(file);
        using var verdict = JsonDocument.Parse(output);
        Assert.Equal(outcome, verdict.RootElement.GetProperty("outcome").GetString());
        Assert.Equal(code, ended);
    }

    [Fact]
    public async Task The_first_row_altered_by_hand_is_named_and_the_restored_backup_passes()
    {
        var folder = Directory.CreateTempSubdirectory("guiju-backup").FullName;
        var backup = Path.Combine(folder, "guiju.db");
        var keys = Path.Combine(Path.GetDirectoryName(bureau.DatabaseFile)!, "keys"); // a file has a folder
        Directory.CreateDirectory(Path.Combine(folder, "keys"));
        foreach (var key in Directory.Exists(keys) ? Directory.GetFiles(keys) : [])
        {
            File.Copy(key, Path.Combine(folder, "keys", Path.GetFileName(key)));
        }

        Assert.Equal(0, (await bureau.GuijuAsync("db", "backup", backup)).Code);
        var address = new SqliteConnectionStringBuilder { DataSource = backup, Pooling = false }.ToString();
        var pristine = await bureau.GuijuAsync("ledger", "verify", "--db", "sqlite:" + backup, "--json");
        await using (var connection = new SqliteConnection(address))
        {
            await connection.OpenAsync();
            await using var edit = connection.CreateCommand();
            edit.CommandText = "UPDATE fleet_trip SET odo_in = '99999.0' WHERE code = (SELECT MIN(code) FROM fleet_trip)";
            Assert.Equal(1, await edit.ExecuteNonQueryAsync());
        }

        var altered = await bureau.GuijuAsync("ledger", "verify", "--db", "sqlite:" + backup, "--json");

        Directory.Delete(folder, recursive: true);
        Assert.True(pristine.Code == 0, pristine.Output);
        Assert.Equal(2, altered.Code);
        Assert.Contains("fleet_trip", altered.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_use_is_one_line_and_no_stack_trace()
    {
        var (code, output) = await bureau.GuijuAsync("decide", "fleet.no.such.point", "--describe");

        Assert.Equal(1, code);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }
}
