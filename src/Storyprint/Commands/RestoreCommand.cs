using System.CommandLine;
using Storyprint.Backups;

namespace Storyprint.Commands;

/// <summary><c>storyprint restore</c>: a backup becomes a publication again.</summary>
internal static class RestoreCommand
{
    public static Command Make()
    {
        var source = new Argument<string>("backup") { Description = "The folder or file that 'storyprint backup' made." };
        var data = SharedOptions.Data();
        var only = new Option<bool>("--check") { Description = "Only read it all and say whether it is good." };
        var command = new Command("restore", "Bring a backup into an empty folder. All of it is checked first. Exit code 0: done, or good; 1: not.") { source, data, only };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(source)!, parsed.GetValue(data)!, parsed.GetValue(only), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string source, string data, bool isCheck, CancellationToken cancellation)
    {
        if (RestoreBackup.At(source) is not { } backup)
        {
            return await Problem.TellAsync($"There is no backup {source}.");
        }

        var progress = BackupCommand.Progress();
        await using (backup)
        {
            try
            {
                var restore = new RestoreBackup(progress);
                var (manifest, problem) = isCheck ? await restore.CheckAsync(backup, cancellation) : await restore.RunAsync(backup, data, cancellation);
                progress.Finish();
                return manifest is null ? await Problem.TellAsync($"Nothing was restored. {problem}") : await ShowAsync(manifest, data, isCheck, cancellation);
            }
            catch (Exception fault) when (BackupFault.Sentence(fault) is { } sentence)
            {
                progress.Finish();
                return await Problem.TellAsync($"Nothing was restored. {sentence}");
            }
        }
    }

    private static async Task<int> ShowAsync(BackupManifest manifest, string data, bool isCheck, CancellationToken cancellation)
    {
        Console.WriteLine($"{(isCheck ? "Good" : "Restored")}: {manifest.Publication} as it was on {manifest.MadeAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");
        Console.WriteLine($"{manifest.Stories,10:N0} stories, {manifest.Revisions:N0} revisions, {manifest.LogSize:N0} entries of the log, root {manifest.LogRoot}");
        if (manifest.MissingPictures.Count > 0)
        {
            Console.WriteLine($"{manifest.MissingPictures.Count,10:N0} pictures were missing when the backup was made, and are now.");
        }

        return isCheck ? 0 : await OpenPublication.RunAsync(data, async installation =>
        {
            Console.WriteLine(manifest.HasKeys
                ? $"The keys came with it, into {installation.Keys.Folder}."
                : $"The keys are not in a backup: put your copies of them into {installation.Keys.Folder}, and the newest log.mark if you have it.");

            // Where the mark is here and further than the backup, this says what to do.
            Console.WriteLine(await installation.Log.CheckAsync(cancellation) is { } problem
                ? problem.Sentence
                : "Was anything released after this backup was made? Then the log in it is too short, and nothing may be released before 'storyprint log recover' has brought it up to a copy of the log (an archive, a mirror, the old server). The mark and the witnesses tell, if they are not set back too: 'storyprint log status'.");
            Console.WriteLine($"Stories may have been withdrawn since: run 'storyprint sweep --data {data}' after a recovery.");
            return 0;
        });
    }
}
