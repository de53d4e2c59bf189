using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Guiju.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class CoveringIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
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

            migrationBuilder.CreateIndex(
                name: "ix_fleet_vehicle_class_energy_state_unit_id_plate_no_id_secrec",
                table: "fleet_vehicle",
                columns: new[] { "class", "energy", "state", "unit_id", "plate_no", "id", "secrecy_exempt" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_vehicle_plate_no_id_unit_id_secrecy_exempt",
                table: "fleet_vehicle",
                columns: new[] { "plate_no", "id", "unit_id", "secrecy_exempt" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_vehicle_price_yuan_id_unit_id_secrecy_exempt",
                table: "fleet_vehicle",
                columns: new[] { "price_yuan", "id", "unit_id", "secrecy_exempt" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_vehicle_registered_on_id_unit_id_secrecy_exempt",
                table: "fleet_vehicle",
                columns: new[] { "registered_on", "id", "unit_id", "secrecy_exempt" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_vehicle_unit_id_class_energy_state_secrecy_exempt",
                table: "fleet_vehicle",
                columns: new[] { "unit_id", "class", "energy", "state", "secrecy_exempt" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_vehicle_unit_id_plate_no_id_secrecy_exempt",
                table: "fleet_vehicle",
                columns: new[] { "unit_id", "plate_no", "id", "secrecy_exempt" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_vehicle_unit_id_price_yuan_id_secrecy_exempt",
                table: "fleet_vehicle",
                columns: new[] { "unit_id", "price_yuan", "id", "secrecy_exempt" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_vehicle_unit_id_registered_on_id_secrecy_exempt",
                table: "fleet_vehicle",
                columns: new[] { "unit_id", "registered_on", "id", "secrecy_exempt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_fleet_vehicle_class_energy_state_unit_id_plate_no_id_secrec",
                table: "fleet_vehicle");

            migrationBuilder.DropIndex(
                name: "ix_fleet_vehicle_plate_no_id_unit_id_secrecy_exempt",
                table: "fleet_vehicle");

            migrationBuilder.DropIndex(
                name: "ix_fleet_vehicle_price_yuan_id_unit_id_secrecy_exempt",
                table: "fleet_vehicle");

            migrationBuilder.DropIndex(
                name: "ix_fleet_vehicle_registered_on_id_unit_id_secrecy_exempt",
                table: "fleet_vehicle");

            migrationBuilder.DropIndex(
                name: "ix_fleet_vehicle_unit_id_class_energy_state_secrecy_exempt",
                table: "fleet_vehicle");

            migrationBuilder.DropIndex(
                name: "ix_fleet_vehicle_unit_id_plate_no_id_secrecy_exempt",
                table: "fleet_vehicle");

            migrationBuilder.DropIndex(
                name: "ix_fleet_vehicle_unit_id_price_yuan_id_secrecy_exempt",
                table: "fleet_vehicle");

            migrationBuilder.DropIndex(
                name: "ix_fleet_vehicle_unit_id_registered_on_id_secrecy_exempt",
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
        }
    }
}
