using Storyprint.Storage.Engine;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Drafts;
using Storyprint.Stories.Drafts.Proposals;

namespace Storyprint.Storage.Drafts.Journal;

/// <summary>Proposals beside drafts: begun, read with their changes, taken in parts, closed. They are written as drafts are, with a <see cref="DraftDocument"/> of their own.</summary>
public sealed class ProposalStore(Database database, DraftJournal journal, TimeProvider clock)
{
    /// <summary>The most proposals that may be open beside one draft.</summary>
    public const int MaxOpen = 40;

    /// <summary>Begins a proposal that suggests nothing yet; null where there is no draft, or too many proposals are open.</summary>
    /// <returns>The name of the proposal.</returns>
    public async Task<string?> BeginAsync(StoryCode code, DraftWriter by, CancellationToken cancellation = default)
    {
        if (await journal.OpenAsync(code, cancellation) is not DraftOpening.Opened(var state))
        {
            return null;
        }

        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        if (await StandingText.ReadAsync(connection, code, cancellation) is not { Content: not null } standing
            || await connection.ScalarAsync<long>("SELECT COUNT(*) FROM draft_text WHERE story_id = @story AND proposal <> '' AND closed_at IS NULL", cancellation, ("@story", standing.StoryId)) >= MaxOpen)
        {
            return null;
        }

        var name = BlockId.New().Value;
        var beside = standing with { Proposal = name, Version = 0, BaseVersion = state.Version, Authors = null };
        await new DraftEntry(transaction, new DraftStates(), clock).WriteAsync(beside, null, state.Draft, DraftEditKind.Opened, by, cancellation: cancellation);
        await transaction.CommitAsync(CancellationToken.None);
        return name;
    }

    /// <summary>The open proposals of a story, the oldest first.</summary>
    public async Task<IReadOnlyList<ProposalSummary>> OpenOnesAsync(StoryCode code, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            """
            SELECT t.proposal, e.author, e.person_id, e.at FROM draft_text t JOIN story s ON s.id = t.story_id JOIN draft_edit e ON e.story_id = t.story_id AND e.proposal = t.proposal AND e.version = 1
            WHERE s.code = @code AND t.proposal <> '' AND t.closed_at IS NULL ORDER BY e.at, t.proposal
            """,
            row => new ProposalSummary(row.GetString(0), row.GetString(1), row.TextOrNull(2), row.Instant(3)), cancellation, ("@code", code.Digits));
    }

    /// <summary>A proposal as it stands beside the draft of this moment; null where there is none.</summary>
    public async Task<Proposal?> FindAsync(StoryCode code, string name, CancellationToken cancellation = default) =>
        await BesideAsync(code, name, cancellation) is { } beside ? ProposalAuthors.Read(beside.Draft.Draft, beside.Text.Draft, beside.Authors) : null;

    /// <summary>A proposal, and the state of the draft that it stands beside now; null where there is none.</summary>
    public async Task<ProposalBeside?> BesideAsync(StoryCode code, string name, CancellationToken cancellation = default)
    {
        var document = new DraftDocument(code, name);
        if (!document.IsProposal || await journal.OpenAsync(document, cancellation) is not DraftOpening.Opened(var text))
        {
            return null;
        }

        await using var connection = await database.OpenAsync(cancellation);
        return await StandingText.ReadAsync(connection, document, cancellation) is { } standing && await journal.AtAsync(code, standing.BaseVersion, cancellation) is { } draft
            ? new ProposalBeside(new DraftState(standing.BaseVersion, draft), text with { Version = standing.Version }, standing.Authors)
            : null;
    }

    /// <summary>Takes changes into the draft. Those that stood there meanwhile are merged with them.</summary>
    /// <returns>Whether the draft has them now; false where there is no such proposal, or none of these changes.</returns>
    public async Task<bool> AcceptAsync(StoryCode code, string name, IReadOnlyCollection<string> keys, DraftWriter by, CancellationToken cancellation = default)
    {
        if (await FindAsync(code, name, cancellation) is not { } proposal || !proposal.Changes.Any(change => keys.Contains(change.Key)))
        {
            return false;
        }

        var (before, taken) = (proposal.Base, proposal.Accept(keys).Base);
        var who = new EditStamp(by.Name, clock.GetUtcNow());
        return await journal.ChangeAsync(code, by, DraftEditKind.Proposed, now => DraftMerge.Merge(before, taken, who, now, who), cancellation) is DraftOutcome.Merged
            && await journal.OpenAsync(new DraftDocument(code, name), cancellation) is DraftOpening.Opened;
    }

    /// <summary>Refuses changes: the proposal goes on without them.</summary>
    public async Task<bool> RejectAsync(StoryCode code, string name, IReadOnlyCollection<string> keys, DraftWriter by, CancellationToken cancellation = default)
    {
        if (await FindAsync(code, name, cancellation) is not { } proposal || !proposal.Changes.Any(change => keys.Contains(change.Key)))
        {
            return false;
        }

        var (before, left) = (proposal.Text, proposal.Reject(keys).Text);
        var who = new EditStamp(by.Name, clock.GetUtcNow());
        return await journal.ChangeAsync(new DraftDocument(code, name), by, DraftEditKind.Proposed, now => DraftMerge.Merge(before, left, who, now, who), cancellation) is DraftOutcome.Merged;
    }

    /// <summary>Closes a proposal; what it suggested stays in its journal.</summary>
    public async Task<bool> CloseAsync(StoryCode code, string name, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteAsync(
            "UPDATE draft_text SET closed_at = @now WHERE proposal = @proposal AND proposal <> '' AND closed_at IS NULL AND story_id = (SELECT id FROM story WHERE code = @code)", cancellation,
            ("@now", clock.GetUtcNow().ToUnixTimeMilliseconds()), ("@proposal", name), ("@code", code.Digits)) > 0;
    }
}

/// <param name="Name">Its name in addresses.</param>
/// <param name="Author">Who began it.</param>
public sealed record ProposalSummary(string Name, string Author, string? PersonId, DateTimeOffset BegunAt);

/// <param name="Draft">The draft as the proposal knows it.</param>
/// <param name="Authors">Who made which change.</param>
public sealed record ProposalBeside(DraftState Draft, DraftState Text, string? Authors);
