using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Archives;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Imports;

/// <summary>A story that came in before.</summary>
/// <param name="Source">What is stored of its identity.</param>
/// <param name="Revision">The newest; 0 for none.</param>
/// <param name="SourceRevision">The one that the last import made.</param>
internal sealed record StandingStory(long Id, StoryCode Code, string Source, byte[]? Digest, int Revision, int SourceRevision, long? SearchRow, string Edition, StoryStatus Status)
{
    /// <summary>Whether it is beyond doubt that the item is this story.</summary>
    public bool IsCertain { get; init; } = true;
}

/// <summary>Finds the story that an item is, by the order of docs/decisions/0020.</summary>
internal sealed class StandingStories(DbTransaction transaction, ImportSession session)
{
    private const string Select = "SELECT id, code, source_id, source_digest, current_revision, source_revision, sort_key, is_listed, edition, status FROM story";

    private readonly PreparedStatement find = PreparedStatement.Prepare(transaction, "SELECT id FROM story WHERE source_id = @source");
    private List<(long Id, string Source)>? withdrawn;

    private DbConnection Connection => transaction.Connection!;

    public async Task<StandingStory?> FindAsync(PreparedStory prepared, CancellationToken cancellation)
    {
        var story = prepared.Story;
        if ((await BySourceAsync(story.Source, cancellation) ?? session.Tried(story.Source)) is { } known)
        {
            return known with { IsCertain = story.Identity?.IsCertain ?? true };
        }

        if (story.Identity is not { } identity)
        {
            return null;
        }

        return await ByCodeAsync(identity, cancellation)
            ?? await ByLinkAsync(identity, cancellation)
            ?? await ByPlaceAsync(identity, cancellation)
            ?? (identity.IsOwn && identity.Archive is null ? null : await ByDigestAsync(prepared.SourceDigest, cancellation));
    }

    /// <summary>A story with the same key of translations of which this run knows nothing, or null.</summary>
    public async Task<StandingStory?> OtherAtAsync(string translationKey, CancellationToken cancellation) =>
        (await Connection.QueryAsync($"{Select} WHERE translation_key = @key AND source_id IS NOT NULL", Read, cancellation, ("@key", translationKey))).Find(story => !session.Known.Contains(story.Id));

    /// <summary>What is kept of the sources of withdrawn stories.</summary>
    public static Task<List<(long Id, string Source)>> WithdrawnAsync(DbConnection connection, CancellationToken cancellation) => connection.QueryAsync(
        $"SELECT id, source_id FROM story WHERE source_id LIKE '{WithdrawnSource.Pattern}'", row => (row.GetInt64(0), row.GetString(1)), cancellation);

    // Most stories of an import are new: a single number is queried for each of them.
    private async Task<StandingStory?> BySourceAsync(string source, CancellationToken cancellation) =>
        (await find.ScalarAsync(cancellation, ("@source", source)) as long? ?? await WithdrawnIdAsync(source, cancellation)) is { } id ? await ByIdAsync(id, cancellation) : null;

    // A withdrawn story is not imported again because its archive still has it.
    private async Task<long?> WithdrawnIdAsync(string source, CancellationToken cancellation)
    {
        withdrawn ??= await WithdrawnAsync(Connection, cancellation);
        return withdrawn.Where(each => WithdrawnSource.IsOf(each.Source, source)).Select(each => (long?)each.Id).FirstOrDefault();
    }

    private async Task<StandingStory?> ByCodeAsync(ArchiveIdentity identity, CancellationToken cancellation) =>
        identity.Code is { } code && await FirstAsync($"{Select} WHERE code = @key AND source_id IS NOT NULL", code.Digits, cancellation) is { } story
        && (story.Status == StoryStatus.Withdrawn || identity.To(ArchiveIdentity.Parse(story.Source)) == Likeness.Same) ? story : null;

    // An old address that leads to a story makes the item that story where its host is known too.
    private async Task<StandingStory?> ByLinkAsync(ArchiveIdentity identity, CancellationToken cancellation)
    {
        if (identity.Link is not { } link || LegacyUrl.Normalize($"http://{link}") is not { } path)
        {
            return null;
        }

        // The address of a withdrawn story is stored by its hash.
        var story = await Connection.FirstAsync(
            $"{Select} JOIN legacy_url l ON l.story_id = story.id WHERE l.path IN (@path, @hashed) AND source_id IS NOT NULL ORDER BY l.path = @hashed LIMIT 1",
            Read, cancellation, ("@path", path), ("@hashed", LegacyUrl.Hashed(path)));
        if (story is null || story.Status == StoryStatus.Withdrawn)
        {
            return story;
        }

        var known = ArchiveIdentity.Parse(story.Source);
        return identity.To(known) switch
        {
            Likeness.Same => story,
            Likeness.Unknown => story with { IsCertain = known.Host == identity.Host },
            _ => null,
        };
    }

    private async Task<StandingStory?> ByPlaceAsync(ArchiveIdentity identity, CancellationToken cancellation)
    {
        if (!identity.OtherSources.Any() || !await session.HasPlacesAsync(Connection, identity.Format, cancellation))
        {
            return null;
        }

        foreach (var source in identity.OtherSources)
        {
            if (await BySourceAsync(source, cancellation) is { } story && !session.Met.Contains(story.Id))
            {
                return story with { IsCertain = identity.IsCertain && !identity.IsOwn };
            }
        }

        return null;
    }

    private async Task<StandingStory?> ByDigestAsync(byte[] digest, CancellationToken cancellation) =>
        await session.FindByDigestAsync(Connection, digest, cancellation) is { } id && await ByIdAsync(id, cancellation) is { } story && digest.AsSpan().SequenceEqual(story.Digest) ? story : null;

    private Task<StandingStory?> ByIdAsync(long id, CancellationToken cancellation) => FirstAsync($"{Select} WHERE id = @key", id, cancellation);

    private Task<StandingStory?> FirstAsync(string sql, object key, CancellationToken cancellation) => Connection.FirstAsync(sql, Read, cancellation, ("@key", key));

    private static StandingStory Read(DbDataReader row) => new(
        row.GetInt64(0), StoryCode.FromDigits(row.GetString(1)), row.GetString(2), row.IsDBNull(3) ? null : (byte[])row.GetValue(3), row.GetInt32(4), row.GetInt32(5),
        row.GetBoolean(7) ? row.GetInt64(6) : null, row.GetString(8), (StoryStatus)row.GetInt32(9));
}
