using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Stories;
using Storyprint.Stories;

namespace Storyprint.Storage.Library;

/// <summary>
/// Finds out what is to be known of pictures that nobody described: from their files, and from the published stories that hold them. An import does not wait for it.
/// </summary>
public sealed class PictureExaminer(Database database, MediaStore media, TimeProvider clock)
{
    /// <summary>Reads what a file says that somebody brought. What is known already stays.</summary>
    /// <param name="look">Its <see cref="PictureLook"/>.</param>
    /// <param name="person">Who brought it.</param>
    public async Task AddAsync(string hash, byte[] bytes, long? look, string? person, CancellationToken cancellation = default)
    {
        var words = PictureMetadata.Read(bytes);
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        await LibraryWriter.AddAsync(connection, hash, words, look, person, clock.GetUtcNow(), cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Examines the next pictures; a run that was interrupted goes on with the next.</summary>
    /// <param name="most">How many.</param>
    /// <returns>The number examined: fewer than asked for where none are left.</returns>
    public async Task<int> RunAsync(int most, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var unread = await connection.QueryAsync(
            "SELECT p.hash FROM picture p WHERE p.width > 0 AND p.withdrawn_at IS NULL AND NOT EXISTS (SELECT 1 FROM library_picture l WHERE l.hash = p.hash) ORDER BY p.added_at DESC, p.hash LIMIT @most",
            row => row.GetString(0), cancellation, ("@most", most));
        foreach (var hash in unread)
        {
            var bytes = await media.ReadOriginalAsync(hash, cancellation) ?? [];
            await AddAsync(hash, bytes, await PictureLook.OfAsync(bytes, cancellation), null, cancellation);
        }

        var unasked = await connection.QueryAsync(
            $"""
            SELECT l.hash, MIN(s.id) FROM library_picture l JOIN story_picture i ON i.picture_hash = l.hash JOIN story s ON s.id = i.story_id
            WHERE NOT l.is_described AND s.status IN ({SqlNumbers.Visible}) GROUP BY l.hash ORDER BY l.hash LIMIT @most
            """,
            row => (Hash: row.GetString(0), Story: row.GetInt64(1)), cancellation, ("@most", most));
        foreach (var (hash, story) in unasked)
        {
            await AskAsync(connection, hash, story, cancellation);
        }

        return Math.Max(unread.Count, unasked.Count);
    }

    // An editor wrote the words of the story; whatever it does not say stays as it is known.
    private async Task AskAsync(DbConnection connection, string hash, long story, CancellationToken cancellation)
    {
        var words = await connection.FirstAsync(
            "SELECT content FROM revision WHERE story_id = @story AND content LIKE @pattern ORDER BY number DESC LIMIT 1", row => OfStory(StoryJson.Read(row.GetString(0)), hash), cancellation,
            ("@story", story), ("@pattern", $"%{hash}%")) ?? new PictureWords();
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        var known = await PictureLibrary.FindAsync(connection, hash, cancellation);
        await LibraryWriter.DescribeAsync(connection, hash, known is null ? words : words.Or(known.Words), story, clock.GetUtcNow(), cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static PictureWords? OfStory(StoryContent content, string hash) => content.Pictures.FirstOrDefault(picture => picture.Hash == hash) is not { } picture ? null : new PictureWords
    {
        Caption = picture.Caption.Plain,
        Alt = picture.Alt,
        Credit = picture.Credit,
        Made = picture.Made,
        Focus = picture.Focus,
    };
}
