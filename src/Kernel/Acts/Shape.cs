using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Guiju.Kernel;

/// <summary>Checks the shape of a request by its attributes, nested parts included, and says what is wrong in both languages.</summary>
public static class Shape
{
    private const int MaxDepth = 8;
    private static readonly ConcurrentDictionary<Type, Part[]> Parts = new();

    /// <summary>All errors, by field path such as <c>Costs[0].AmountYuan</c>; empty where the shape is right.</summary>
    public static IReadOnlyList<FieldError> ErrorsOf(object request)
    {
        var errors = new List<FieldError>();
        Walk(request, "", errors, 0);
        return errors;
    }

    private static void Walk(object part, string path, List<FieldError> errors, int depth)
    {
        if (depth > MaxDepth)
        {
            return;
        }

        var context = new ValidationContext(part);
        foreach (var (property, rules) in Parts.GetOrAdd(part.GetType(), static t => t.GetProperties().Where(p => p.GetIndexParameters().Length == 0).Select(p => new Part(p, [.. p.GetCustomAttributes<ValidationAttribute>()])).ToArray()))
        {
            var value = property.GetValue(part);
            var field = path + property.Name;
            if (rules.Length > 0)
            {
                context.MemberName = property.Name;
                var broken = Array.FindAll(rules, rule => rule.GetValidationResult(value, context) is not null);
                var told = Array.Find(broken, rule => rule is RequiredAttribute) is { } missing ? [missing] : broken; // what is empty need not be told that it is short
                errors.AddRange(told.Select(rule => new FieldError(field, ShapeWords.For(rule, property))));
            }

            if (value is IEnumerable list and not string)
            {
                var index = 0;
                foreach (var item in list)
                {
                    if (item is not null && IsOurs(item.GetType()))
                    {
                        Walk(item, $"{field}[{index}].", errors, depth + 1);
                    }

                    index++;
                }
            }
            else if (value is not null && IsOurs(value.GetType()))
            {
                Walk(value, field + ".", errors, depth + 1);
            }
        }
    }

    private sealed record Part(PropertyInfo Property, ValidationAttribute[] Rules);

    private static bool IsOurs(Type type) => type is { IsClass: true, Namespace: { } space } && space.StartsWith("Guiju.", StringComparison.Ordinal);
}

/// <summary>The words for a broken shape.</summary>
internal static class ShapeWords
{
    public static Bilingual For(ValidationAttribute rule, PropertyInfo property)
    {
        var zh = property.GetCustomAttribute<DisplayAttribute>()?.Name ?? property.Name;
        var en = Texts.EnglishOf(property.DeclaringType!.Assembly).GetValueOrDefault(zh, zh); // a property has a declaring type
        return rule switch
        {
            RequiredAttribute => new($"请填写{zh}。", $"Please fill in: {en}."),
            StringLengthAttribute text => new($"{zh}须为 {text.MinimumLength}–{text.MaximumLength} 个字符。", $"{en}: between {text.MinimumLength} and {text.MaximumLength} characters."),
            RangeAttribute range => new($"{zh}须在 {range.Minimum} 与 {range.Maximum} 之间。", $"{en}: between {range.Minimum} and {range.Maximum}."),
            MaxLengthAttribute most => new($"{zh}不得超过 {most.Length} 项或字符。", $"{en}: at most {most.Length} items or characters."),
            MinLengthAttribute least => new($"{zh}至少 {least.Length} 项或字符。", $"{en}: at least {least.Length} items or characters."),
            RegularExpressionAttribute => new($"{zh}的格式不对。", $"{en} has the wrong form."),
            _ => new($"{zh}不符合要求。", $"{en} is not acceptable."),
        };
    }
}
