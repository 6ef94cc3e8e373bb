using System.CommandLine;
using Storyprint.Newsroom.Releases;
using Storyprint.Stories.Codes;
using Storyprint.Verification.Commands;

namespace Storyprint.Commands.Releases;

/// <summary><c>storyprint retract</c>: retracts a story that the newsroom no longer stands by.</summary>
internal static class RetractCommand
{
    public static Command Create()
    {
        var code = ReleaseOptions.Code();
        var reason = new Option<string>("--reason") { Description = "Why, in a sentence that readers will see.", Required = true };
        var expected = ReleaseOptions.Expected("The revision that you read.");
        var data = SharedOptions.Data();
        var command = new Command("retract", "Retract a story: its text stays, marked everywhere, with the reason.") { code, reason, expected, data };
        command.SetAction((parsed, cancellation) => ReleaseSession.OpenAsync(parsed.GetValue(data)!, async session =>
            parsed.GetValue(expected) is not { } revision
                ? await CommandError.WriteAsync(CorrectCommand.Unsaid)
                : await session.ShowAsync(
                    await new RetractStory(session.Store).RunAsync(session.Context, parsed.GetValue(code), parsed.GetValue(reason)!, new RevisionNumber(revision), cancellation), cancellation),
            cancellation));
        return command;
    }
}
