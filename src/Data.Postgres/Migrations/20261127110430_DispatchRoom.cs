using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Guiju.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class DispatchRoom : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "lead_id",
                table: "fleet_trip",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "fleet_duty_shift",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    driver_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_duty_shift", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fleet_trip_series",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    applicant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    request = table.Column<string>(type: "text", nullable: false),
                    weekdays = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    days_ahead = table.Column<int>(type: "integer", nullable: false),
                    made_to = table.Column<DateOnly>(type: "date", nullable: false),
                    notes = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_trip_series", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_trip_lead_id",
                table: "fleet_trip",
                column: "lead_id");

            migrationBuilder.CreateIndex(
                name: "ix_fleet_duty_shift_driver_id_on",
                table: "fleet_duty_shift",
                columns: new[] { "driver_id", "on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fleet_duty_shift_unit_id_on",
                table: "fleet_duty_shift",
                columns: new[] { "unit_id", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_trip_series_applicant_id",
                table: "fleet_trip_series",
                column: "applicant_id");

            migrationBuilder.CreateIndex(
                name: "ix_fleet_trip_series_to_made_to",
                table: "fleet_trip_series",
                columns: new[] { "to", "made_to" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "fleet_duty_shift");

            migrationBuilder.DropTable(
                name: "fleet_trip_series");

            migrationBuilder.DropIndex(
                name: "ix_fleet_trip_lead_id",
                table: "fleet_trip");

            migrationBuilder.DropColumn(
                name: "lead_id",
                table: "fleet_trip");
        }
    }
}
