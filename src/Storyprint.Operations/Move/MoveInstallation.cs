using System.Data.Common;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Moving;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Releases;

namespace Storyprint.Operations.Move;

/// <summary>Moves an installation to another database, its pictures to another place, or both. The next run completes a move that was stopped.</summary>
/// <param name="by">Who moves it, for the record of both databases.</param>
public sealed class MoveInstallation(Installation installation, ReleaseContext by, MoveOptions options, IProgress<StepProgress>? progress = null)
{
    public Task<MoveResult> RunAsync(CancellationToken cancellation) => options is { To: null, MediaTo: null }
        ? Task.FromResult<MoveResult>(new MoveResult.Refused("Say with --to where the database goes, with --media-to where the pictures go, or both."))
        : GuardedAsync(MoveAsync, cancellation);

    /// <summary>Lets releases into the old database again, unless the new one has got further.</summary>
    public Task<MoveResult> ReopenAsync(CancellationToken cancellation) => GuardedAsync(async (source, target, stop) =>
    {
        // After a switch the publication's own database is the new one.
        var moved = target ?? (options.From is null ? null : installation.Database);
        if (await new ReopenPublication(source, moved).RunAsync(stop) is { } reason)
        {
            return new MoveResult.Refused(reason);
        }

        await RecordAsync(source, AuditAct.Reopened, null, null, stop);
        return new MoveResult.Reopened(IsCompared: moved is not null);
    }, cancellation);

    private async Task<MoveResult> GuardedAsync(Func<Database, Database?, CancellationToken, Task<MoveResult>> run, CancellationToken cancellation)
    {
        var source = installation.Database;
        Database? target = null;
        try
        {
            source = options.From is null ? source : DatabaseSetting.Open(options.From, installation.Folder);
            target = options.To is null ? null : DatabaseSetting.Open(options.To, installation.Folder);
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
        var old = options.MediaFrom is { } named ? MediaSetting.Open(named, installation.Folder) : installation.Media;
        var media = options.MediaTo is { } place ? MediaSetting.Open(place, installation.Folder) : null;
        if (media?.Place == old.Place)
        {
            return new MoveResult.Refused($"The pictures are in {old.Place} already. Where some are still elsewhere, name that place with --media-from.");
        }

        await source.MigrateAsync(cancellation);
        await RecordAsync(source, AuditAct.MoveStarted, Places(source, old), Places(target, media), cancellation);
        var originals = media is null ? null : new MoveOriginals(source, old, media, progress);

        // Pictures are copied first, while releases go on. Once the old database takes no more releases, those that came in meanwhile are copied too.
        var pictures = originals is null ? null : await originals.RunAsync(cancellation);
        MoveOutcome? moved = null;
        if (target is not null)
        {
            moved = await new MovePublication(source, target).RunAsync(progress, cancellation);
            pictures = originals is null || moved is MoveOutcome.Refused ? pictures : await originals.RunAsync(cancellation);
        }

        if (moved is not MoveOutcome.Refused)
        {
            await RecordAsync(target ?? source, AuditAct.Moved, Places(source, old), Places(target, media), cancellation);
        }

        target?.CloseIdle();
        source.CloseIdle();
        return moved is MoveOutcome.Refused(var sentence) ? new MoveResult.Refused(sentence) : new MoveResult.Done(moved as MoveOutcome.Done, pictures);
    }

    private Task RecordAsync(Database database, AuditAct act, string? before, string? after, CancellationToken cancellation) =>
        AuditTrail.RecordAsync(database, TimeProvider.System, by, act, "publication", before, after, cancellation);

    // Never a setting: it may hold a password.
    private static string Places(Database? database, MediaStore? media) => string.Join(", ", new[]
    {
        database switch { SqliteDatabase file => file.FilePath, PostgresDatabase server => server.Place, _ => null }, media?.Place,
    }.OfType<string>());
}
