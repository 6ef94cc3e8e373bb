using System.Data.Common;
using System.Text.Json;
using Storyprint.Storage.Changes;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;
using Storyprint.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Stories;

/// <summary>Single stories that readers may see: never returns anything unpublished or withdrawn.</summary>
public sealed class StoryStore(Database database)
{
    private static readonly string Select = $"""
        SELECT s.code, s.edition, s.status, s.is_static_page, s.published_at, s.updated_at, s.translation_key, s.slug, s.current_revision,
               r.number, r.release_kind, r.released_at, r.content, r.digest, r.seal, r.log_index, r.note, r.findings
        FROM story s JOIN revision r ON r.story_id = s.id
        WHERE {ReaderVisibility.VisibleToReaders} AND r.content IS NOT NULL
        """;

    /// <summary>The current revision of a story.</summary>
    public Task<PublishedStory?> FindAsync(StoryCode code, CancellationToken cancellation = default)
    {
        CacheDependencies.Add(CacheTag.Story(code));
        return AmbientReadCache.GetOrAddAsync(code, () => FirstAsync($"{Select} AND s.code = @code AND r.number = s.current_revision", cancellation, ("@code", code.Digits)));
    }

    /// <summary>A given revision of a story, current or not.</summary>
    public async Task<PublishedStory?> FindAsync(RevisionId revision, CancellationToken cancellation = default)
    {
        CacheDependencies.Add(CacheTag.Story(revision.Code));
        return AmbientReadCache.IsShared && await FindAsync(revision.Code, cancellation) is { } current && current.Number == revision.Number ? current
            : await AmbientReadCache.GetOrAddAsync(revision, () => FirstAsync(
                $"{Select} AND s.code = @code AND r.number = @number", cancellation, ("@code", revision.Code.Digits), ("@number", revision.Number.Value)));
    }

