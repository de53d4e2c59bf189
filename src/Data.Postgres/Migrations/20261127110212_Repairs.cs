using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Guiju.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Repairs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "fleet_repair",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    vehicle_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    part = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    fault = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    odometer_km = table.Column<decimal>(type: "numeric(10,1)", precision: 10, scale: 1, nullable: true),
                    reported_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reported_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reported_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    shop_id = table.Column<Guid>(type: "uuid", nullable: true),
                    shop_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    quote_text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    quote_yuan = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    head_agreed = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    finished_on = table.Column<DateOnly>(type: "date", nullable: true),
                    parts_replaced = table.Column<int>(type: "integer", nullable: false),
                    new_part_photos = table.Column<int>(type: "integer", nullable: false),
                    old_part_photos = table.Column<int>(type: "integer", nullable: false),
                    old_parts_returned = table.Column<bool>(type: "boolean", nullable: false),
                    warranty_to = table.Column<DateOnly>(type: "date", nullable: true),
                    invoice_yuan = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    opinion = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_repair", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_repair_code",
                table: "fleet_repair",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fleet_repair_unit_id_code_id",
                table: "fleet_repair",
                columns: new[] { "unit_id", "code", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_repair_vehicle_id_reported_on",
                table: "fleet_repair",
                columns: new[] { "vehicle_id", "reported_on" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "fleet_repair");
        }
    }
}
