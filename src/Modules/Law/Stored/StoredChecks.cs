using Guiju.Kernel;

namespace Guiju.Law.Stored;

/// <summary>System checks of the library of texts.</summary>
public static class StoredChecks
{
    /// <summary>The file can be read as a text of law.</summary>
    public static readonly SystemCheck CanBeRead = new("StoredChecks.CanBeRead", new("文件可以作为规定文本读出。", "The file can be read as a text of law."));

    /// <summary>The text says something under its title.</summary>
    public static readonly SystemCheck HasWords = new("StoredChecks.HasWords", new("标题之下有正文。", "Something stands under the title."));

    /// <summary>The day that names the version is known.</summary>
    public static readonly SystemCheck IsDated = new("StoredChecks.IsDated", new("文本或文件名载明版本日期；都没有的，须填写。", "The text or the name of the file tells the day of the version; where neither does, it is given."));

    /// <summary>The same wording is not stored yet.</summary>
    public static readonly SystemCheck IsNotStoredYet = new("StoredChecks.IsNotStoredYet", new("这一版本尚未入库。", "This version is not stored yet."));

    /// <summary>Another wording for the same day is taken only as a correction with a reason.</summary>
    public static readonly SystemCheck CorrectionHasReason = new("StoredChecks.CorrectionHasReason", new("库中已有同日版本而文字不同；以新文本更正的，须写明理由。", "A version of that day with other words is stored; correcting it needs a reason."));

    /// <summary>A version does not come into force before it is made.</summary>
    public static readonly SystemCheck InForceAfterMaking = new("StoredChecks.InForceAfterMaking", new("施行日期不早于版本日期。", "A version does not come into force before the day it is made."));

    /// <summary>A change takes effect on or after the day it was made.</summary>
    public static readonly SystemCheck TakesEffectAfterMaking = new("StoredChecks.TakesEffectAfterMaking", new("生效日期不早于作出日期。", "A change takes effect on or after the day it was made."));

    /// <summary>A repealed text is not repealed again.</summary>
    public static readonly SystemCheck IsNotRepealedYet = new("StoredChecks.IsNotRepealedYet", new("该规定尚未废止。", "The text has not been repealed yet."));

    /// <summary>The text is in the library.</summary>
    public static readonly SystemCheck IsInLibrary = new("StoredChecks.IsInLibrary", new("该规定已在库中。", "The text is in the library."));
}
