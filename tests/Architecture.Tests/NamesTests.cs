using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Guiju.Architecture.Tests;

/// <summary>Names say what a thing is in the trade.</summary>
public sealed class NamesTests
{
    private static readonly string[] BannedSuffixes = ["Service", "Manager", "Helper", "Util", "Utils", "Processor", "Info", "Data", "Dto", "Impl", "Base"];

    // The standard's own words.
    private static readonly string[] StandardTerms = ["DmnDecisionService"];

    private static readonly string[] BannedFolders =
        ["Commands", "Handlers", "Validators", "Models", "Interfaces", "Services", "Helpers", "Extensions", "Enums", "Exceptions", "Utils", "Common", "Misc"];

    [Fact]
    public void No_type_hides_behind_a_word_that_says_nothing()
    {
        var wrong =
            from file in Checkout.Production
            where !file.Path.StartsWith("src/Ui/", StringComparison.Ordinal)
            from type in file.Syntax.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
            from suffix in BannedSuffixes
            where type.Identifier.Text.EndsWith(suffix, StringComparison.Ordinal) && type.Identifier.Text.Length > suffix.Length
                && !StandardTerms.Contains(type.Identifier.Text)
            select $"{file.Path}: {type.Identifier.Text}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_folder_sorts_by_kind()
    {
        var wrong = Checkout.Production.Concat(Checkout.Pages)
            .SelectMany(f => f.Path.Split('/')[..^1].Where(BannedFolders.Contains).Select(folder => $"{f.Path}: {folder}"));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Namespaces_follow_folders_two_levels_deep_at_most()
    {
        var wrong =
            from file in Checkout.Production
            from space in file.Syntax.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
            let name = space.Name.ToString()
            let expected = $"Guiju.{file.Project}"
            where name != expected && !name.StartsWith(expected + ".", StringComparison.Ordinal)
                || name[expected.Length..].Count(c => c == '.') > 2
            select $"{file.Path}: {name}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Files_name_no_machine_and_no_registry()
    {
        string[] banned = ["api.nuget" + ".org", "registry.npmjs" + ".org", "/work" + "/", "/root" + "/", "/tmp" + "/art"];
        var wrong =
            from folder in (string[])["src", "tests", "law", "docs", "bench", ".ci", ".config"]
            from file in Checkout.All(folder)
            where !file.EndsWith(".png", StringComparison.Ordinal) && !file.EndsWith(".xlsx", StringComparison.Ordinal)
            let text = File.ReadAllText(file)
            from word in banned
            where text.Contains(word, StringComparison.OrdinalIgnoreCase)
            select $"{Checkout.Relative(file)} names {word}";

        Assert.Empty(wrong);
    }
}
