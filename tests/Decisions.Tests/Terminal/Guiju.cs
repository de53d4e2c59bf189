using System.CommandLine;
using System.Text.Json;
using Guiju.Dmn;
using Guiju.Kernel;

namespace Guiju.Decisions.Tests.Terminal;

/// <summary>Runs the module's commands as <c>guiju</c> does; a failure is one line and exit code 1.</summary>
internal static class Guiju
{
    public static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var root = new RootCommand();
        foreach (var command in new DecisionsModule().Commands(new CommandHost(output, error, (_, _) => throw new InvalidOperationException("these commands need no database"))))
        {
            root.Add(command);
        }

        try
        {
            var code = await root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null }).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = error });
            return (code, output.ToString().Trim(), error.ToString().Trim());
        }
        catch (Exception failure) when (failure is InvalidDataException or DmnFormatException or IOException or Law.LawFormatException)
        {
            return (ExitCode.Failure, output.ToString().Trim(), failure.Message);
        }
    }

    public static async Task<(int Code, JsonElement Json)> JsonAsync(params string[] arguments)
    {
        var (code, output, error) = await RunAsync([.. arguments, "--json"]);
        Assert.True(output.StartsWith('{') && !output.Contains('\n'), $"one object was expected, not: {output} {error}");
        return (code, JsonDocument.Parse(output).RootElement);
    }

    /// <summary>A file that is gone when the test ends.</summary>
    public sealed class File : IDisposable
    {
        public File(string name, string text) => System.IO.File.WriteAllText(Path = System.IO.Path.Combine(Folder.FullName, name), text);

        private DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("guiju-terminal");

        public string Path { get; }

        public string Beside(string name, string text)
        {
            var path = System.IO.Path.Combine(Folder.FullName, name);
            System.IO.File.WriteAllText(path, text);
            return path;
        }

        public void Dispose() => Folder.Delete(recursive: true);
    }
}
