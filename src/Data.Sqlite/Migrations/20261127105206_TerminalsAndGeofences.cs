using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Guiju.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class TerminalsAndGeofences : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "fleet_geofence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    shape = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    points = table.Column<string>(type: "TEXT", nullable: false),
                    width_m = table.Column<decimal>(type: "TEXT", precision: 9, scale: 1, nullable: true),
                    direction = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    days = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    from = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    to = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    severity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    cars = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_geofence", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fleet_last_position",
                columns: table => new
                {
                    terminal = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    heard_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    clock_ahead_s = table.Column<int>(type: "INTEGER", nullable: true),
                    fix_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    latitude = table.Column<double>(type: "REAL", nullable: true),
                    longitude = table.Column<double>(type: "REAL", nullable: true),
                    speed_kmh = table.Column<double>(type: "REAL", nullable: true),
                    direction = table.Column<int>(type: "INTEGER", nullable: true),
                    alarms = table.Column<long>(type: "INTEGER", nullable: true),
                    status = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_last_position", x => x.terminal);
                });

            migrationBuilder.CreateTable(
                name: "fleet_terminal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    protocol = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    model = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    vehicle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    fitted_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    removed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    removed_because = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_terminal", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_geofence_unit_id_name",
                table: "fleet_geofence",
                columns: new[] { "unit_id", "name" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_terminal_number_fitted_on",
                table: "fleet_terminal",
                columns: new[] { "number", "fitted_on" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_terminal_vehicle_id_fitted_on",
                table: "fleet_terminal",
                columns: new[] { "vehicle_id", "fitted_on" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "fleet_geofence");

            migrationBuilder.DropTable(
                name: "fleet_last_position");

            migrationBuilder.DropTable(
                name: "fleet_terminal");
        }
    }
}
