using System.CommandLine;
using System.Data.Common;
using Storyprint.Operations;
using Storyprint.Operations.Backup;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Releases;
using Storyprint.Verification.Commands;

namespace Storyprint.Commands;

/// <summary><c>storyprint restore</c>: restores a publication from a backup.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var source = new Argument<string>("backup") { Description = "The folder or file that 'storyprint backup' made." };
        var data = SharedOptions.Data();
        var to = new Option<string?>("--to") { Description = "A new, empty PostgreSQL database to restore into: Host=…;Database=…;Username=…, or postgres://…. Otherwise the database becomes a file in the folder." };
        var only = new Option<bool>("--check") { Description = "Only read it all and say whether it is good." };
        var command = new Command("restore", "Bring a backup into an empty folder, its database into a file there or onto a server. All of it is checked first. Exit code 0: done, or good; 1: not.")
        {
            source, data, to, only,
        };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(source)!, parsed.GetValue(data)!, parsed.GetValue(to), parsed.GetValue(only), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string source, string data, string? to, bool isCheck, CancellationToken cancellation)
    {
        if (RestoreBackup.At(source) is not { } backup)
        {
            return await CommandError.WriteAsync($"There is no backup {source}.");
        }

        var progress = BackupCommand.Progress();
        Database? server = null;
        await using (backup)
        {
            try
            {
                server = to is null ? null : DatabaseSetting.Open(to, data);
                if (server is not null && !isCheck)
                {
                    // Reading a large backup takes long, so the server's availability is checked first.
                    await (await server.OpenAsync(cancellation)).DisposeAsync();
                }

                var restore = new RestoreBackup(progress) { To = to };
                var (manifest, problem) = isCheck ? await restore.CheckAsync(backup, cancellation) : await restore.RunAsync(ReleaseContext.FromMachineUser(ReleaseMeans.CommandLine), backup, data, cancellation);
                progress.Finish();
                return manifest is null ? await CommandError.WriteAsync($"Nothing was restored. {problem}") : await ShowAsync(manifest, restore.Place, data, cancellation);
            }
            catch (InvalidOperationException unreadable) when (server is null)
            {
                return await CommandError.WriteAsync($"Nothing was restored: {unreadable.Message}");
            }
            catch (Exception fault) when (BackupErrors.Sentence(fault, server) is { } sentence)
            {
                progress.Finish();
                return await CommandError.WriteAsync($"Nothing was restored. {sentence}{(fault is DbException && server is not null ? " The same command goes on behind what has come into the database." : "")}");
            }
        }
    }

    private static async Task<int> ShowAsync(BackupManifest manifest, RestoreTarget? place, string data, CancellationToken cancellation)
    {
        Console.WriteLine($"{(place is null ? "Good" : "Restored")}: {manifest.Publication} as it was on {manifest.MadeAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");
        Console.WriteLine($"{manifest.Stories,10:N0} stories, {manifest.Revisions:N0} revisions, {manifest.LogSize:N0} entries of the log, root {manifest.LogRoot}");
        if (manifest.MissingPictures.Count > 0)
        {
            Console.WriteLine($"{manifest.MissingPictures.Count,10:N0} pictures were missing when the backup was made, and are now.");
        }

        return place is null ? 0 : await OpenPublication.RunAsync(data, async installation =>
        {
            ShowPlace(place, data);
            Console.WriteLine(manifest.HasKeys
                ? $"The keys came with it, into {installation.Keys.Folder}."
                : $"The keys are not in a backup: put your copies of them into {installation.Keys.Folder}, and the newest log.mark if you have it.");

            // Where the mark is ahead of the backup, this says what to do.
            Console.WriteLine(place.IsUsed(data) && await installation.Log.CheckAsync(cancellation) is { } problem
                ? problem.Sentence
                : "Was anything released after this backup was made? Then the log in it is too short, and nothing may be released before 'storyprint log recover' has brought it up to a copy of the log (an archive, a mirror, the old server). The mark and the witnesses tell, if they are not set back too: 'storyprint log status'.");
            Console.WriteLine($"Stories may have been withdrawn since: run 'storyprint sweep --data {data}' after a recovery.");
            return 0;
        });
    }

    private static void ShowPlace(RestoreTarget place, string data)
    {
        if (place.FormerDatabase is { } former && place.IsFile)
        {
            Console.WriteLine($"The settings in it named the database {former}; here they name the file {DatabaseSetting.FileName}, so that nothing is written there. To go on on a server: storyprint move --data {data} --to 'Host=…' --switch");
        }

        if (place.Database is PostgresDatabase server)
        {
            Console.WriteLine($"The database is {server.Place} now.");
        }

        if (place.FormerMedia is { } media)
        {
            Console.WriteLine($"The settings in it kept the pictures in {media}; they are in {Path.Combine(data, MediaSetting.FolderName)} now, and the settings here say so. To carry them there or elsewhere: storyprint move --data {data} --media-to SETTING --switch");
        }

        if (!place.IsUsed(data))
        {
            Console.WriteLine(place.IsFile
                ? $"STORYPRINT_DATABASE is set, and comes before the file that was restored. Unset it; or, where it names a new, empty database, carry the file there: storyprint move --data {data} --from {place.Setting} --to \"$STORYPRINT_DATABASE\""
                : "STORYPRINT_DATABASE still names another database, and comes before the settings: set it to the new one.");
        }

        if (Installation.NamedMedia is not null)
        {
            Console.WriteLine($"STORYPRINT_MEDIA is set, and comes before {Path.Combine(data, MediaSetting.FolderName)}, where the pictures are now. Unset it, or carry them to where it points: storyprint move --data {data} --media-from {MediaSetting.FolderName} --media-to \"$STORYPRINT_MEDIA\"");
        }
    }
}
