using System.CommandLine;
using System.CommandLine.Parsing;

namespace Storyprint.Verification.Commands;

/// <summary>
/// Refuses what looks like an option and is none. Where a command takes a file or folder, the parser would take a mistyped option for its name, and
/// <c>archive --dta DIR</c> would write into a folder called <c>--dta</c>.
/// </summary>
public static class MistypedOptions
{
    /// <summary>Refuses them in the command and in everything below it.</summary>
    public static T RefuseMistypedOptions<T>(this T command)
        where T : Command
    {
        command.Validators.Add(Refuse);
        foreach (var subcommand in command.Subcommands)
        {
            subcommand.RefuseMistypedOptions();
        }

        return command;
    }

    private static void Refuse(CommandResult result)
    {
        foreach (var argument in result.Children.OfType<ArgumentResult>())
        {
            if (argument.Tokens.FirstOrDefault(token => token.Value.StartsWith("--", StringComparison.Ordinal)) is { Value: var value })
            {
                result.AddError($"There is no option {value} of '{result.Command.Name}'; --help lists them. A file of that name is written ./{value}");
                return;
            }
        }
    }
}
