using System.Collections.Frozen;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Guiju.Architecture.Tests;

/// <summary>The files of the checkout that this build came from.</summary>
internal static class Checkout
{
    private static readonly FrozenSet<string> Skipped = new[] { "artifacts", "node_modules", ".git", "Migrations", "lib", "data" }.ToFrozenSet();

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> Production { get; } = Load("src", ".cs");

    public static IReadOnlyList<SourceFile> Tests { get; } = Load("tests", ".cs");

    public static IReadOnlyList<SourceFile> Pages { get; } = Load("src", ".razor");

    public static IEnumerable<string> All(string folder) => Walk(Path.Combine(Root, folder));

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static List<SourceFile> Load(string folder, string extension) =>
        Walk(Path.Combine(Root, folder)).Where(f => f.EndsWith(extension, StringComparison.Ordinal)).Select(f => new SourceFile(Relative(f), File.ReadAllText(f))).ToList();

    private static IEnumerable<string> Walk(string folder) => !Directory.Exists(folder)
        ? []
        : Directory.EnumerateFiles(folder).Concat(Directory.EnumerateDirectories(folder).Where(d => !Skipped.Contains(Path.GetFileName(d))).SelectMany(Walk));

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Guiju.slnx")))
            {
                return at.FullName;
            }
        }

        return Environment.GetEnvironmentVariable("GUIJU_HOME") ?? throw new InvalidOperationException("Set GUIJU_HOME to the checkout.");
    }
}

/// <summary>A file and, for C#, its syntax.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    private SyntaxNode? root;

    public int Lines => Text.Split('\n').Length - 1;

    public SyntaxNode Syntax => root ??= CSharpSyntaxTree.ParseText(Text).GetRoot();

    public string Project => Path.Split('/') is ["src" or "tests", "Modules", var module, ..] ? module : Path.Split('/')[1];
}
