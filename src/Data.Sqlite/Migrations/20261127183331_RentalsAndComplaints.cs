using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Guiju.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RentalsAndComplaints : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "complaint",
                table: "fleet_trip",
                type: "TEXT",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "confirmed_at",
                table: "fleet_trip",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "follow_up",
                table: "fleet_trip",
                type: "TEXT",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "followed_up_at",
                table: "fleet_trip",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "pick_up_fence_id",
                table: "fleet_trip",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "rating",
                table: "fleet_trip",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "real_journey",
                table: "fleet_trip",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "return_fence_id",
                table: "fleet_trip",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "returned_at_point",
                table: "fleet_trip",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "self_drive",
                table: "fleet_trip",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "fleet_complaint",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    received_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    received_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    content = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    plate_no = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    vehicle_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    answer = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    founded = table.Column<bool>(type: "INTEGER", nullable: true),
                    answered_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    answered_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_complaint", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fleet_rental",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    requested_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    requested_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    requested_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    trip_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    days = table.Column<int>(type: "INTEGER", nullable: false),
                    heads = table.Column<int>(type: "INTEGER", nullable: false),
                    @class = table.Column<string>(name: "class", type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    body = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    energy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    price_yuan = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: false),
                    displacement = table.Column<decimal>(type: "TEXT", precision: 5, scale: 3, nullable: true),
                    with_driver = table.Column<bool>(type: "INTEGER", nullable: false),
                    fund_source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    snapshot = table.Column<string>(type: "TEXT", nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    leader_agreed = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    opinion = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    supplier_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    supplier_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ordered_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    quote_yuan = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: true),
                    plate_no = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    model = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    taken_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    odo_out = table.Column<decimal>(type: "TEXT", precision: 10, scale: 1, nullable: true),
                    returned_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    odo_in = table.Column<decimal>(type: "TEXT", precision: 10, scale: 1, nullable: true),
                    incident = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    invoice_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    invoice_no = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    invoice_yuan = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_rental", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fleet_rental_trip",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    rental_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    start = table.Column<DateTime>(type: "TEXT", nullable: false),
                    end = table.Column<DateTime>(type: "TEXT", nullable: false),
                    from = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    to = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    driver = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    odo_out = table.Column<decimal>(type: "TEXT", precision: 10, scale: 1, nullable: false),
                    odo_in = table.Column<decimal>(type: "TEXT", precision: 10, scale: 1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_rental_trip", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_complaint_number",
                table: "fleet_complaint",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fleet_complaint_unit_id_received_on_id",
                table: "fleet_complaint",
                columns: new[] { "unit_id", "received_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_complaint_vehicle_id",
                table: "fleet_complaint",
                column: "vehicle_id");

            migrationBuilder.CreateIndex(
                name: "ix_fleet_rental_code",
                table: "fleet_rental",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fleet_rental_state_invoice_on",
                table: "fleet_rental",
                columns: new[] { "state", "invoice_on" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_rental_unit_id_code_id",
                table: "fleet_rental",
                columns: new[] { "unit_id", "code", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_rental_trip_rental_id_start",
                table: "fleet_rental_trip",
                columns: new[] { "rental_id", "start" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_rental_trip_unit_id_day",
                table: "fleet_rental_trip",
                columns: new[] { "unit_id", "day" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "fleet_complaint");

            migrationBuilder.DropTable(
                name: "fleet_rental");

            migrationBuilder.DropTable(
                name: "fleet_rental_trip");

            migrationBuilder.DropColumn(
                name: "complaint",
                table: "fleet_trip");

            migrationBuilder.DropColumn(
                name: "confirmed_at",
                table: "fleet_trip");

            migrationBuilder.DropColumn(
                name: "follow_up",
                table: "fleet_trip");

            migrationBuilder.DropColumn(
                name: "followed_up_at",
                table: "fleet_trip");

            migrationBuilder.DropColumn(
                name: "pick_up_fence_id",
                table: "fleet_trip");

            migrationBuilder.DropColumn(
                name: "rating",
                table: "fleet_trip");

            migrationBuilder.DropColumn(
                name: "real_journey",
                table: "fleet_trip");

            migrationBuilder.DropColumn(
                name: "return_fence_id",
                table: "fleet_trip");

            migrationBuilder.DropColumn(
                name: "returned_at_point",
                table: "fleet_trip");

            migrationBuilder.DropColumn(
                name: "self_drive",
                table: "fleet_trip");
        }
    }
}
