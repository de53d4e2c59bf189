using System.Xml.Linq;

namespace Guiju.Dmn;

/// <summary>A text inside <c>extensionElements</c> of our namespace, such as a finding's message.</summary>
/// <param name="Name">The element's local name, e.g. <c>message</c> or <c>remedy</c>.</param>
/// <param name="Language">Its <c>xml:lang</c>, e.g. <c>zh</c>; null when it has none.</param>
/// <param name="Text">The text, trimmed.</param>
public sealed record DmnText(string Name, string? Language, string Text);

/// <summary>What every part of a model has: identity, place in the file, and what others wrote on it.</summary>
public abstract record DmnElement
{
    /// <summary>The namespace of the law attributes and texts on model elements.</summary>
    public const string LawNamespace = "urn:guiju:law";

    /// <summary>The element's id, or an empty string.</summary>
    public string Id { get; init; } = "";

    /// <summary>The element's name, or an empty string.</summary>
    public string Name { get; init; } = "";

    /// <summary>The label shown to people, when the author gave one.</summary>
    public string? Label { get; init; }

    /// <summary>The author's description.</summary>
    public string? Description { get; init; }

    /// <summary>The line in the file, from 1; 0 when the element was not read from a file.</summary>
    public int Line { get; init; }

    /// <summary>The attributes of the law namespace on this element, by local name.</summary>
    public IReadOnlyDictionary<string, string> Extensions { get; init; } = EmptyExtensions;

    /// <summary>The texts of the law namespace within the element's <c>extensionElements</c>, in order.</summary>
    public IReadOnlyList<DmnText> ExtensionTexts { get; init; } = [];

    /// <summary>The XML the element was read from, with everything we do not know.</summary>
    public XElement? Xml { get; init; }

    private static readonly Dictionary<string, string> EmptyExtensions = [];

    /// <summary>The law attribute of that local name, or null.</summary>
    public string? Extension(string name) => Extensions.GetValueOrDefault(name);

    /// <summary>The extension text of that name in that language; without one in the language, the first of the name.</summary>
    public string? ExtensionText(string name, string language) =>
        ExtensionTexts.FirstOrDefault(t => t.Name == name && t.Language == language)?.Text
        ?? ExtensionTexts.FirstOrDefault(t => t.Name == name)?.Text;
}

/// <summary>A model: one DMN file.</summary>
public sealed record DmnModel : DmnElement
{
    /// <summary>The model's own namespace, by which others import it.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The name of the file or other source, for messages.</summary>
    public string SourceName { get; init; } = "";

    /// <summary>The DMN version of the file: 1.2 to 1.5.</summary>
    public string Version { get; init; } = "";

    /// <summary>The models it imports.</summary>
    public IReadOnlyList<DmnImport> Imports { get; init; } = [];

    /// <summary>Its types.</summary>
    public IReadOnlyList<DmnItemDefinition> ItemDefinitions { get; init; } = [];

    /// <summary>Its facts and parameters.</summary>
    public IReadOnlyList<DmnInput> Inputs { get; init; } = [];

    /// <summary>Its decisions.</summary>
    public IReadOnlyList<DmnDecision> Decisions { get; init; } = [];

    /// <summary>Its business knowledge models: functions shared by decisions.</summary>
    public IReadOnlyList<DmnKnowledgeModel> KnowledgeModels { get; init; } = [];

    /// <summary>Its decision services.</summary>
    public IReadOnlyList<DmnDecisionService> Services { get; init; } = [];

    /// <summary>The decision of that name or id, or null.</summary>
    public DmnDecision? Decision(string nameOrId) =>
        Decisions.FirstOrDefault(d => d.Name == nameOrId) ?? Decisions.FirstOrDefault(d => d.Id == nameOrId);
}

/// <summary>An imported model.</summary>
public sealed record DmnImport : DmnElement
{
    /// <summary>The namespace of the imported model.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>What kind of thing is imported; a DMN namespace for models.</summary>
    public string ImportType { get; init; } = "";

    /// <summary>Where the author thinks it lies; never fetched by the reader.</summary>
    public string? Location { get; init; }
}

/// <summary>A named type, possibly with components and allowed values.</summary>
public sealed record DmnItemDefinition : DmnElement
{
    /// <summary>The base type, when the definition is not a structure.</summary>
    public string? TypeRef { get; init; }

    /// <summary>Whether values are lists of the type.</summary>
    public bool IsCollection { get; init; }

    /// <summary>Unary tests that each value must pass.</summary>
    public string? AllowedValues { get; init; }

    /// <summary>Unary tests that the value as a whole must pass (DMN 1.4 and later).</summary>
    public string? TypeConstraint { get; init; }

    /// <summary>The parts of a structure.</summary>
    public IReadOnlyList<DmnItemDefinition> Components { get; init; } = [];

    /// <summary>For a function type, what it gives.</summary>
    public string? FunctionOutput { get; init; }

    /// <summary>For a function type, what it takes.</summary>
    public IReadOnlyList<DmnParameter>? FunctionParameters { get; init; }
}

/// <summary>A fact or parameter that decisions read.</summary>
public sealed record DmnInput : DmnElement
{
    /// <summary>The name under which expressions read it.</summary>
    public string VariableName { get; init; } = "";

    /// <summary>Its type, or null for any.</summary>
    public string? TypeRef { get; init; }
}

/// <summary>A decision.</summary>
public sealed record DmnDecision : DmnElement
{
    /// <summary>The name under which other decisions read its value.</summary>
    public string VariableName { get; init; } = "";

    /// <summary>Its type, or null for any.</summary>
    public string? TypeRef { get; init; }

    /// <summary>References to the inputs it needs.</summary>
    public IReadOnlyList<string> RequiredInputs { get; init; } = [];

    /// <summary>References to the decisions it needs.</summary>
    public IReadOnlyList<string> RequiredDecisions { get; init; } = [];

    /// <summary>References to the knowledge models and services it calls.</summary>
    public IReadOnlyList<string> RequiredKnowledge { get; init; } = [];

    /// <summary>How it is decided; null when the author gave no logic.</summary>
    public DmnExpression? Logic { get; init; }

    /// <summary>The logic when it is a table, else null.</summary>
    public DmnTable? Table => Logic as DmnTable;
}

/// <summary>A function shared by decisions.</summary>
public sealed record DmnKnowledgeModel : DmnElement
{
    /// <summary>The name under which it is called.</summary>
    public string VariableName { get; init; } = "";

    /// <summary>What it gives, or null for any.</summary>
    public string? TypeRef { get; init; }

    /// <summary>References to the knowledge models and services it calls.</summary>
    public IReadOnlyList<string> RequiredKnowledge { get; init; } = [];

    /// <summary>Its parameters and body.</summary>
    public DmnFunction? Logic { get; init; }
}

/// <summary>Decisions offered together as one function.</summary>
public sealed record DmnDecisionService : DmnElement
{
    /// <summary>The name under which it is called.</summary>
    public string VariableName { get; init; } = "";

    /// <summary>What it gives, or null for any.</summary>
    public string? TypeRef { get; init; }

    /// <summary>References to the decisions whose values it gives.</summary>
    public IReadOnlyList<string> OutputDecisions { get; init; } = [];

    /// <summary>References to the decisions computed inside it.</summary>
    public IReadOnlyList<string> EncapsulatedDecisions { get; init; } = [];

    /// <summary>References to decisions whose values the caller hands in.</summary>
    public IReadOnlyList<string> InputDecisions { get; init; } = [];

    /// <summary>References to the inputs the caller hands in.</summary>
    public IReadOnlyList<string> InputFacts { get; init; } = [];
}
