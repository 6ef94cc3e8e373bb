using System.CommandLine;
using Storyprint.Operations;
using Storyprint.Operations.Backup;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;
using Storyprint.Verification.Commands;

namespace Storyprint.Commands;

/// <summary><c>storyprint backup</c>: backs up everything that is needed to go on elsewhere, while the site is served.</summary>
internal static class BackupCommand
{
    private const int Incomplete = 2;
    private const int PicturesShown = 20;

    public static Command Create()
    {
        var target = new Argument<string>("target") { Description = "A folder, which each further backup only adds to, or one file whose name ends in .tar." };
        var data = SharedOptions.Data();
        var keys = new Option<bool>("--with-keys") { Description = "Include the private keys. Whoever gets the backup can then publish in your name." };
        var command = new Command("backup", "Back up database (SQLite or PostgreSQL), pictures, settings and texts while the site is served, and read it all back. Exit code 0: good; 1: not made; 2: made, but pictures are missing.")
        {
            target, data, keys,
        };
        command.SetAction((parsed, cancellation) => OpenPublication.RunAsync(
            parsed.GetValue(data)!, installation => RunAsync(installation, parsed.GetValue(target)!, parsed.GetValue(keys), cancellation)));
        return command;
    }

    /// <summary>Shows the progress of a backup or a restore.</summary>
    public static ProgressLine<StepProgress> Progress() =>
        new(step => step.Total == 0 ? new ProgressStep(0, $"{step.Done:N0} {step.What}", step.What) : ProgressStep.Create(step.Done, step.Total, step.What));

    private static async Task<int> RunAsync(Installation installation, string target, bool withKeys, CancellationToken cancellation)
    {
        var place = Path.GetFullPath(target);
        if ((place + Path.DirectorySeparatorChar).StartsWith(installation.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return await CommandError.WriteAsync($"{target} is inside the publication's own folder. Keep backups elsewhere, best on another machine.");
        }

        var progress = Progress();
        try
        {
            var (backup, problem) = Open(place);
            if (backup is null)
            {
                return await CommandError.WriteAsync(problem);
            }

            await using (backup)
            {
                var outcome = await new BackUpPublication(installation, TimeProvider.System, progress).RunAsync(ReleaseContext.FromMachineUser(ReleaseMeans.CommandLine), backup, withKeys, cancellation);
                progress.Finish();
                return outcome is BackupOutcome.Done done ? await ShowAsync(done, target) : await CommandError.WriteAsync(((BackupOutcome.Refused)outcome).Sentence);
            }
        }
        catch (Exception fault) when (BackupErrors.Sentence(fault, installation.Database) is { } sentence)
        {
            progress.Finish();
            return await CommandError.WriteAsync($"No backup was made; an earlier one stands as it was. {sentence}");
        }
    }

    private static (IBackup? Backup, string Problem) Open(string place) =>
        place.EndsWith(".tar", StringComparison.Ordinal) ? (BackupInFile.ForWriting(place), string.Empty)
        : File.Exists(place) ? (null, $"{place} is a file. A backup goes into a folder, or into a file whose name ends in .tar.")
        : BackupInFolder.ForWriting(place);

    private static async Task<int> ShowAsync(BackupOutcome.Done done, string target)
    {
        var manifest = done.Manifest;
        Console.WriteLine($"{manifest.Stories,10:N0} stories, {manifest.Revisions:N0} revisions, {manifest.LogSize:N0} entries of the log");
        Console.WriteLine($"{done.Pictures,10:N0} pictures, {done.Copied:N0} of them copied now");
        Console.WriteLine($"           Root {manifest.LogRoot}");
        Console.WriteLine($"           Read back and good: {target}, {manifest.MadeAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");
        await Console.Error.WriteLineAsync(manifest.HasKeys
            ? "The private keys are in it: whoever gets this backup can publish in your name. Keep it as you keep the keys."
            : "The keys are not in it, and must not be lost: keep a copy of them elsewhere.");
        if (done.NotRecorded is { } unrecorded)
        {
            await Console.Error.WriteLineAsync(unrecorded);
        }

        if (manifest.MissingPictures.Count == 0)
        {
            return 0;
        }

        await Console.Error.WriteLineAsync($"{manifest.MissingPictures.Count:N0} pictures that the database names were not there. If a story was withdrawn just now, make the backup again; otherwise look for them in an earlier one:");
        foreach (var hash in manifest.MissingPictures.Take(PicturesShown))
        {
            await Console.Error.WriteLineAsync($"  {BackupPath.Original(hash)}");
        }

        return Incomplete;
    }
}
