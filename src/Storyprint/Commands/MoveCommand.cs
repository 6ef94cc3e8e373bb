using System.CommandLine;
using Storyprint.Operations;
using Storyprint.Operations.Move;
using Storyprint.Storage.Moving;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Releases;
using Storyprint.Verification.Commands;

namespace Storyprint.Commands;

/// <summary><c>storyprint move</c>: moves a publication to another database, its pictures to another place, or both.</summary>
internal static class MoveCommand
{
    public static Command Create()
    {
        var data = SharedOptions.Data();
        var to = new Option<string?>("--to") { Description = "The new, empty database: Host=…;Database=…;Username=…, postgres://…, or sqlite:FILE." };
        var from = new Option<string?>("--from") { Description = "The database to move; the one the publication uses where nothing is said." };
        var media = new Option<string?>("--media-to") { Description = "Where the pictures shall go: a folder (within the publication's, unless it begins with /), or s3://BUCKET/PREFIX?endpoint=https://…&region=…" };
        var mediaFrom = new Option<string?>("--media-from") { Description = "Where the pictures are; the place the publication uses where nothing is said." };
        var turn = new Option<bool>("--switch") { Description = "Write the new places into publication.json when everything stands." };
        var reopen = new Option<bool>("--reopen") { Description = "Stay with the old database after all: lets releases into it again, unless the new one (--to) has got further." };
        var command = new Command(
            "move", "Move the publication to another database, from SQLite to PostgreSQL or back, or its pictures to another folder or bucket. A stopped move is completed by the next run. Exit code 0: done; 1: not; 2: done, but pictures were missing or damaged.")
        {
            data, to, from, media, mediaFrom, turn, reopen,
        };
        command.SetAction((parsed, cancellation) => OpenPublication.RunAsync(parsed.GetValue(data)!, installation => RunAsync(
            installation,
            new MoveOptions(parsed.GetValue(to), parsed.GetValue(from), parsed.GetValue(media), parsed.GetValue(mediaFrom), parsed.GetValue(turn)), parsed.GetValue(reopen), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(Installation installation, MoveOptions options, bool isReopening, CancellationToken cancellation)
    {
        var progress = BackupCommand.Progress();
        var move = new MoveInstallation(installation, ReleaseContext.FromMachineUser(ReleaseMeans.CommandLine), options, progress);
        var result = isReopening ? await move.ReopenAsync(cancellation) : await move.RunAsync(cancellation);
        progress.Finish();
        switch (result)
        {
            case MoveResult.Refused(var sentence):
                return await CommandError.WriteAsync(sentence);
            case MoveResult.Done(var database, var pictures):
                return await ShowAsync(new MoveReport(installation, options), database, pictures, cancellation);
            case MoveResult.Reopened(var isCompared):
                Console.WriteLine(isCompared
                    ? "The database takes releases again, and the new one takes no more."
                    : "The database is open again. How far the new one got was not looked at (--to names it), so nothing is released before the other nodes or the witnesses clear it, or 'storyprint log confirm'.");
                return 0;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static async Task<int> ShowAsync(MoveReport report, MoveOutcome.Done? database, MovedOriginals? pictures, CancellationToken cancellation)
    {
        try
        {
            return await report.ShowAsync(database, pictures, cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return await CommandError.WriteAsync($"{fault.Message.TrimEnd('.')}. The move can be run again; it goes on where it stopped.");
        }
    }
}
