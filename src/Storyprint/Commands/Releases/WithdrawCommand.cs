using System.CommandLine;
using Storyprint.Operations.Sweep;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;
using Storyprint.Verification.Commands;

namespace Storyprint.Commands.Releases;

/// <summary><c>storyprint withdraw</c>: withdraws a story for legal reasons and erases it.</summary>
internal static class WithdrawCommand
{
    private static readonly Dictionary<string, WithdrawalReason> Reasons = new(StringComparer.Ordinal)
    {
        ["court-order"] = WithdrawalReason.CourtOrder,
        ["personal-rights"] = WithdrawalReason.PersonalRights,
        ["copyright"] = WithdrawalReason.Copyright,
        ["other"] = WithdrawalReason.Other,
    };

    public static Command Create()
    {
        var code = ReleaseOptions.Code();
        var reason = new Option<string>("--reason") { Description = "The kind of reason, which readers are told.", Required = true };
        reason.AcceptOnlyFromAmong([.. Reasons.Keys]);
        var expected = ReleaseOptions.Expected("The revision that you read.");
        var sure = new Option<bool>("--yes") { Description = "Do not ask. A withdrawal erases the text of every revision and cannot be undone." };
        var data = SharedOptions.Data();
        var command = new Command("withdraw", "Withdraw a story for a legal reason: every address of it answers that it is gone, and its text is erased. Exit code 0: it is withdrawn; 1: not possible now; 2: refused. What a page may still show is told, and 'storyprint sweep' asks again.")
        {
            code, reason, expected, sure, data,
        };
        command.SetAction((parsed, cancellation) => ReleaseSession.OpenAsync(parsed.GetValue(data)!, async session =>
        {
            var story = parsed.GetValue(code);
            if (parsed.GetValue(expected) is not { } revision)
            {
                return await CommandError.WriteAsync(CorrectCommand.Unsaid);
            }

            if (!parsed.GetValue(sure) && !await ConfirmedAsync(session, story, cancellation))
            {
                return await CommandError.WriteAsync("Nothing was withdrawn.");
            }

            var words = await SweptWords.OfAsync(session.Stories, story, cancellation);
            var outcome = await session.Withdrawal.RunAsync(session.Context, story, Reasons[parsed.GetValue(reason)!], new RevisionNumber(revision), cancellation);
            var shown = await session.ShowAsync(outcome, cancellation);

            if (outcome is ReleaseOutcome.Done)
            {
                // The withdrawal stands, whatever the sweep finds; the sweep runs now and not only at night.
                try
                {
                    await SweepCommand.ShowAsync(await session.Sweep.RunHereAsync(story, words, cancellation));
                }
                catch (Exception fault) when (CommandFault.Sentence(fault) is { } sentence)
                {
                    await Console.Error.WriteLineAsync($"The story is withdrawn. What may be left of it was not looked for to the end: {sentence} Then run 'storyprint sweep'.");
                }
            }

            return shown;
        }, cancellation));
        return command;
    }

    private static async Task<bool> ConfirmedAsync(ReleaseSession session, StoryCode code, CancellationToken cancellation)
    {
        if (Console.IsInputRedirected)
        {
            await Console.Error.WriteLineAsync("A withdrawal erases the text of every revision and cannot be undone. Say --yes to confirm it.");
            return false;
        }

        var headline = (await session.Stories.FindAsync(code, cancellation))?.Content.Headline;
        Console.Write($"“{headline}” ({code}): the text of every revision will be erased, and this cannot be undone. Type the code to withdraw it: ");
        return StoryCodeParseResult.Read(Console.ReadLine()).AnyCode == code;
    }
}
