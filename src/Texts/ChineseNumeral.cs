using System.Globalization;
using System.Text;

namespace Guiju.Texts;

/// <summary>Numbers as texts of law write them: 一百三十三, 二十, 〇; Arabic and full-width digits are read too.</summary>
public static class ChineseNumeral
{
    /// <summary>Characters a numeral may hold, for use inside a regular expression's brackets.</summary>
    internal const string Characters = "零〇○一二三四五六七八九十百千两0-9０-９";

    private const string Digits = "零一二三四五六七八九";

    /// <summary>The number written, or null where the text is no numeral below ten thousand.</summary>
    public static int? Read(string text)
    {
        if (text.Length is 0 or > 12)
        {
            return null;
        }

        var normal = text.Normalize(NormalizationForm.FormKC).Replace('〇', '零').Replace('○', '零').Replace('两', '二');
        if (int.TryParse(normal, NumberStyles.None, CultureInfo.InvariantCulture, out var plain))
        {
            return plain is > 0 and < 10_000 ? plain : null;
        }

        return normal.Any("十百千".Contains) ? ReadWithUnits(normal) : ReadPositions(normal);
    }

    /// <summary>The numeral of a number from 1 to 9999.</summary>
    public static string Write(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 9999);
        var written = new StringBuilder();
        var zero = false;
        foreach (var (unit, name) in new[] { (1000, "千"), (100, "百"), (10, "十"), (1, "") })
        {
            var digit = number / unit % 10;
            if (digit == 0)
            {
                zero = written.Length > 0;
                continue;
            }

            written.Append(zero ? "零" : "").Append(Digits[digit]).Append(name);
            zero = false;
        }

        return number is >= 10 and < 20 ? written.ToString(1, written.Length - 1) : written.ToString();
    }

    private static int? ReadWithUnits(string text)
    {
        var (total, digit, lastUnit) = (0, -1, 10_000);
        foreach (var character in text)
        {
            var unit = character switch { '千' => 1000, '百' => 100, '十' => 10, _ => 0 };
            if (unit == 0)
            {
                // Two digits side by side inside a numeral with units (二三十) mean nothing definite.
                if (digit > 0 || Digits.IndexOf(character) is not (>= 0 and var value))
                {
                    return null;
                }

                digit = value;
                continue;
            }

            if (unit >= lastUnit || digit == 0 && unit != 10)
            {
                return null;
            }

            total += Math.Max(digit, 1) * unit;
            (digit, lastUnit) = (-1, unit);
        }

        return total + Math.Max(digit, 0);
    }

    private static int? ReadPositions(string text)
    {
        var number = 0;
        foreach (var character in text)
        {
            var digit = Digits.IndexOf(character);
            if (digit < 0 || number > 999)
            {
                return null;
            }

            number = (number * 10) + digit;
        }

        return number > 0 ? number : null;
    }
}
