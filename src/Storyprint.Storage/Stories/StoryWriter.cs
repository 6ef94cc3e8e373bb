using System.Data.Common;
using Storyprint.Storage.Drafts;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Matching;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Search;
using Storyprint.Stories;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Stories;

/// <summary>Writes stories inside one transaction: the story, its revision or draft, its list rows and its search row, all or none.</summary>
/// <param name="maxMerged">See <see cref="FingerprintWriter"/>.</param>
internal sealed class StoryWriter(DbTransaction transaction, FullText fullText, IRevisionLog log, ReleaseContext context, long maxMerged = FingerprintWriter.InRelease)
{
    private readonly PreparedStatement newestId = PreparedStatement.Prepare(transaction, StoryStatements.NewestId);
    private readonly PreparedStatement insertStory = PreparedStatement.Prepare(transaction, StoryStatements.InsertStory);
    private readonly PreparedStatement updateInPlace = PreparedStatement.Prepare(transaction, StoryStatements.UpdateInPlace);
    private readonly PreparedStatement updateStory = PreparedStatement.Prepare(transaction, StoryStatements.UpdateStory);
    private readonly PreparedStatement insertRevision = PreparedStatement.Prepare(transaction, StoryStatements.InsertRevision);
    private readonly PreparedStatement previousIndex = PreparedStatement.Prepare(transaction, StoryStatements.PreviousIndex);
    private readonly PreparedStatement insertPicture = PreparedStatement.Prepare(transaction, StoryStatements.InsertPicture);
    private readonly PreparedStatement insertNote = PreparedStatement.Prepare(transaction, StoryStatements.InsertNote);
    private readonly PreparedStatement deleteNotes = PreparedStatement.Prepare(transaction, StoryStatements.DeleteNotes);
    private readonly PreparedStatement writeDraft = PreparedStatement.Prepare(transaction, StoryStatements.WriteDraft);
    private readonly PreparedStatement deleteTopics = PreparedStatement.Prepare(transaction, StoryStatements.DeleteTopics);
    private readonly PreparedStatement deleteBylines = PreparedStatement.Prepare(transaction, StoryStatements.DeleteBylines);
    private readonly PreparedStatement insertTopic = PreparedStatement.Prepare(transaction, StoryStatements.InsertTopic);
    private readonly PreparedStatement insertByline = PreparedStatement.Prepare(transaction, StoryStatements.InsertByline);
    private readonly PreparedStatement insertTerm = PreparedStatement.Prepare(transaction, StoryStatements.InsertTerm);
    private readonly PreparedStatement insertSection = PreparedStatement.Prepare(transaction, StoryStatements.InsertSection);
    private readonly PreparedStatement insertLegacyUrl = PreparedStatement.Prepare(transaction, StoryStatements.InsertLegacyUrl);
    private readonly PreparedStatement deleteSearch = PreparedStatement.Prepare(transaction, fullText.Delete);
    private readonly PreparedStatement insertSearch = PreparedStatement.Prepare(transaction, fullText.Insert);

    // Sent before any public method returns: callers may read what was written.
    private readonly SqlBatch batch = SqlBatch.Create(transaction);
    private readonly HashSet<(string, string, string)> writtenTerms = [];
    private readonly List<(long Key, SearchRow? Row)> searchRows = [];
    private readonly FingerprintWriter fingerprints = new(transaction, maxMerged);
    private long lastId;

    /// <summary>The id for a new story. The write lock keeps it free.</summary>
    public async Task<long> NextIdAsync(CancellationToken cancellation)
    {
        lastId = lastId > 0 ? lastId : await newestId.ScalarAsync(cancellation) is long newest ? newest : 0;
        return ++lastId;
    }

