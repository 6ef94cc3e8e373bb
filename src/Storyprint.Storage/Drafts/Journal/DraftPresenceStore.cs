using System.Collections.Concurrent;
using Storyprint.Storage.Engine;
using Storyprint.Stories.Codes;

namespace Storyprint.Storage.Drafts.Journal;

/// <summary>Who has which story open in an editor, on all nodes.</summary>
public sealed class DraftPresenceStore(Database database, TimeProvider clock)
{
    /// <summary>Whoever was not seen for so long has left, or lost the network.</summary>
    public static readonly TimeSpan Away = TimeSpan.FromSeconds(40);

    // Nothing is written for whoever was seen just now in the same block.
    private static readonly TimeSpan Refreshed = TimeSpan.FromSeconds(12);

    private readonly ConcurrentDictionary<(StoryCode, string), (DateTimeOffset At, string? Block)> seen = new();

    /// <summary>Notes that somebody is there.</summary>
    /// <param name="block">The identity of the block that the caret is in; null where it is not known, which leaves the last one.</param>
    public async Task TouchAsync(StoryCode code, DraftWriter who, string? block, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        var key = (code, who.Editor ?? string.Empty);
        if (seen.TryGetValue(key, out var last) && now - last.At < Refreshed && (block is null || block == last.Block))
        {
            return;
        }

        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync(
            """
            INSERT INTO draft_presence (story_id, editor, person_id, name, block, seen_at)
            SELECT s.id, @editor, @person, @name, COALESCE(@block, ''), @now FROM story s WHERE s.code = @code
            ON CONFLICT (story_id, editor) DO UPDATE SET block = COALESCE(@block, draft_presence.block), name = @name, seen_at = @now
            """, cancellation,
            ("@editor", who.Editor), ("@person", who.PersonId), ("@name", who.Name), ("@block", block), ("@now", now.ToUnixTimeMilliseconds()), ("@code", code.Digits));
        seen[key] = (now, block ?? last.Block);
        foreach (var (gone, _) in seen.Where(each => now - each.Value.At > Away))
        {
            seen.TryRemove(gone, out _);
        }

        await connection.ExecuteAsync("DELETE FROM draft_presence WHERE seen_at < @gone", cancellation, ("@gone", (now - Away - Away).ToUnixTimeMilliseconds()));
    }

    public async Task LeaveAsync(StoryCode code, string editor, CancellationToken cancellation = default)
    {
        seen.TryRemove((code, editor), out _);
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync(
            "DELETE FROM draft_presence WHERE editor = @editor AND story_id = (SELECT id FROM story WHERE code = @code)", cancellation, ("@editor", editor), ("@code", code.Digits));
    }

    /// <summary>Those who have the story or a proposal of it open, and the version of the text.</summary>
    public async Task<DraftPresence> OfAsync(DraftDocument document, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var version = await connection.ScalarAsync<long>("SELECT t.version FROM draft_text t JOIN story s ON s.id = t.story_id WHERE s.code = @code AND t.proposal = @proposal", cancellation,
            ("@code", document.Code.Digits), ("@proposal", document.Proposal));
        return new DraftPresence(version, await connection.QueryAsync(
            "SELECT p.editor, p.person_id, p.name, p.block FROM draft_presence p JOIN story s ON s.id = p.story_id WHERE s.code = @code AND p.seen_at >= @since ORDER BY p.name, p.editor",
            row => new PresentWriter(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)), cancellation,
            ("@code", document.Code.Digits), ("@since", (clock.GetUtcNow() - Away).ToUnixTimeMilliseconds())));
    }
}

/// <param name="Version">0 where no editor opened the story.</param>
public sealed record DraftPresence(long Version, IReadOnlyList<PresentWriter> Writers);

/// <param name="Block">The identity of the block that the caret is in; empty where that is not known.</param>
public sealed record PresentWriter(string Editor, string PersonId, string Name, string Block);
