using System.CommandLine;
using Guiju.Cli;
using Guiju.Kernel;

Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
await using var services = new LazyServices();
try
{
    var commands = CommandLine.Build(new CommandHost(Console.Out, Console.Error, services.OpenAsync));

    // An argument that begins with @ is a FEEL day such as @"2025-01-31", not the name of a file with more arguments.
    return await commands.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null }).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception failure)
{
    // A command's last word is one line, never a stack trace; GUIJU_DEBUG=1 shows all of it to whoever looks for the cause.
    await Console.Error.WriteLineAsync(Environment.GetEnvironmentVariable("GUIJU_DEBUG") == "1" ? failure.ToString() : failure.Message);
    return ExitCode.Failure;
}
