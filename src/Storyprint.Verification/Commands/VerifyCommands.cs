using System.CommandLine;

namespace Storyprint.Verification.Commands;

/// <summary>The commands that check from outside, as <c>storyprint</c> has them among others and <c>storyprint-verify</c> alone.</summary>
public static class VerifyCommands
{
    /// <summary>Runs the command line of <c>storyprint-verify</c>.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = new RootCommand("Checks a Storyprint publication from outside, without its server: log, texts, receipts, pages, and the seal of a printed page.")
        {
            VerifyCommand.Create(),
            VerifySealCommand.Create(),
        }.RefuseMistypedOptions().Parse(args);
        var code = await CommandFault.GuardAsync(parsed, new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(5) }, VerifyExitCode.NotChecked);
        return parsed.Errors.Count > 0 ? VerifyExitCode.NotChecked : code;
    }

    /// <summary>Whether a line that could not be read was meant for one of these commands. Whoever runs a check by a script takes 1 for damage: a mistyped option is none.</summary>
    public static bool IsMistyped(ParseResult parsed) =>
        parsed.Errors.Count > 0 && parsed.CommandResult.Command.Name.StartsWith("verify", StringComparison.Ordinal);
}
