using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Guiju.Architecture.Tests;

/// <summary>Small rooms: sizes of files, methods and constructors.</summary>
public sealed class BudgetsTests
{
    private const int ProductionFile = 400;
    private const int TestFile = 500;
    private const int Page = 250;
    private const int Method = 80;
    private const int ConstructorParameters = 6;
    private const int LeastMedian = 30;

    // Files that may be larger, each with its reason. The list may only shrink.
    private static readonly Dictionary<string, string> LargerFiles = [];

    // Methods that may be longer, each with its reason. The list may only shrink.
    private static readonly Dictionary<string, string> LongerMethods = [];

    [Fact]
    public void No_file_is_larger_than_its_budget()
    {
        var large = Checkout.Production.Where(f => f.Lines > ProductionFile)
            .Concat(Checkout.Tests.Where(f => f.Lines > TestFile))
            .Concat(Checkout.Pages.Where(f => f.Lines > Page))
            .Where(f => !LargerFiles.ContainsKey(f.Path))
            .Select(f => $"{f.Path}: {f.Lines} lines");

        Assert.Empty(large);
    }

    [Fact]
    public void Listed_exceptions_are_still_needed()
    {
        var files = Checkout.Production.Concat(Checkout.Tests).Concat(Checkout.Pages).ToDictionary(f => f.Path);
        var idle = LargerFiles.Keys.Where(path => !files.TryGetValue(path, out var file)
            || file.Lines <= (path.EndsWith(".razor", StringComparison.Ordinal) ? Page : path.StartsWith("tests/", StringComparison.Ordinal) ? TestFile : ProductionFile));

        Assert.Empty(idle);
    }

    [Fact]
    public void No_method_is_longer_than_its_budget()
    {
        var large =
            from file in Checkout.Production
            from method in file.Syntax.DescendantNodes().OfType<BaseMethodDeclarationSyntax>()
            let lines = LinesOf(method)
            let name = $"{file.Path}#{NameOf(method)}"
            where lines > Method && !LongerMethods.ContainsKey(name)
            select $"{name}: {lines} lines";

        Assert.Empty(large);
    }

    [Fact]
    public void No_constructor_asks_for_more_than_six_things()
    {
        var large =
            from file in Checkout.Production
            from list in file.Syntax.DescendantNodes().OfType<ParameterListSyntax>()
            where list.Parameters.Count > ConstructorParameters
            where list.Parent is ConstructorDeclarationSyntax or ClassDeclarationSyntax
            select $"{file.Path}: {list.Parent switch { TypeDeclarationSyntax type => type.Identifier.Text, ConstructorDeclarationSyntax c => c.Identifier.Text, _ => "" }} has {list.Parameters.Count}";

        Assert.Empty(large);
    }

    [Fact]
    public void The_median_file_is_a_room_and_not_a_corridor()
    {
        var sizes = Checkout.Production.Select(f => f.Lines).Order().ToList();

        Assert.InRange(sizes[sizes.Count / 2], LeastMedian, 110);
        Assert.InRange(sizes[(int)(sizes.Count * 0.95)], 0, 300);
    }

    private static int LinesOf(SyntaxNode node)
    {
        var span = node.GetLocation().GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    private static string NameOf(BaseMethodDeclarationSyntax method) => method switch
    {
        MethodDeclarationSyntax named => named.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        _ => method.Kind().ToString(),
    };
}
