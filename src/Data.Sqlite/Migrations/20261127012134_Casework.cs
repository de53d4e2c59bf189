using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Guiju.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Casework : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "batch",
                table: "procedures_task",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "procedures_attachment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    media_type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    size = table.Column<int>(type: "INTEGER", nullable: false),
                    digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    added_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    added_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    added_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedures_attachment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "procedures_attachment_content",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedures_attachment_content", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "procedures_consultation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    asked_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    question = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    answer = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedures_consultation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "procedures_relation",
                columns: table => new
                {
                    first_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    second_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedures_relation", x => new { x.first_id, x.second_id });
                });

            migrationBuilder.CreateTable(
                name: "procedures_timer",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    token = table.Column<int>(type: "INTEGER", nullable: false),
                    node = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    due = table.Column<DateTime>(type: "TEXT", nullable: true),
                    left = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedures_timer", x => new { x.case_id, x.token, x.node });
                });

            migrationBuilder.CreateIndex(
                name: "ix_procedures_attachment_case_id",
                table: "procedures_attachment",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_procedures_consultation_case_id",
                table: "procedures_consultation",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_procedures_relation_second_id",
                table: "procedures_relation",
                column: "second_id");

            migrationBuilder.CreateIndex(
                name: "ix_procedures_timer_due",
                table: "procedures_timer",
                column: "due",
                filter: "due IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "procedures_attachment");

            migrationBuilder.DropTable(
                name: "procedures_attachment_content");

            migrationBuilder.DropTable(
                name: "procedures_consultation");

            migrationBuilder.DropTable(
                name: "procedures_relation");

            migrationBuilder.DropTable(
                name: "procedures_timer");

            migrationBuilder.DropColumn(
                name: "batch",
                table: "procedures_task");
        }
    }
}