    private async Task<PublishedStory?> FirstAsync(string sql, CancellationToken cancellation, params (string, object?)[] parameters)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.FirstAsync(sql, Read, cancellation, parameters);
    }

    /// <summary>The current revisions of several stories, in the order given; codes that readers may not see are left out.</summary>
    public async Task<IReadOnlyList<PublishedStory>> FindManyAsync(IReadOnlyList<StoryCode> codes, CancellationToken cancellation = default)
    {
        if (codes.Count == 0)
        {
            return [];
        }

        foreach (var code in codes)
        {
            CacheDependencies.Add(CacheTag.Story(code));
        }

        await using var connection = await database.OpenAsync(cancellation);
        var found = await connection.QueryAsync(
            $"{Select} AND r.number = s.current_revision AND s.code IN ({string.Join(", ", codes.Select((_, index) => $"@c{index}"))})", Read, cancellation,
            [.. codes.Select((code, index) => ($"@c{index}", (object?)code.Digits))]);
        var byCode = found.ToDictionary(story => story.Code);
        return [.. codes.Distinct().Where(byCode.ContainsKey).Select(code => byCode[code])];
    }

    /// <summary>The revisions of a story, newest first.</summary>
    public async Task<IReadOnlyList<PublishedStory>> RevisionsAsync(StoryCode code, int take, CancellationToken cancellation = default)
    {
        CacheDependencies.Add(CacheTag.Story(code));
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            $"{Select} AND s.code = @code ORDER BY r.number DESC LIMIT @take", Read, cancellation, ("@code", code.Digits), ("@take", take));
    }

    /// <summary>The slug of a code's story, or null where readers may see no such story.</summary>
    public async Task<Slug?> FindSlugAsync(StoryCode code, CancellationToken cancellation = default)
    {
        CacheDependencies.Add(CacheTag.Story(code));
        await using var connection = await database.OpenAsync(cancellation);
        var slug = await connection.ScalarAsync<string>(
            $"SELECT s.slug FROM story s WHERE {ReaderVisibility.VisibleToReaders} AND s.code = @code", cancellation, ("@code", code.Digits));
        return slug is null ? null : Slug.From(slug);
    }

    /// <summary>The story of an old address.</summary>
    /// <param name="path">As <see cref="LegacyUrl.Normalize"/> gives it.</param>
    public async Task<(StoryCode Code, Slug Slug)?> FindByOldLinkAsync(string path, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.FirstAsync<(StoryCode, Slug)?>(
            $"SELECT s.code, s.slug FROM legacy_url l JOIN story s ON s.id = l.story_id WHERE l.path = @path AND {ReaderVisibility.VisibleToReaders}",
            row => (StoryCode.FromDigits(row.GetString(0)), Slug.From(row.GetString(1))), cancellation, ("@path", path));
    }

    /// <summary>The story of the first of these old addresses that leads to one which readers may see, or which was withdrawn.</summary>
    /// <param name="keys">As <see cref="LegacyUrlForms.Of"/> gives them.</param>
    public async Task<OldAddressTarget?> FindByOldLinksAsync(IReadOnlyList<string> keys, CancellationToken cancellation = default)
    {
        if (keys.Count == 0)
        {
            return null;
        }

        // What is withdrawn is stored by its hash.
        List<string> stored = [.. keys, .. keys.Select(LegacyUrl.Hashed)];
        await using var connection = await database.OpenAsync(cancellation);
        var found = await connection.QueryAsync(
            $"""
            SELECT l.path, s.code, s.slug, s.status FROM legacy_url l JOIN story s ON s.id = l.story_id
            WHERE l.path IN ({string.Join(", ", stored.Select((_, at) => $"@p{at}"))}) AND ({ReaderVisibility.VisibleToReaders} OR s.status = {SqlNumbers.Withdrawn})
            """,
            row => (Key: stored.IndexOf(row.GetString(0)) % keys.Count, Target: new OldAddressTarget(
                StoryCode.FromDigits(row.GetString(1)), Slug.From(row.GetString(2)), (StoryStatus)row.GetInt32(3) == StoryStatus.Withdrawn)),
            cancellation, [.. stored.Select((key, at) => ($"@p{at}", (object?)key))]);
        return found.Count == 0 ? null : found.MinBy(row => row.Key).Target;
    }

    /// <summary>Every old address of a story, as they are stored.</summary>
    public async Task<IReadOnlyList<string>> OldLinksAsync(StoryCode code, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            "SELECT l.path FROM legacy_url l JOIN story s ON s.id = l.story_id WHERE s.code = @code ORDER BY l.path", row => row.GetString(0), cancellation, ("@code", code.Digits));
    }

    /// <summary>Old addresses of stories that readers may see, in the order of the addresses.</summary>
    /// <param name="after">The last of the page before; empty for the first page.</param>
    public async Task<IReadOnlyList<(string Path, StoryCode Code)>> OldLinksAsync(string after, int most, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            $"SELECT l.path, s.code FROM legacy_url l JOIN story s ON s.id = l.story_id WHERE l.path > @after AND {ReaderVisibility.VisibleToReaders} ORDER BY l.path LIMIT @most",
            row => (row.GetString(0), StoryCode.FromDigits(row.GetString(1))), cancellation, ("@after", after), ("@most", most));
    }

    /// <summary>Whether a revision is in the log, visible to readers or not.</summary>
    public async Task<bool> IsLoggedAsync(RevisionId revision, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ScalarAsync<long>(
            "SELECT COUNT(*) FROM revision r JOIN story s ON s.id = r.story_id WHERE s.code = @code AND r.number = @number AND r.log_index IS NOT NULL",
            cancellation, ("@code", revision.Code.Digits), ("@number", revision.Number.Value)) > 0;
    }

    /// <summary>The edition of a story, whatever its status; null where there is no such story.</summary>
    public async Task<string?> EditionAsync(StoryCode code, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ScalarAsync<string>("SELECT edition FROM story WHERE code = @code", cancellation, ("@code", code.Digits));
    }

    /// <summary>The revision a story's draft was made from: 0 where there was none, null where there is no draft.</summary>
    public async Task<int?> DraftBaseAsync(StoryCode code, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.FirstAsync<int?>(
            "SELECT d.base_revision FROM draft d JOIN story s ON s.id = d.story_id WHERE s.code = @code", row => row.GetInt32(0),
            cancellation, ("@code", code.Digits));
    }

    /// <summary>What readers still learn of a withdrawn story; null where there is no such story or it was not withdrawn.</summary>
    public async Task<WithdrawnStory?> FindWithdrawnAsync(StoryCode code, CancellationToken cancellation = default)
    {
        CacheDependencies.Add(CacheTag.Story(code));
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.FirstAsync<WithdrawnStory?>($"{SelectWithdrawn} AND s.code = @code", ReadWithdrawn, cancellation, ("@code", code.Digits))!;
    }

    /// <summary>The withdrawn story of an old address, or null.</summary>
    /// <param name="path">As <see cref="LegacyUrl.Normalize"/> gives it.</param>
    public async Task<WithdrawnStory?> FindWithdrawnByLegacyUrlAsync(string path, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.FirstAsync(
            $"{SelectWithdrawn} AND s.id = (SELECT story_id FROM legacy_url WHERE path = @path)", ReadWithdrawn, cancellation, ("@path", LegacyUrl.Hashed(path)))!;
    }

    /// <summary>Every withdrawn story.</summary>
    public async Task<IReadOnlyList<WithdrawnStory>> WithdrawnAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync($"{SelectWithdrawn} ORDER BY s.withdrawn_at DESC", ReadWithdrawn, cancellation);
    }

    /// <summary>The stories that link to a story, in any revision that readers may see.</summary>
    public async Task<IReadOnlyList<StoryCode>> LinkingToAsync(StoryCode code, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await LinkingToAsync(connection, code, cancellation);
    }

    internal static Task<List<StoryCode>> LinkingToAsync(DbConnection connection, StoryCode code, CancellationToken cancellation) => connection.QueryAsync(
        $"""
        SELECT DISTINCT s.code FROM story s JOIN revision r ON r.story_id = s.id
        WHERE {ReaderVisibility.VisibleToReaders} AND (r.content LIKE @link OR r.content LIKE @deeper)
        """,
        row => StoryCode.FromDigits(row.GetString(0)), cancellation, ("@link", $"%/news/{code}\"%"), ("@deeper", $"%/news/{code}/%"));

    private static readonly string SelectWithdrawn =
        $"SELECT s.code, s.edition, s.current_revision, s.withdrawal_reason, s.withdrawn_at, s.published_at FROM story s WHERE s.status = {SqlNumbers.Withdrawn}";

    private static WithdrawnStory ReadWithdrawn(DbDataReader row) => new(
        StoryCode.FromDigits(row.GetString(0)), row.GetString(1), new RevisionNumber(row.GetInt32(2)),
        new Withdrawal((WithdrawalReason)row.GetInt32(3), row.Instant(4)), row.InstantOrNull(5));

    private static PublishedStory Read(DbDataReader row) => new()
    {
        Code = StoryCode.FromDigits(row.GetString(0)),
        Edition = row.GetString(1),
        Status = (StoryStatus)row.GetInt32(2),
        IsPage = row.GetBoolean(3),
        PublishedAt = row.InstantOrNull(4) ?? row.Instant(11),
        UpdatedAt = row.InstantOrNull(5),
        TranslationKey = row.TextOrNull(6),
        Slug = Slug.From(row.GetString(7)),
        Current = new RevisionNumber(row.GetInt32(8)),
        Number = new RevisionNumber(row.GetInt32(9)),
        Kind = (ReleaseKind)row.GetInt32(10),
        ReleasedAt = row.Instant(11),
        Content = StoryJson.Read(row.GetString(12)),
        Digest = (byte[])row.GetValue(13),
        Seal = row.IsDBNull(14) ? null : (byte[])row.GetValue(14),
        LogIndex = row.IsDBNull(15) ? null : row.GetInt64(15),
        Note = row.TextOrNull(16),
        Findings = row.TextOrNull(17) is { } findings ? JsonSerializer.Deserialize(findings, FindingsJson.Default.IReadOnlyListGateFinding) ?? [] : [],
    };
}

/// <summary>The story that an old address leads to.</summary>
public sealed record OldAddressTarget(StoryCode Code, Slug Slug, bool IsWithdrawn);
