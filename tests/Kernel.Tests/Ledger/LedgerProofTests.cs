using Guiju.Kernel.Data;
using Guiju.Kernel.Ledger;
using Guiju.Kernel.People;
using Guiju.Kernel.Verdicts;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Kernel.Tests.Ledger;

/// <summary>Whatever is edited by hand in the database is named; what came about by acts is not.</summary>
public sealed class LedgerProofTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => ["SQLite", "PostgreSQL"];

    [Theory, MemberData(nameof(Databases))]
    public async Task A_record_made_by_acts_is_whole(string database)
    {
        await using var archive = await Archive.OpenAsync(database, Ct);
        await archive.EnrolAsync(5, Ct);
        await archive.EnrolAsync(3, Ct);
        var (first, last) = await EndsAsync(archive);
        await archive.DoAsync(new Rename(first.Id, "改名"), Ct);
        await archive.DoAsync(new Rename(first.Id, "再改名"), Ct);
        await archive.DoAsync(new Remove(last.Id), Ct);

        var proof = await archive.ProveAsync(Ct);

        Assert.Null(proof.FirstAltered);
        Assert.Equal((true, 11, 2, 3, 7 + 8), (proof.Ok, proof.Entries, proof.Blocks, proof.Unsealed, proof.Rows));
        Assert.Equal((1, 3), await archive.Sealer.SealAsync(newKey: false, Ct));
        Assert.Equal((true, 3, 0), await archive.ProveAsync(Ct) is var after ? (after.Ok, after.Blocks, after.Unsealed) : default);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_edited_payload_names_its_entry(string database)
    {
        await using var archive = await FilledAsync(database);
        var entry = await ThirdAsync(archive);

        await archive.EditAsync($"UPDATE kernel_ledger_entry SET payload = REPLACE(payload, '人员', '某人') WHERE seq = {entry.Seq}", Ct);

        Named(await archive.ProveAsync(Ct), "kernel_ledger_entry", entry.Id.ToString("D"), entry.Seq);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_entry_edited_together_with_its_hash_breaks_its_block(string database)
    {
        await using var archive = await FilledAsync(database);
        var entry = await ThirdAsync(archive);
        var forged = new LedgerEntry { Id = entry.Id, At = entry.At, PersonId = entry.PersonId, PersonName = "别人", UnitId = entry.UnitId, Act = entry.Act, Payload = entry.Payload, Changes = entry.Changes, Subjects = entry.Subjects };

        await archive.EditAsync($"UPDATE kernel_ledger_entry SET person_name = '别人', hash = '{Sm3.Of(forged.Canonical())}' WHERE seq = {entry.Seq}", Ct);

        Named(await archive.ProveAsync(Ct), "kernel_ledger_entry", "block 1", null);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_edited_verdict_names_its_row(string database)
    {
        await using var archive = await FilledAsync(database);
        var verdict = await archive.UseAsync((GuijuDb db) => db.Set<StoredVerdict>().AsNoTracking().OrderBy(v => v.Id).FirstAsync(Ct));

        await archive.EditAsync($"UPDATE kernel_verdict SET packed = {(database == "SQLite" ? "X'00'" : "'\\x00'")} WHERE {IdIs(database, verdict.Id)}", Ct);

        Named(await archive.ProveAsync(Ct), "kernel_verdict", verdict.Id.ToString("D"), 1);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_edited_name_names_the_person_and_the_last_act_that_touched_the_row(string database)
    {
        await using var archive = await FilledAsync(database);
        var (first, _) = await EndsAsync(archive);
        await archive.DoAsync(new Rename(first.Id, "改名"), Ct);

        await archive.EditAsync($"UPDATE kernel_person SET name = '另一人' WHERE {IdIs(database, first.Id)}", Ct);

        var proof = await archive.ProveAsync(Ct);
        Named(proof, "kernel_person", first.Id.ToString("D"), 6);
        Assert.Equal(1, proof.Altered);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_deleted_entry_is_missed_by_its_block(string database)
    {
        await using var archive = await FilledAsync(database);
        var entry = await ThirdAsync(archive);

        await archive.EditAsync($"DELETE FROM kernel_ledger_entry WHERE seq = {entry.Seq}", Ct);

        var proof = await archive.ProveAsync(Ct);
        Named(proof, "kernel_ledger_entry", $"seq {entry.Seq}", entry.Seq);
        Assert.Contains(proof.Alterations, a => a.Table == "kernel_person"); // the row that only this entry knew
        Assert.Contains(proof.Alterations, a => a.Table == "kernel_ledger_subject");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_deleted_block_is_missed_whether_in_the_middle_or_at_the_end(string database)
    {
        await using var archive = await FilledAsync(database);
        await archive.EnrolAsync(1, Ct);
        await archive.EnrolAsync(1, Ct);

        await archive.EditAsync("DELETE FROM kernel_ledger_block WHERE number = 2", Ct);
        var middle = await archive.ProveAsync(Ct);
        await archive.EditAsync("DELETE FROM kernel_ledger_block WHERE number = 3", Ct);
        var end = await archive.ProveAsync(Ct);

        Named(middle, "kernel_ledger_block", "2", 6);
        Named(end, "kernel_ledger_block", "2", 6);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Swapped_blocks_are_named(string database)
    {
        await using var archive = await FilledAsync(database);
        await archive.EnrolAsync(1, Ct);

        await archive.EditAsync("UPDATE kernel_ledger_block SET number = -1 WHERE number = 1", Ct);
        await archive.EditAsync("UPDATE kernel_ledger_block SET number = 1 WHERE number = 2", Ct);
        await archive.EditAsync("UPDATE kernel_ledger_block SET number = 2 WHERE number = -1", Ct);

        Named(await archive.ProveAsync(Ct), "kernel_ledger_block", "1", 1);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_block_signed_again_with_another_key_is_named(string database)
    {
        await using var archive = await FilledAsync(database);
        var block = await archive.UseAsync((GuijuDb db) => db.Set<LedgerBlock>().AsNoTracking().FirstAsync(Ct));
        var (secret, _) = Sm2.NewKey();

        await archive.EditAsync($"UPDATE kernel_ledger_block SET signature = '{Sm2.Sign(secret, block.Hash)}' WHERE number = 1", Ct);
        var proof = await archive.ProveAsync(Ct);

        Named(proof, "kernel_ledger_block", "1", 1);
        Assert.Contains("SM2", proof.FirstAltered!.What.En, StringComparison.Ordinal); // Named has seen it
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_row_without_an_act_and_a_row_that_vanished_are_named(string database)
    {
        await using var archive = await FilledAsync(database);
        var (first, last) = await EndsAsync(archive);
        var stranger = Guid.CreateVersion7();

        await archive.EditAsync($"UPDATE kernel_person SET id = '{(database == "SQLite" ? stranger.ToString("D").ToUpperInvariant() : stranger.ToString("D"))}' WHERE {IdIs(database, first.Id)}", Ct);
        await archive.EditAsync($"DELETE FROM kernel_person WHERE {IdIs(database, last.Id)}", Ct);
        var proof = await archive.ProveAsync(Ct);

        Assert.Equal(3, proof.Altered);
        Assert.Contains(proof.Alterations, a => a.Key == stranger.ToString("D") && a.Seq is null);
        Assert.Contains(proof.Alterations, a => a.Key == first.Id.ToString("D") && a.What.En.Contains("gone", StringComparison.Ordinal));
        Assert.Contains(proof.Alterations, a => a.Key == last.Id.ToString("D") && a.What.En.Contains("gone", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_value_that_cannot_be_read_any_more_names_its_row_and_the_rest_is_still_proved()
    {
        await using var archive = await FilledAsync("SQLite");
        var (first, last) = await EndsAsync(archive);

        await archive.EditAsync($"UPDATE kernel_person SET \"from\" = '昨天' WHERE {IdIs("SQLite", first.Id)}", Ct);
        await archive.EditAsync($"UPDATE kernel_person SET name = '另一人' WHERE {IdIs("SQLite", last.Id)}", Ct);
        var proof = await archive.ProveAsync(Ct);

        Assert.Equal(2, proof.Altered);
        Assert.Contains(proof.Alterations, a => a.Key == first.Id.ToString("D") && a.What.En.Contains("cannot be read", StringComparison.Ordinal));
        Assert.Contains(proof.Alterations, a => a.Key == last.Id.ToString("D"));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Subjects_that_differ_from_their_entry_are_named(string database)
    {
        await using var archive = await FilledAsync(database);

        await archive.EditAsync("UPDATE kernel_ledger_subject SET kind = 'archive.other' WHERE entry_id IN (SELECT id FROM kernel_ledger_entry WHERE seq = 2)", Ct);

        Named(await archive.ProveAsync(Ct), "kernel_ledger_subject", null, 2);
    }

    private static async Task<Archive> FilledAsync(string database)
    {
        var archive = await Archive.OpenAsync(database, Ct);
        await archive.EnrolAsync(5, Ct);
        Assert.True((await archive.ProveAsync(Ct)).Ok);
        return archive;
    }

    private static void Named(Proof proof, string table, string? key, long? seq)
    {
        Assert.False(proof.Ok);
        Assert.NotNull(proof.FirstAltered);
        Assert.Equal(table, proof.FirstAltered.Table);
        Assert.Equal(key ?? proof.FirstAltered.Key, proof.FirstAltered.Key);
        Assert.Equal(seq ?? proof.FirstAltered.Seq, proof.FirstAltered.Seq);
        Assert.NotEmpty(proof.FirstAltered.What.Zh);
    }

    // SQLite keeps ids as upper-case text.
    private static string IdIs(string database, Guid id) => database == "SQLite" ? $"id = '{id.ToString("D").ToUpperInvariant()}'" : $"id = '{id:D}'";

    private static Task<LedgerEntry> ThirdAsync(Archive archive) =>
        archive.UseAsync((GuijuDb db) => db.Set<LedgerEntry>().AsNoTracking().OrderBy(e => e.Seq).Skip(2).FirstAsync(Ct));

    private static Task<(Person First, Person Last)> EndsAsync(Archive archive) => archive.UseAsync(async (GuijuDb db) =>
    {
        var people = await db.Set<Person>().AsNoTracking().OrderBy(p => p.Id).ToListAsync(Ct);
        return (people.OrderBy(p => p.Name, StringComparer.Ordinal).First(), people.OrderBy(p => p.Name, StringComparer.Ordinal).Last());
    });
}
