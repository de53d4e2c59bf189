using static Guiju.Clocks.Tests.Yardstick;

namespace Guiju.Clocks.Tests;

public sealed class WorkCalendarTests
{
    [Theory]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_year_has_the_known_number_of_working_days(int year, int workdays) =>
        Assert.Equal(workdays, Calendar.CountWorkdays(new(year, 1, 1), new(year, 12, 31)));

    [Fact]
    public void Every_day_agrees_with_the_notices_as_another_maker_typed_them()
    {
        var days = OtherMakersDays();

        var wrong = days.Where(day => day.Value == Calendar.IsWorkday(day.Key)).Select(day => day.Key).ToList();
        var invented = Calendar.Years
            .SelectMany(year => year.Off.SelectMany(period => Enumerable.Range(0, period.Days).Select(period.From.AddDays))
                .Concat(year.Work.Select(day => day.Date)))
            .Where(day => !days.ContainsKey(day))
            .ToList();

        Assert.Empty(wrong);
        Assert.Empty(invented);
    }

    [Fact]
    public void New_years_eve_of_2024_is_worked_because_the_notice_leaves_it() => Assert.True(Calendar.IsWorkday(D("2024-02-09")));

    [Fact]
    public void A_notice_may_take_a_day_of_the_year_before()
    {
        Assert.True(Calendar.IsStatutoryRest(D("2022-12-31"), out var holiday));
        Assert.Equal("元旦", holiday);
    }

    [Fact]
    public void A_make_up_saturday_is_a_working_day_and_says_for_which_holiday()
    {
        Assert.Equal(DayKind.MakeUpWorkday, Calendar.Kind(D("2023-10-07")));
        Assert.NotNull(Calendar.MakeUpOn(D("2023-10-07")));
    }

    [Fact]
    public void The_holiday_around_a_day_is_its_whole_run()
    {
        var holiday = Calendar.HolidayAround(D("2024-02-13"));

        Assert.NotNull(holiday);
        Assert.Equal((D("2024-02-10"), D("2024-02-17")), (holiday.From, holiday.To));
        Assert.Null(Calendar.HolidayAround(D("2024-03-02")));
    }

    [Fact]
    public void An_ordinary_weekend_is_no_statutory_rest()
    {
        Assert.False(Calendar.IsStatutoryRest(D("2024-03-02")));
        Assert.Equal(DayKind.Weekend, Calendar.Kind(D("2024-03-02")));
    }

    [Fact]
    public void A_year_without_a_notice_is_provisional()
    {
        Assert.False(Calendar.IsKnown(2040));
        Assert.True(Calendar.IsProvisional(D("2040-05-01")));
        Assert.False(Calendar.IsProvisional(D("2024-05-01")));
    }

    [Fact]
    public void The_last_days_of_december_wait_for_the_next_notice()
    {
        var only2023 = new WorkCalendar(Calendar.Years.Where(year => year.Year == 2023));

        Assert.True(only2023.IsProvisional(D("2023-12-30")));
        Assert.False(only2023.IsProvisional(D("2023-12-28")));
    }

    [Fact]
    public void A_file_that_is_no_notice_is_refused_with_its_line()
    {
        var fault = Assert.Throws<CalendarException>(
            () => new CalendarFiles.YearFile("2031.yaml").Read("year: 2031\nnotice: 通知\noff:\n  - {name: 元旦, from: 2031-01-03, to: 2031-01-01}\n"));

        Assert.Contains("2031.yaml", fault.Zh, StringComparison.Ordinal);
        Assert.Contains("line 4", fault.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("- 1")]
    [InlineData("year: x\nnotice: a")]
    [InlineData("year: 2031")]
    [InlineData("year: 2031\nnotice: a\noff: 3")]
    [InlineData("year: 2031\nnotice: a\noff: [{name: 元旦, from: 2031/1/1, to: 2031-01-02}]")]
    [InlineData("year: 2031\nnotice: a\nwork: [{name: 元旦, date: 2041-01-01}]")]
    [InlineData("year: [2031\nnotice: a")]
    public void Broken_files_are_refused_not_guessed(string yaml) =>
        Assert.Throws<CalendarException>(() => new CalendarFiles.YearFile("2031.yaml").Read(yaml));

    [Fact]
    public void A_day_cannot_be_off_and_worked_at_once()
    {
        var day = D("2031-01-04");

        Assert.Throws<CalendarException>(() => new WorkCalendar(
            [new CalendarYear(2031, "通知", [new HolidayPeriod("元旦", day, day)], [new MakeUpDay("元旦", day)])]));
    }
}
