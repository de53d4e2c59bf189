using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Guiju.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class FleetAlarms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "fleet_alarm",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    device = table.Column<bool>(type: "boolean", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    from = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    to = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    vehicle_id = table.Column<Guid>(type: "uuid", nullable: false),
                    plate_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    trip_id = table.Column<Guid>(type: "uuid", nullable: true),
                    trip_code = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    driver_person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    seen = table.Column<string>(type: "text", nullable: false),
                    found_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    explanation = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    explained_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    explained_by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    explained_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    opinion = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    judged_by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    judged_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_alarm", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_alarm_code",
                table: "fleet_alarm",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fleet_alarm_day_id_unit_id",
                table: "fleet_alarm",
                columns: new[] { "day", "id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_alarm_state_day",
                table: "fleet_alarm",
                columns: new[] { "state", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_alarm_trip_id",
                table: "fleet_alarm",
                column: "trip_id");

            migrationBuilder.CreateIndex(
                name: "ix_fleet_alarm_unit_id_day",
                table: "fleet_alarm",
                columns: new[] { "unit_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_alarm_vehicle_id_kind_from",
                table: "fleet_alarm",
                columns: new[] { "vehicle_id", "kind", "from" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "fleet_alarm");
        }
    }
}
