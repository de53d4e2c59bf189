using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Guiju.Architecture.Tests;

/// <summary>Habits that only a machine keeps: tokens, swallowed exceptions, summaries, unfinished work.</summary>
public sealed class HabitsTests
{
    private static readonly string[] Documented = ["Kernel", "Feel", "Dmn", "Texts", "Clocks", "Jt808", "Roads", "Rides", "Ui"];

    // Signatures that a framework dictates.
    private static readonly string[] Dictated = ["InvokeAsync", "DisposeAsync", "OnInitializedAsync", "OnParametersSetAsync", "SetParametersAsync", "ValidateAsync", "Main"];

    [Fact]
    public void Every_asynchronous_method_takes_a_token_last()
    {
        var wrong =
            from file in Checkout.Production
            from method in file.Syntax.DescendantNodes().OfType<MethodDeclarationSyntax>()
            let returns = method.ReturnType.ToString()
            where (returns is "Task" or "ValueTask" || returns.StartsWith("Task<", StringComparison.Ordinal) || returns.StartsWith("ValueTask<", StringComparison.Ordinal))
                && !method.Modifiers.Any(SyntaxKind.OverrideKeyword) && !Dictated.Contains(method.Identifier.Text)
                && method.ExplicitInterfaceSpecifier is null
                && method.ParameterList.Parameters.LastOrDefault()?.Type?.ToString() != "CancellationToken"
                && !method.ParameterList.Parameters.Any(p => p.Type?.ToString() is "HttpContext" or "CommandHost" || p.Type?.ToString() is { } type && (type.EndsWith("Context", StringComparison.Ordinal) || type.Contains("Context<", StringComparison.Ordinal)))
                && !method.AttributeLists.ToString().Contains("NoToken", StringComparison.Ordinal)
            select $"{file.Path}: {method.Identifier.Text}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Nothing_swallows_an_exception()
    {
        var wrong =
            from file in Checkout.Production
            where !file.Path.StartsWith("src/Web/", StringComparison.Ordinal) && !file.Path.StartsWith("src/Cli/", StringComparison.Ordinal)
            from clause in file.Syntax.DescendantNodes().OfType<CatchClauseSyntax>()
            where clause.Filter is null && (clause.Declaration is null || clause.Declaration.Type.ToString() is "Exception" or "System.Exception")
                && !clause.DescendantNodes().Any(n => n is ThrowStatementSyntax or ThrowExpressionSyntax)
            select $"{file.Path}: line {clause.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Public_types_of_the_foundations_say_what_they_are()
    {
        var wrong =
            from file in Checkout.Production
            where Documented.Contains(file.Project)
            from type in file.Syntax.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
            where type.AncestorsAndSelf().OfType<BaseTypeDeclarationSyntax>().All(t => t.Modifiers.Any(SyntaxKind.PublicKeyword)) && !type.GetLeadingTrivia().ToFullString().Contains("<summary>", StringComparison.Ordinal)
                && !type.GetLeadingTrivia().ToFullString().Contains("<inheritdoc", StringComparison.Ordinal)
            select $"{file.Path}: {type.Identifier.Text}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Nothing_is_left_for_later()
    {
        string[] signs = ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "NotImplemented" + "Exception", "coming " + "soon", "敬请" + "期待"];
        var wrong =
            from file in Checkout.Production.Concat(Checkout.Tests).Concat(Checkout.Pages)
            from sign in signs
            where file.Text.Contains(sign, StringComparison.Ordinal)
            select $"{file.Path}: {sign}";

        Assert.Empty(wrong);
    }
}
