using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Guiju.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Procedures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "behalf_id",
                table: "procedures_task",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "item",
                table: "procedures_task",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "reminded_at",
                table: "procedures_task",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "procedures_deputy",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    deputy_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedures_deputy", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "procedures_matter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedures_matter", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "procedures_run",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    process = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    version_id = table.Column<Guid>(type: "uuid", nullable: true),
                    lawbook = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedures_run", x => x.case_id);
                });

            migrationBuilder.CreateTable(
                name: "procedures_version",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    author_id = table.Column<Guid>(type: "uuid", nullable: true),
                    author = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    drawn_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    published_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedures_version", x => x.id);
                });

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
