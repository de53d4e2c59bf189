namespace Guiju.Jt808.Tests;

/// <summary>Damage as lines and terminals do it.</summary>
internal static class Mutation
{
    public static byte[] Of(byte[] frame, Random random)
    {
        var bytes = frame.ToList();
        for (var times = random.Next(1, 4); times > 0 && bytes.Count > 2; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: bytes[at] = (byte)random.Next(256); break;
                case 2: bytes.RemoveAt(at); break;
                case 3: bytes.Insert(at, random.Next(3) switch { 0 => 0x7E, 1 => 0x7D, _ => (byte)random.Next(256) }); break;
                case 4: bytes.RemoveRange(at, bytes.Count - at); break;
                default: bytes.InsertRange(at, bytes.GetRange(0, random.Next(bytes.Count))); break;
            }
        }

        return [.. bytes];
    }
}
