using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Guiju.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class CarCosts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<decimal>(
                name: "tank_litres",
                table: "fleet_vehicle",
                type: "numeric(18,2)",
                precision: 18,
                scale: 2,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "allowance_yuan",
                table: "fleet_month_closing",
                type: "numeric(18,2)",
                precision: 18,
                scale: 2,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "insurance_yuan",
                table: "fleet_month_closing",
                type: "numeric(18,2)",
                precision: 18,
                scale: 2,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "other_yuan",
                table: "fleet_month_closing",
                type: "numeric(18,2)",
                precision: 18,
                scale: 2,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "repair_yuan",
                table: "fleet_month_closing",
                type: "numeric(18,2)",
                precision: 18,
                scale: 2,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.CreateTable(
                name: "fleet_car_cost",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    vehicle_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    amount_yuan = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    payee_id = table.Column<Guid>(type: "uuid", nullable: true),
                    payee_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    doc_no = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    repair_id = table.Column<Guid>(type: "uuid", nullable: true),
                    booked_in = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_car_cost", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fleet_card",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    issuer = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    card_no = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    vehicle_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_card", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fleet_month_notice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    sheet = table.Column<string>(type: "text", nullable: false),
                    raised = table.Column<string>(type: "text", nullable: false),
                    posted_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    posted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_month_notice", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fleet_statement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    issuer = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    file_hash = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    lines = table.Column<int>(type: "integer", nullable: false),
                    repeated = table.Column<int>(type: "integer", nullable: false),
                    amount_yuan = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    taken_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    taken_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_statement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fleet_statement_layout",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    issuer = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    columns = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_statement_layout", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fleet_statement_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    statement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    row = table.Column<int>(type: "integer", nullable: false),
                    issuer = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    mark = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    timed = table.Column<bool>(type: "boolean", nullable: false),
                    amount_yuan = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    quantity = table.Column<decimal>(type: "numeric(10,3)", precision: 10, scale: 3, nullable: true),
                    card_no = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    plate_no = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    grade = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    station = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    serial = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    odometer_km = table.Column<decimal>(type: "numeric(10,1)", precision: 10, scale: 1, nullable: true),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    vehicle_id = table.Column<Guid>(type: "uuid", nullable: true),
                    trip_id = table.Column<Guid>(type: "uuid", nullable: true),
                    trip_cost_id = table.Column<Guid>(type: "uuid", nullable: true),
                    booked_in = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    open = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    settled_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    settled_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_statement_line", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_car_cost_booked_in_vehicle_id",
                table: "fleet_car_cost",
                columns: new[] { "booked_in", "vehicle_id" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_car_cost_repair_id",
                table: "fleet_car_cost",
                column: "repair_id");

            migrationBuilder.CreateIndex(
                name: "ix_fleet_car_cost_vehicle_id_on",
                table: "fleet_car_cost",
                columns: new[] { "vehicle_id", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_card_issuer_card_no_from",
                table: "fleet_card",
                columns: new[] { "issuer", "card_no", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fleet_card_vehicle_id",
                table: "fleet_card",
                column: "vehicle_id");

            migrationBuilder.CreateIndex(
                name: "ix_fleet_month_notice_unit_id_month",
                table: "fleet_month_notice",
                columns: new[] { "unit_id", "month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fleet_statement_file_hash",
                table: "fleet_statement",
                column: "file_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fleet_statement_layout_issuer",
                table: "fleet_statement_layout",
                column: "issuer",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fleet_statement_line_at_id_unit_id",
                table: "fleet_statement_line",
                columns: new[] { "at", "id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_statement_line_booked_in_vehicle_id",
                table: "fleet_statement_line",
                columns: new[] { "booked_in", "vehicle_id" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_statement_line_mark",
                table: "fleet_statement_line",
                column: "mark",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fleet_statement_line_open_unit_id",
                table: "fleet_statement_line",
                columns: new[] { "open", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_statement_line_statement_id",
                table: "fleet_statement_line",
                column: "statement_id");

            migrationBuilder.CreateIndex(
                name: "ix_fleet_statement_line_vehicle_id_kind_at",
                table: "fleet_statement_line",
                columns: new[] { "vehicle_id", "kind", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "fleet_car_cost");

            migrationBuilder.DropTable(
                name: "fleet_card");

            migrationBuilder.DropTable(
                name: "fleet_month_notice");

            migrationBuilder.DropTable(
                name: "fleet_statement");

            migrationBuilder.DropTable(
                name: "fleet_statement_layout");

            migrationBuilder.DropTable(
                name: "fleet_statement_line");

            migrationBuilder.DropColumn(
                name: "tank_litres",
                table: "fleet_vehicle");

            migrationBuilder.DropColumn(
                name: "allowance_yuan",
                table: "fleet_month_closing");

            migrationBuilder.DropColumn(
                name: "insurance_yuan",
                table: "fleet_month_closing");

            migrationBuilder.DropColumn(
                name: "other_yuan",
                table: "fleet_month_closing");

            migrationBuilder.DropColumn(
                name: "repair_yuan",
                table: "fleet_month_closing");
        }
    }
}
