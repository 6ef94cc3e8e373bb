using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Search;
using Storyprint.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Stories;

/// <summary>
/// Writes stories inside one transaction: the story, its revision or draft, its places in lists and its search row stand together or not at all.
/// </summary>
internal sealed class StoryWriter(DbTransaction transaction, FullText fullText, IRevisionLog log)
{
    private readonly PreparedStatement newestId = PreparedStatement.Prepare(transaction, "SELECT MAX(id) FROM story", 0);

    private readonly PreparedStatement insertStory = PreparedStatement.Prepare(transaction,
        """
        INSERT INTO story (id, status, is_listed, revision, release_kind, published_at, updated_at, sort_key, slug, section, kicker, headline, standfirst,
                           bylines, picture_hash, picture_width, picture_height, picture_alt, picture_x, picture_y, source_digest, source_revision,
                           code, edition, zone, is_page, translation_key, source)
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, COALESCE(@p21, 0),
                @p22, @p23, @p24, @p25, @p26, @p27)
        """, 28);

    // What a release may change of a story without moving it: lists are ordered and chosen by other columns, whose indexes stay as they are.
    private const string InPlace =
        """
        status = @p1, revision = @p3, release_kind = @p4, published_at = @p5, updated_at = @p6, slug = @p8, kicker = @p10, headline = @p11,
            standfirst = @p12, bylines = @p13, picture_hash = @p14, picture_width = @p15, picture_height = @p16, picture_alt = @p17, picture_x = @p18,
            picture_y = @p19, source_digest = COALESCE(@p20, source_digest), source_revision = COALESCE(@p21, source_revision)
        """;

    private readonly PreparedStatement updateInPlace = PreparedStatement.Prepare(transaction, $"UPDATE story SET {InPlace} WHERE id = @p0", 22);

    private readonly PreparedStatement updateStory = PreparedStatement.Prepare(transaction,
        $"UPDATE story SET {InPlace}, is_listed = @p2, sort_key = @p7, section = @p9 WHERE id = @p0", 22);

    private readonly PreparedStatement insertRevision = PreparedStatement.Prepare(transaction,
        """
        INSERT INTO revision (story_id, number, kind, released_at, slug, content, digest, salt, seal, log_index, note, findings, due_at)
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12)
        """, 13);

    private readonly PreparedStatement previousIndex = PreparedStatement.Prepare(transaction, "SELECT log_index FROM revision WHERE story_id = @p0 AND number = @p1", 2);
    private readonly PreparedStatement insertPicture = PreparedStatement.Prepare(transaction,
        "INSERT INTO story_picture (hash, story_id) VALUES (@p0, @p1) ON CONFLICT (hash, story_id) DO NOTHING", 2);

    private readonly PreparedStatement insertNote = PreparedStatement.Prepare(transaction,
        "INSERT INTO story_note (edition, at, story_id, position) VALUES (@p0, @p1, @p2, @p3)", 4);

    private readonly PreparedStatement deleteNotes = PreparedStatement.Prepare(transaction, "DELETE FROM story_note WHERE story_id = @p0", 1);

    private readonly PreparedStatement writeDraft = PreparedStatement.Prepare(transaction,
        """
        INSERT INTO draft (story_id, content, slug, base_revision, due_at, changed_at) VALUES (@p0, @p1, @p2, @p3, @p4, @p5)
        ON CONFLICT (story_id) DO UPDATE SET content = @p1, slug = @p2, base_revision = @p3, due_at = @p4, changed_at = @p5
        """, 6);

    private readonly PreparedStatement deleteTopics = PreparedStatement.Prepare(transaction, "DELETE FROM story_topic WHERE story_id = @p0", 1);
    private readonly PreparedStatement deleteBylines = PreparedStatement.Prepare(transaction, "DELETE FROM story_byline WHERE story_id = @p0", 1);
    private readonly PreparedStatement insertTopic = PreparedStatement.Prepare(transaction, Under("story_topic"), 4);
    private readonly PreparedStatement insertByline = PreparedStatement.Prepare(transaction, Under("story_byline"), 4);
    private readonly PreparedStatement insertTerm = PreparedStatement.Prepare(transaction,
        "INSERT INTO term (kind, edition, slug, name) VALUES (@p0, @p1, @p2, @p3) ON CONFLICT (kind, edition, slug) DO NOTHING", 4);

    private readonly PreparedStatement deleteSearch = PreparedStatement.Prepare(transaction, fullText.Delete, 1);
    private readonly PreparedStatement insertSearch = PreparedStatement.Prepare(transaction, fullText.Insert, fullText.Parameters);

