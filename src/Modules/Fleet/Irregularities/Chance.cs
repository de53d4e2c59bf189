namespace Guiju.Fleet.Irregularities;

/// <summary>Draws from the usual distributions, the same for the same seed on every machine.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>Between two numbers.</summary>
    public double Between(double from, double to) => from + (to - from) * random.NextDouble();

    /// <summary>True with a probability.</summary>
    public bool In(double share) => random.NextDouble() < share;

    /// <summary>A whole number from nought up.</summary>
    public int Below(int most) => random.Next(most);

    /// <summary>Normal.</summary>
    public double Normal(double mean, double spread) => mean + spread * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>Log-normal around a middle.</summary>
    public double Skewed(double middle, double spread) => middle * Math.Exp(Normal(0, spread));

    /// <summary>Exponential.</summary>
    public double Waiting(double mean) => -mean * Math.Log(1 - random.NextDouble());

    /// <summary>One of some.</summary>
    public T Of<T>(IReadOnlyList<T> some) => some[random.Next(some.Count)];
}
