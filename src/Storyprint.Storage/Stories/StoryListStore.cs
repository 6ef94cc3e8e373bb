using Storyprint.Storage.Changes;
using Storyprint.Storage.Engine;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;

namespace Storyprint.Storage.Stories;

/// <summary>Listed stories, newest first, by everything that pages list them by.</summary>
public sealed class StoryListStore(Database database)
{
    private const string Cards = $"SELECT {StorySummary.Columns} FROM story s";

    public async Task<List<StorySummary>> LatestAsync(string edition, int skip, int take, CancellationToken cancellation = default) => CacheDependencies.Add(
        await SummariesAsync($"{Cards} WHERE s.is_listed AND s.edition = @edition ORDER BY s.sort_key DESC LIMIT @take OFFSET @skip",
            cancellation, ("@edition", edition), ("@skip", skip), ("@take", take)),
        CacheTag.Latest(edition), edition, skip);

    /// <param name="slugs">The section's slug, and those it had before.</param>
    public async Task<List<StorySummary>> InSectionAsync(string edition, IReadOnlyList<string> slugs, int skip, int take, CancellationToken cancellation = default) => CacheDependencies.Add(
        await OfSlugsAsync(
            slug => $"SELECT id AS story_id, sort_key FROM story WHERE is_listed AND edition = @edition AND section = {slug}", edition, slugs, skip, take, cancellation),
        slugs.Select(slug => CacheTag.Section(edition, slug)), edition, skip);

    /// <param name="slugs">The topic's slug, and those it had before or that were merged into it.</param>
    public async Task<List<StorySummary>> WithTopicAsync(string edition, IReadOnlyList<string> slugs, int skip, int take, CancellationToken cancellation = default) => CacheDependencies.Add(
        await OfSlugsAsync(slug => $"SELECT story_id, sort_key FROM story_topic WHERE edition = @edition AND slug = {slug}", edition, slugs, skip, take, cancellation),
        slugs.Select(slug => CacheTag.Topic(edition, slug)), edition, skip);

    /// <param name="slugs">The author's slug, and those of other spellings of the name.</param>
    public async Task<List<StorySummary>> ByAuthorAsync(string edition, IReadOnlyList<string> slugs, int skip, int take, CancellationToken cancellation = default) => CacheDependencies.Add(
        await OfSlugsAsync(slug => $"SELECT story_id, sort_key FROM story_byline WHERE edition = @edition AND slug = {slug}", edition, slugs, skip, take, cancellation),
        slugs.Select(slug => CacheTag.Byline(edition, slug)), edition, skip);

    /// <summary>Those of these stories that the edition lists now, in no order. A page that asks for one depends on it also while it is not listed.</summary>
    public async Task<List<StorySummary>> ListedAsync(string edition, IReadOnlyList<StoryCode> codes, CancellationToken cancellation = default)
    {
        foreach (var code in codes)
        {
            CacheDependencies.Add(CacheTag.Story(code));
        }

        return codes.Count == 0 ? [] : await SummariesAsync(
            $"{Cards} WHERE s.is_listed AND s.edition = @edition AND s.code IN ({string.Join(", ", codes.Select((_, index) => $"@code{index}"))})",
            cancellation, [("@edition", edition), .. codes.Select((code, index) => ($"@code{index}", (object?)code.Digits))]);
    }

    /// <summary>Stories published on a day.</summary>
    /// <param name="from">The day's first instant in the edition's zone.</param>
    public async Task<List<StorySummary>> OnDayAsync(
        string edition, DateTimeOffset from, DateTimeOffset until, int skip, int take, CancellationToken cancellation = default) => CacheDependencies.Add(
        await SummariesAsync(
            $"""
            {Cards} WHERE s.is_listed AND s.edition = @edition AND s.sort_key >= @from AND s.sort_key < @until
            ORDER BY s.sort_key DESC LIMIT @take OFFSET @skip
            """,
            cancellation, ("@edition", edition), ("@from", SortKey.AtStartOf(from)), ("@until", SortKey.AtStartOf(until)), ("@skip", skip), ("@take", take)),
        CacheTag.Day(edition, from), edition, skip);

    /// <summary>The newest stories of all editions that were published in a span of time.</summary>
    public Task<List<StorySummary>> OfAllEditionsAsync(DateTimeOffset from, DateTimeOffset until, int take, CancellationToken cancellation = default)
    {
        // Every release matters to this list, so it has one tag and not one for each of a thousand stories.
        CacheDependencies.Add(CacheTag.News);
        return SummariesAsync(
            $"{Cards} WHERE s.is_listed AND s.sort_key >= @from AND s.sort_key < @until ORDER BY s.sort_key DESC LIMIT @take",
            cancellation, ("@from", SortKey.AtStartOf(from)), ("@until", SortKey.AtStartOf(until)), ("@take", take));
    }

