using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Guiju.Data.Postgres.Migrations
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
                    number = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    english_title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    withdraws = table.Column<int>(type: "integer", nullable: true),
                    draft_id = table.Column<Guid>(type: "uuid", nullable: false),
                    authors = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    approver_id = table.Column<Guid>(type: "uuid", nullable: false),
                    approver_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    lawbook = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    packed = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decisions_amendment", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "decisions_draft",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    english_title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    purpose = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    withdraws = table.Column<int>(type: "integer", nullable: true),
                    author_id = table.Column<Guid>(type: "uuid", nullable: true),
                    author_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    latest = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    opinion_no = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    opinion = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    opinion_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    opinion_on = table.Column<int>(type: "integer", nullable: false),
                    submitted_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decision_note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    amendment = table.Column<int>(type: "integer", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decisions_draft", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "decisions_draft_version",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    draft_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: true),
                    author_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    lawbook = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    packed = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decisions_draft_version", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "decisions_sandbox_run",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    draft_id = table.Column<Guid>(type: "uuid", nullable: false),
                    draft_version = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    population = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    lawbook = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    asked_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    done = table.Column<int>(type: "integer", nullable: false),
                    total = table.Column<int>(type: "integer", nullable: false),
                    sign_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    fault = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    result = table.Column<byte[]>(type: "bytea", nullable: true),
                    differences = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decisions_sandbox_run", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "decisions_scenario",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    facts = table.Column<string>(type: "text", nullable: false),
                    outcome = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    row = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    missing = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    verdict_id = table.Column<Guid>(type: "uuid", nullable: true),
                    author_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    dropped = table.Column<bool>(type: "boolean", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
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
