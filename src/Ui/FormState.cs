using System.Globalization;
using Guiju.Kernel;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Forms.Mapping;
using Microsoft.AspNetCore.Http;

namespace Guiju.Ui;

/// <summary>What a form tells its fields: the answer to the last try, and what was typed where it could not be read.</summary>
/// <param name="Answer">The desk's answer.</param>
/// <param name="Typed">Unreadable entries by form name, so that nobody has to type them again.</param>
public sealed record FormState(Answer Answer, IReadOnlyDictionary<string, string> Typed)
{
    /// <summary>A form not yet sent.</summary>
    public static readonly FormState Fresh = new(Answer.None, new Dictionary<string, string>());

    /// <summary>
    /// What the binder could not read of a form, as errors by field; fresh where it read everything. An unreadable entry
    /// would otherwise arrive as an empty value, and an optional field would be lost in silence.
    /// </summary>
    public static FormState Unreadable(FormMappingContext? mapping, string form, IFormCollection? sent)
    {
        var faults = mapping is null ? [] : mapping.GetAllErrors().Concat(mapping.GetAllErrors(form)).SelectMany(error => FaultsOf(error, sent)).Where(f => !string.IsNullOrEmpty(f.Typed)).DistinctBy(f => f.Name).ToList();
        return faults.Count == 0
            ? Fresh
            : new FormState(
                Answer.Wrong([.. faults.Select(f => new FieldError(FieldOf(f.Name), new($"“{f.Typed}”不是这一栏所要的内容，请改正。", $"\"{f.Typed}\" is not what this field takes; please correct it.")))]),
                faults.ToDictionary(f => f.Name, f => f.Typed, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The field of the act behind a form name: <c>Form.Purpose</c> → <c>Purpose</c>.</summary>
    internal static string FieldOf(string name) => name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..];

    // For named forms the framework files all errors under the form's own name; the arguments of its messages still
    // say what was typed and into which property, and what was sent says where that property stands.
    private static IEnumerable<(string Name, string Typed)> FaultsOf(FormMappingError error, IFormCollection? sent)
    {
        foreach (var message in error.ErrorMessages)
        {
            var told = message.GetArguments().Select(a => Convert.ToString(a, CultureInfo.InvariantCulture) ?? "").ToList();
            var typed = told.Count > 1 ? told[0] : error.AttemptedValue ?? "";
            var property = told.Count > 1 ? told[^1] : error.Name;
            var name = sent?.FirstOrDefault(entry => entry.Value.Contains(typed)
                && (entry.Key.Equals(property, StringComparison.OrdinalIgnoreCase) || entry.Key.EndsWith("." + property, StringComparison.OrdinalIgnoreCase))).Key;
            yield return (name ?? error.Path, typed);
        }
    }
}
