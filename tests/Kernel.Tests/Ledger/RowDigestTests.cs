using Guiju.Kernel.Data;
using Guiju.Kernel.Ledger;
using Guiju.Kernel.Organisations;
using Guiju.Kernel.People;

namespace Guiju.Kernel.Tests.Ledger;

public sealed class RowDigestTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_field_of_a_row_counts()
    {
        await using var archive = await Archive.OpenAsync("SQLite", Ct);
        await archive.UseAsync((GuijuDb db) =>
        {
            var plain = Digest(db, new Unit { Id = Guid.Empty, Code = "1", Name = "甲" });
            var changed = new[]
            {
                Digest(db, new Unit { Id = Guid.Empty, Code = "1", Name = "乙" }),
                Digest(db, new Unit { Id = Guid.Empty, Code = "1", Name = "甲", EnglishName = "A" }),
                Digest(db, new Unit { Id = Guid.Empty, Code = "1", Name = "甲", Kind = UnitKind.Court }),
                Digest(db, new Unit { Id = Guid.Empty, Code = "1", Name = "甲", AuthorisedStaff = 1 }),
                Digest(db, new Unit { Id = Guid.Empty, Code = "1", Name = "甲", From = new DateOnly(2020, 1, 1) }),
                Digest(db, new Unit { Id = Guid.Empty, Code = "1", Name = "甲", To = new DateOnly(2020, 1, 1) }),
                Digest(db, new Unit { Id = Guid.Empty, Code = "1", Name = "甲", Revision = 2 }),
            };

            Assert.Equal(changed.Length + 1, changed.Append(plain).Distinct().Count());
            return Task.FromResult(0);
        });
    }

    [Fact]
    public async Task A_list_counts_by_its_members()
    {
        await using var archive = await Archive.OpenAsync("SQLite", Ct);
        await archive.UseAsync((GuijuDb db) =>
        {
            Assert.NotEqual(
                Digest(db, new Role { Code = "a", Title = "甲", EnglishTitle = "A", Permissions = ["x", "y"] }),
                Digest(db, new Role { Code = "a", Title = "甲", EnglishTitle = "A", Permissions = ["x", "z"] }));
            return Task.FromResult(0);
        });
    }

    [Fact]
    public async Task No_value_can_be_spelt_so_that_it_stands_for_two()
    {
        await using var archive = await Archive.OpenAsync("SQLite", Ct);
        await archive.UseAsync((GuijuDb db) =>
        {
            Assert.NotEqual(
                Digest(db, new Person { Id = Guid.Empty, Code = "1", Name = "甲", Phone = "2\nPost:1=x" }),
                Digest(db, new Person { Id = Guid.Empty, Code = "1", Name = "甲", Phone = "2", Post = "x" }));
            return Task.FromResult(0);
        });
    }

    private static string? Digest(GuijuDb db, object row) => RowDigest.Of(db.Entry(row))[2];
}
