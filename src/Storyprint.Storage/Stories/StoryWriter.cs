using System.Data.Common;
using System.Security.Cryptography;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Search;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Stories;

/// <summary>
/// Writes stories inside one transaction: the story, its revision or draft, its places in lists and its search row stand together or not at all.
/// Statements are prepared once for the life of the transaction.
/// </summary>
internal sealed class StoryWriter(DbTransaction transaction) : IAsyncDisposable
{
    private readonly PreparedSql insertStory = new(transaction,
        """
        INSERT INTO story (code, edition, zone, status, is_page, is_listed, revision, release_kind, sort_key, slug, section, kicker, headline, standfirst,
                           bylines, picture_width, picture_height, picture_x, picture_y, translation_key, source, source_revision)
        VALUES (@p0, @p1, @p2, 0, @p3, FALSE, 0, 0, 0, '', '', '', '', '', '', 0, 0, 0, 0, @p4, @p5, 0)
        RETURNING id
        """, 6);

    private readonly PreparedSql updateStory = new(transaction,
        """
        UPDATE story SET status = @p1, is_listed = @p2, revision = @p3, release_kind = @p4, published_at = @p5, updated_at = @p6, sort_key = @p7, slug = @p8,
            section = @p9, kicker = @p10, headline = @p11, standfirst = @p12, bylines = @p13, picture_hash = @p14, picture_width = @p15,
            picture_height = @p16, picture_alt = @p17, picture_x = @p18, picture_y = @p19, source_digest = @p20, source_revision = @p21
        WHERE id = @p0
        """, 22);

    private readonly PreparedSql insertRevision = new(transaction,
        """
        INSERT INTO revision (story_id, number, kind, released_at, slug, content, digest, salt) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7)
        """, 8);

    private readonly PreparedSql writeDraft = new(transaction,
        """
        INSERT INTO draft (story_id, content, slug, base_revision, due_at, changed_at) VALUES (@p0, @p1, @p2, @p3, @p4, @p5)
        ON CONFLICT (story_id) DO UPDATE SET content = @p1, slug = @p2, base_revision = @p3, due_at = @p4, changed_at = @p5
        """, 6);

    private readonly PreparedSql deleteTopics = new(transaction, "DELETE FROM story_topic WHERE story_id = @p0", 1);
    private readonly PreparedSql deleteBylines = new(transaction, "DELETE FROM story_byline WHERE story_id = @p0", 1);
    private readonly PreparedSql insertTopic = new(transaction, Under("story_topic"), 4);
    private readonly PreparedSql insertByline = new(transaction, Under("story_byline"), 4);
    private readonly PreparedSql insertTerm = new(transaction,
        "INSERT INTO term (kind, edition, slug, name) VALUES (@p0, @p1, @p2, @p3) ON CONFLICT (kind, edition, slug) DO NOTHING", 4);

    private readonly PreparedSql deleteSearch = new(transaction, "DELETE FROM search WHERE rowid = @p0", 1);
    private readonly PreparedSql insertSearch = new(transaction,
        "INSERT INTO search (rowid, headline, standfirst, body, byline, splits) VALUES (@p0, @p1, @p2, @p3, @p4, @p5)", 6);

    private readonly PreparedSql insertOldLink = new(transaction,
        "INSERT INTO old_link (path, story_id) VALUES (@p0, @p1) ON CONFLICT (path) DO NOTHING", 2);

    private readonly HashSet<(string, string, string)> writtenTerms = [];
    private readonly List<(long Key, SearchRow? Row)> searchRows = [];

    /// <summary>A story without any text yet; gives back its id.</summary>
    public async Task<long> AddAsync(string code, StoryToStore story, CancellationToken cancellation) =>
        (long)(await insertStory.ScalarAsync(
            cancellation, code, story.Content.Language, story.Zone, story.IsPage, story.TranslationKey, story.Source))!;

    /// <summary>A revision, and everything that shows it but its search row, which <see cref="FinishAsync"/> writes. The old sort key is where the search row stood, or null.</summary>
    public async Task PublishAsync(
        long id, int number, ReleaseKind kind, StoryToStore story, StoryText text, byte[] sourceDigest, long? oldSortKey, DateTimeOffset releasedAt,
        CancellationToken cancellation)
    {
        var publishedAt = story.PublishedAt ?? releasedAt;
        var sortKey = SortKey.Of(publishedAt, id);
        await insertRevision.RunAsync(
            cancellation, id, number, (int)kind, releasedAt.ToUnixTimeMilliseconds(), story.Slug.Text, text.Json,
            text.Digest, RandomNumberGenerator.GetBytes(16));
        await WriteCardAsync(id, number, kind, story, sourceDigest, publishedAt, sortKey, isListed: !story.IsPage, cancellation);
        if (oldSortKey is { } old)
        {
            searchRows.Add((old, null));
            await deleteTopics.RunAsync(cancellation, id);
            await deleteBylines.RunAsync(cancellation, id);
        }

        if (!story.IsPage)
        {
            await ListAsync(id, text, sortKey, story.Section?.Name, cancellation);
        }
    }

