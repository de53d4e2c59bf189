using System.CommandLine;
using Guiju.Kernel;
using Guiju.Web;

namespace Guiju.Cli;

/// <summary>All commands of <c>guiju</c>: the hosts' own and those of the modules. Failures become one line and exit code 1.</summary>
internal static class CommandLine
{
    public static RootCommand Build(CommandHost host)
    {
        var root = new RootCommand("Guiju 规矩: a government-offices administration bureau's work with the law inside it.");
        root.Add(ServeCommand.Build());
        root.Add(DatabaseCommands.Build(host));
        root.Add(SeedCommand.Build(host));
        root.Add(LedgerCommands.Build(host));
        foreach (var command in Modules.All.SelectMany(m => m.Commands(host)))
        {
            Merge(root, command);
        }

        return root;
    }

    // Two modules may each add a part of one command, e.g. `law`.
    private static void Merge(Command parent, Command command)
    {
        if (parent.Subcommands.FirstOrDefault(c => c.Name == command.Name) is not { } there)
        {
            parent.Add(command);
            return;
        }

        foreach (var part in command.Subcommands)
        {
            Merge(there, part);
        }
    }
}
