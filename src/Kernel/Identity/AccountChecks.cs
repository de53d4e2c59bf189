namespace Guiju.Kernel.Identity;

/// <summary>What must hold for accounts and passwords.</summary>
public static class AccountChecks
{
    /// <summary>A person has one account.</summary>
    public static readonly SystemCheck OneEach = new("AccountChecks.OneEach",
        new("此人已有账户。", "The person already has an account."));

    /// <summary>The present password is right.</summary>
    public static readonly SystemCheck KnowsPassword = new("AccountChecks.KnowsPassword",
        new("当前密码不正确。", "The present password is not right."));

    /// <summary>A new password is new.</summary>
    public static readonly SystemCheck PasswordIsNew = new("AccountChecks.PasswordIsNew",
        new("新密码不得与当前密码相同。", "The new password must differ from the present one."));

    /// <summary>The code of the second factor is right.</summary>
    public static readonly SystemCheck CodeIsRight = new("AccountChecks.CodeIsRight",
        new("验证码不正确或已过期。", "The code is wrong or has expired."));

    /// <summary>Not too many tries in a short time.</summary>
    public static readonly SystemCheck NotTooOften = new("AccountChecks.NotTooOften",
        new("尝试次数过多，请一分钟后再试。", "Too many attempts. Please try again in a minute."));

    /// <summary>Nobody locks, unlocks or resets one's own account.</summary>
    public static readonly SystemCheck NotOneself = new("AccountChecks.NotOneself",
        new("不得锁定、解锁或重置自己的账户。", "Nobody locks, unlocks or resets one's own account."));

    /// <summary>The user name is usable.</summary>
    public static readonly SystemCheck NameIsUsable = new("AccountChecks.NameIsUsable",
        new("用户名已被使用或含有不允许的字符。", "The user name is taken or holds characters that are not allowed."));

    /// <summary>The password keeps the rules.</summary>
    public static SystemCheck PasswordIsStrong(IdentitySettings settings) => new("AccountChecks.PasswordIsStrong",
        new($"密码至少 {settings.PasswordLength} 位，须同时含大写字母、小写字母、数字和符号，不同的字符至少 5 个，且不得包含用户名。",
            $"The password needs at least {settings.PasswordLength} characters with upper and lower case letters, a digit and a sign, at least 5 different characters, and must not contain the user name."));
}
