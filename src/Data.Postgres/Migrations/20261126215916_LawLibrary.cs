using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Guiju.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class LawLibrary : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "law_change",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    text_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    document = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    made_on = table.Column<DateOnly>(type: "date", nullable: false),
                    effect_on = table.Column<DateOnly>(type: "date", nullable: false),
                    version_id = table.Column<Guid>(type: "uuid", nullable: true),
                    provisions = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "law_provision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    text_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    label = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    under = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    words = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_provision", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "law_text",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    work = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    bare = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    issuer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    rank = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    pack = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    domain_names = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    owner_unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    review_on = table.Column<DateOnly>(type: "date", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_text", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "law_version",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    text_id = table.Column<Guid>(type: "uuid", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    from_stated = table.Column<bool>(type: "boolean", nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    articles = table.Column<int>(type: "integer", nullable: false),
                    doubts = table.Column<int>(type: "integer", nullable: false),
                    digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    stored_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_version", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "law_wording",
                columns: table => new
                {
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    akn = table.Column<byte[]>(type: "bytea", nullable: false),
                    file_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    original = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_wording", x => x.version_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_law_change_effect_on",
                table: "law_change",
                column: "effect_on");

            migrationBuilder.CreateIndex(
                name: "ix_law_change_text_id_effect_on",
                table: "law_change",
                columns: new[] { "text_id", "effect_on" });

            migrationBuilder.CreateIndex(
                name: "ix_law_provision_text_id_address",
                table: "law_provision",
                columns: new[] { "text_id", "address" });

            migrationBuilder.CreateIndex(
                name: "ix_law_provision_version_id_place",
                table: "law_provision",
                columns: new[] { "version_id", "place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_law_text_bare",
                table: "law_text",
                column: "bare");

            migrationBuilder.CreateIndex(
                name: "ix_law_text_work",
                table: "law_text",
                column: "work",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_law_version_text_id_date",
                table: "law_version",
                columns: new[] { "text_id", "date" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "law_change");

            migrationBuilder.DropTable(
                name: "law_provision");

            migrationBuilder.DropTable(
                name: "law_text");

            migrationBuilder.DropTable(
                name: "law_version");

            migrationBuilder.DropTable(
                name: "law_wording");
        }
    }
}
