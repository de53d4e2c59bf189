using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Texts;
using Guiju.Texts.Files;

namespace Guiju.Law.Stored;

/// <summary>A text is taken into the library, or a version of one that is there.</summary>
[Needs(LawModule.KeepTexts), Display(Name = "录入规定文本")]
public sealed record StoreText : IAct<Guid>
{
    /// <summary>Name of the file.</summary>
    [Display(Name = "文件名"), Required, StringLength(300, MinimumLength = 1)] public string FileName { get; init; } = "";

    /// <summary>The file: DOCX, Markdown, plain text or Akoma Ntoso.</summary>
    [Display(Name = "文件内容"), Required, MaxLength(TextFile.MostBytes)] public byte[] Content { get; init; } = [];

    /// <summary>Address of the work, where the proposal is not right.</summary>
    [Display(Name = "永久地址"), StringLength(200), RegularExpression(@"[\p{L}\p{N}\-]+(/[\p{L}\p{N}\-]+)+")] public string? Work { get; init; }

    /// <summary>Day that names the version, where neither text nor name tells it.</summary>
    [Display(Name = "版本日期")] public DateOnly? Date { get; init; }

    /// <summary>First day in force, where the text does not tell it.</summary>
    [Display(Name = "施行日期")] public DateOnly? From { get; init; }

    /// <summary>Rank, where the proposal is not right.</summary>
    [Display(Name = "效力位阶")] public LawRank? Rank { get; init; }

    /// <summary>Issuer, where the proposal is not right.</summary>
    [Display(Name = "制定机关"), StringLength(200)] public string? Issuer { get; init; }

    /// <summary>Why a version that is stored with other words is corrected.</summary>
    [Display(Name = "更正理由"), StringLength(500)] public string? Correction { get; init; }

    /// <summary>Whether nothing is said beyond the file.</summary>
    internal bool IsSilent => Work is null && Date is null && From is null && Rank is null && Issuer is null && string.IsNullOrWhiteSpace(Correction);

    /// <summary>The proposal with what the person said instead.</summary>
    internal TextIdentity Correct(TextIdentity proposed)
    {
        var date = Date ?? proposed.Date;
        var from = From ?? (Date is null ? proposed.From : proposed.FromStated && proposed.From >= date ? proposed.From : date);
        return proposed with
        {
            Work = Work ?? proposed.Work,
            Pack = Work?.StartsWith("bureau/", StringComparison.Ordinal) == true ? "bureau" : proposed.Pack,
            Date = date,
            From = from,
            FromStated = From is not null || proposed.FromStated && from == proposed.From,
            Rank = Rank ?? proposed.Rank,
            Issuer = Issuer ?? proposed.Issuer,
        };
    }

    internal sealed class Handler(LawSources sources, VersionWriter writer) : IHandler<StoreText, Guid>
    {
        public Task<Guid> HandleAsync(StoreText act, CancellationToken ct)
        {
            var read = Read(act);
            return writer.WriteAsync(read, act.Correct(TextIdentity.Of(read, act.FileName, sources)), new SourceFile(act.FileName, act.Content), act.Correction, ct);
        }

        private static LegalText Read(StoreText act)
        {
            try
            {
                return TextFile.Read(act.Content);
            }
            catch (UnreadableTextException unreadable)
            {
                throw StoredChecks.Unreadable(unreadable, nameof(act.Content));
            }
        }
    }
}
