using System.Collections.Concurrent;
using System.Data.Common;
using System.Text;
using Storyprint.Storage.Engine;
using Storyprint.Stories.Drafts;
using Storyprint.Stories.Drafts.Changes;
using Storyprint.Stories.Drafts.Wire;

namespace Storyprint.Storage.Drafts.Journal;

/// <summary>States of drafts by their version: the newest ones from memory, others made from the journal.</summary>
internal sealed class DraftStates
{
    /// <summary>A whole text is kept in the journal once in so many versions.</summary>
    public const int SnapshotEvery = 50;

    // Each state shares most of its blocks with the one before.
    private const int MaxKept = 400;

    private readonly ConcurrentDictionary<(long, string, long, long), StoryDraft> kept = new();

    public void Keep(StandingText standing, DraftState state)
    {
        if (kept.Count >= MaxKept)
        {
            kept.Clear();
        }

        kept[Key(standing, state.Version)] = state.Draft;
    }

    /// <summary>The newest state that the editor knows; null where no editor opened the story.</summary>
    public StoryDraft? Newest(StandingText standing)
    {
        if (standing.Blocks is null)
        {
            return null;
        }

        return kept.TryGetValue(Key(standing, standing.Version), out var draft) ? draft : Kept(standing, standing.Version, Read(standing.Blocks));
    }

    /// <summary>The state of a version; null where the journal does not have it.</summary>
    public async Task<StoryDraft?> AtAsync(DbConnection connection, StandingText standing, long version, CancellationToken cancellation)
    {
        if (version == standing.Version)
        {
            return Newest(standing);
        }

        if (version < 1 || version > standing.Version)
        {
            return null;
        }

        if (kept.TryGetValue(Key(standing, version), out var known))
        {
            return known;
        }

        var edits = await connection.QueryAsync(
            """
            SELECT change, snapshot FROM draft_edit WHERE story_id = @story AND proposal = @proposal AND version <= @version
              AND version >= (SELECT MAX(version) FROM draft_edit WHERE story_id = @story AND proposal = @proposal AND version <= @version AND snapshot IS NOT NULL)
            ORDER BY version
            """,
            row => (Change: row.GetString(0), Snapshot: row.TextOrNull(1)), cancellation, ("@story", standing.StoryId), ("@proposal", standing.Proposal), ("@version", version));
        return edits is [{ Snapshot: { } snapshot }, .. var later] && later.Aggregate((StoryDraft?)Read(snapshot), (draft, edit) => draft is null ? null : Applied(draft, edit.Change)) is { } made
            ? Kept(standing, version, made)
            : null;
    }

    /// <summary>The state of a version, made of the one before it; null where the journal does not have it.</summary>
    public async Task<StoryDraft?> NextAsync(DbConnection connection, StandingText standing, StoryDraft before, long version, CancellationToken cancellation) =>
        await connection.ScalarAsync<string>(
            "SELECT change FROM draft_edit WHERE story_id = @story AND proposal = @proposal AND version = @version", cancellation,
            ("@story", standing.StoryId), ("@proposal", standing.Proposal), ("@version", version)) is { } change
            ? Applied(before, change)
            : null;

    /// <summary>What an editor had sent in the request that became a version.</summary>
    public async Task<StoryDraft?> BranchAsync(DbConnection connection, StandingText standing, long version, CancellationToken cancellation) =>
        await connection.ScalarAsync<string>(
            "SELECT branch FROM draft_edit WHERE story_id = @story AND proposal = @proposal AND version = @version", cancellation,
            ("@story", standing.StoryId), ("@proposal", standing.Proposal), ("@version", version)) is { } branch
            ? Read(branch)
            : await AtAsync(connection, standing, version, cancellation);

    private static (long, string, long, long) Key(StandingText standing, long version) => (standing.StoryId, standing.Proposal, standing.Erasures, version);

    private StoryDraft Kept(StandingText standing, long version, StoryDraft draft)
    {
        Keep(standing, new DraftState(version, draft));
        return draft;
    }

    private static StoryDraft? Applied(StoryDraft draft, string change) =>
        DraftJson.TryRead(Encoding.UTF8.GetBytes(change), out DraftChange? read, out _) ? ApplyChange.To(draft, read, out _) : null;

    /// <exception cref="InvalidDataException">What is stored is not a draft of this version of the program.</exception>
    private static StoryDraft Read(string blocks) => DraftJson.TryRead(Encoding.UTF8.GetBytes(blocks), out StoryDraft? draft, out var problem)
        ? draft
        : throw new InvalidDataException($"A stored draft cannot be read: {problem.Where} {problem.Sentence}");
}
