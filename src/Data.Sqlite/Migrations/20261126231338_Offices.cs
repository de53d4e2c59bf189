using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Guiju.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Offices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "behalf_id",
                table: "procedures_task",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "item",
                table: "procedures_task",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "reminded_at",
                table: "procedures_task",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "law_amendment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    text_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    made_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    effect_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    version_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_amendment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "law_campaign",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_campaign", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "law_campaign_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    text_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    conclusion = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_campaign_item", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "law_citation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    text_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    @in = table.Column<string>(name: "in", type: "TEXT", maxLength: 120, nullable: false),
                    words = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    to_bare = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    to_address = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    resolved = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_citation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "law_recheck",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    text_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    change = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    kind_zh = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    kind_en = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    thing = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    title_zh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    title_en = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    page = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    result = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_recheck", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "procedures_deputy",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    deputy_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedures_deputy", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "procedures_matter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedures_matter", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "procedures_run",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    process = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    version_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    lawbook = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedures_run", x => x.case_id);
                });

            migrationBuilder.CreateTable(
                name: "procedures_version",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    xml = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    author_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    author = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    drawn_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    published_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedures_version", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_law_amendment_text_id_state",
                table: "law_amendment",
                columns: new[] { "text_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_law_campaign_item_campaign_id_text_id",
                table: "law_campaign_item",
                columns: new[] { "campaign_id", "text_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_law_citation_to_bare_to_address",
                table: "law_citation",
                columns: new[] { "to_bare", "to_address" });

            migrationBuilder.CreateIndex(
                name: "ix_law_citation_version_id_in",
                table: "law_citation",
                columns: new[] { "version_id", "in" });

            migrationBuilder.CreateIndex(
                name: "ix_law_recheck_done_on_due_on",
                table: "law_recheck",
                columns: new[] { "done_on", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_law_recheck_text_id",
                table: "law_recheck",
                column: "text_id");

            migrationBuilder.CreateIndex(
                name: "ix_procedures_deputy_person_id_from",
                table: "procedures_deputy",
                columns: new[] { "person_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_procedures_version_code_number",
                table: "procedures_version",
                columns: new[] { "code", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "law_amendment");

            migrationBuilder.DropTable(
                name: "law_campaign");

            migrationBuilder.DropTable(
                name: "law_campaign_item");

            migrationBuilder.DropTable(
                name: "law_citation");

            migrationBuilder.DropTable(
                name: "law_recheck");

            migrationBuilder.DropTable(
                name: "procedures_deputy");

            migrationBuilder.DropTable(
                name: "procedures_matter");

            migrationBuilder.DropTable(
                name: "procedures_run");

            migrationBuilder.DropTable(
                name: "procedures_version");

            migrationBuilder.DropColumn(
                name: "behalf_id",
                table: "procedures_task");

            migrationBuilder.DropColumn(
                name: "item",
                table: "procedures_task");

            migrationBuilder.DropColumn(
                name: "reminded_at",
                table: "procedures_task");
        }
    }
}