    /// <summary>Writes a revision with its seal, its log entry and all list rows; <see cref="FinishAsync"/> writes its search row.</summary>
    /// <param name="replaced">The key of the previous revision's search row, or null.</param>
    public async Task PublishAsync(RevisionToWrite revision, long? replaced, CancellationToken cancellation)
    {
        var (id, text) = (revision.StoryId, revision.Text);
        var head = text.Head;
        var previous = revision.Number == 1 ? null : await PreviousIndexAsync(id, revision.Number, cancellation);
        var logged = log.Add(revision.Code, revision.Number, head.Language, revision.Kind, revision.ReleasedAt, text.Digest, previous);
        var sortKey = SortKey.Create(revision.PublishedAt, id);
        var stays = replaced == sortKey && revision.Listed is { } listed && head.HasPlacesOf(listed);
        await WriteCardAsync(
            id, revision.New, revision.Number, revision.Kind, revision.Status, head, revision.Slug, revision.PublishedAt, revision.UpdatedAt, sortKey,
            isListed: !revision.IsPage, revision.SourceDigest, cancellation, stays);
        await AddRevisionAsync(revision, logged, cancellation);
        fingerprints.Add(id, text.Fingerprints);
        foreach (var hash in head.Pictures)
        {
            await batch.AddAsync(insertPicture, cancellation, ("@hash", hash), ("@story_id", id));
        }

        if (stays)
        {
            searchRows.Add((sortKey, null));
            await batch.AddAsync(deleteNotes, cancellation, ("@story_id", id));
        }
        else if (revision.Number > 1)
        {
            await UnlistAsync(id, replaced, cancellation);
        }

        if (!revision.IsPage)
        {
            await (stays ? Task.CompletedTask : ListAsync(id, head, sortKey, revision.SectionName, cancellation));
            await ShowAsync(id, text, sortKey, cancellation);
        }

        await batch.SendAsync(cancellation);
    }

    /// <summary>Writes a revision that is in the log but whose text is lost: it keeps its number and shows nothing.</summary>
    /// <param name="added">The data of a new story; null for one that exists.</param>
    public async Task KeepLostAsync(
        long id, NewStory? added, string language, int number, ReleaseKind kind, DateTimeOffset at, long index, CancellationToken cancellation)
    {
        if (added is not null)
        {
            await WriteCardAsync(
                id, added, number, kind, StoryStatus.Draft, StoryListing.From(new StoryContent { Language = language, Headline = string.Empty }), Slug.From(string.Empty), at, null, 0,
                isListed: false, null, cancellation);
        }

        await AddRevisionAsync(id, number, kind, at, index, cancellation);
        var count = PreparedStatement.Prepare(transaction, StoryStatements.CountRevision);
        await batch.AddAsync(count, cancellation, ("@id", id), ("@revision", number), ("@release_kind", (int)kind));
        await batch.SendAsync(cancellation);
    }

    /// <summary>
    /// Hides a story whose newest text is lost and makes it a draft of the last available text; its next release is numbered after the lost ones. An existing
    /// draft stays as it is.
    /// </summary>
    public async Task HideAsync(long id, string lastText, int newest, long? replaced, DateTimeOffset now, CancellationToken cancellation)
    {
        await UnlistAsync(id, replaced, cancellation);
        await batch.AddAsync(PreparedStatement.Prepare(transaction, StoryStatements.Hide), cancellation, ("@id", id));
        await batch.AddAsync(
            PreparedStatement.Prepare(transaction, StoryStatements.RebaseDraft), cancellation,
            ("@story_id", id), ("@content", lastText), ("@base_revision", newest), ("@changed_at", now.ToUnixTimeMilliseconds()));
        await batch.SendAsync(cancellation);
    }

    /// <summary>Writes the withdrawal revision, and erases every word of the story, with salt, digest and seal of each text.</summary>
    public async Task WithdrawAsync(long id, StoryCode code, string language, NewRevision revision, long? replaced, CancellationToken cancellation)
    {
        var previous = await PreviousIndexAsync(id, revision.Number.Value, cancellation);
        var logged = log.Add(code, revision.Number.Value, language, revision.Kind, revision.ReleasedAt, null, previous);
        await AddRevisionAsync(id, revision.Number.Value, revision.Kind, revision.ReleasedAt, logged.Index, cancellation);
        await UnlistAsync(id, replaced, cancellation);
        await fingerprints.EraseAsync(id, cancellation);
        await StoryErasure.AddAsync(batch, transaction, id, revision, cancellation);
        await batch.SendAsync(cancellation);
        await new WithdrawnWords(transaction, id, code).EraseAsync(cancellation);
        await WordsAroundDrafts.EraseAsync(transaction.Connection!, id, cancellation);
    }

    /// <summary>Writes a draft; nothing of it is public.</summary>
    /// <param name="added">What else is to be known of a story that is not there yet; null where it is.</param>
    public async Task KeepDraftAsync(
        long id, NewStory? added, StoryToStore story, StoryListing head, Utf8Text json, byte[] sourceDigest, DateTimeOffset now, CancellationToken cancellation)
    {
        await WriteCardAsync(
            id, added, 0, 0, story.Status, head, story.Slug, story.PublishedAt, story.UpdatedAt, 0, isListed: false, sourceDigest, cancellation);
        var due = story.Status == StoryStatus.Scheduled ? story.PublishedAt?.ToUnixTimeMilliseconds() : null;
        var by = due is null ? null : context;
        await batch.AddAsync(
            writeDraft, cancellation, ("@story_id", id), ("@content", json), ("@slug", story.Slug.Text), ("@base_revision", 0), ("@changed_at", now.ToUnixTimeMilliseconds()),
            ("@scheduled_for", due), ("@scheduled_by", by?.Actor), ("@scheduled_via", (int?)by?.Means), ("@schedule_reason", by?.Reason),
            ("@schedule_correlation_id", by?.CorrelationId));
        if (story.Section is { } section)
        {
            await NameAsync("section of drafts", head.Language, section.Slug, section.Name, cancellation);
        }

        await batch.SendAsync(cancellation);
    }

