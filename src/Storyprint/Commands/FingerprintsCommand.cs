using System.CommandLine;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Releases;

namespace Storyprint.Commands;

/// <summary><c>storyprint fingerprints</c>: makes the fingerprints by which copies are recognised, for what was published before there were any.</summary>
internal static class FingerprintsCommand
{
    public static Command Create()
    {
        var data = SharedOptions.Data();
        var anew = new Option<bool>("--anew") { Description = "Delete all of them first: where 'storyprint doctor --full' says that they are not those of the texts." };
        var command = new Command(
            "fingerprints", "Make the fingerprints by which a copy is recognised, for stories of before there were any. Can be stopped at any time: the next run goes on. Releases and imports make their own.")
        {
            data, anew,
        };
        command.SetAction((parsed, cancellation) => OpenPublication.ForReadingAsync(parsed.GetValue(data)!, async installation =>
        {
            var progress = BackupCommand.Progress();
            var fill = installation.Stores.FingerprintFill;
            var read = await fill.RunAsync(parsed.GetValue(anew), progress, cancellation);
            progress.Finish();
            await fill.MergeAsync(cancellation: cancellation);
            if (await installation.RecordAsync(ReleaseContext.FromMachineUser(ReleaseMeans.CommandLine), AuditAct.Rebuilt, "fingerprints", after: $"{read} stories") is { } unrecorded)
            {
                await Console.Error.WriteLineAsync(unrecorded);
            }

            Console.WriteLine(read == 0 ? "Every story has its fingerprints already." : $"{read:N0} stories have fingerprints now.");
            return 0;
        }, cancellation));
        return command;
    }
}
