using Guiju.Kernel.Data;
using Guiju.Kernel.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Kernel.Tests.Ledger;

public sealed class LedgerSealerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => ["SQLite", "PostgreSQL"];

    [Theory, MemberData(nameof(Databases))]
    public async Task Nodes_that_seal_at_once_while_people_work_seal_every_entry_exactly_once(string database)
    {
        await using var archive = await Archive.OpenAsync(database, Ct);
        await archive.EnrolAsync(1, Ct);

        var work = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var n = 0; n < 25; n++)
            {
                Assert.IsType<Outcome<Guid>.Done>(await archive.DoAsync(new Enrol { Code = $"{Guid.CreateVersion7():N}", Name = "同时" }, Ct));
            }
        })));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (!work.IsCompleted)
            {
                await archive.Sealer.SealAsync(newKey: false, Ct);
            }
        })));
        await work;
        await archive.Sealer.SealAsync(newKey: false, Ct);

        var proof = await archive.ProveAsync(Ct);
        Assert.Null(proof.FirstAltered);
        Assert.Equal((101, 0), (proof.Entries, proof.Unsealed));
    }

    [Fact]
    public async Task The_key_lies_outside_the_database_and_only_its_owner_reads_it()
    {
        await using var archive = await Archive.OpenAsync("SQLite", Ct);

        await archive.EnrolAsync(1, Ct);

        Assert.True(File.Exists(archive.KeyFile));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(archive.KeyFile));
        }
    }

    [Fact]
    public async Task Where_the_key_is_lost_nothing_is_sealed_silently_with_another()
    {
        await using var archive = await Archive.OpenAsync("SQLite", Ct);
        await archive.EnrolAsync(1, Ct);
        var kept = await File.ReadAllTextAsync(archive.KeyFile, Ct);
        File.Delete(archive.KeyFile);
        await archive.DoAsync(new Enrol { Code = "2", Name = "其后" }, Ct);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => archive.Sealer.SealAsync(newKey: false, Ct));
        Assert.Contains(archive.KeyFile, refused.Message, StringComparison.Ordinal);
        Assert.Contains("unknown key", (await archive.ProveAsync(Ct)).FirstAltered!.What.En, StringComparison.Ordinal); // the block cannot be vouched for

        await File.WriteAllTextAsync(archive.KeyFile, kept, Ct);
        Assert.Equal((1, 1), await archive.Sealer.SealAsync(newKey: false, Ct));
        Assert.True((await archive.ProveAsync(Ct)).Ok);
    }

    [Fact]
    public async Task A_key_file_that_is_no_key_file_is_refused_by_name()
    {
        await using var archive = await Archive.OpenAsync("SQLite", Ct);
        Directory.CreateDirectory(Path.GetDirectoryName(archive.KeyFile)!); // a file has a folder
        await File.WriteAllTextAsync(archive.KeyFile, "{\"keys\": 3", Ct);

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => archive.EnrolAsync(1, Ct));

        Assert.Contains(archive.KeyFile, refused.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Many_entries_make_several_blocks_that_follow_from_each_other(string database)
    {
        await using var archive = await Archive.OpenAsync(database, Ct);
        await archive.UseAsync(async (GuijuDb db) =>
        {
            using var bulk = new LedgerBulk(db);
            for (var n = 0; n < 9_999; n++)
            {
                await bulk.AddAsync(new BulkAct(new DateTime(2023, 1, 1, 0, 0, 0, DateTimeKind.Utc), "archive.Enrol", "{}", []),
                    [new People.Person { Id = Guid.CreateVersion7(), Code = $"{n}", Name = "成批", DrawsAllowance = n % 2 == 0, From = new DateOnly(2020, 1, 1), To = n % 3 == 0 ? new DateOnly(2024, 1, 1) : null }], Ct);
            }

            await bulk.AddAsync(new BulkAct(new DateTime(2023, 1, 1, 0, 0, 0, DateTimeKind.Utc), "archive.GrantRole", "{}", []),
                [
                    new People.Role { Code = "r", Title = "角色", EnglishTitle = "Role", Permissions = ["a", "b"] },
                    new People.Assignment { Id = Guid.CreateVersion7(), PersonId = Guid.CreateVersion7(), Role = "r", Scope = People.Scope.Chosen, Chosen = [Guid.CreateVersion7()] },
                ], Ct);
            await bulk.FlushAsync(Ct);
            return 0;
        });

        var (blocks, entries) = await archive.Sealer.SealAsync(newKey: false, Ct);
        var proof = await archive.ProveAsync(Ct);

        Assert.Equal((3, 10_000), (blocks, entries));
        Assert.Equal((true, 10_000, 10_001), (proof.Ok, proof.Entries, proof.Rows));
        var chain = await archive.UseAsync((GuijuDb db) => db.Set<LedgerBlock>().AsNoTracking().OrderBy(b => b.Number).ToListAsync(Ct));
        Assert.Equal(["", chain[0].Hash, chain[1].Hash], chain.Select(b => b.Previous));
    }
}
