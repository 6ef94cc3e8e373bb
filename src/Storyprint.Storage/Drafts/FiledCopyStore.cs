using System.Data.Common;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Codes;

namespace Storyprint.Storage.Drafts;

/// <summary>Texts that guests handed in. They stand beside the draft until somebody takes them into it, and a withdrawal of the story erases them.</summary>
public sealed class FiledCopyStore(Database database, TimeProvider clock)
{
    /// <summary>The longest text, in characters: some 30,000 words.</summary>
    public const int MaxLength = 200_000;

    /// <summary>The most texts a guest's link may hand in.</summary>
    public const int MaxOfGuest = 20;

    private const string Columns = "c.id, c.guest_link, c.author, c.headline, c.text, c.state, c.created_at, c.decided_at, c.decided_by";

    /// <summary>What was handed in for a story, the newest first.</summary>
    public async Task<IReadOnlyList<FiledCopy>> OfAsync(StoryCode story, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync($"SELECT {Columns} FROM filed_copy c JOIN story s ON s.id = c.story_id WHERE s.code = @code ORDER BY c.created_at DESC, c.id DESC", Read, cancellation, ("@code", story.Digits));
    }

    /// <summary>Keeps a text; false where the story has no draft, or the guest has handed in as many as a guest may. The same text again is kept once.</summary>
    /// <param name="also">What else belongs to it, in the same transaction: who is told.</param>
    public async Task<bool> AddAsync(StoryCode story, FiledCopy copy, Func<DbTransaction, long, Task>? also = null, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        if (await DraftStore.IdOfAsync(connection, story, cancellation) is not { } id
            || await connection.ScalarAsync<long>("SELECT COUNT(*) FROM filed_copy WHERE guest_link = @guest", cancellation, ("@guest", copy.GuestLink)) >= MaxOfGuest)
        {
            return false;
        }

        // A button pressed twice.
        if (await connection.ScalarAsync<long>(
            "SELECT COUNT(*) FROM filed_copy WHERE guest_link = @guest AND text = @text AND headline = @headline", cancellation, ("@guest", copy.GuestLink), ("@text", copy.Text), ("@headline", copy.Headline)) > 0)
        {
            return true;
        }

        await connection.ExecuteAsync(
            "INSERT INTO filed_copy (id, story_id, guest_link, author, headline, text, state, created_at) VALUES (@id, @story, @guest, @author, @headline, @text, @state, @now)", cancellation,
            ("@id", copy.Id), ("@story", id), ("@guest", copy.GuestLink), ("@author", copy.Author), ("@headline", copy.Headline), ("@text", copy.Text), ("@state", (int)FiledCopyState.Waiting),
            ("@now", clock.GetUtcNow().ToUnixTimeMilliseconds()));
        if (also is not null)
        {
            await also(transaction, id);
        }

        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>Puts a text at the end of the draft, and records it; false where it was decided on before, or there is no draft any more.</summary>
    /// <param name="withHeadline">Whether its headline becomes the draft's.</param>
    public async Task<bool> TakeAsync(ReleaseContext by, StoryCode story, string id, bool withHeadline, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        if (await DraftStore.IdOfAsync(connection, story, cancellation) is not { } storyId || await DecideAsync(connection, storyId, id, by.Actor, FiledCopyState.Taken, cancellation) is not { } copy)
        {
            return false;
        }

        var content = StoryJson.Read((await connection.ScalarAsync<string>("SELECT content FROM draft WHERE story_id = @id", cancellation, ("@id", storyId)))!);
        var changed = content with
        {
            Headline = withHeadline && copy.Headline.Length > 0 ? InvisibleInStory.Repair(copy.Headline) : content.Headline,
            Body = [.. content.Body, .. ParagraphsOf(copy.Text)],
        };
        await connection.ExecuteAsync(
            "UPDATE draft SET content = @content, changed_at = @now WHERE story_id = @id", cancellation,
            ("@content", StoryJson.Write(changed)), ("@now", clock.GetUtcNow().ToUnixTimeMilliseconds()), ("@id", storyId));
        await connection.ExecuteAsync(
            $"UPDATE story SET headline = @headline WHERE id = @id AND status IN ({Stories.SqlNumbers.Unpublished})", cancellation, ("@headline", changed.Headline), ("@id", storyId));
        await AuditTrail.AppendAsync(transaction, clock, by, AuditAct.CopyTaken, story.Digits, after: copy.Author, cancellation: cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>Leaves a text beside the draft as not wanted, and records it; false where it was decided on before.</summary>
    public async Task<bool> SetAsideAsync(ReleaseContext by, StoryCode story, string id, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        if (await DraftStore.IdOfAsync(connection, story, cancellation) is not { } storyId || await DecideAsync(connection, storyId, id, by.Actor, FiledCopyState.SetAside, cancellation) is not { } copy)
        {
            return false;
        }

        await AuditTrail.AppendAsync(transaction, clock, by, AuditAct.CopySetAside, story.Digits, after: copy.Author, cancellation: cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>The paragraphs of a text as people type it: apart by an empty line, or a line each where there is none.</summary>
    internal static IEnumerable<Block> ParagraphsOf(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Trim('\n');
        var parts = lines.Contains("\n\n", StringComparison.Ordinal) ? lines.Split("\n\n") : lines.Split('\n');
        return parts.Select(part => InvisibleInStory.Repair(string.Join(' ', part.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))))
            .Where(part => part.Length > 0).Select(part => new Paragraph(RichText.From(part)));
    }

    private async Task<FiledCopy?> DecideAsync(DbConnection connection, long storyId, string id, string by, FiledCopyState state, CancellationToken cancellation) => await connection.ExecuteAsync(
        "UPDATE filed_copy SET state = @state, decided_at = @now, decided_by = @by WHERE id = @id AND story_id = @story AND state = @waiting", cancellation,
        ("@state", (int)state), ("@now", clock.GetUtcNow().ToUnixTimeMilliseconds()), ("@by", by), ("@id", id), ("@story", storyId), ("@waiting", (int)FiledCopyState.Waiting)) == 1
        ? await connection.FirstAsync($"SELECT {Columns} FROM filed_copy c WHERE c.id = @id", Read, cancellation, ("@id", id))
        : null;

    private static FiledCopy Read(DbDataReader row) => new()
    {
        Id = row.GetString(0),
        GuestLink = row.GetString(1),
        Author = row.GetString(2),
        Headline = row.GetString(3),
        Text = row.GetString(4),
        State = (FiledCopyState)row.GetInt32(5),
        CreatedAt = row.Instant(6),
        DecidedAt = row.InstantOrNull(7),
        DecidedBy = row.TextOrNull(8),
    };
}
