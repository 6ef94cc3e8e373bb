using System.CommandLine;
using System.Diagnostics;
using Storyprint.Operations.Doctor;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Settings;
using Storyprint.Stories.Editions.Settings;
using Storyprint.Verification.Commands;

namespace Storyprint.Commands.Settings;

/// <summary>Says what became of a change of settings.</summary>
internal static class SettingsReport
{
    public static async Task<int> WriteAsync(ParseResult parsed, SettingsOutcome outcome)
    {
        switch (outcome)
        {
            case SettingsOutcome.Done { Changed.Count: 0 }:
                await parsed.InvocationConfiguration.Output.WriteLineAsync("It had that value already.");
                return 0;
            case SettingsOutcome.Done done:
                await parsed.InvocationConfiguration.Output.WriteLineAsync($"Changed: {string.Join(", ", done.Changed)}. In force on every node within a second.");
                if (done.Changed.Contains(SettingKey.Of("address")) && PrintMarkCheck.Run(done.Publication) is { Severity: DoctorSeverity.Warning, Sentence: var warning })
                {
                    await parsed.InvocationConfiguration.Output.WriteLineAsync(warning);
                }

                return 0;
            case SettingsOutcome.Refused refused:
                return await RefuseAsync(parsed, $"Nothing was changed. {string.Join(" ", refused.Problems.Select(problem => problem.Sentence))}");
            case SettingsOutcome.Overtaken overtaken:
                return await RefuseAsync(parsed, $"Nothing was changed: {overtaken.Newest.ChangedBy} changed {overtaken.Newest.Key} just before. Look at it and try again.");
            default:
                throw new UnreachableException();
        }
    }

    public static async Task<int> RefuseAsync(ParseResult parsed, string sentence)
    {
        await parsed.InvocationConfiguration.Error.WriteLineAsync(sentence);
        return CommandError.ExitCode;
    }

    extension(ReleaseMeans means)
    {
        /// <summary>The means in the words of the history.</summary>
        public string Sentence => means switch
        {
            ReleaseMeans.CommandLine => "command line",
            ReleaseMeans.Import => "from the file",
            ReleaseMeans.Newsroom => "newsroom",
            ReleaseMeans.Api => "API",
            _ => means.ToString(),
        };
    }
}
