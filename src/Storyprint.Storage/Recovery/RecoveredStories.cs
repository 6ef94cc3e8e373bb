using System.Data.Common;
using System.Text;
using Storyprint.Provenance.Commitments;
using Storyprint.Provenance.Entries;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Search;
using Storyprint.Storage.Stories;
using Storyprint.Stories;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Recovery;

/// <summary>Restores stories from the log's entries, in order and through the same writer as releases, inside one transaction.</summary>
internal sealed class RecoveredStories
{
    private readonly DbTransaction transaction;
    private readonly RecoveredKeys keys;
    private readonly Publication publication;
    private readonly StoryWriter writer;
    private readonly Place place = new();
    private readonly HashSet<StoryCode> lost = [];

    public RecoveredStories(DbTransaction transaction, FullText fullText, RecoveredKeys keys, Publication publication, ReleaseContext context)
    {
        (this.transaction, this.keys, this.publication) = (transaction, keys, publication);
        writer = new StoryWriter(transaction, fullText, place, context);
    }

    public List<RecoveredRevision> Revisions { get; } = [];

    public List<StoryCode> Hidden { get; } = [];

    public List<string> WithdrawnPictures { get; } = [];

    private DbConnection Connection => transaction.Connection!;

    /// <summary>Takes the next entry about a story.</summary>
    /// <returns>Why it contradicts the database, or null.</returns>
    public async Task<string?> TakeAsync(MissingEntry missing, RevisionEntry entry, CancellationToken cancellation)
    {
        if (!StoryCode.TryFromDigits(entry.Revision.Code, out var code))
        {
            return $"Entry {missing.Index} is about a story {entry.Revision.Code}, and codes have at most {StoryCode.MaxLength} digits here.";
        }

        var story = await StoryForRelease.ReadAsync(Connection, code, cancellation);
        if ((story?.State.Current?.Number.Value ?? 0) != entry.Revision.Number - 1)
        {
            return $"Entry {missing.Index} is revision {entry.Revision}, and the database's newest revision of that story is {story?.State.Current?.Number.Value ?? 0}.";
        }

        var kind = KindOf(entry.Release);
        var isSealed = false;
        if (kind == ReleaseKind.Withdrawal && story is not null)
        {
            await WithdrawAsync(missing.Index, entry, story, cancellation);
        }
        else if (missing.Text is { } text && CanonicalText.TryRead(text.Canonical, entry.PublishedAt, out var read) && read.Content.Language == entry.Language)
        {
            isSealed = await PublishAsync(missing.Index, entry, kind, story, code, (read, text), cancellation);
            lost.Remove(code);
        }
        else
        {
            var id = story?.Id ?? await writer.NextIdAsync(cancellation);
            await writer.KeepLostAsync(
                id, story is null ? New(code, entry.Language) : null, entry.Language, entry.Revision.Number, kind, entry.PublishedAt, missing.Index, cancellation);
            lost.Add(code);
        }

        Revisions.Add(new RecoveredRevision(
            new RevisionId(code, new RevisionNumber(entry.Revision.Number)), kind, entry.PublishedAt, story is null, !lost.Contains(code) && kind != ReleaseKind.Withdrawal, false, isSealed));
        if (kind == ReleaseKind.Withdrawal)
        {
            lost.Remove(code);
            MarkErased(code);
        }

        return null;
    }

