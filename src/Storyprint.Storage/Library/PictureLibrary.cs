using System.Data.Common;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Stories;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Library;

/// <summary>The pictures of the newsroom: found by what they show, with what may be done with them and where they are used.</summary>
public sealed class PictureLibrary(Database database, TimeProvider clock)
{
    private const int MaxWords = 8;

    private static readonly string Columns =
        $"""
        p.hash, p.media_type, p.width, p.height, p.byte_size, p.added_at, h.display_name, l.title, l.caption, l.alt, l.credit, l.people, l.places, l.keywords, l.copyright, l.terms, l.taken,
        l.made, l.focus_x, l.focus_y, l.rights_end, l.rights_stop, l.changed_at, (SELECT COUNT(*) FROM (SELECT 1 FROM story_picture i JOIN story s ON s.id = i.story_id WHERE i.picture_hash = p.hash AND s.status >= @published LIMIT {LibraryPicture.ManyUses}) u)
        """;

    private const string From = "FROM picture p LEFT JOIN library_picture l ON l.hash = p.hash LEFT JOIN person h ON h.id = l.added_by WHERE p.width > 0 AND p.withdrawn_at IS NULL";

    private const string Used = $"EXISTS (SELECT 1 FROM story_picture i WHERE i.picture_hash = p.hash)";

    /// <summary>The newest first.</summary>
    /// <param name="take">The most of them.</param>
    public async Task<IReadOnlyList<LibraryPicture>> FindAsync(LibraryFilter filter, int take, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        List<(string, object?)> parameters = [("@published", (int)StoryStatus.Published), ("@take", take), ("@skip", filter.From)];
        var conditions = string.Empty;
        foreach (var (index, word) in PictureWords.WordsOf(filter.Words).Take(MaxWords).Index())
        {
            conditions += $" AND l.words LIKE @w{index}";
            parameters.Add(($"@w{index}", $"% {word}%"));
        }

        switch (filter.Selection)
        {
            case LibrarySelection.Unused:
                conditions += $" AND NOT {Used}";
                break;
            case LibrarySelection.Rights:
                conditions += " AND l.rights_end <= @soon";
                parameters.Add(("@soon", (clock.GetUtcNow() + RightsStates.Warning).ToUnixTimeMilliseconds()));
                break;
            case LibrarySelection.Undescribed:
                conditions += " AND (l.hash IS NULL OR l.alt = '' OR l.credit = '')";
                break;
            case LibrarySelection.Alike:
                return await OfAsync(connection, [.. PictureLook.AlikeOf(await LooksAsync(connection, cancellation)).Skip(filter.From).Take(take)], cancellation);
            default:
                break;
        }

        return await connection.QueryAsync($"SELECT {Columns} {From}{conditions} ORDER BY p.added_at DESC, p.hash LIMIT @take OFFSET @skip", Read, cancellation, [.. parameters]);
    }

    /// <summary>One picture; null where there is none, or it was withdrawn.</summary>
    public async Task<LibraryPicture?> FindAsync(string hash, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await FindAsync(connection, hash, cancellation);
    }

    /// <summary>Those that look like a picture, the likest first.</summary>
    public async Task<IReadOnlyList<LibraryPicture>> LikeAsync(string hash, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var looks = await LooksAsync(connection, cancellation);
        return looks.FirstOrDefault(each => each.Hash == hash) is not { Hash: not null } wanted ? [] : await OfAsync(
            connection,
            [.. looks.Where(each => each.Hash != hash && PictureLook.Distance(each.Look, wanted.Look) <= PictureLook.Alike).OrderBy(each => PictureLook.Distance(each.Look, wanted.Look)).Select(each => each.Hash).Take(20)],
            cancellation);
    }

