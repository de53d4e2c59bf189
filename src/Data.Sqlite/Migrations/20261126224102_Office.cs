using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Guiju.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Office : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "procedures_clock",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    person = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    amount = table.Column<int>(type: "INTEGER", nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    extension = table.Column<int>(type: "INTEGER", nullable: true),
                    extension_reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    raw = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    rolled = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    aim = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    half = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    provisional = table.Column<bool>(type: "INTEGER", nullable: false),
                    calendar_version = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    stopped_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    late_reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedures_clock", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "procedures_clock_pause",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    clock_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    sent = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    answered = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedures_clock_pause", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "procedures_clock_reminder",
                columns: table => new
                {
                    clock_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    aim = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedures_clock_reminder", x => new { x.clock_id, x.stage, x.aim });
                });

            migrationBuilder.CreateTable(
                name: "procedures_delivery",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    target = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    body = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    next_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    fault = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedures_delivery", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "procedures_letter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    form = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    issuer = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    addressee = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    body = table.Column<string>(type: "TEXT", maxLength: 40000, nullable: false),
                    attachments = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    copy_to = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    @sealed = table.Column<bool>(name: "sealed", type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    drafter_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    drafter = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    signer = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    drafted_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedures_letter", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "procedures_message",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    english_title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    read_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedures_message", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "procedures_number",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    series_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    printed = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    letter_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    taken_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    taken_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedures_number", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "procedures_number_count",
                columns: table => new
                {
                    series = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    taken = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedures_number_count", x => new { x.series, x.year });
                });

            migrationBuilder.CreateTable(
                name: "procedures_number_series",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mark = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedures_number_series", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "procedures_subscription",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mail = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    calendar_digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    calendar_since = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedures_subscription", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_procedures_clock_open_person",
                table: "procedures_clock",
                columns: new[] { "person_id", "aim" },
                filter: "state <> 'Stopped'");

            migrationBuilder.CreateIndex(
                name: "ix_procedures_clock_subject_id_kind",
                table: "procedures_clock",
                columns: new[] { "subject_id", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_procedures_clock_unit_id_aim",
                table: "procedures_clock",
                columns: new[] { "unit_id", "aim" });

            migrationBuilder.CreateIndex(
                name: "ix_procedures_clock_pause_clock_id",
                table: "procedures_clock_pause",
                column: "clock_id");

            migrationBuilder.CreateIndex(
                name: "ix_procedures_delivery_waiting",
                table: "procedures_delivery",
                column: "next_at",
                filter: "state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_procedures_letter_case_id",
                table: "procedures_letter",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_procedures_letter_unit_id_drafted_at",
                table: "procedures_letter",
                columns: new[] { "unit_id", "drafted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_procedures_message_person_id_at",
                table: "procedures_message",
                columns: new[] { "person_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_procedures_number_letter_id",
                table: "procedures_number",
                column: "letter_id");

            migrationBuilder.CreateIndex(
                name: "ix_procedures_number_series_id_year_number",
                table: "procedures_number",
                columns: new[] { "series_id", "year", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_procedures_number_series_mark",
                table: "procedures_number_series",
                column: "mark",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_procedures_subscription_calendar_digest",
                table: "procedures_subscription",
                column: "calendar_digest");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "procedures_clock");

            migrationBuilder.DropTable(
                name: "procedures_clock_pause");

            migrationBuilder.DropTable(
                name: "procedures_clock_reminder");

            migrationBuilder.DropTable(
                name: "procedures_delivery");

            migrationBuilder.DropTable(
                name: "procedures_letter");

            migrationBuilder.DropTable(
                name: "procedures_message");

            migrationBuilder.DropTable(
                name: "procedures_number");

            migrationBuilder.DropTable(
                name: "procedures_number_count");

            migrationBuilder.DropTable(
                name: "procedures_number_series");

            migrationBuilder.DropTable(
                name: "procedures_subscription");
        }
    }
}
