using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Guiju.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Baseline : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "decisions_lawbook",
                columns: table => new
                {
                    version = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    packed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decisions_lawbook", x => x.version);
                });

            migrationBuilder.CreateTable(
                name: "fleet_application",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    what = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    applicant_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    applicant_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    filed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    filed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    @class = table.Column<string>(name: "class", type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    body = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    energy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    price_yuan = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: false),
                    displacement = table.Column<decimal>(type: "TEXT", precision: 4, scale: 1, nullable: true),
                    cars = table.Column<int>(type: "INTEGER", nullable: false),
                    origin = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    acquire_way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    purchase_way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    fund_source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    budget_line = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    plan_item = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    quota = table.Column<int>(type: "INTEGER", nullable: true),
                    held = table.Column<int>(type: "INTEGER", nullable: false),
                    replaced_vehicle_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    renewal_reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    technical_state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    form = table.Column<string>(type: "TEXT", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    decided_by_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    opinion = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_application", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fleet_counter",
                columns: table => new
                {
                    series = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    taken = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_counter", x => x.series);
                });

            migrationBuilder.CreateTable(
                name: "fleet_driver",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    phone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    licence_no = table.Column<string>(type: "TEXT", maxLength: 18, nullable: false),
                    licence_class = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    first_issued_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    licence_to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    points = table.Column<int>(type: "INTEGER", nullable: false),
                    medical_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    staff_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    custody = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    service_area = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    rating = table.Column<decimal>(type: "TEXT", precision: 3, scale: 1, nullable: true),
                    training = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    accidents = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    bookings = table.Column<int>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_driver", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fleet_holiday_duty",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    vehicle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    holiday = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    filing_no = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_holiday_duty", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fleet_month_closing",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    vehicle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    trips = table.Column<int>(type: "INTEGER", nullable: false),
                    km = table.Column<decimal>(type: "TEXT", precision: 10, scale: 1, nullable: false),
                    fuel_litres = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: false),
                    charge_kwh = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: false),
                    energy_yuan = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: false),
                    toll_yuan = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: false),
                    parking_yuan = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: false),
                    closed_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_month_closing", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fleet_payee",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    service = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    contract_no = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_payee", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fleet_quota",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    @class = table.Column<string>(name: "class", type: "TEXT", maxLength: 40, nullable: false),
                    cars = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    doc_no = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_quota", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fleet_trip",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    applicant_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    applicant_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    letter_no = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    scope = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    plan_from = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    plan_to = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    plan_start = table.Column<DateTime>(type: "TEXT", nullable: false),
                    plan_end = table.Column<DateTime>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    passengers = table.Column<string>(type: "TEXT", nullable: false),
                    class_wanted = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    share_ok = table.Column<bool>(type: "INTEGER", nullable: false),
                    emergency = table.Column<bool>(type: "INTEGER", nullable: false),
                    made_up = table.Column<bool>(type: "INTEGER", nullable: false),
                    holiday = table.Column<bool>(type: "INTEGER", nullable: false),
                    allowance_exception = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    needs_leader = table.Column<bool>(type: "INTEGER", nullable: false),
                    filed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    approvals = table.Column<string>(type: "TEXT", nullable: false),
                    earlier_approvals = table.Column<int>(type: "INTEGER", nullable: false),
                    vehicle_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    driver_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    driver_person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    dispatched_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    dispatched_by_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    dispatched_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    redispatch_reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    odo_out = table.Column<decimal>(type: "TEXT", precision: 10, scale: 1, nullable: true),
                    odo_in = table.Column<decimal>(type: "TEXT", precision: 10, scale: 1, nullable: true),
                    real_start = table.Column<DateTime>(type: "TEXT", nullable: true),
                    real_end = table.Column<DateTime>(type: "TEXT", nullable: true),
                    parked_in_place = table.Column<bool>(type: "INTEGER", nullable: false),
                    parking_exception_no = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    driving_minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    rest_minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    no_fuel = table.Column<bool>(type: "INTEGER", nullable: false),
                    no_costs = table.Column<bool>(type: "INTEGER", nullable: false),
                    incident = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    cancel_reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    settled_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    settled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_trip", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fleet_trip_cost",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    trip_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    vehicle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    amount_yuan = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: false),
                    quantity = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: true),
                    payee_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    payee_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    station = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_trip_cost", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fleet_vehicle",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plate_no = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    plate_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    vin = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    engine_no = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    brand = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    model = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    body = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    seats = table.Column<int>(type: "INTEGER", nullable: false),
                    energy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    displacement = table.Column<decimal>(type: "TEXT", precision: 4, scale: 1, nullable: true),
                    battery_kwh = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: true),
                    range_km = table.Column<int>(type: "INTEGER", nullable: true),
                    emission_stage = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    colour = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    origin = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    price_yuan = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: false),
                    purchase_tax_yuan = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: false),
                    fiscal_money_yuan = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: true),
                    other_money_yuan = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: true),
                    fund_source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    contract_no = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    invoice_no = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    supplier = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    acquire_way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    value_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    fully_depreciated = table.Column<bool>(type: "INTEGER", nullable: false),
                    booked_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    @class = table.Column<string>(name: "class", type: "TEXT", maxLength: 40, nullable: false),
                    quota_state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    quota_doc_no = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    standard_tier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    special_case_doc = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    region_code = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    registered_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    in_service_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    warranty_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    mileage_km = table.Column<decimal>(type: "TEXT", precision: 10, scale: 1, nullable: false),
                    inspection_due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    compulsory_insurance_to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    commercial_insurance_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    mark_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    mark_colour = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    secrecy_exempt = table.Column<bool>(type: "INTEGER", nullable: false),
                    terminal_id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    terminal_state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    parking_place = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    custody = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    assigned_to = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    fixed_person = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    terrain_note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    terminal_seen_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    replaces_vehicle_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    mileage_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    bookings = table.Column<int>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fleet_vehicle", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_account",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    must_change_password = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_since = table.Column<DateTime>(type: "TEXT", nullable: true),
                    barred = table.Column<bool>(type: "INTEGER", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_assignment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    scope = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    chosen = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_assignment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_ledger_block",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    entries = table.Column<int>(type: "INTEGER", nullable: false),
                    last_seq = table.Column<long>(type: "INTEGER", nullable: false),
                    root = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    previous = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    signature = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_ledger_block", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "kernel_ledger_entry",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    person_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    act = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    payload = table.Column<string>(type: "TEXT", nullable: false),
                    changes = table.Column<string>(type: "TEXT", nullable: false),
                    subjects = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    block = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_ledger_entry", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "kernel_ledger_subject",
                columns: table => new
                {
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_ledger_subject", x => new { x.subject_id, x.entry_id, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "kernel_person",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    post = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    draws_allowance = table.Column<bool>(type: "INTEGER", nullable: false),
                    phone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_person", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_person_posting",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    post = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_person_posting", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_role",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    english_title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    permissions = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_role", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "kernel_session",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    created = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_seen = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ip = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    agent = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    stamp = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ended = table.Column<DateTime>(type: "TEXT", nullable: true),
                    end = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_session", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_shared_key",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    xml = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_shared_key", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "kernel_sign_in",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ip = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    agent = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_sign_in", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_unit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    english_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    authorised_staff = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_unit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_unit_placement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    parent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_unit_placement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_verdict",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    control_point = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    lawbook = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    facts = table.Column<string>(type: "TEXT", nullable: false),
                    packed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_verdict", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "procedures_case",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    procedure = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    english_title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    starter_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    starter = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    result = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedures_case", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "procedures_notice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    sent_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    read_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedures_notice", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "procedures_task",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    step = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    english_title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    permission = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    barred_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    on_duty = table.Column<bool>(type: "INTEGER", nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    due = table.Column<DateTime>(type: "TEXT", nullable: true),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    ended_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    result = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    opinion = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedures_task", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_account_claim",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_account_claim", x => x.id);
                    table.ForeignKey(
                        name: "fk_kernel_account_claim_kernel_account_user_id",
                        column: x => x.user_id,
                        principalTable: "kernel_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "kernel_account_login",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_account_login", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_kernel_account_login_kernel_account_user_id",
                        column: x => x.user_id,
                        principalTable: "kernel_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "kernel_account_token",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_account_token", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_kernel_account_token_kernel_account_user_id",
                        column: x => x.user_id,
                        principalTable: "kernel_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_application_code",
                table: "fleet_application",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fleet_application_state",
                table: "fleet_application",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_fleet_application_unit_id_filed_on",
                table: "fleet_application",
                columns: new[] { "unit_id", "filed_on" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_driver_licence_no",
                table: "fleet_driver",
                column: "licence_no",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fleet_driver_person_id",
                table: "fleet_driver",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_fleet_driver_unit_id",
                table: "fleet_driver",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_fleet_holiday_duty_unit_id_from",
                table: "fleet_holiday_duty",
                columns: new[] { "unit_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_holiday_duty_vehicle_id_from",
                table: "fleet_holiday_duty",
                columns: new[] { "vehicle_id", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fleet_month_closing_vehicle_id_month",
                table: "fleet_month_closing",
                columns: new[] { "vehicle_id", "month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fleet_payee_name_service_from",
                table: "fleet_payee",
                columns: new[] { "name", "service", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fleet_quota_unit_id_class_from",
                table: "fleet_quota",
                columns: new[] { "unit_id", "class", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fleet_trip_applicant_id_day",
                table: "fleet_trip",
                columns: new[] { "applicant_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_trip_code",
                table: "fleet_trip",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fleet_trip_driver_id_day",
                table: "fleet_trip",
                columns: new[] { "driver_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_trip_driver_person_id_day",
                table: "fleet_trip",
                columns: new[] { "driver_person_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_trip_state_day",
                table: "fleet_trip",
                columns: new[] { "state", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_trip_unit_id_day",
                table: "fleet_trip",
                columns: new[] { "unit_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_trip_vehicle_id_day",
                table: "fleet_trip",
                columns: new[] { "vehicle_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_trip_cost_trip_id",
                table: "fleet_trip_cost",
                column: "trip_id");

            migrationBuilder.CreateIndex(
                name: "ix_fleet_trip_cost_vehicle_id_on",
                table: "fleet_trip_cost",
                columns: new[] { "vehicle_id", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_vehicle_custody",
                table: "fleet_vehicle",
                column: "custody");

            migrationBuilder.CreateIndex(
                name: "ix_fleet_vehicle_plate_no",
                table: "fleet_vehicle",
                column: "plate_no",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fleet_vehicle_unit_id_class",
                table: "fleet_vehicle",
                columns: new[] { "unit_id", "class" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_vehicle_vin",
                table: "fleet_vehicle",
                column: "vin",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "kernel_account",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "ix_kernel_account_person_id",
                table: "kernel_account",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "kernel_account",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_kernel_account_claim_user_id",
                table: "kernel_account_claim",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_kernel_account_login_user_id",
                table: "kernel_account_login",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_kernel_assignment_person_id",
                table: "kernel_assignment",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_kernel_assignment_role",
                table: "kernel_assignment",
                column: "role");

            migrationBuilder.CreateIndex(
                name: "ix_kernel_ledger_entry_at",
                table: "kernel_ledger_entry",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_kernel_ledger_entry_block",
                table: "kernel_ledger_entry",
                column: "block");

            migrationBuilder.CreateIndex(
                name: "ix_kernel_ledger_entry_id",
                table: "kernel_ledger_entry",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_kernel_ledger_entry_person_id",
                table: "kernel_ledger_entry",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_kernel_ledger_subject_entry_id",
                table: "kernel_ledger_subject",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_kernel_person_code",
                table: "kernel_person",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_kernel_person_unit_id",
                table: "kernel_person",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_kernel_person_posting_person_id_from",
                table: "kernel_person_posting",
                columns: new[] { "person_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_kernel_session_account_id_ended",
                table: "kernel_session",
                columns: new[] { "account_id", "ended" });

            migrationBuilder.CreateIndex(
                name: "ix_kernel_sign_in_at",
                table: "kernel_sign_in",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_kernel_sign_in_person_id",
                table: "kernel_sign_in",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_kernel_unit_code",
                table: "kernel_unit",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_kernel_unit_placement_parent_id",
                table: "kernel_unit_placement",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_kernel_unit_placement_unit_id_from",
                table: "kernel_unit_placement",
                columns: new[] { "unit_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_kernel_verdict_entry_id",
                table: "kernel_verdict",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_kernel_verdict_subject_id_at",
                table: "kernel_verdict",
                columns: new[] { "subject_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_procedures_case_starter_id_opened_at",
                table: "procedures_case",
                columns: new[] { "starter_id", "opened_at" });

            migrationBuilder.CreateIndex(
                name: "ix_procedures_case_subject_id_opened_at",
                table: "procedures_case",
                columns: new[] { "subject_id", "opened_at" });

            migrationBuilder.CreateIndex(
                name: "ux_procedures_case_open",
                table: "procedures_case",
                column: "subject_id",
                unique: true,
                filter: "state = 'Open'");

            migrationBuilder.CreateIndex(
                name: "ix_procedures_notice_case_id_person_id",
                table: "procedures_notice",
                columns: new[] { "case_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_procedures_notice_person_id_sent_at",
                table: "procedures_notice",
                columns: new[] { "person_id", "sent_at" });

            migrationBuilder.CreateIndex(
                name: "ix_procedures_task_case_id",
                table: "procedures_task",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_procedures_task_ended_by_id_ended_at",
                table: "procedures_task",
                columns: new[] { "ended_by_id", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ix_procedures_task_open_duty",
                table: "procedures_task",
                column: "on_duty",
                filter: "state = 'Open'");

            migrationBuilder.CreateIndex(
                name: "ix_procedures_task_open_person",
                table: "procedures_task",
                column: "person_id",
                filter: "state = 'Open'");

            migrationBuilder.CreateIndex(
                name: "ix_procedures_task_open_pool",
                table: "procedures_task",
                columns: new[] { "permission", "unit_id" },
                filter: "state = 'Open'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "decisions_lawbook");

            migrationBuilder.DropTable(
                name: "fleet_application");

            migrationBuilder.DropTable(
                name: "fleet_counter");

            migrationBuilder.DropTable(
                name: "fleet_driver");

            migrationBuilder.DropTable(
                name: "fleet_holiday_duty");

            migrationBuilder.DropTable(
                name: "fleet_month_closing");

            migrationBuilder.DropTable(
                name: "fleet_payee");

            migrationBuilder.DropTable(
                name: "fleet_quota");

            migrationBuilder.DropTable(
                name: "fleet_trip");

            migrationBuilder.DropTable(
                name: "fleet_trip_cost");

            migrationBuilder.DropTable(
                name: "fleet_vehicle");

            migrationBuilder.DropTable(
                name: "kernel_account_claim");

            migrationBuilder.DropTable(
                name: "kernel_account_login");

            migrationBuilder.DropTable(
                name: "kernel_account_token");

            migrationBuilder.DropTable(
                name: "kernel_assignment");

            migrationBuilder.DropTable(
                name: "kernel_ledger_block");

            migrationBuilder.DropTable(
                name: "kernel_ledger_entry");

            migrationBuilder.DropTable(
                name: "kernel_ledger_subject");

            migrationBuilder.DropTable(
                name: "kernel_person");

            migrationBuilder.DropTable(
                name: "kernel_person_posting");

            migrationBuilder.DropTable(
                name: "kernel_role");

            migrationBuilder.DropTable(
                name: "kernel_session");

            migrationBuilder.DropTable(
                name: "kernel_shared_key");

            migrationBuilder.DropTable(
                name: "kernel_sign_in");

            migrationBuilder.DropTable(
                name: "kernel_unit");

            migrationBuilder.DropTable(
                name: "kernel_unit_placement");

            migrationBuilder.DropTable(
                name: "kernel_verdict");

            migrationBuilder.DropTable(
                name: "procedures_case");

            migrationBuilder.DropTable(
                name: "procedures_notice");

            migrationBuilder.DropTable(
                name: "procedures_task");

            migrationBuilder.DropTable(
                name: "kernel_account");
        }
    }
}
