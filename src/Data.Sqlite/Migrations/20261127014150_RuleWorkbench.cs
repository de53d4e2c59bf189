using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Guiju.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RuleWorkbench : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "decisions_amendment",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    english_title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    withdraws = table.Column<int>(type: "INTEGER", nullable: true),
                    draft_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    authors = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    approver_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    approver_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    lawbook = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    packed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decisions_amendment", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "decisions_draft",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    english_title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    withdraws = table.Column<int>(type: "INTEGER", nullable: true),
                    author_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    author_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    latest = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    opinion_no = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    opinion = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    opinion_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    opinion_on = table.Column<int>(type: "INTEGER", nullable: false),
                    submitted_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decision_note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    amendment = table.Column<int>(type: "INTEGER", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decisions_draft", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "decisions_draft_version",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    draft_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    author_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    author_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    lawbook = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    packed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decisions_draft_version", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "decisions_sandbox_run",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    draft_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    draft_version = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    population = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    lawbook = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    asked_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    done = table.Column<int>(type: "INTEGER", nullable: false),
                    total = table.Column<int>(type: "INTEGER", nullable: false),
                    sign_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    fault = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    result = table.Column<byte[]>(type: "BLOB", nullable: true),
                    differences = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decisions_sandbox_run", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "decisions_scenario",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    decision = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    facts = table.Column<string>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    row = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    missing = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    verdict_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    author_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    dropped = table.Column<bool>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decisions_scenario", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_decisions_amendment_draft_id",
                table: "decisions_amendment",
                column: "draft_id");

            migrationBuilder.CreateIndex(
                name: "ix_decisions_draft_number",
                table: "decisions_draft",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_decisions_draft_state",
                table: "decisions_draft",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_decisions_draft_version_draft_id_number",
                table: "decisions_draft_version",
                columns: new[] { "draft_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_decisions_sandbox_run_draft_id_asked_at",
                table: "decisions_sandbox_run",
                columns: new[] { "draft_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_decisions_sandbox_run_state",
                table: "decisions_sandbox_run",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_decisions_scenario_decision",
                table: "decisions_scenario",
                column: "decision");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "decisions_amendment");

            migrationBuilder.DropTable(
                name: "decisions_draft");

            migrationBuilder.DropTable(
                name: "decisions_draft_version");

            migrationBuilder.DropTable(
                name: "decisions_sandbox_run");

            migrationBuilder.DropTable(
                name: "decisions_scenario");
        }
    }
}
