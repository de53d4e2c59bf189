using System.CommandLine;
using Guiju.Cli;
using Guiju.Kernel;

Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
await using var services = new LazyServices();
try
{
    var commands = CommandLine.Build(new CommandHost(Console.Out, Console.Error, services.OpenAsync));
    return await commands.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception failure)
{
    // A command's last word is one line, never a stack trace; GUIJU_DEBUG=1 shows all of it to whoever looks for the cause.
    await Console.Error.WriteLineAsync(Environment.GetEnvironmentVariable("GUIJU_DEBUG") == "1" ? failure.ToString() : failure.Message);
    return ExitCode.Failure;
}
