using static Guiju.Clocks.Tests.Yardstick;

namespace Guiju.Clocks.Tests;

public sealed class ClockTests
{
    private static readonly Clock Clock = new(Calendar);

    [Theory]
    [InlineData("2023-09-15", 20, "2023-10-19")]
    [InlineData("2023-09-28", 20, "2023-11-01")]
    [InlineData("2024-02-01", 20, "2024-03-05")]
    [InlineData("2024-04-26", 7, "2024-05-09")]
    [InlineData("2024-09-10", 20, "2024-10-14")]
    [InlineData("2023-09-22", 5, "2023-10-07")]
    [InlineData("2023-09-22", 15, "2023-10-19")]
    [InlineData("2023-04-20", 7, "2023-04-28")]
    [InlineData("2024-02-08", 2, "2024-02-18")]
    [InlineData("2024-02-08", 7, "2024-02-23")]
    [InlineData("2024-09-27", 5, "2024-10-10")]
    [InlineData("2023-12-29", 20, "2024-01-29")]
    [InlineData("2024-03-01", 20, "2024-03-29")]
    public void Working_day_limits_follow_the_notices(string from, int within, string end)
    {
        var answer = Clock.Compute(D(from), within, ClockUnit.Workday);

        Assert.Equal((D(end), D(end), D(end)), (answer.Raw, answer.Rolled, answer.Internal));
        Assert.False(answer.Provisional);
    }

    [Theory]
    [InlineData("2023-09-20", 15, ClockUnit.Day, "2023-10-05", "2023-10-07", "2023-09-28")]
    [InlineData("2024-08-05", 60, ClockUnit.Day, "2024-10-04", "2024-10-08", "2024-09-30")]
    [InlineData("2023-02-20", 3, ClockUnit.Month, "2023-05-20", "2023-05-22", "2023-05-19")]
    [InlineData("2023-02-20", 6, ClockUnit.Month, "2023-08-20", "2023-08-21", "2023-08-18")]
    [InlineData("2023-11-30", 3, ClockUnit.Month, "2024-02-29", "2024-02-29", "2024-02-29")]
    [InlineData("2023-12-15", 30, ClockUnit.Day, "2024-01-14", "2024-01-15", "2024-01-12")]
    [InlineData("2024-01-12", 30, ClockUnit.Day, "2024-02-11", "2024-02-18", "2024-02-09")]
    [InlineData("2024-09-03", 30, ClockUnit.Day, "2024-10-03", "2024-10-08", "2024-09-30")]
    [InlineData("2024-09-03", 60, ClockUnit.Day, "2024-11-02", "2024-11-04", "2024-11-01")]
    [InlineData("2024-02-29", 1, ClockUnit.Year, "2025-02-28", "2025-02-28", "2025-02-28")]
    public void A_limit_ending_on_a_rest_day_rolls_to_the_next_working_day(
        string from, int within, ClockUnit unit, string raw, string rolled, string aim)
    {
        var answer = Clock.Compute(D(from), within, unit);

        Assert.Equal((D(raw), D(rolled), D(aim)), (answer.Raw, answer.Rolled, answer.Internal));
    }

    [Fact]
    public void Twenty_more_working_days_run_on_from_the_first_end() =>
        Assert.Equal(D("2024-11-11"), Clock.Compute(D("2024-09-10"), 20, ClockUnit.Workday, extension: 20).Raw);

    [Fact]
    public void An_extension_runs_from_the_raw_end_not_from_the_rolled_one()
    {
        var answer = Clock.Compute(D("2024-08-05"), 60, ClockUnit.Day, extension: 30);

        Assert.Equal((D("2024-11-03"), D("2024-11-04")), (answer.Raw, answer.Rolled));
    }

    [Fact]
    public void Three_months_and_three_more_are_six_months_even_after_a_short_february() =>
        Assert.Equal(D("2024-05-30"), Clock.Compute(D("2023-11-30"), 3, ClockUnit.Month, extension: 3).Raw);

    [Fact]
    public void Time_spent_asking_others_does_not_run()
    {
        var asked = new Suspension(D("2024-03-08"), D("2024-03-25"));

        Assert.Equal(D("2024-04-16"), Clock.Compute(D("2024-03-01"), 20, ClockUnit.Workday, [asked]).Raw);
    }

    [Fact]
    public void Papers_due_before_a_hearing_are_aimed_at_the_last_working_day()
    {
        var answer = Clock.Compute(D("2024-05-08"), -7, ClockUnit.Day);

        Assert.Equal((D("2024-05-01"), D("2024-05-01"), D("2024-04-30")), (answer.Raw, answer.Rolled, answer.Internal));
    }

    [Fact]
    public void A_limit_reaching_into_a_year_without_a_notice_is_provisional()
    {
        var only2024 = new Clock(new WorkCalendar(Calendar.Years.Where(year => year.Year == 2024)));

        var answer = only2024.Compute(D("2024-12-20"), 20, ClockUnit.Workday);

        Assert.True(answer.Provisional);
        Assert.Contains(answer.Derivation, step => step.Zh.Contains("2025 年放假通知尚未载入", StringComparison.Ordinal));
        Assert.False(only2024.Compute(D("2024-11-01"), 5, ClockUnit.Workday).Provisional);
    }

    [Fact]
    public void The_derivation_names_the_holiday_and_the_make_up_days()
    {
        var steps = Clock.Compute(D("2023-09-28"), 20, ClockUnit.Workday).Derivation;

        Assert.Contains(steps, step => step.Zh.Contains("国庆", StringComparison.Ordinal) && step.Zh.Contains("8 天不计", StringComparison.Ordinal));
        Assert.Contains(steps, step => step.Zh.Contains("2023年10月7日（周六）调休上班", StringComparison.Ordinal));
        Assert.All(steps, step => Assert.NotEmpty(step.En));
    }

    [Theory]
    [InlineData("2024-01-01", 0, "within")]
    [InlineData("2024-01-01", 40_000, "within")]
    [InlineData("1800-01-01", 5, "from")]
    public void A_limit_that_cannot_be_meant_is_refused_by_field(string from, int within, string field) =>
        Assert.Equal(field, Assert.Throws<ClockException>(() => Clock.Compute(D(from), within, ClockUnit.Day)).Field);

    [Fact]
    public void A_suspension_that_ends_before_it_begins_is_refused() => Assert.Equal(
        "suspend",
        Assert.Throws<ClockException>(() => Clock.Compute(D("2024-01-01"), 5, ClockUnit.Day, [new(D("2024-01-05"), D("2024-01-04"))])).Field);

    [Fact]
    public void A_backward_clock_is_not_extended() =>
        Assert.Throws<ClockException>(() => Clock.Compute(D("2024-01-01"), -5, ClockUnit.Day, extension: 3));
}
