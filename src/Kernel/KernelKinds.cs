namespace Guiju.Kernel;

/// <summary>Kinds of records of the kernel, as the ledger names them.</summary>
public static class KernelKinds
{
    /// <summary>An organisation.</summary>
    public const string Unit = "kernel.unit";

    /// <summary>A person.</summary>
    public const string Person = "kernel.person";

    /// <summary>An account.</summary>
    public const string Account = "kernel.account";

    /// <summary>A role held by a person.</summary>
    public const string Assignment = "kernel.assignment";
}