    /// <summary>How many stories were published in a span of time.</summary>
    public async Task<long> CountBetweenAsync(string edition, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation = default)
    {
        CacheDependencies.Add(CacheTag.Archive(edition));
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ScalarAsync<long>(
            "SELECT COUNT(*) FROM story s WHERE s.is_listed AND s.edition = @edition AND s.sort_key >= @from AND s.sort_key < @until",
            cancellation, ("@edition", edition), ("@from", SortKey.AtStartOf(from)), ("@until", SortKey.AtStartOf(until)));
    }

    /// <summary>Publication times of the oldest and the newest listed story, or null while there is none.</summary>
    public async Task<(DateTimeOffset Oldest, DateTimeOffset Newest)?> SpanAsync(string edition, CancellationToken cancellation = default)
    {
        CacheDependencies.Add(CacheTag.Archive(edition));
        await using var connection = await database.OpenAsync(cancellation);
        const string Edge = "SELECT s.sort_key FROM story s WHERE s.is_listed AND s.edition = @edition ORDER BY s.sort_key";
        var oldest = await connection.ScalarAsync<object>($"{Edge} LIMIT 1", cancellation, ("@edition", edition));
        var newest = await connection.ScalarAsync<object>($"{Edge} DESC LIMIT 1", cancellation, ("@edition", edition));
        return oldest is long first && newest is long last ? (SortKey.TimeOf(first), SortKey.TimeOf(last)) : null;
    }

    /// <summary>The other editions' versions of a story.</summary>
    public async Task<List<StorySummary>> TranslationsAsync(string translationKey, StoryCode except, CancellationToken cancellation = default)
    {
        CacheDependencies.Add(CacheTag.Translations(translationKey));
        return CacheDependencies.Add(await SummariesAsync(
            $"{Cards} WHERE s.translation_key = @key AND s.is_listed AND s.code <> @code ORDER BY s.edition, s.sort_key DESC",
            cancellation, ("@key", translationKey), ("@code", except.Digits)));
    }

    /// <summary>Stories that share topics with one, those that share most first, then the newest.</summary>
    /// <param name="current">The newest revision of the one.</param>
    public async Task<List<StorySummary>> RelatedAsync(PublishedStory current, int take, CancellationToken cancellation = default)
    {
        foreach (var topic in current.Content.Topics)
        {
            CacheDependencies.Add(CacheTag.Topic(current.Edition, Slug.From(topic).Text));
        }

        return CacheDependencies.Add(await SummariesAsync(
            $"""
            SELECT {StorySummary.Columns} FROM (
                SELECT other.story_id, COUNT(*) AS shared, MAX(other.sort_key) AS newest
                FROM story this
                JOIN story_topic mine ON mine.story_id = this.id
                JOIN (SELECT edition, slug, sort_key, story_id FROM story_topic) other
                  ON other.edition = mine.edition AND other.slug = mine.slug AND other.story_id <> this.id
                 AND other.sort_key > this.sort_key - @window AND other.sort_key < this.sort_key + @window
                WHERE this.code = @code
                GROUP BY other.story_id ORDER BY shared DESC, newest DESC LIMIT @take) hit
            JOIN story s ON s.id = hit.story_id
            WHERE s.is_listed
            ORDER BY hit.shared DESC, hit.newest DESC
            """,
            cancellation, ("@code", current.Code.Digits), ("@take", take), ("@window", SortKey.Days(400))));
    }

    // Each slug's newest by its own index, then the newest of them all: several slugs cost what one does, times their number, however many stories they have.
    private Task<List<StorySummary>> OfSlugsAsync(
        Func<string, string> ofSlug, string edition, IReadOnlyList<string> slugs, int skip, int take, CancellationToken cancellation)
    {
        var newest = slugs.Count == 1
            ? $"{ofSlug("@slug0")} ORDER BY sort_key DESC LIMIT @take OFFSET @skip"
            : $"{string.Join(" UNION ", slugs.Select((_, index) => $"SELECT * FROM ({ofSlug($"@slug{index}")} ORDER BY sort_key DESC LIMIT @most) AS of{index}"))} ORDER BY sort_key DESC LIMIT @take OFFSET @skip";
        return SummariesAsync(
            $"""
            SELECT {StorySummary.Columns} FROM ({newest}) hit
            JOIN story s ON s.id = hit.story_id
            WHERE s.is_listed ORDER BY s.sort_key DESC
            """,
            cancellation,
            [
                ("@edition", edition), .. slugs.Select((slug, index) => ($"@slug{index}", (object?)slug)), ("@skip", skip), ("@take", take),
                .. slugs.Count == 1 ? [] : ((string, object?)[])[("@most", skip + take)],
            ]);
    }

    private async Task<List<StorySummary>> SummariesAsync(string sql, CancellationToken cancellation, params (string Name, object? Value)[] parameters)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(sql, StorySummary.Read, cancellation, parameters);
    }
}
