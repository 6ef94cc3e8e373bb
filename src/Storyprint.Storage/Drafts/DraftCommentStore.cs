using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Stories.Codes;

namespace Storyprint.Storage.Drafts;

/// <summary>Comments beside drafts. A withdrawal of the story erases them.</summary>
public sealed class DraftCommentStore(Database database, TimeProvider clock)
{
    /// <summary>The longest comment, in characters.</summary>
    public const int MaxLength = 5_000;

    /// <summary>The most comments a guest's link may leave.</summary>
    public const int MaxOfGuest = 100;

    private const string Columns = "c.id, c.person_id, c.guest_link, c.author, c.text, c.quote, c.created_at, c.done_at, c.done_by";

    /// <summary>The comments of a story, the oldest first.</summary>
    public async Task<IReadOnlyList<DraftComment>> OfAsync(StoryCode story, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync($"SELECT {Columns} FROM draft_comment c JOIN story s ON s.id = c.story_id WHERE s.code = @code ORDER BY c.created_at, c.id", Read, cancellation, ("@code", story.Digits));
    }

    /// <summary>Adds a comment; false where the story has no draft, or the guest has left as many as a guest may.</summary>
    /// <param name="also">What else belongs to it, in the same transaction: who is told.</param>
    public async Task<bool> AddAsync(StoryCode story, DraftComment comment, Func<DbTransaction, long, Task>? also = null, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        if (await DraftStore.IdOfAsync(connection, story, cancellation) is not { } id || (comment.GuestLink is { } guest
            && await connection.ScalarAsync<long>("SELECT COUNT(*) FROM draft_comment WHERE guest_link = @guest", cancellation, ("@guest", guest)) >= MaxOfGuest))
        {
            return false;
        }

        // A button pressed twice.
        if (await connection.ScalarAsync<long>(
            "SELECT COUNT(*) FROM draft_comment WHERE story_id = @story AND author = @author AND text = @text AND quote = @quote AND done_at IS NULL", cancellation,
            ("@story", id), ("@author", comment.Author), ("@text", comment.Text), ("@quote", comment.Quote)) > 0)
        {
            return true;
        }

        await connection.ExecuteAsync(
            "INSERT INTO draft_comment (id, story_id, person_id, guest_link, author, text, quote, created_at) VALUES (@id, @story, @person, @guest, @author, @text, @quote, @now)", cancellation,
            ("@id", comment.Id), ("@story", id), ("@person", comment.PersonId), ("@guest", comment.GuestLink), ("@author", comment.Author), ("@text", comment.Text), ("@quote", comment.Quote),
            ("@now", clock.GetUtcNow().ToUnixTimeMilliseconds()));
        if (also is not null)
        {
            await also(transaction, id);
        }

        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>Marks a comment as dealt with, or opens it again.</summary>
    public async Task SetDoneAsync(StoryCode story, string id, string by, bool isDone, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        await connection.ExecuteAsync(
            "UPDATE draft_comment SET done_at = @at, done_by = @by WHERE id = @id AND story_id = (SELECT id FROM story WHERE code = @code)", cancellation,
            ("@at", isDone ? clock.GetUtcNow().ToUnixTimeMilliseconds() : (long?)null), ("@by", isDone ? by : null), ("@id", id), ("@code", story.Digits));
        await transaction.CommitAsync(cancellation);
    }

    private static DraftComment Read(DbDataReader row) => new()
    {
        Id = row.GetString(0),
        PersonId = row.TextOrNull(1),
        GuestLink = row.TextOrNull(2),
        Author = row.GetString(3),
        Text = row.GetString(4),
        Quote = row.GetString(5),
        CreatedAt = row.Instant(6),
        DoneAt = row.InstantOrNull(7),
        DoneBy = row.TextOrNull(8),
    };
}
