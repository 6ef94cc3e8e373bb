using System.Data.Common;
using System.Globalization;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Drafts;
using Storyprint.Stories.Drafts.Anchors;

namespace Storyprint.Storage.Drafts;

/// <summary>Comments beside drafts. A withdrawal of the story erases them.</summary>
public sealed class DraftCommentStore(Database database, TimeProvider clock)
{
    /// <summary>The longest comment, in characters.</summary>
    public const int MaxLength = 5_000;

    /// <summary>The most comments a guest's link may leave.</summary>
    public const int MaxOfGuest = 100;

    private const string Columns = "c.id, c.person_id, c.guest_link, c.author, c.text, c.quote, c.created_at, c.done_at, c.done_by, c.block, c.text_name, c.text_offset, c.answer_to, c.is_private";

    /// <summary>The comments of a story that a person sees, the oldest first.</summary>
    /// <param name="person">Whose private notes are among them; null for nobody's.</param>
    public async Task<IReadOnlyList<DraftComment>> OfAsync(StoryCode story, string? person = null, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync($"SELECT {Columns} FROM draft_comment c JOIN story s ON s.id = c.story_id WHERE s.code = @code AND (c.is_private = FALSE OR c.person_id = @person) ORDER BY c.created_at, c.id", Read, cancellation,
            ("@code", story.Digits), ("@person", person ?? string.Empty));
    }

    /// <summary>What is another after each change of a story's comments.</summary>
    public async Task<string> MarkAsync(StoryCode story, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.FirstAsync(
            "SELECT COUNT(*), COUNT(c.done_at), COALESCE(MAX(c.created_at), 0), COALESCE(MAX(c.done_at), 0) FROM draft_comment c JOIN story s ON s.id = c.story_id WHERE s.code = @code",
            row => string.Create(CultureInfo.InvariantCulture, $"{row.GetInt64(0)}-{row.GetInt64(1)}-{row.GetInt64(2)}-{row.GetInt64(3)}"), cancellation, ("@code", story.Digits)) ?? string.Empty;
    }

    /// <summary>The open comments and one's own notes of all stories, the newest first; answers are not among them.</summary>
    /// <param name="desks">The desks whose stories count; empty for all.</param>
    public async Task<IReadOnlyList<(StoryCode Code, string Headline, DraftComment Comment)>> OpenOnesAsync(string person, IReadOnlyCollection<string> desks, int take, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var names = desks.Select((desk, index) => (Name: $"@d{index}", Desk: desk)).ToList();
        var onDesk = names.Count == 0 ? "TRUE" : $"(t.desk IS NULL OR t.desk IN ({string.Join(", ", names.Select(each => each.Name))}))";
        return await connection.QueryAsync(
            $"""
            SELECT {Columns}, s.code, s.headline FROM draft_comment c CROSS JOIN story s LEFT JOIN story_desk t ON t.story_id = c.story_id
            WHERE s.id = c.story_id AND c.done_at IS NULL AND c.answer_to IS NULL AND (c.is_private = FALSE OR c.person_id = @person) AND {onDesk} ORDER BY c.created_at DESC, c.id DESC LIMIT @take
            """,
            row => (StoryCode.FromDigits(row.GetString(14)), row.GetString(15), Read(row)), cancellation,
            [("@person", person), ("@take", take), .. names.Select(each => (each.Name, (object?)each.Desk))]);
    }

    /// <summary>Adds a comment; false where there is no such story, or it was withdrawn, or what it answers is not there, or the guest has left as many as a guest may.</summary>
    /// <param name="also">What else belongs to it, in the same transaction: who is told.</param>
    public async Task<bool> AddAsync(StoryCode story, DraftComment comment, Func<DbTransaction, long, Task>? also = null, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        if (await connection.FirstAsync($"SELECT id FROM story WHERE code = @code AND status <> {SqlNumbers.Withdrawn}", row => (long?)row.GetInt64(0), cancellation, ("@code", story.Digits)) is not { } id || (comment.GuestLink is { } guest
            && await connection.ScalarAsync<long>("SELECT COUNT(*) FROM draft_comment WHERE guest_link = @guest", cancellation, ("@guest", guest)) >= MaxOfGuest))
        {
            return false;
        }

        if (comment.AnswerTo is { } answered && await connection.ScalarAsync<long>(
            "SELECT COUNT(*) FROM draft_comment WHERE id = @id AND story_id = @story AND answer_to IS NULL AND (is_private = FALSE OR person_id = @person)", cancellation,
            ("@id", answered), ("@story", id), ("@person", comment.PersonId ?? string.Empty)) == 0)
        {
            return false;
        }

        // A button pressed twice.
        if (await connection.ScalarAsync<long>(
            "SELECT COUNT(*) FROM draft_comment WHERE story_id = @story AND author = @author AND text = @text AND quote = @quote AND COALESCE(answer_to, '') = @answer AND done_at IS NULL", cancellation,
            ("@story", id), ("@author", comment.Author), ("@text", comment.Text), ("@quote", comment.Quote), ("@answer", comment.AnswerTo ?? string.Empty)) > 0)
        {
            return true;
        }

        await WriteAsync(transaction, id, comment, clock.GetUtcNow(), cancellation);
        if (also is not null)
        {
            await also(transaction, id);
        }

        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>Writes a comment that belongs to another act, in its transaction.</summary>
    /// <param name="storyId">The row of the story.</param>
    public static Task WriteAsync(DbTransaction transaction, long storyId, DraftComment comment, DateTimeOffset at, CancellationToken cancellation) => transaction.Connection!.ExecuteAsync(
        """
        INSERT INTO draft_comment (id, story_id, person_id, guest_link, author, text, quote, created_at, block, text_name, text_offset, answer_to, is_private)
        VALUES (@id, @story, @person, @guest, @author, @text, @quote, @now, @block, @name, @offset, @answer, @private)
        """, cancellation,
        ("@id", comment.Id), ("@story", storyId), ("@person", comment.PersonId), ("@guest", comment.GuestLink), ("@author", comment.Author), ("@text", comment.Text), ("@quote", comment.Quote),
        ("@now", at.ToUnixTimeMilliseconds()), ("@block", comment.Anchor?.Block.Value), ("@name", comment.Anchor?.Text), ("@offset", comment.Anchor?.Offset),
        ("@answer", comment.AnswerTo), ("@private", comment.IsPrivate));

    /// <summary>Marks a comment as dealt with, or opens it again.</summary>
    /// <param name="person">Who does it; a note to oneself is only its author's.</param>
    /// <param name="name">The name of that person.</param>
    /// <returns>Whether there is such a comment.</returns>
    public async Task<bool> SetDoneAsync(StoryCode story, string id, string person, string name, bool isDone, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        var found = await connection.ExecuteAsync(
            """
            UPDATE draft_comment SET done_at = @at, done_by = @by
            WHERE id = @id AND story_id = (SELECT id FROM story WHERE code = @code) AND (is_private = FALSE OR person_id = @person)
            """, cancellation,
            ("@at", isDone ? clock.GetUtcNow().ToUnixTimeMilliseconds() : (long?)null), ("@by", isDone ? name : null), ("@id", id), ("@code", story.Digits), ("@person", person));
        await transaction.CommitAsync(cancellation);
        return found > 0;
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
        Anchor = row.TextOrNull(9) is { } block && BlockId.TryParse(block, out var id) ? new TextAnchor(id, row.GetString(10), row.GetString(5), row.GetInt32(11)) : null,
        AnswerTo = row.TextOrNull(12),
        IsPrivate = row.GetBoolean(13),
    };
}
