using System.Data.Common;
using System.Runtime.CompilerServices;
using Storyprint.Storage.Changes;
using Storyprint.Storage.Engine;
using Storyprint.Stories.Codes;

namespace Storyprint.Storage.Stories;

/// <summary>Comments of readers that came with stories from earlier systems. They go with a withdrawn story.</summary>
public sealed class ArchivedCommentStore(Database database)
{
    private const string Columns = "c.author, c.written_at, c.text, c.parent";

    /// <summary>Those of a story that readers may see, in the order of the archive.</summary>
    public async Task<IReadOnlyList<ArchivedComment>> OfAsync(StoryCode code, CancellationToken cancellation = default)
    {
        CacheDependencies.Add(CacheTag.Story(code));
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            $"SELECT {Columns} FROM story_comment c JOIN story s ON s.id = c.story_id WHERE s.code = @code AND {ReaderVisibility.VisibleToReaders} ORDER BY c.ordinal",
            row => Read(row, 0), cancellation, ("@code", code.Digits));
    }

    /// <summary>Whether a story that readers may see has any.</summary>
    public async Task<bool> HasAnyAsync(StoryCode code, CancellationToken cancellation = default)
    {
        CacheDependencies.Add(CacheTag.Story(code));
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ScalarAsync<object>(
            "SELECT c.ordinal FROM story_comment c JOIN story s ON s.id = c.story_id WHERE s.code = @code LIMIT 1", cancellation, ("@code", code.Digits)) is not null;
    }

    /// <summary>All comments of all stories, those of drafts too, story by story.</summary>
    public async IAsyncEnumerable<(StoryCode Code, string Headline, ArchivedComment Comment)> AllAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        const int Stories = 200;
        await using var connection = await database.OpenAsync(cancellation);
        for (var last = 0L; ;)
        {
            var ids = await connection.QueryAsync(
                $"SELECT DISTINCT story_id FROM story_comment WHERE story_id > @last ORDER BY story_id LIMIT {Stories}", row => row.GetInt64(0), cancellation, ("@last", last));
            if (ids.Count == 0)
            {
                yield break;
            }

            foreach (var row in await connection.QueryAsync(
                $"SELECT s.code, s.headline, {Columns} FROM story_comment c JOIN story s ON s.id = c.story_id WHERE c.story_id > @last AND c.story_id <= @end ORDER BY c.story_id, c.ordinal",
                row => (StoryCode.FromDigits(row.GetString(0)), row.GetString(1), Read(row, 2)), cancellation, ("@last", last), ("@end", ids[^1])))
            {
                yield return row;
            }

            last = ids[^1];
        }
    }

    private static ArchivedComment Read(DbDataReader row, int from) =>
        new(row.GetString(from), row.InstantOrNull(from + 1), row.GetString(from + 2), row.IsDBNull(from + 3) ? null : row.GetInt32(from + 3));
}
