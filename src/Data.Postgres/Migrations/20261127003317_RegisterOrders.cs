using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Guiju.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class RegisterOrders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_fleet_vehicle_unit_id_class",
                table: "fleet_vehicle");

            migrationBuilder.CreateIndex(
                name: "ix_fleet_vehicle_class_energy_state_unit_id_plate_no_id",
                table: "fleet_vehicle",
                columns: new[] { "class", "energy", "state", "unit_id", "plate_no", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_vehicle_plate_no_id_unit_id",
                table: "fleet_vehicle",
                columns: new[] { "plate_no", "id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_vehicle_price_yuan_id_unit_id",
                table: "fleet_vehicle",
                columns: new[] { "price_yuan", "id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_vehicle_registered_on_id_unit_id",
                table: "fleet_vehicle",
                columns: new[] { "registered_on", "id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_vehicle_unit_id_class_energy_state",
                table: "fleet_vehicle",
                columns: new[] { "unit_id", "class", "energy", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_vehicle_unit_id_plate_no_id",
                table: "fleet_vehicle",
                columns: new[] { "unit_id", "plate_no", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_vehicle_unit_id_price_yuan_id",
                table: "fleet_vehicle",
                columns: new[] { "unit_id", "price_yuan", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_vehicle_unit_id_registered_on_id",
                table: "fleet_vehicle",
                columns: new[] { "unit_id", "registered_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_trip_code_id_unit_id",
                table: "fleet_trip",
                columns: new[] { "code", "id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_trip_day_id_unit_id",
                table: "fleet_trip",
                columns: new[] { "day", "id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_trip_unit_id_code_id",
                table: "fleet_trip",
                columns: new[] { "unit_id", "code", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_fleet_vehicle_class_energy_state_unit_id_plate_no_id",
                table: "fleet_vehicle");

            migrationBuilder.DropIndex(
                name: "ix_fleet_vehicle_plate_no_id_unit_id",
                table: "fleet_vehicle");

            migrationBuilder.DropIndex(
                name: "ix_fleet_vehicle_price_yuan_id_unit_id",
                table: "fleet_vehicle");

            migrationBuilder.DropIndex(
                name: "ix_fleet_vehicle_registered_on_id_unit_id",
                table: "fleet_vehicle");

            migrationBuilder.DropIndex(
                name: "ix_fleet_vehicle_unit_id_class_energy_state",
                table: "fleet_vehicle");

            migrationBuilder.DropIndex(
                name: "ix_fleet_vehicle_unit_id_plate_no_id",
                table: "fleet_vehicle");

            migrationBuilder.DropIndex(
                name: "ix_fleet_vehicle_unit_id_price_yuan_id",
                table: "fleet_vehicle");

            migrationBuilder.DropIndex(
                name: "ix_fleet_vehicle_unit_id_registered_on_id",
                table: "fleet_vehicle");

            migrationBuilder.DropIndex(
                name: "ix_fleet_trip_code_id_unit_id",
                table: "fleet_trip");

            migrationBuilder.DropIndex(
                name: "ix_fleet_trip_day_id_unit_id",
                table: "fleet_trip");

            migrationBuilder.DropIndex(
                name: "ix_fleet_trip_unit_id_code_id",
                table: "fleet_trip");

            migrationBuilder.CreateIndex(
                name: "ix_fleet_vehicle_unit_id_class",
                table: "fleet_vehicle",
                columns: new[] { "unit_id", "class" });
        }
    }
}
