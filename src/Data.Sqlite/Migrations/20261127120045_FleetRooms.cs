using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Guiju.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FleetRooms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "application_id",
                table: "fleet_vehicle",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "tank_litres",
                table: "fleet_vehicle",
                type: "TEXT",
                precision: 18,
                scale: 2,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "lead_id",
                table: "fleet_trip",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "allowance_yuan",
                table: "fleet_month_closing",
                type: "TEXT",
                precision: 18,
                scale: 2,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "insurance_yuan",
                table: "fleet_month_closing",
                type: "TEXT",
                precision: 18,
                scale: 2,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "other_yuan",
                table: "fleet_month_closing",
                type: "TEXT",
                precision: 18,
                scale: 2,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "repair_yuan",
                table: "fleet_month_closing",
                type: "TEXT",
                precision: 18,
                scale: 2,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.CreateTable(
                name: "fleet_alarm",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    device = table.Column<bool>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    from = table.Column<DateTime>(type: "TEXT", nullable: false),
                    to = table.Column<DateTime>(type: "TEXT", nullable: false),
                    vehicle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plate_no = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    trip_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    trip_code = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    driver_person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    seen = table.Column<string>(type: "TEXT", nullable: false),
                    found_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    explanation = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    explained_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    explained_by_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    explained_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    verdict = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    opinion = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    judged_by_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    judged_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_alarm", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fleet_car_cost",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    vehicle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    amount_yuan = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: false),
                    payee_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    payee_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    doc_no = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    repair_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    booked_in = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_car_cost", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fleet_card",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    issuer = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    card_no = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    vehicle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_card", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fleet_census_return",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    prefilled = table.Column<string>(type: "TEXT", nullable: false),
                    figures = table.Column<string>(type: "TEXT", nullable: false),
                    explanation = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    answered_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reminders = table.Column<int>(type: "INTEGER", nullable: false),
                    reminded_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_census_return", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fleet_census_round",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    as_of = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    opened_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    remark = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_census_round", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fleet_disposal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    vehicle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plate_no = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    route = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ground = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    income = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    valuation_report = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    proposed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    receiver = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    document_no = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    recycling_certificate = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    licence_doc_no = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    proceeds_yuan = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: false),
                    costs_yuan = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: false),
                    handed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    voucher_no = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    accounts_doc_no = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_disposal", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fleet_duty_shift",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    driver_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_duty_shift", x => x.id);
                });

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
                name: "fleet_month_notice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    sheet = table.Column<string>(type: "TEXT", nullable: false),
                    raised = table.Column<string>(type: "TEXT", nullable: false),
                    posted_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    posted_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_month_notice", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fleet_publication",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    published_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    published_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_publication", x => x.id);
                });

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

            migrationBuilder.CreateTable(
                name: "fleet_statement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    issuer = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    file_hash = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    lines = table.Column<int>(type: "INTEGER", nullable: false),
                    repeated = table.Column<int>(type: "INTEGER", nullable: false),
                    amount_yuan = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: false),
                    taken_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    taken_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_statement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fleet_statement_layout",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    issuer = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    columns = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_statement_layout", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fleet_statement_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    statement_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    row = table.Column<int>(type: "INTEGER", nullable: false),
                    issuer = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    mark = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    timed = table.Column<bool>(type: "INTEGER", nullable: false),
                    amount_yuan = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: false),
                    quantity = table.Column<decimal>(type: "TEXT", precision: 10, scale: 3, nullable: true),
                    card_no = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    plate_no = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    grade = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    station = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    serial = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    odometer_km = table.Column<decimal>(type: "TEXT", precision: 10, scale: 1, nullable: true),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    vehicle_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    trip_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    trip_cost_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    booked_in = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    open = table.Column<bool>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    settled_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    settled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_statement_line", x => x.id);
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

            migrationBuilder.CreateTable(
                name: "fleet_trip_series",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    applicant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    request = table.Column<string>(type: "TEXT", nullable: false),
                    weekdays = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    days_ahead = table.Column<int>(type: "INTEGER", nullable: false),
                    made_to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    notes = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_trip_series", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_vehicle_application_id",
                table: "fleet_vehicle",
                column: "application_id");

            migrationBuilder.CreateIndex(
                name: "ix_fleet_trip_lead_id",
                table: "fleet_trip",
                column: "lead_id");

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
                name: "ix_fleet_census_return_round_id_unit_id",
                table: "fleet_census_return",
                columns: new[] { "round_id", "unit_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fleet_disposal_unit_id_proposed_on",
                table: "fleet_disposal",
                columns: new[] { "unit_id", "proposed_on" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_disposal_vehicle_id_proposed_on",
                table: "fleet_disposal",
                columns: new[] { "vehicle_id", "proposed_on" });

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
                name: "ix_fleet_geofence_unit_id_name",
                table: "fleet_geofence",
                columns: new[] { "unit_id", "name" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_month_notice_unit_id_month",
                table: "fleet_month_notice",
                columns: new[] { "unit_id", "month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fleet_publication_year_at",
                table: "fleet_publication",
                columns: new[] { "year", "at" });

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

            migrationBuilder.CreateIndex(
                name: "ix_fleet_terminal_number",
                table: "fleet_terminal",
                column: "number",
                unique: true,
                filter: "removed_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_fleet_terminal_number_fitted_on",
                table: "fleet_terminal",
                columns: new[] { "number", "fitted_on" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_terminal_vehicle_id_fitted_on",
                table: "fleet_terminal",
                columns: new[] { "vehicle_id", "fitted_on" });

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
                name: "fleet_alarm");

            migrationBuilder.DropTable(
                name: "fleet_car_cost");

            migrationBuilder.DropTable(
                name: "fleet_card");

            migrationBuilder.DropTable(
                name: "fleet_census_return");

            migrationBuilder.DropTable(
                name: "fleet_census_round");

            migrationBuilder.DropTable(
                name: "fleet_disposal");

            migrationBuilder.DropTable(
                name: "fleet_duty_shift");

            migrationBuilder.DropTable(
                name: "fleet_geofence");

            migrationBuilder.DropTable(
                name: "fleet_last_position");

            migrationBuilder.DropTable(
                name: "fleet_month_notice");

            migrationBuilder.DropTable(
                name: "fleet_publication");

            migrationBuilder.DropTable(
                name: "fleet_repair");

            migrationBuilder.DropTable(
                name: "fleet_statement");

            migrationBuilder.DropTable(
                name: "fleet_statement_layout");

            migrationBuilder.DropTable(
                name: "fleet_statement_line");

            migrationBuilder.DropTable(
                name: "fleet_terminal");

            migrationBuilder.DropTable(
                name: "fleet_trip_series");

            migrationBuilder.DropIndex(
                name: "ix_fleet_vehicle_application_id",
                table: "fleet_vehicle");

            migrationBuilder.DropIndex(
                name: "ix_fleet_trip_lead_id",
                table: "fleet_trip");

            migrationBuilder.DropColumn(
                name: "application_id",
                table: "fleet_vehicle");

            migrationBuilder.DropColumn(
                name: "tank_litres",
                table: "fleet_vehicle");

            migrationBuilder.DropColumn(
                name: "lead_id",
                table: "fleet_trip");

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
