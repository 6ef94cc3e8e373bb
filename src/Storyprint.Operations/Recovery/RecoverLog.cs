using System.Data.Common;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Notes;
using Storyprint.Provenance.Seals;
using Storyprint.Provenance.Verification;
using Storyprint.Storage;
using Storyprint.Storage.Log;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Recovery;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Body;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Editions;
using Storyprint.Verification;
using Storyprint.Verification.LogCopies;

namespace Storyprint.Operations.Recovery;

/// <summary>Completes a database that was set back from a copy of its own log: an archive folder, a mirror, or the old server.</summary>
public sealed class RecoverLog(Storage.Engine.Database database, PublicationLog log, KeyFolder keys, MediaStore media, Publication publication, TimeProvider clock)
{
    private readonly Stores stores = new(database, log, media, clock, () => publication);

    /// <param name="context">Who recovers, by which means and why.</param>
    /// <param name="isTrial">Whether everything is done and then rolled back.</param>
    /// <param name="withoutTexts">Whether to recover revisions whose text is missing in the copy, without it.</param>
    public async Task<RecoverResult> RunAsync(ReleaseContext context, IPublishedSite site, bool isTrial, bool withoutTexts, CancellationToken cancellation = default)
    {
        try
        {
            await database.MigrateAsync(cancellation);
            var head = await stores.Log.HeadAsync(cancellation);
            var (copy, problem) = await AuditedLogCopy.ReadAsync(
                site, await TrustedAsync(cancellation), head is null ? null : new TreeHead(head.Size, head.Root),
                log.Mark.Read().Last is { } mark ? new TreeHead(mark.Size, mark.Root) : null, cancellation);
            if (copy is null)
            {
                return new RecoverResult.Refused(problem);
            }

            var (copied, lost) = await new MissingTexts(site, copy).ReadAsync(cancellation);
            if (lost.Count > 0 && !withoutTexts)
            {
                return new RecoverResult.TextsMissing(copy.Missing.Count, lost);
            }

            var entries = copied.Select(Missing).ToList();
            var pictures = Pictures(entries);
            if (!isTrial)
            {
                await AddPicturesAsync(pictures, cancellation);
            }

            var outcome = await new LogRecovery(database, log, keys, publication, clock).RunAsync(context, new RecoveryPlan(head, copy.Checkpoint, entries), isTrial, cancellation);
            return outcome switch
            {
                RecoveryOutcome.Refused(var sentence) => new RecoverResult.Refused(sentence),
                RecoveryOutcome.Done done => await FinishAsync(done, copy, head?.Size ?? 0, (lost, pictures), isTrial),
                _ => throw new NotSupportedException($"{outcome.GetType().Name} is an unknown outcome."),
            };
        }
        catch (SourceUnreachableException fault)
        {
            return new RecoverResult.Refused($"{site.Name} cannot be read: {fault.Message}");
        }
        catch (LogRefusedException refused)
        {
            return new RecoverResult.Refused(refused.Problem.Sentence);
        }
        catch (InvalidDataException damage)
        {
            return new RecoverResult.Refused(new LogProblem.Damaged(damage.Message).Sentence);
        }
        catch (DbException fault) when (database.Problem(fault) is { } sentence)
        {
            return new RecoverResult.Refused(sentence);
        }
    }

    private async Task<RecoverResult> FinishAsync(
        RecoveryOutcome.Done done, AuditedLogCopy copy, long from, (IReadOnlyList<(RevisionEntry Entry, string Reason)> Texts, IReadOnlyList<string> Pictures) lost, bool isTrial)
    {
        if (!isTrial && done.Revisions.Any(revision => revision.IsErased))
        {
            foreach (var hash in done.WithdrawnPictures)
            {
                await media.DeleteAsync(hash, CancellationToken.None);
            }

            await database.EraseRemnantsAsync(CancellationToken.None);
        }

        var missing = new List<string>();
        foreach (var hash in lost.Pictures)
        {
            if (await media.LengthAsync(hash, CancellationToken.None) is null)
            {
                missing.Add(hash);
            }
        }

        return new RecoverResult.Recovered(from, copy.Checkpoint.Body.Size, done, lost.Texts, log.Mark.Read().Last, isTrial)
        {
            MissingPictures = missing,
        };
    }

    private static MissingEntry Missing(CopiedEntry copied) =>
        new(copied.Index, copied.Bytes, copied.Entry, copied.Text is { } text ? new MissingText(text.Canonical, text.Salt) : null);

    private static List<string> Pictures(IReadOnlyList<MissingEntry> entries) =>
        [.. entries.SelectMany(missing => CanonicalText.TryRead(missing.Text?.Canonical ?? string.Empty, default, out var read)
            ? read.Content.Pictures.Select(picture => picture.Hash).Concat(read.Content.Body.OfType<MediaFile>().Select(media => media.Poster?.Hash)) : []).OfType<string>().Distinct()];

    // The media folder may be newer than the database. A picture added before the recovery and then not used does no harm.
    private async Task AddPicturesAsync(IReadOnlyList<string> pictures, CancellationToken cancellation)
    {
        foreach (var hash in pictures)
        {
            await using var original = await media.OpenOriginalAsync(hash, cancellation);
            if (original is not null)
            {
                using var bytes = new MemoryStream();
                await original.CopyToAsync(bytes, cancellation);
                await stores.Pictures.AddAsync(bytes.ToArray(), cancellation);
            }
        }
    }

    // The keys known here: those of the restored database and of the key files, which may be newer.
    private async Task<IReadOnlyList<VerifierKey>> TrustedAsync(CancellationToken cancellation)
    {
        var list = await stores.Keys.ListAsync(cancellation);
        return [.. keys.VerifiersOf(KeyRole.Log, log.Publisher)
            .Concat(list.Keys.Where(key => key.Role == KeyRole.Log && key.Status != KeyStatus.Revoked).Select(key => key.Key)).Distinct()];
    }
}