    /// <summary>Hides the stories whose newest text is lost, and writes the search rows.</summary>
    public async Task FinishAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var code in lost)
        {
            var story = (await StoryForRelease.ReadAsync(Connection, code, cancellation))!;
            var last = await LastTextAsync(story.Id, cancellation) ?? new StoryContent { Language = story.Edition, Headline = string.Empty };
            await writer.HideAsync(story.Id, StoryJson.Write(last), story.State.Current!.Number.Value, story.SearchRow, now, cancellation);
            Hidden.Add(code);
        }

        await writer.FinishAsync(cancellation);
    }

    private async Task WithdrawAsync(long index, RevisionEntry entry, StoryForRelease story, CancellationToken cancellation)
    {
        place.Logged = new LoggedText(index, null, null);
        await writer.WithdrawAsync(story.Id, story.Code, story.Edition, new NewRevision
        {
            Number = new RevisionNumber(entry.Revision.Number),
            Kind = ReleaseKind.Withdrawal,
            Status = StoryStatus.Withdrawn,
            Content = null,
            ReleasedAt = entry.PublishedAt,
            PublishedAt = story.State.PublishedAt ?? entry.PublishedAt,
            UpdatedAt = story.State.UpdatedAt,

            // The log does not say why: reasons of withdrawals are not published for ever.
            Withdrawal = new Withdrawal(WithdrawalReason.Other, entry.PublishedAt),
        }, story.SearchRow, cancellation);
        WithdrawnPictures.AddRange(await Connection.QueryAsync(
            "SELECT p.hash FROM picture p JOIN story_picture s ON s.picture_hash = p.hash WHERE s.story_id = @id AND p.withdrawn_at IS NOT NULL",
            row => row.GetString(0), cancellation, ("@id", story.Id)));
    }

    private async Task<bool> PublishAsync(
        long index, RevisionEntry entry, ReleaseKind kind, StoryForRelease? story, StoryCode code, (RevisionText Read, MissingText Text) known, CancellationToken cancellation)
    {
        var before = story is null ? null : await LastTextAsync(story.Id, cancellation);
        var content = ContentReconstruction.Create(known.Read, before, kind, entry.PublishedAt, await KnownFilesAsync(known.Read.Content, cancellation));
        var isFirst = entry.Revision.Number == 1;
        place.Logged = new LoggedText(
            index, known.Text.Salt, await keys.SealAsync(entry, TextDigest.Compute(Encoding.UTF8.GetBytes(known.Text.Canonical)), cancellation));
        await writer.PublishAsync(new RevisionToWrite
        {
            StoryId = story?.Id ?? await writer.NextIdAsync(cancellation),
            Code = code,
            Number = entry.Revision.Number,
            Kind = kind,
            Status = kind == ReleaseKind.Retraction || (kind == ReleaseKind.Correction && story?.State.Status == StoryStatus.Retracted) ? StoryStatus.Retracted : StoryStatus.Published,
            IsPage = story?.IsPage ?? false,
            Text = StoredTextForms.From(known.Read with { Content = content }),
            New = story is null ? New(code, entry.Language) : null,
            Slug = story is { Slug.IsEmpty: false } ? story.Slug : Slug.From(content.Headline),
            ReleasedAt = entry.PublishedAt,
            PublishedAt = isFirst ? entry.PublishedAt : story!.State.PublishedAt ?? entry.PublishedAt,
            UpdatedAt = isFirst ? null : before is not null && CanonicalText.IsSameStory(known.Read with { Content = before }, known.Read) ? story!.State.UpdatedAt : entry.PublishedAt,
        }, story?.SearchRow, cancellation);
        return place.Logged.Seal is not null;
    }

    // Texts before a withdrawal were erased on purpose.
    private void MarkErased(StoryCode code)
    {
        for (var index = 0; index < Revisions.Count; index++)
        {
            if (Revisions[index].Id.Code == code)
            {
                Revisions[index] = Revisions[index] with { HasText = false, IsErased = true };
            }
        }
    }

    private NewStory New(StoryCode code, string language) => new(code, publication.EditionOrMain(language).TimeZone, IsPage: false, null, null);

    private async Task<StoryContent?> LastTextAsync(long id, CancellationToken cancellation) =>
        await Connection.ScalarAsync<string>(
            "SELECT content FROM revision WHERE story_id = @id AND content IS NOT NULL ORDER BY number DESC LIMIT 1", cancellation, ("@id", id)) is { } json ? StoryJson.Read(json) : null;

    private async Task<Dictionary<string, KnownFile>> KnownFilesAsync(StoryContent content, CancellationToken cancellation)
    {
        var files = new Dictionary<string, KnownFile>();
        foreach (var hash in content.MediaHashes)
        {
            var file = await Connection.FirstAsync<KnownFile?>(
                "SELECT width, height, file_name, media_type, byte_size FROM picture WHERE hash = @hash",
                row => new KnownFile(row.GetInt32(0), row.GetInt32(1), row.TextOrNull(2), row.GetString(3), row.GetInt64(4)), cancellation, ("@hash", hash));
            if (file is not null)
            {
                files[hash] = file;
            }
        }

        return files;
    }

    private static ReleaseKind KindOf(RevisionKind kind) => kind switch
    {
        RevisionKind.Publish => ReleaseKind.Publish,
        RevisionKind.Update => ReleaseKind.Update,
        RevisionKind.Correction => ReleaseKind.Correction,
        RevisionKind.Retraction => ReleaseKind.Retraction,
        RevisionKind.Withdrawal => ReleaseKind.Withdrawal,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Gives the writer the original log index.</summary>
    private sealed class Place : IRevisionLog
    {
        public LoggedText Logged { get; set; } = new(0, null, null);

        public LoggedText Add(StoryCode code, int number, string language, ReleaseKind kind, DateTimeOffset at, byte[]? digest, long? previous) => Logged;
    }
}
