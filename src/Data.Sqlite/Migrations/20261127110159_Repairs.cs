using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Guiju.Data.Sqlite.Migrations
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    vehicle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    fault = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    odometer_km = table.Column<decimal>(type: "TEXT", precision: 10, scale: 1, nullable: true),
                    reported_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reported_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reported_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    shop_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    shop_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    quote_text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    quote_yuan = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: true),
                    level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    head_agreed = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    finished_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    parts_replaced = table.Column<int>(type: "INTEGER", nullable: false),
                    new_part_photos = table.Column<int>(type: "INTEGER", nullable: false),
                    old_part_photos = table.Column<int>(type: "INTEGER", nullable: false),
                    old_parts_returned = table.Column<bool>(type: "INTEGER", nullable: false),
                    warranty_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    invoice_yuan = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: true),
                    opinion = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
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
