using Storyprint.Storage.Engine;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Work;

/// <summary>What became of a story in other languages since it was last released, so that whoever keeps the translation learns of a correction.</summary>
public sealed class CorrectedOriginals(Database database)
{
    /// <summary>The translations of a story that were released anew since.</summary>
    public async Task<IReadOnlyList<CorrectedOriginal>> OfAsync(StoryCode code, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return [.. (await connection.QueryAsync(
            $"""
            SELECT o.code, o.edition, o.headline, o.slug, o.current_revision, o.release_kind,
                   (SELECT MAX(r.number) FROM revision r WHERE r.story_id = o.id AND r.released_at <= COALESCE(m.released_at, d.changed_at, 0))
            FROM story s JOIN story o ON o.translation_key = s.translation_key AND o.id <> s.id
                 LEFT JOIN revision m ON m.story_id = s.id AND m.number = s.current_revision LEFT JOIN draft d ON d.story_id = s.id
            WHERE s.code = @code AND s.translation_key IS NOT NULL AND o.status IN ({SqlNumbers.Visible})
            ORDER BY o.edition, o.id
            """,
            row => new CorrectedOriginal(
                StoryCode.FromDigits(row.GetString(0)), row.GetString(1), row.GetString(2), row.IsDBNull(6) ? 0 : row.GetInt32(6), row.GetInt32(4), (ReleaseKind)row.GetInt32(5)),
            cancellation, ("@code", code.Digits))).Where(each => each.Known > 0 && each.Known < each.Newest)];
    }
}

/// <summary>A story in another language that was released anew.</summary>
/// <param name="Known">The number of its revision when the translation was last released.</param>
/// <param name="Newest">The number of its newest revision.</param>
/// <param name="Kind">What the newest release was.</param>
public sealed record CorrectedOriginal(StoryCode Code, string Edition, string Headline, int Known, int Newest, ReleaseKind Kind);
