using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Moving;
using Storyprint.Storage.Pictures;

namespace Storyprint.Operations.Move;

/// <summary>Carries an installation from one database to another, its pictures from one place to another, or both. What was stopped is completed by the next run.</summary>
public sealed class MoveInstallation(Installation installation, MoveOptions wishes, IProgress<StepProgress>? progress = null)
{
    public Task<MoveResult> RunAsync(CancellationToken cancellation) => wishes is { To: null, MediaTo: null }
        ? Task.FromResult<MoveResult>(new MoveResult.Refused("Say with --to where the database goes, with --media-to where the pictures go, or both."))
        : GuardedAsync(MoveAsync, cancellation);

    /// <summary>Lets releases into the old database again.</summary>
    public Task<MoveResult> ReopenAsync(CancellationToken cancellation) => GuardedAsync(async (source, _, stop) =>
    {
        await MovePublication.ReopenAsync(source, stop);
        return new MoveResult.Reopened();
    }, cancellation);

    private async Task<MoveResult> GuardedAsync(Func<Database, Database?, CancellationToken, Task<MoveResult>> run, CancellationToken cancellation)
    {
        var source = installation.Database;
        Database? target = null;
        try
        {
            source = wishes.From is null ? source : DatabaseSetting.Open(wishes.From, installation.Folder);
            target = wishes.To is null ? null : DatabaseSetting.Open(wishes.To, installation.Folder);
            return await run(source, target, cancellation);
        }
        catch (InvalidOperationException unreadable)
        {
            return new MoveResult.Refused(unreadable.Message);
        }
        catch (DbException fault)
        {
            return new MoveResult.Refused($"{source.Problem(fault) ?? target?.Problem(fault) ?? fault.Message} The move can be run again; it goes on where it stopped.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new MoveResult.Refused($"{fault.Message.TrimEnd('.')}. The move can be run again; it goes on where it stopped.");
        }
    }

    private async Task<MoveResult> MoveAsync(Database source, Database? target, CancellationToken cancellation)
    {
        var old = wishes.MediaFrom is { } named ? MediaSetting.Open(named, installation.Folder) : installation.Media;
        var media = wishes.MediaTo is { } wished ? MediaSetting.Open(wished, installation.Folder) : null;
        if (media?.Place == old.Place)
        {
            return new MoveResult.Refused($"The pictures are in {old.Place} already. Where some are still elsewhere, name that place with --media-from.");
        }

        await source.MigrateAsync(cancellation);
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

        source.CloseIdle();
        return moved is MoveOutcome.Refused(var sentence) ? new MoveResult.Refused(sentence) : new MoveResult.Done(moved as MoveOutcome.Done, pictures);
    }
}
