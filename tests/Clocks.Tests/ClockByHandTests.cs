using CsCheck;
using static Guiju.Clocks.Tests.Yardstick;

namespace Guiju.Clocks.Tests;

/// <summary>The clock against a calendar sheet crossed off day by day, written without a word of the clock's code.</summary>
public sealed class ClockByHandTests
{
    // A short run by default; GUIJU_CLOCK_CASES=100000 for the long one.
    private static readonly long Cases = long.TryParse(Environment.GetEnvironmentVariable("GUIJU_CLOCK_CASES"), out var cases) ? cases : 5_000;
    private static readonly DateOnly First = D("2007-01-05");

    private static readonly Gen<ClockQuestion> Questions =
        from start in Gen.Int[0, 6500]
        from unit in Gen.Enum<ClockUnit>()
        from within in Gen.Int[1, 90]
        from suspended in Gen.Select(Gen.Int[0, 60], Gen.Int[0, 40]).List[0, 3]
        from extension in Gen.Int[0, 40]
        let day = First.AddDays(start)
        select new ClockQuestion(day, unit is ClockUnit.Year ? (within % 3) + 1 : unit is ClockUnit.Month ? (within % 24) + 1 : within, unit)
        {
            Suspensions = [.. suspended.Select(pair => new Suspension(day.AddDays(pair.Item1 - 5), day.AddDays(pair.Item1 - 5 + pair.Item2)))],
            Extension = unit is ClockUnit.Year ? extension % 2 : extension % 13 == 0 ? null : unit is ClockUnit.Month ? extension % 7 : extension,
        };

    [Fact]
    public void Every_limit_is_the_one_found_by_crossing_off_days()
    {
        var off = Calendar.Years.SelectMany(year => year.Off).ToList();
        var work = Calendar.Years.SelectMany(year => year.Work).Select(day => day.Date).ToHashSet();
        bool Worked(DateOnly day) => work.Contains(day)
            || (!off.Any(run => run.From <= day && day <= run.To) && (int)day.DayOfWeek % 6 != 0);

        var clock = new Clock(Calendar);
        Questions.Sample(
            question =>
            {
                var raw = CrossOff(question, Worked);
                var rolled = raw;
                while (!Worked(rolled))
                {
                    rolled = rolled.AddDays(1);
                }

                var aim = raw;
                while (!Worked(aim))
                {
                    aim = aim.AddDays(-1);
                }

                var answer = clock.Compute(question);
                Assert.Equal((raw, rolled, aim), (answer.Raw, answer.Rolled, answer.Internal));
            },
            iter: Cases);
    }

    [Fact]
    public void Every_backward_limit_is_the_one_found_by_crossing_off_days()
    {
        var off = Calendar.Years.SelectMany(year => year.Off).ToList();
        var work = Calendar.Years.SelectMany(year => year.Work).Select(day => day.Date).ToHashSet();
        var clock = new Clock(Calendar);
        Gen.Select(Gen.Int[0, 6500], Gen.Int[1, 90], Gen.Bool).Sample(
            (start, length, workdays) =>
            {
                var day = First.AddDays(start);
                for (var left = length; left > 0;)
                {
                    day = day.AddDays(-1);
                    var worked = work.Contains(day) || (!off.Any(run => run.From <= day && day <= run.To) && (int)day.DayOfWeek % 6 != 0);
                    left -= !workdays || worked ? 1 : 0;
                }

                var answer = clock.Compute(First.AddDays(start), -length, workdays ? ClockUnit.Workday : ClockUnit.Day);
                Assert.Equal((day, day), (answer.Raw, answer.Rolled));
            },
            iter: Cases / 5);
    }

    [Fact]
    public void A_year_without_a_notice_is_counted_by_weekday_alone_and_said_to_be_provisional()
    {
        var bare = new Clock(new WorkCalendar([]));
        Gen.Select(Gen.Int[0, 36500], Gen.Int[1, 120]).Sample(
            (start, length) =>
            {
                var day = First.AddDays(start);
                for (var left = length; left > 0; left -= (int)day.DayOfWeek % 6 == 0 ? 0 : 1)
                {
                    day = day.AddDays(1);
                }

                var answer = bare.Compute(First.AddDays(start), length, ClockUnit.Workday);
                Assert.Equal((day, true), (answer.Raw, answer.Provisional));
            },
            iter: Cases / 5);
    }

    private static DateOnly CrossOff(ClockQuestion question, Func<DateOnly, bool> worked)
    {
        var stopped = question.Suspensions
            .SelectMany(one => Enumerable.Range(1, one.Answered.DayNumber - one.Sent.DayNumber).Select(one.Sent.AddDays))
            .ToHashSet();
        var length = question.Within + (question.Extension ?? 0);
        var needed = question.Unit switch
        {
            ClockUnit.Month => Corresponding(question.From, length).DayNumber - question.From.DayNumber,
            ClockUnit.Year => Corresponding(question.From, 12 * length).DayNumber - question.From.DayNumber,
            _ => length,
        };

        var day = question.From;
        for (var counted = 0; counted < needed;)
        {
            day = day.AddDays(1);
            var counts = !stopped.Contains(day) && (question.Unit != ClockUnit.Workday || worked(day));
            counted += counts ? 1 : 0;
        }

        // A calendar period whose last counted day is followed by stopped days still ends on that counted day.
        return day;
    }

    private static DateOnly Corresponding(DateOnly from, int months)
    {
        var index = (from.Year * 12) + from.Month - 1 + months;
        var (year, month) = (index / 12, (index % 12) + 1);
        return new DateOnly(year, month, Math.Min(from.Day, DateTime.DaysInMonth(year, month)));
    }
}
