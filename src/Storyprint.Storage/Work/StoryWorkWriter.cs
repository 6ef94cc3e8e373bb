using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Work;

/// <summary>Writes how far the work on a story has come, within the transaction of the act.</summary>
public sealed class StoryWorkWriter(DbTransaction transaction)
{
    private const string Nothing = "submitted_by = NULL, submitted_at = NULL, approved_by = NULL, approved_at = NULL, approved_digest = NULL";

    private DbConnection Connection => transaction.Connection!;

    public Task HandToAsync(StoryWork work, string? person, CancellationToken cancellation) => SetAsync(work.StoryId, "holder = @holder", cancellation, ("@holder", person));

    /// <summary>Keeps the words of the note that the next release shall bear, so that another may look at them.</summary>
    public Task KeepNoteAsync(StoryWork work, NoteWords note, CancellationToken cancellation) => SetAsync(work.StoryId, "note = @note", cancellation, ("@note", JsonSerializer.Serialize(note, NoteWordsJson.Default.NoteWords)));

    /// <summary>Hands the text to those who approve.</summary>
    public async Task SubmitAsync(StoryWork work, string person, DateTimeOffset at, CancellationToken cancellation)
    {
        await SetAsync(work.StoryId, "submitted_by = @person, submitted_at = @at, approved_by = NULL, approved_at = NULL, approved_digest = NULL", cancellation, ("@person", person), ("@at", at.ToUnixTimeMilliseconds()));
        await StatusAsync(work.StoryId, StoryStatus.InReview, cancellation);
    }

    /// <summary>Gives the text back: it is a draft again.</summary>
    public async Task ReturnAsync(StoryWork work, CancellationToken cancellation)
    {
        await SetAsync(work.StoryId, Nothing, cancellation);
        await StatusAsync(work.StoryId, StoryStatus.Draft, cancellation);
    }

    /// <summary>Approves the text as it is.</summary>
    public async Task ApproveAsync(StoryWork work, string person, DateTimeOffset at, CancellationToken cancellation)
    {
        await SetAsync(
            work.StoryId, "approved_by = @person, approved_at = @at, approved_digest = @digest", cancellation,
            ("@person", person), ("@at", at.ToUnixTimeMilliseconds()), ("@digest", work.TextName is { } name ? Convert.FromHexString(name) : null));
        await StatusAsync(work.StoryId, StoryStatus.Approved, cancellation);
    }

    /// <summary>Forgets who submitted and approved a text, and its note: it was released. Whoever has the story in hand keeps it.</summary>
    internal static Task ClearAsync(DbConnection connection, long storyId, CancellationToken cancellation) => connection.ExecuteAsync(
        $"UPDATE story_work SET {Nothing}, note = NULL WHERE story_id = @story", cancellation, ("@story", storyId));

    private async Task SetAsync(long storyId, string what, CancellationToken cancellation, params (string, object?)[] values)
    {
        await Connection.ExecuteAsync("INSERT INTO story_work (story_id) VALUES (@story) ON CONFLICT (story_id) DO NOTHING", cancellation, ("@story", storyId));
        await Connection.ExecuteAsync($"UPDATE story_work SET {what} WHERE story_id = @story", cancellation, [.. values, ("@story", storyId)]);
    }

    // A published story keeps its status; that its new text is submitted or approved stands beside it.
    private Task StatusAsync(long storyId, StoryStatus status, CancellationToken cancellation) => Connection.ExecuteAsync(
        $"UPDATE story SET status = @status WHERE id = @story AND status IN ({SqlNumbers.Unpublished})", cancellation, ("@status", (int)status), ("@story", storyId));
}

[JsonSerializable(typeof(NoteWords))]
internal sealed partial class NoteWordsJson : JsonSerializerContext;