    private readonly PreparedStatement insertOldLink = PreparedStatement.Prepare(transaction,
        "INSERT INTO old_link (path, story_id) VALUES (@p0, @p1) ON CONFLICT (path) DO NOTHING", 2);

    // @p0 the story, @p1 the last revision, @p2 the kind of reason, @p3 when.
    private static readonly string[] Withdrawn =
    [
        "UPDATE revision SET content = NULL, digest = NULL, salt = NULL, seal = NULL, note = NULL, findings = NULL, slug = '' WHERE story_id = @p0",
        "DELETE FROM draft WHERE story_id = @p0",
        """
        UPDATE story SET status = 6, is_listed = FALSE, revision = @p1, release_kind = 5, withdrawal_reason = @p2, withdrawn_at = @p3, slug = '', section = '',
            kicker = '', headline = '', standfirst = '', bylines = '', picture_hash = NULL, picture_alt = NULL, translation_key = NULL
        WHERE id = @p0
        """,
        """
        UPDATE picture SET withdrawn_at = @p3 WHERE hash IN (SELECT hash FROM story_picture WHERE story_id = @p0) AND NOT EXISTS (
            SELECT 1 FROM story_picture o JOIN story s ON s.id = o.story_id WHERE o.hash = picture.hash AND s.status <> 6)
        """,
        "DELETE FROM term WHERE kind = 'topic' AND NOT EXISTS (SELECT 1 FROM story_topic t WHERE t.edition = term.edition AND t.slug = term.slug)",
        "DELETE FROM term WHERE kind = 'byline' AND NOT EXISTS (SELECT 1 FROM story_byline b WHERE b.edition = term.edition AND b.slug = term.slug)",
    ];

    // Sent before any method that others call returns: they may read what was written.
    private readonly SqlBatch batch = SqlBatch.Create(transaction);
    private readonly HashSet<(string, string, string)> writtenTerms = [];
    private readonly List<(long Key, SearchRow? Row)> searchRows = [];
    private long lastId;

    /// <summary>The id of a story that is to be added. The write lock keeps it free.</summary>
    public async Task<long> NextIdAsync(CancellationToken cancellation)
    {
        lastId = lastId > 0 ? lastId : await newestId.ScalarAsync(cancellation) is long newest ? newest : 0;
        return ++lastId;
    }

