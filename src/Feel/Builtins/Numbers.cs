using Guiju.Feel.Syntax;

namespace Guiju.Feel.Builtins;

/// <summary>Functions on numbers.</summary>
internal static class Numbers
{
    private const int MostScale = 6176;
    private const int LeastScale = -6111;

    public static void Add(Register register)
    {
        register
            .Add("decimal(n: number, scale: number): number", (a, _, _) => Scaled(a[0], a[1], (n, s) => Round(n, s, MidpointRounding.ToEven)))
            .Add("floor(n: number): number", (a, _, _) => decimal.Floor(N(a[0])))
            .Add("ceiling(n: number): number", (a, _, _) => decimal.Ceiling(N(a[0])))
            .Add("floor(n: number, scale: number): number", (a, _, _) => Scaled(a[0], a[1], (n, s) => Round(n, s, MidpointRounding.ToNegativeInfinity)))
            .Add("ceiling(n: number, scale: number): number", (a, _, _) => Scaled(a[0], a[1], (n, s) => Round(n, s, MidpointRounding.ToPositiveInfinity)))
            .Add("round up(n: number, scale: number): number", (a, _, _) => Scaled(a[0], a[1], (n, s) => Round(n, s, n < 0 ? MidpointRounding.ToNegativeInfinity : MidpointRounding.ToPositiveInfinity)))
            .Add("round down(n: number, scale: number): number", (a, _, _) => Scaled(a[0], a[1], (n, s) => Round(n, s, MidpointRounding.ToZero)))
            .Add("round half up(n: number, scale: number): number", (a, _, _) => Scaled(a[0], a[1], (n, s) => Round(n, s, MidpointRounding.AwayFromZero)))
            .Add("round half down(n: number, scale: number): number", (a, _, _) => Scaled(a[0], a[1], HalfDown))
            .Add("abs(n: number): number", (a, _, _) => Math.Abs(N(a[0])))
            .Add("abs(n: days and time duration): days and time duration", (a, _, _) => new DaysDuration(Int128.Abs(((DaysDuration)a[0]!).Nanos)))
            .Add("abs(n: years and months duration): years and months duration", (a, _, _) => new MonthsDuration(Math.Abs(((MonthsDuration)a[0]!).Months)))
            .Add("modulo(dividend: number, divisor: number): number", (a, run, at) => N(a[1]) == 0 ? run.Warn(Trouble.DivisionByZero, at) : Modulo(N(a[0]), N(a[1])))
            .Add("sqrt(number: number): number", (a, _, _) => Root(N(a[0])))
            .Add("log(number: number): number", (a, _, _) => N(a[0]) <= 0 ? null : Real(Math.Log((double)N(a[0]))))
            .Add("exp(number: number): number", (a, _, _) => Real(Math.Exp((double)N(a[0]))))
            .Add("odd(number: number): boolean", (a, _, _) => decimal.Truncate(N(a[0])) == N(a[0]) ? N(a[0]) % 2 != 0 : null)
            .Add("even(number: number): boolean", (a, _, _) => decimal.Truncate(N(a[0])) == N(a[0]) ? N(a[0]) % 2 == 0 : null);
    }

    /// <summary>The root to the last digit a decimal holds: a double's root, bettered by Newton's step.</summary>
    public static object? Root(decimal n)
    {
        if (n < 0)
        {
            return null;
        }

        var root = (decimal)Math.Sqrt((double)n);
        for (var i = 0; i < 3 && root != 0; i++)
        {
            root = (root + n / root) / 2;
        }

        return root;
    }

    private static decimal N(object? value) => (decimal)value!; // bound by the signature

    private static object? Real(double value) => double.IsFinite(value) ? (decimal)value : null;

    private static decimal Modulo(decimal a, decimal b) => a - b * decimal.Floor(a / b);

    private static object? Scaled(object? n, object? scale, Func<decimal, int, decimal> round)
    {
        var digits = decimal.Truncate(N(scale));
        return digits is < LeastScale or > MostScale ? null : round(N(n), (int)digits);
    }

    private static decimal Round(decimal n, int scale, MidpointRounding how)
    {
        if (scale >= 0)
        {
            return scale >= 28 ? n : decimal.Round(n, scale, how);
        }

        if (scale < -28)
        {
            return 0;
        }

        var unit = Arithmetic.Power(10, -scale) ?? 1;
        return decimal.Round(n / unit, 0, how) * unit;
    }

    private static decimal HalfDown(decimal n, int scale)
    {
        var (down, up) = (Round(n, scale, MidpointRounding.ToZero), Round(n, scale, n < 0 ? MidpointRounding.ToNegativeInfinity : MidpointRounding.ToPositiveInfinity));
        return Math.Abs(n - down) <= Math.Abs(up - n) ? down : up;
    }
}
