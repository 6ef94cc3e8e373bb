using System.CommandLine;
using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Moving;
using Storyprint.Storage.Pictures;

namespace Storyprint.Commands;

/// <summary><c>storyprint move</c>: carries a publication from one database to another, its pictures from one place to another, or both.</summary>
internal static class MoveCommand
{
    public static Command Make()
    {
        var data = SharedOptions.Data();
        var to = new Option<string?>("--to") { Description = "The new, empty database: Host=…;Database=…;Username=…, postgres://…, or sqlite:FILE." };
        var from = new Option<string?>("--from") { Description = "The database to move; the one the publication uses where nothing is said." };
        var media = new Option<string?>("--media-to") { Description = "Where the pictures shall go: a folder (within the publication's, unless it begins with /), or s3://BUCKET/PREFIX?endpoint=https://…&region=…" };
        var mediaFrom = new Option<string?>("--media-from") { Description = "Where the pictures are; the place the publication uses where nothing is said." };
        var turn = new Option<bool>("--switch") { Description = "Write the new places into publication.json when everything stands." };
        var reopen = new Option<bool>("--reopen") { Description = "Stay with the old database after all: lets releases into it again." };
        var command = new Command(
            "move", "Carry the publication to another database, from SQLite to PostgreSQL or back, or its pictures to another folder or bucket. A stopped move is completed by the next run. Exit code 0: done; 1: not; 2: done, but pictures were missing or damaged.")
        {
            data, to, from, media, mediaFrom, turn, reopen,
        };
        command.SetAction((parsed, cancellation) => OpenPublication.RunAsync(parsed.GetValue(data)!, installation => RunAsync(
            installation,
            new MoveOptions(parsed.GetValue(to), parsed.GetValue(from), parsed.GetValue(media), parsed.GetValue(mediaFrom), parsed.GetValue(turn)), parsed.GetValue(reopen), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(Installation installation, MoveOptions wishes, bool isReopening, CancellationToken cancellation)
    {
        var source = installation.Database;
        Database? target = null;
        try
        {
            source = wishes.From is null ? source : DatabaseSetting.Open(wishes.From, installation.Folder);
            target = wishes.To is null ? null : DatabaseSetting.Open(wishes.To, installation.Folder);
            if (isReopening)
            {
                await MovePublication.ReopenAsync(source, cancellation);
                Console.WriteLine("The database takes releases again.");
                return 0;
            }

            return wishes is { To: null, MediaTo: null }
                ? await CommandError.TellAsync("Say with --to where the database goes, with --media-to where the pictures go, or both.")
                : await MoveAsync(installation, wishes, source, target, cancellation);
        }
        catch (InvalidOperationException unreadable)
        {
            return await CommandError.TellAsync(unreadable.Message);
        }
        catch (DbException fault)
        {
            return await CommandError.TellAsync($"{source.Problem(fault) ?? target?.Problem(fault) ?? fault.Message} The move can be run again; it goes on where it stopped.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return await CommandError.TellAsync($"{fault.Message.TrimEnd('.')}. The move can be run again; it goes on where it stopped.");
        }
    }

    private static async Task<int> MoveAsync(Installation installation, MoveOptions wishes, Database source, Database? target, CancellationToken cancellation)
    {
        var old = wishes.MediaFrom is { } named ? MediaSetting.Open(named, installation.Folder) : installation.Media;
        var media = wishes.MediaTo is { } wished ? MediaSetting.Open(wished, installation.Folder) : null;
        if (media?.Place == old.Place)
        {
            return await CommandError.TellAsync($"The pictures are in {old.Place} already. Where some are still elsewhere, name that place with --media-from.");
        }

        await source.MigrateAsync(cancellation);
        var progress = BackupCommand.Progress();
        var originals = media is null ? null : new MoveOriginals(source, old, media, progress);

        // The pictures first, while releases go on. Once the database is closed no more can come in, and what came meanwhile is carried then.
        var pictures = originals is null ? null : await originals.RunAsync(cancellation);
        MoveOutcome? moved = null;
        if (target is not null)
        {
            moved = await new MovePublication(source, target).RunAsync(progress, cancellation);
            pictures = originals is null || moved is MoveOutcome.Refused ? pictures : await originals.RunAsync(cancellation);
            target.CloseIdle();
        }

        progress.Finish();
        source.CloseIdle();
        return moved is MoveOutcome.Refused(var sentence)
            ? await CommandError.TellAsync(sentence)
            : await new MoveReport(installation, wishes).ShowAsync(moved as MoveOutcome.Done, pictures, cancellation);
    }
}

/// <summary>What a move is asked to do.</summary>
/// <param name="To">The new database, as a setting names it; null where it stays.</param>
/// <param name="From">The old one; null for the publication's own.</param>
/// <param name="MediaTo">The new place of the pictures, as a setting names it; null where they stay.</param>
/// <param name="MediaFrom">Their old place; null for the publication's own.</param>
/// <param name="IsSwitch">Whether the settings shall name the new places.</param>
internal sealed record MoveOptions(string? To, string? From, string? MediaTo, string? MediaFrom, bool IsSwitch);