    /// <summary>
    /// A revision, its seal and log entry, and everything that shows it but its search row, which <see cref="FinishAsync"/> writes.
    /// </summary>
    /// <param name="replaced">Where the search row of the revision before stands, or null.</param>
    public async Task PublishAsync(RevisionToWrite revision, long? replaced, CancellationToken cancellation)
    {
        var (id, text) = (revision.StoryId, revision.Text);
        var head = text.Head;
        var previous = revision.Number == 1 ? null : (long?)await previousIndex.ScalarAsync(cancellation, id, revision.Number - 1);
        var logged = log.Add(revision.Code, revision.Number, head.Language, revision.Kind, revision.ReleasedAt, text.Digest, previous);
        var sortKey = SortKey.Create(revision.PublishedAt, id);
        var stays = replaced == sortKey && revision.Listed is { } listed && head.HasPlacesOf(listed);
        await WriteCardAsync(
            id, revision.New, revision.Number, revision.Kind, revision.Status, head, revision.Slug, revision.PublishedAt, revision.UpdatedAt, sortKey,
            isListed: !revision.IsPage, revision.SourceDigest, cancellation, stays);
        await batch.AddAsync(
            insertRevision, cancellation, id, revision.Number, (int)revision.Kind, revision.ReleasedAt.ToUnixTimeMilliseconds(), revision.Slug.Text, text.Json, text.Digest,
            logged.Salt, logged.Seal, logged.Index, revision.Note, revision.Findings, revision.DueAt?.ToUnixTimeMilliseconds());
        foreach (var hash in head.Pictures)
        {
            await batch.AddAsync(insertPicture, cancellation, hash, id);
        }

        if (stays)
        {
            searchRows.Add((sortKey, null));
            await batch.AddAsync(deleteNotes, cancellation, id);
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

    /// <summary>A revision that the log knows and nobody has the text of: it holds its number, and shows nothing.</summary>
    /// <param name="added">What else is to be known of a story that is not there yet; null where it is.</param>
    public async Task KeepLostAsync(
        long id, NewStory? added, string language, int number, ReleaseKind kind, DateTimeOffset at, long index, CancellationToken cancellation)
    {
        if (added is not null)
        {
            await WriteCardAsync(
                id, added, number, kind, StoryStatus.Draft, StoryListing.From(new StoryContent { Language = language, Headline = string.Empty }), Slug.From(string.Empty), at, null, 0,
                isListed: false, null, cancellation);
        }

        await batch.AddAsync(insertRevision, cancellation, id, number, (int)kind, at.ToUnixTimeMilliseconds(), string.Empty, null, null, null, null, index, null, null, null);
        var count = PreparedStatement.Prepare(transaction, "UPDATE story SET revision = @p1, release_kind = @p2 WHERE id = @p0", 3);
        await batch.AddAsync(count, cancellation, id, number, (int)kind);
        await batch.SendAsync(cancellation);
    }

    /// <summary>
    /// Takes a story whose newest text is lost from readers and makes it a draft again, of the last text there is: the next release of it is
    /// numbered on behind what was lost. A draft that the newsroom was working on stays as it is.
    /// </summary>
    public async Task HideAsync(long id, string lastText, int newest, long? replaced, DateTimeOffset now, CancellationToken cancellation)
    {
        await UnlistAsync(id, replaced, cancellation);
        var hide = PreparedStatement.Prepare(transaction, "UPDATE story SET status = 0, is_listed = FALSE WHERE id = @p0", 1);
        await batch.AddAsync(hide, cancellation, id);
        var rebase = PreparedStatement.Prepare(transaction,
            """
            INSERT INTO draft (story_id, content, slug, base_revision, due_at, changed_at) SELECT @p0, @p1, slug, @p2, NULL, @p3 FROM story WHERE id = @p0
            ON CONFLICT (story_id) DO UPDATE SET base_revision = @p2
            """, 4);
        await batch.AddAsync(rebase, cancellation, id, lastText, newest, now.ToUnixTimeMilliseconds());
        await batch.SendAsync(cancellation);
    }

    /// <summary>The last revision of a withdrawn story. Every word of the story goes, and with each text its salt, its digest and its seal.</summary>
    public async Task WithdrawAsync(long id, StoryCode code, string language, NewRevision revision, long? replaced, CancellationToken cancellation)
    {
        var previous = (long?)await previousIndex.ScalarAsync(cancellation, id, revision.Number.Value - 1);
        var logged = log.Add(code, revision.Number.Value, language, revision.Kind, revision.ReleasedAt, null, previous);
        var at = revision.ReleasedAt.ToUnixTimeMilliseconds();
        await batch.AddAsync(insertRevision, cancellation, id, revision.Number.Value, (int)revision.Kind, at, string.Empty, null, null, null, null, logged.Index, null, null, null);
        await UnlistAsync(id, replaced, cancellation);
        foreach (var sql in Withdrawn)
        {
            var statement = PreparedStatement.Prepare(transaction, sql, 4);
            await batch.AddAsync(statement, cancellation, id, revision.Number.Value, (int)revision.Withdrawal!.Reason, at);
        }

        await ForgetOldLinksAsync(id, cancellation);
        await batch.SendAsync(cancellation);
    }

    /// <summary>A working copy; nothing of it is public.</summary>
    /// <param name="added">What else is to be known of a story that is not there yet; null where it is.</param>
    public async Task KeepDraftAsync(
        long id, NewStory? added, StoryToStore story, StoryListing head, Utf8Text json, byte[] sourceDigest, DateTimeOffset now, CancellationToken cancellation)
    {
        await WriteCardAsync(
            id, added, 0, 0, story.Status, head, story.Slug, story.PublishedAt, story.UpdatedAt, 0, isListed: false, sourceDigest, cancellation);
        await batch.AddAsync(
            writeDraft, cancellation, id, json, story.Slug.Text, 0,
            story.Status == StoryStatus.Scheduled ? story.PublishedAt?.ToUnixTimeMilliseconds() : null, now.ToUnixTimeMilliseconds());
        await batch.SendAsync(cancellation);
    }

    /// <summary>
    /// Writes the search rows, last: SQLite writes its full text index out at each statement on another table that opens a savepoint,
    /// so a story at a time would cost ten times as much.
    /// </summary>
    public async Task FinishAsync(CancellationToken cancellation)
    {
        foreach (var (key, row) in searchRows)
        {
            if (row is null)
            {
                await batch.AddAsync(deleteSearch, cancellation, key);
            }
            else
            {
                await batch.AddAsync(insertSearch, cancellation, fullText.Row(key, row));
            }
        }

        searchRows.Clear();
        await batch.SendAsync(cancellation);
    }

    public Task<int> AddOldLinkAsync(string path, long id, CancellationToken cancellation) => insertOldLink.RunAsync(cancellation, path, id);

    private Task WriteCardAsync(
        long id, NewStory? added, int number, ReleaseKind kind, StoryStatus status, StoryListing head, Slug slug, DateTimeOffset? publishedAt,
        DateTimeOffset? updatedAt, long sortKey, bool isListed, byte[]? sourceDigest, CancellationToken cancellation, bool staysInPlace = false)
    {
        var picture = head.LeadPicture;
        object?[] card =
        [
            id, (int)status, isListed, number, (int)kind, publishedAt?.ToUnixTimeMilliseconds(), updatedAt?.ToUnixTimeMilliseconds(), sortKey, slug.Text,
            head.Section, head.Kicker, head.Headline, head.Summary, string.Join('\n', head.Bylines), picture?.Hash, picture?.Width ?? 0,
            picture?.Height ?? 0, picture?.Alt, picture?.Focus.X ?? 0.5, picture?.Focus.Y ?? 0.5, sourceDigest, sourceDigest is null ? null : number,
        ];
        return added is null
            ? batch.AddAsync(staysInPlace ? updateInPlace : updateStory, cancellation, card)
            : batch.AddAsync(
                insertStory, cancellation, [.. card, added.Code.Digits, head.Language, added.Zone, added.IsPage, added.TranslationKey, added.Source]);
    }

    private async Task UnlistAsync(long id, long? replaced, CancellationToken cancellation)
    {
        if (replaced is { } key)
        {
            searchRows.Add((key, null));
        }

        await batch.AddAsync(deleteTopics, cancellation, id);
        await batch.AddAsync(deleteBylines, cancellation, id);
        await batch.AddAsync(deleteNotes, cancellation, id);
    }

    private async Task ListAsync(long id, StoryListing head, long sortKey, string? sectionName, CancellationToken cancellation)
    {
        if (head.Section.Length > 0)
        {
            await NameAsync("section", head.Language, head.Section, sectionName ?? head.Section, cancellation);
        }

        foreach (var (slug, name) in Slugs(head.Topics))
        {
            await NameAsync("topic", head.Language, slug, name, cancellation);
            await batch.AddAsync(insertTopic, cancellation, head.Language, slug, sortKey, id);
        }

        foreach (var (slug, name) in Slugs(head.Bylines))
        {
            await NameAsync("byline", head.Language, slug, name, cancellation);
            await batch.AddAsync(insertByline, cancellation, head.Language, slug, sortKey, id);
        }
    }

    private async Task ShowAsync(long id, StoredTextForms text, long sortKey, CancellationToken cancellation)
    {
        foreach (var (position, note) in text.Head.Corrections.Index())
        {
            await batch.AddAsync(insertNote, cancellation, text.Head.Language, note.At.ToUnixTimeMilliseconds(), id, position);
        }

        searchRows.Add((sortKey, text.Search));
    }

    // An old address may hold the words that were withdrawn: its hash is enough to answer that the story is gone.
    private async Task ForgetOldLinksAsync(long id, CancellationToken cancellation)
    {
        var paths = await transaction.Connection!.QueryAsync(
            "SELECT path FROM old_link WHERE story_id = @id", row => row.GetString(0), cancellation, ("@id", id));
        foreach (var path in paths.Where(path => !LegacyUrl.IsHashed(path)))
        {
            var rename = PreparedStatement.Prepare(transaction, "UPDATE old_link SET path = @p1 WHERE path = @p0", 2);
            await batch.AddAsync(rename, cancellation, path, LegacyUrl.Hashed(path));
        }
    }

    // Two names with one slug are one topic; a name without letters has no page of its own.
    private static IEnumerable<(string Slug, string Name)> Slugs(IReadOnlyList<string> names) =>
        names.Select(name => (Slug: Slug.From(name).Text, name)).Where(term => term.Slug.Length > 0).DistinctBy(term => term.Slug);

    private async Task NameAsync(string kind, string edition, string slug, string name, CancellationToken cancellation)
    {
        if (writtenTerms.Add((kind, edition, slug)))
        {
            await batch.AddAsync(insertTerm, cancellation, kind, edition, slug, name);
        }
    }

    private static string Under(string table) => $"INSERT INTO {table} (edition, slug, sort_key, story_id) VALUES (@p0, @p1, @p2, @p3)";
}
