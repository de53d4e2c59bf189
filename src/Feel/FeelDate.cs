using System.Globalization;

namespace Guiju.Feel;

/// <summary>A day of the proleptic Gregorian calendar, with years to nine digits as FEEL allows.</summary>
/// <param name="Year">The year, negative before the common era.</param>
/// <param name="Month">The month, 1 to 12.</param>
/// <param name="Day">The day of the month, from 1.</param>
public readonly record struct FeelDate(int Year, int Month, int Day) : IComparable<FeelDate>
{
    /// <summary>The largest year, and with a minus sign the smallest.</summary>
    public const int MaxYear = 999_999_999;

    /// <summary>Days since 1970-01-01.</summary>
    public long DayNumber
    {
        get
        {
            // Counting from March makes the leap day the last of the year, so no month needs a special case.
            long y = Month <= 2 ? Year - 1L : Year;
            var era = (y >= 0 ? y : y - 399) / 400;
            var yearOfEra = y - era * 400;
            var dayOfYear = (153 * (Month + (Month > 2 ? -3 : 9)) + 2) / 5 + Day - 1;
            return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468;
        }
    }

    /// <summary>The day of the week: 1 is Monday, 7 is Sunday.</summary>
    public int Weekday => (int)((DayNumber + 3) % 7 + 7) % 7 + 1;

    /// <summary>The day of the year, from 1.</summary>
    public int DayOfYear => (int)(DayNumber - new FeelDate(Year, 1, 1).DayNumber) + 1;

    /// <summary>The ISO 8601 week of the year.</summary>
    public int WeekOfYear
    {
        get
        {
            var thursday = FromDayNumber(DayNumber - Weekday + 4) ?? this;
            return (thursday.DayOfYear - 1) / 7 + 1;
        }
    }

    /// <summary>The day with that number, or null outside the years FEEL knows.</summary>
    public static FeelDate? FromDayNumber(long number)
    {
        if (number is > 366_000_000_000 or < -366_000_000_000)
        {
            return null;
        }

        number += 719468;
        var era = (number >= 0 ? number : number - 146096) / 146097;
        var dayOfEra = number - era * 146097;
        var yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
        var dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        var marchMonth = (5 * dayOfYear + 2) / 153;
        var day = (int)(dayOfYear - (153 * marchMonth + 2) / 5 + 1);
        var month = (int)(marchMonth < 10 ? marchMonth + 3 : marchMonth - 9);
        var year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        return Math.Abs(year) > MaxYear ? null : new FeelDate((int)year, month, day);
    }

    /// <summary>The day, or null when there is none such.</summary>
    public static FeelDate? Create(long year, long month, long day) =>
        Math.Abs(year) <= MaxYear && month is >= 1 and <= 12 && day >= 1 && day <= DaysInMonth((int)year, (int)month)
            ? new FeelDate((int)year, (int)month, (int)day)
            : null;

    /// <summary>How many days a month has.</summary>
    public static int DaysInMonth(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    /// <summary>Months later; the last day of the month where the day does not exist there.</summary>
    public FeelDate? AddMonths(long months)
    {
        var total = Year * 12L + Month - 1 + months;
        var year = (long)Math.Floor(total / 12m);
        var month = (int)(total - year * 12) + 1;
        return Math.Abs(year) > MaxYear ? null : new FeelDate((int)year, month, Math.Min(Day, DaysInMonth((int)year, month)));
    }

    /// <summary>Reads <c>yyyy-MM-dd</c>, or gives null.</summary>
    public static FeelDate? Parse(ReadOnlySpan<char> text)
    {
        var negative = text.StartsWith("-");
        if (negative)
        {
            text = text[1..];
        }

        var dash = text.IndexOf('-');
        if (dash is < 4 or > 9 || (dash > 4 && text[0] == '0') || text.Length != dash + 6 || text[dash + 3] != '-'
            || !Digits(text[..dash]) || !Digits(text.Slice(dash + 1, 2)) || !Digits(text[(dash + 4)..]))
        {
            return null;
        }

        var year = int.Parse(text[..dash], CultureInfo.InvariantCulture);
        return Create(negative ? -year : year, int.Parse(text.Slice(dash + 1, 2), CultureInfo.InvariantCulture), int.Parse(text[(dash + 4)..], CultureInfo.InvariantCulture));
    }

    /// <summary>The day of a CLR date.</summary>
    public static FeelDate From(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>The CLR date, or null outside its years.</summary>
    public DateOnly? ToDateOnly() => Year is >= 1 and <= 9999 ? new DateOnly(Year, Month, Day) : null;

    /// <inheritdoc/>
    public int CompareTo(FeelDate other) =>
        Year != other.Year ? Year.CompareTo(other.Year) : Month != other.Month ? Month.CompareTo(other.Month) : Day.CompareTo(other.Day);

    /// <summary>The day as FEEL writes it.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Year < 0 ? "-" : "")}{Math.Abs(Year):0000}-{Month:00}-{Day:00}");

    internal static bool Digits(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return text.Length > 0;
    }
}