    /// <summary>Begins a story that is written here: a draft without a slug, which its first release gives it.</summary>
    public async Task BeginDraftAsync(long id, NewStory added, StoryContent content, DateTimeOffset now, CancellationToken cancellation)
    {
        var none = Slug.From(string.Empty);
        await WriteCardAsync(id, added, 0, 0, StoryStatus.Draft, StoryListing.From(content), none, null, null, 0, isListed: false, null, cancellation);
        await batch.AddAsync(
            writeDraft, cancellation, ("@story_id", id), ("@content", StoryJson.Write(content)), ("@slug", none.Text), ("@base_revision", 0), ("@changed_at", now.ToUnixTimeMilliseconds()),
            ("@scheduled_for", null), ("@scheduled_by", null), ("@scheduled_via", null), ("@schedule_reason", null), ("@schedule_correlation_id", null));
        await batch.SendAsync(cancellation);
    }

    /// <summary>
    /// Writes fingerprints and search rows, the latter last: SQLite flushes its full-text index at each statement on another table that opens a savepoint, so writing them story by
    /// story would cost ten times as much.
    /// </summary>
    public async Task FinishAsync(CancellationToken cancellation)
    {
        await fingerprints.FinishAsync(cancellation);
        foreach (var (key, row) in searchRows)
        {
            if (row is null)
            {
                await batch.AddAsync(deleteSearch, cancellation, ("@sort_key", key));
            }
            else
            {
                await batch.AddAsync(insertSearch, cancellation, fullText.Row(key, row));
            }
        }

        searchRows.Clear();
        await batch.SendAsync(cancellation);
    }

    public Task<int> AddLegacyUrlAsync(string path, long id, CancellationToken cancellation) =>
        insertLegacyUrl.RunAsync(cancellation, ("@path", path), ("@story_id", id));

    private Task WriteCardAsync(
        long id, NewStory? added, int number, ReleaseKind kind, StoryStatus status, StoryListing head, Slug slug, DateTimeOffset? publishedAt,
        DateTimeOffset? updatedAt, long sortKey, bool isListed, byte[]? sourceDigest, CancellationToken cancellation, bool staysInPlace = false)
    {
        var picture = head.LeadPicture;
        (string, object?)[] card =
        [
            ("@id", id), ("@status", (int)status), ("@revision", number), ("@release_kind", (int)kind), ("@published_at", publishedAt?.ToUnixTimeMilliseconds()),
            ("@updated_at", updatedAt?.ToUnixTimeMilliseconds()), ("@slug", slug.Text), ("@label", head.Label is { } label ? CodeNames.Of(label) : null), ("@kicker", head.Kicker), ("@headline", head.Headline),
            ("@standfirst", head.Summary), ("@bylines", string.Join('\n', head.Bylines)), ("@picture_hash", picture?.Hash), ("@picture_width", picture?.Width ?? 0),
            ("@picture_height", picture?.Height ?? 0), ("@picture_alt", picture?.Alt), ("@picture_focus_x", picture?.Focus.X ?? 0.5),
            ("@picture_focus_y", picture?.Focus.Y ?? 0.5), ("@source_digest", sourceDigest), ("@source_revision", sourceDigest is null ? null : number),
        ];
        return added is null && staysInPlace
            ? batch.AddAsync(updateInPlace, cancellation, card)
            : added is null
                ? batch.AddAsync(updateStory, cancellation, [.. card, ("@is_listed", isListed), ("@sort_key", sortKey), ("@section", head.Section)])
                : batch.AddAsync(
                    insertStory, cancellation,
                    [
                        .. card, ("@is_listed", isListed), ("@sort_key", sortKey), ("@section", head.Section), ("@code", added.Code.Digits), ("@edition", head.Language),
                        ("@time_zone", added.Zone), ("@is_static_page", added.IsPage), ("@translation_key", added.TranslationKey), ("@source_id", added.Source),
                    ]);
    }

