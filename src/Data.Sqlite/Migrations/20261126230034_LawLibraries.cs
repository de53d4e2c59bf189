using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Guiju.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class LawLibraries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "law_contract_need",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    wish = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    template_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_contract_need", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "law_coverage",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    asset = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    step = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_coverage", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "law_drawn_contract",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    template_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    answers = table.Column<string>(type: "TEXT", maxLength: 100000, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_drawn_contract", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "law_duty",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    work = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    sentence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    frequency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    evidence = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    performed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    performed_by = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    owners = table.Column<int>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_duty", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "law_duty_owner",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    duty_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_duty_owner", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "law_set_aside",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    sentence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_set_aside", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "law_standard",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    verified = table.Column<bool>(type: "INTEGER", nullable: false),
                    seen_at = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    mandatory = table.Column<bool>(type: "INTEGER", nullable: false),
                    family = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    published_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    abolished_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    replaced_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    reviewed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    conclusion = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    licensed = table.Column<bool>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_standard", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "law_template",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    english_title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    initiative = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    published_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    drawn = table.Column<int>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_template", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "law_template_version",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    template_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 200000, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    published_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    withdrawn = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_template_version", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_law_contract_need_unit_id",
                table: "law_contract_need",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_law_coverage_unit_asset_step_address",
                table: "law_coverage",
                columns: new[] { "unit", "asset", "step", "address" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_law_drawn_contract_template_id",
                table: "law_drawn_contract",
                column: "template_id");

            migrationBuilder.CreateIndex(
                name: "ix_law_drawn_contract_unit_id_on",
                table: "law_drawn_contract",
                columns: new[] { "unit_id", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_law_duty_address",
                table: "law_duty",
                column: "address");

            migrationBuilder.CreateIndex(
                name: "ix_law_duty_work",
                table: "law_duty",
                column: "work");

            migrationBuilder.CreateIndex(
                name: "ix_law_duty_owner_duty_id",
                table: "law_duty_owner",
                column: "duty_id");

            migrationBuilder.CreateIndex(
                name: "ix_law_set_aside_address_sentence",
                table: "law_set_aside",
                columns: new[] { "address", "sentence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_law_standard_family",
                table: "law_standard",
                column: "family");

            migrationBuilder.CreateIndex(
                name: "ix_law_standard_number",
                table: "law_standard",
                column: "number");

            migrationBuilder.CreateIndex(
                name: "ix_law_template_code",
                table: "law_template",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_law_template_version_template_id_number",
                table: "law_template_version",
                columns: new[] { "template_id", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "law_contract_need");

            migrationBuilder.DropTable(
                name: "law_coverage");

            migrationBuilder.DropTable(
                name: "law_drawn_contract");

            migrationBuilder.DropTable(
                name: "law_duty");

            migrationBuilder.DropTable(
                name: "law_duty_owner");

            migrationBuilder.DropTable(
                name: "law_set_aside");

            migrationBuilder.DropTable(
                name: "law_standard");

            migrationBuilder.DropTable(
                name: "law_template");

            migrationBuilder.DropTable(
                name: "law_template_version");
        }
    }
}