    /// <summary>A working copy; nothing of it is public.</summary>
    public async Task KeepDraftAsync(long id, StoryToStore story, string json, byte[] sourceDigest, DateTimeOffset now, CancellationToken cancellation)
    {
        await writeDraft.RunAsync(
            cancellation, id, json, story.Slug.Text, 0,
            story.Status == StoryStatus.Scheduled ? story.PublishedAt?.ToUnixTimeMilliseconds() : null, now.ToUnixTimeMilliseconds());
        await WriteCardAsync(id, 0, 0, story, sourceDigest, story.PublishedAt, 0, isListed: false, cancellation);
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
                await deleteSearch.RunAsync(cancellation, key);
            }
            else
            {
                await insertSearch.RunAsync(cancellation, key, row.Headline, row.Standfirst, row.Body, row.Byline, row.Splits);
            }
        }

        searchRows.Clear();
    }

    public Task<int> AddOldLinkAsync(string path, long id, CancellationToken cancellation) => insertOldLink.RunAsync(cancellation, path, id);

    public async ValueTask DisposeAsync()
    {
        foreach (var statement in (PreparedSql[])[insertStory, updateStory, insertRevision, writeDraft, deleteTopics, deleteBylines,
            insertTopic, insertByline, insertTerm, deleteSearch, insertSearch, insertOldLink])
        {
            await statement.DisposeAsync();
        }
    }

    private Task<int> WriteCardAsync(
        long id, int number, ReleaseKind kind, StoryToStore story, byte[] sourceDigest, DateTimeOffset? publishedAt, long sortKey, bool isListed,
        CancellationToken cancellation)
    {
        var content = story.Content;
        var picture = content.LeadPicture;
        return updateStory.RunAsync(
            cancellation, id, (int)story.Status, isListed, number, (int)kind, publishedAt?.ToUnixTimeMilliseconds(),
            story.UpdatedAt?.ToUnixTimeMilliseconds(), sortKey, story.Slug.Text, content.Section, content.Kicker, content.Headline, content.Summary,
            string.Join('\n', content.Bylines), picture?.Hash, picture?.Width ?? 0, picture?.Height ?? 0, picture?.Alt,
            picture?.Focus.X ?? 0.5, picture?.Focus.Y ?? 0.5, sourceDigest, number);
    }

    private async Task ListAsync(long id, StoryText text, long sortKey, string? sectionName, CancellationToken cancellation)
    {
        var content = text.Content;
        if (content.Section.Length > 0)
        {
            await NameAsync("section", content.Language, content.Section, sectionName ?? content.Section, cancellation);
        }

        foreach (var (slug, name) in Slugs(content.Topics))
        {
            await NameAsync("topic", content.Language, slug, name, cancellation);
            await insertTopic.RunAsync(cancellation, content.Language, slug, sortKey, id);
        }

        foreach (var (slug, name) in Slugs(content.Bylines))
        {
            await NameAsync("byline", content.Language, slug, name, cancellation);
            await insertByline.RunAsync(cancellation, content.Language, slug, sortKey, id);
        }

        searchRows.Add((sortKey, text.Search));
    }

    // Two names with one slug are one topic; a name without letters has no page of its own.
    private static IEnumerable<(string Slug, string Name)> Slugs(IReadOnlyList<string> names) =>
        names.Select(name => (Slug: Slug.From(name).Text, name)).Where(term => term.Slug.Length > 0).DistinctBy(term => term.Slug);

    private async Task NameAsync(string kind, string edition, string slug, string name, CancellationToken cancellation)
    {
        if (writtenTerms.Add((kind, edition, slug)))
        {
            await insertTerm.RunAsync(cancellation, kind, edition, slug, name);
        }
    }

    private static string Under(string table) => $"INSERT INTO {table} (edition, slug, sort_key, story_id) VALUES (@p0, @p1, @p2, @p3)";
}