    private async Task<long?> PreviousIndexAsync(long id, int number, CancellationToken cancellation) =>
        (long?)await previousIndex.ScalarAsync(cancellation, ("@story_id", id), ("@number", number - 1));

    // A revision without a text: withdrawn, or lost.
    private Task AddRevisionAsync(long id, int number, ReleaseKind kind, DateTimeOffset at, long index, CancellationToken cancellation) =>
        AddRevisionAsync([
            ("@story_id", id), ("@number", number), ("@release_kind", (int)kind), ("@released_at", at.ToUnixTimeMilliseconds()), ("@slug", string.Empty),
            ("@content", null), ("@text_version", (int)TextVersion.V2), ("@digest", null), ("@salt", null), ("@seal", null), ("@log_index", index), ("@note", null), ("@findings", null), ("@scheduled_for", null),
        ], cancellation);

    private Task AddRevisionAsync(RevisionToWrite revision, LoggedText logged, CancellationToken cancellation) =>
        AddRevisionAsync([
            ("@story_id", revision.StoryId), ("@number", revision.Number), ("@release_kind", (int)revision.Kind),
            ("@released_at", revision.ReleasedAt.ToUnixTimeMilliseconds()), ("@slug", revision.Slug.Text), ("@content", revision.Text.Json), ("@text_version", (int)revision.Text.Version), ("@digest", revision.Text.Digest),
            ("@salt", logged.Salt), ("@seal", logged.Seal), ("@log_index", logged.Index), ("@note", revision.Text.Note), ("@findings", revision.Findings),
            ("@scheduled_for", revision.DueAt?.ToUnixTimeMilliseconds()),
        ], cancellation);

    private Task AddRevisionAsync(ReadOnlySpan<(string, object?)> revision, CancellationToken cancellation) => batch.AddAsync(
        insertRevision, cancellation,
        [
            .. revision, ("@released_by", context.Actor), ("@released_via", (int)context.Means), ("@release_reason", context.Reason),
            ("@correlation_id", context.CorrelationId),
        ]);

    private async Task UnlistAsync(long id, long? replaced, CancellationToken cancellation)
    {
        if (replaced is { } key)
        {
            searchRows.Add((key, null));
        }

        await batch.AddAsync(deleteTopics, cancellation, ("@story_id", id));
        await batch.AddAsync(deleteBylines, cancellation, ("@story_id", id));
        await batch.AddAsync(deleteNotes, cancellation, ("@story_id", id));
    }

    private async Task ListAsync(long id, StoryListing head, long sortKey, string? sectionName, CancellationToken cancellation)
    {
        if (head.Section.Length > 0)
        {
            await (sectionName is null ? NameOfDraftsAsync(head, cancellation) : NameAsync("section", head.Language, head.Section, sectionName, cancellation));
        }

        foreach (var (slug, name) in StoryListing.Terms(head.Topics))
        {
            await NameAsync("topic", head.Language, slug, name, cancellation);
            await batch.AddAsync(insertTopic, cancellation, ("@edition", head.Language), ("@slug", slug), ("@sort_key", sortKey), ("@story_id", id));
        }

        foreach (var (slug, name) in StoryListing.Terms(head.Bylines))
        {
            await NameAsync("byline", head.Language, slug, name, cancellation);
            await batch.AddAsync(insertByline, cancellation, ("@edition", head.Language), ("@slug", slug), ("@sort_key", sortKey), ("@story_id", id));
        }
    }

    private async Task ShowAsync(long id, StoredTextForms text, long sortKey, CancellationToken cancellation)
    {
        foreach (var (position, note) in text.Head.Corrections.Index())
        {
            await batch.AddAsync(
                insertNote, cancellation, ("@edition", text.Head.Language), ("@released_at", note.At.ToUnixTimeMilliseconds()), ("@story_id", id), ("@ordinal", position));
        }

        searchRows.Add((sortKey, text.Search));
    }

    private async Task NameOfDraftsAsync(StoryListing head, CancellationToken cancellation)
    {
        if (writtenTerms.Add(("section", head.Language, head.Section)))
        {
            await batch.AddAsync(insertSection, cancellation, ("@edition", head.Language), ("@slug", head.Section), ("@name", head.Section));
        }
    }

    private async Task NameAsync(string kind, string edition, string slug, string name, CancellationToken cancellation)
    {
        if (writtenTerms.Add((kind, edition, slug)))
        {
            await batch.AddAsync(insertTerm, cancellation, ("@kind", kind), ("@edition", edition), ("@slug", slug), ("@name", name));
        }
    }
}
