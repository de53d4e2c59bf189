namespace Guiju.Texts.Amending;

/// <summary>What an amending act orders.</summary>
public enum InstructionKind
{
    /// <summary>将…修改为：“…”: a provision gets other words.</summary>
    Replace,

    /// <summary>将…中的“…”修改为“…”: some words give way to others.</summary>
    ReplaceWords,

    /// <summary>删去…: a provision goes.</summary>
    Delete,

    /// <summary>删去…中的“…”: some words go.</summary>
    DeleteWords,

    /// <summary>在…“…”后增加“…”: words are put in.</summary>
    InsertWords,

    /// <summary>增加一条，作为第X条.</summary>
    AddArticle,

    /// <summary>增加一款，作为第X款.</summary>
    AddParagraph,

    /// <summary>增加一项，作为第（X）项.</summary>
    AddItem,

    /// <summary>将第X条改为第Y条.</summary>
    Renumber,

    /// <summary>An order that was not understood: a person does it by hand.</summary>
    NotUnderstood,
}

/// <summary>One order of an amending act.</summary>
/// <param name="Kind">What it orders.</param>
/// <param name="Target">The provision concerned, by its number before the amendment; null where the whole text is, or an article is new.</param>
/// <param name="Place">The number it has afterwards, where the order says one.</param>
/// <param name="Old">Words that go.</param>
/// <param name="New">Words that come.</param>
/// <param name="Said">The order as printed.</param>
/// <param name="Line">Line of the source.</param>
public sealed record Instruction(InstructionKind Kind, ProvisionAddress? Target, ProvisionAddress? Place, string Old, string New, string Said, int Line);