    /// <summary>The stories that hold it, published and drafts, the newest first; at most 200.</summary>
    public async Task<IReadOnlyList<PictureUse>> UsesAsync(string hash, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            """
            SELECT s.code, s.edition, s.headline, s.status, COALESCE(r.content LIKE @pattern, FALSE), COALESCE(d.content LIKE @pattern, FALSE)
            FROM (SELECT * FROM story WHERE id IN (SELECT story_id FROM story_picture WHERE picture_hash = @hash UNION SELECT story_id FROM draft WHERE content LIKE @pattern)
                  ORDER BY sort_key DESC, id DESC LIMIT 200) s
                LEFT JOIN revision r ON r.story_id = s.id AND r.number = s.current_revision LEFT JOIN draft d ON d.story_id = s.id
            ORDER BY s.sort_key DESC, s.id DESC
            """,
            row => new PictureUse(StoryCode.FromDigits(row.GetString(0)), row.GetString(1), row.GetString(2), (StoryStatus)row.GetInt32(3) is StoryStatus.Published or StoryStatus.Retracted, row.GetBoolean(4), row.GetBoolean(5)),
            cancellation, ("@hash", hash), ("@pattern", $"%{hash}%"));
    }

    /// <summary>Keeps what somebody wrote of a picture.</summary>
    /// <param name="seen">The <see cref="LibraryPicture.ChangedAt"/> of the words that the person had before their eyes.</param>
    /// <returns>False where others changed them meanwhile, or there is no such picture.</returns>
    public async Task<bool> DescribeAsync(ReleaseContext by, string hash, DateTimeOffset? seen, PictureWords words, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        if (await FindAsync(connection, hash, cancellation) is not { } stands || stands.ChangedAt != seen)
        {
            return false;
        }

        await LibraryWriter.WriteAsync(transaction, hash, words, After(seen), cancellation);
        if (stands.Words.RightsEnd != words.RightsEnd || stands.Words.RightsStop != words.RightsStop)
        {
            await AuditTrail.AppendAsync(transaction, clock, by, AuditAct.PictureRightsChanged, hash, before: Rights(stands.Words), after: Rights(words), cancellation: cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>Since when nothing is released with a picture; null where that is not so.</summary>
    internal static Task<DateTimeOffset?> StoppedSinceAsync(DbConnection connection, string hash, DateTimeOffset now, CancellationToken cancellation) => connection.FirstAsync(
        "SELECT rights_end FROM library_picture WHERE hash = @hash AND rights_stop AND rights_end <= @now", row => row.InstantOrNull(0), cancellation, ("@hash", hash), ("@now", now.ToUnixTimeMilliseconds()));

    /// <summary>The pictures that readers see now though their rights have ended.</summary>
    public async Task<int> CountEndedAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (int)await connection.ScalarAsync<long>(
            $"""
            SELECT COUNT(*) FROM library_picture l WHERE l.rights_end <= @now
              AND EXISTS (SELECT 1 FROM story_picture i JOIN story s ON s.id = i.story_id JOIN revision r ON r.story_id = s.id AND r.number = s.current_revision
                          WHERE i.picture_hash = l.hash AND s.status IN ({SqlNumbers.Visible}) AND r.content LIKE '%' || l.hash || '%')
            """,
            cancellation, ("@now", clock.GetUtcNow().ToUnixTimeMilliseconds()));
    }

    // Two changes within a millisecond are two.
    private DateTimeOffset After(DateTimeOffset? seen) => clock.GetUtcNow() is var now && seen is { } before && now <= before ? before.AddMilliseconds(1) : now;

    private static string Rights(PictureWords words) => words.RightsEnd is { } end ? $"{end:O}{(words.RightsStop ? " stop" : string.Empty)}" : "-";

    internal static Task<LibraryPicture?> FindAsync(DbConnection connection, string hash, CancellationToken cancellation) =>
        connection.FirstAsync<LibraryPicture>($"SELECT {Columns} {From} AND p.hash = @hash", Read, cancellation, ("@hash", hash), ("@published", (int)StoryStatus.Published));

    private static Task<List<(string Hash, long Look)>> LooksAsync(DbConnection connection, CancellationToken cancellation) => connection.QueryAsync(
        "SELECT l.hash, l.look FROM library_picture l JOIN picture p ON p.hash = l.hash WHERE l.look IS NOT NULL AND p.withdrawn_at IS NULL ORDER BY p.added_at DESC, p.hash",
        row => (row.GetString(0), row.GetInt64(1)), cancellation);

    private static async Task<IReadOnlyList<LibraryPicture>> OfAsync(DbConnection connection, IReadOnlyList<string> hashes, CancellationToken cancellation)
    {
        if (hashes.Count == 0)
        {
            return [];
        }

        (string Name, object? Value)[] names = [.. hashes.Select((hash, index) => ($"@h{index}", (object?)hash))];
        var found = await connection.QueryAsync(
            $"SELECT {Columns} {From} AND p.hash IN ({string.Join(", ", names.Select(name => name.Name))})", Read, cancellation, [.. names, ("@published", (int)StoryStatus.Published)]);
        return [.. hashes.Select(hash => found.FirstOrDefault(picture => picture.Hash == hash)).OfType<LibraryPicture>()];
    }

    private static LibraryPicture Read(DbDataReader row) => new()
    {
        Hash = row.GetString(0),
        MediaType = row.GetString(1),
        Width = row.GetInt32(2),
        Height = row.GetInt32(3),
        Size = row.GetInt64(4),
        AddedAt = row.Instant(5),
        AddedBy = row.TextOrNull(6),
        Uses = (int)row.GetInt64(23),
        ChangedAt = row.InstantOrNull(22),
        Words = row.IsDBNull(7) ? new PictureWords() : new PictureWords
        {
            Title = row.GetString(7),
            Caption = row.GetString(8),
            Alt = row.GetString(9),
            Credit = row.GetString(10),
            People = Lines(row.GetString(11)),
            Places = Lines(row.GetString(12)),
            Keywords = Lines(row.GetString(13)),
            Copyright = row.GetString(14),
            Terms = row.GetString(15),
            Taken = row.GetString(16),
            Made = CodeNames.Named<DigitalSourceType>(row.TextOrNull(17)),
            Focus = new FocalPoint(row.GetDouble(18), row.GetDouble(19)),
            RightsEnd = row.InstantOrNull(20),
            RightsStop = row.GetBoolean(21),
        },
    };

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
