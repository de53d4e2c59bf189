using Guiju.Kernel;

namespace Guiju.Fleet.Tests;

/// <summary>Asserts which system check an entity holds to.</summary>
internal static class Broken
{
    public static void By(SystemCheck check, Action act, string? field = null)
    {
        var broken = Assert.Throws<BrokenCheckException>(act);

        Assert.Equal(check.Code, broken.Check.Code);
        if (field is not null)
        {
            Assert.Equal(field, broken.Field);
        }
    }
}
