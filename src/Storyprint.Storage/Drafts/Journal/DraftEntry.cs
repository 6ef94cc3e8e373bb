using System.Data.Common;
using System.Text;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Stories;
using Storyprint.Stories;
using Storyprint.Stories.Drafts;
using Storyprint.Stories.Drafts.Alignment;
using Storyprint.Stories.Drafts.Changes;
using Storyprint.Stories.Drafts.Proposals;
using Storyprint.Stories.Drafts.Wire;

namespace Storyprint.Storage.Drafts.Journal;

/// <summary>Writes states of one draft into its journal, within a transaction that holds the write lock.</summary>
internal sealed class DraftEntry(DbTransaction transaction, DraftStates states, TimeProvider clock)
{
    private DbConnection Connection => transaction.Connection!;

    /// <summary>Takes in what was changed elsewhere: into the draft, so that the blocks are those of the content that stands; into a proposal, so that it stands beside the draft as it is.</summary>
    public async Task<DraftOpening> TakeInAsync(StandingText standing, StandingText draft, CancellationToken cancellation)
    {
        if (standing.Proposal.Length > 0)
        {
            return new DraftOpening.Opened(await OverDraftAsync(standing, draft, cancellation));
        }

        var content = StoryJson.Read(standing.Content!);
        if (states.Newest(standing) is not { } newest)
        {
            var first = DraftFromContent.Of(content, BlockId.New);
            return Problem(first) is { } problem
                ? new DraftOpening.NotEditable(problem)
                : new DraftOpening.Opened(await WriteAsync(standing, null, first, DraftEditKind.Opened, DraftWriter.Elsewhere, cancellation: cancellation));
        }

        var state = new DraftState(standing.Version, newest);
        if (!standing.IsOfBlocks)
        {
            var now = DraftAlignment.Of(newest, content, BlockId.New);
            if (Problem(now) is { } problem)
            {
                return new DraftOpening.NotEditable(problem);
            }

            if (ReferenceEquals(now, newest))
            {
                await Connection.ExecuteAsync(
                    "UPDATE draft_text SET content_digest = @digest WHERE story_id = @story AND proposal = ''", cancellation, ("@digest", StandingText.DigestOf(standing.Content!)), ("@story", standing.StoryId));
            }
            else
            {
                state = await WriteAsync(standing, newest, now, DraftEditKind.FromElsewhere, DraftWriter.Elsewhere, cancellation: cancellation);
                standing = standing with { Version = state.Version };
            }
        }

        return new DraftOpening.Opened(standing.IsBehind ? await OverReleaseAsync(standing, state, cancellation) : state);
    }

    /// <summary>Writes a further state with its content. Nothing is written to a published story whose content stays.</summary>
    /// <param name="request">The editor's name for its sending.</param>
    /// <param name="branch">The state as the editor had it, where another came of it.</param>
    public async Task<DraftState> WriteAsync(
        StandingText standing, StoryDraft? before, StoryDraft after, DraftEditKind kind, DraftWriter by, string? request = null, StoryDraft? branch = null, CancellationToken cancellation = default)
    {
        var (version, now) = (standing.Version + 1, clock.GetUtcNow().ToUnixTimeMilliseconds());
        var blocks = Text(DraftJson.Write(after));
        var content = DraftContent.Preview(after);
        var json = kind is DraftEditKind.Opened or DraftEditKind.FromElsewhere ? standing.Content! : StoryJson.Write(content);
        await Connection.ExecuteAsync(
            """
            INSERT INTO draft_edit (story_id, proposal, version, at, kind, person_id, author, editor, request, change, branch, snapshot)
            VALUES (@story, @proposal, @version, @now, @kind, @person, @author, @editor, @request, @change, @branch, @snapshot)
            """, cancellation,
            ("@story", standing.StoryId), ("@proposal", standing.Proposal), ("@version", version), ("@now", now), ("@kind", (int)kind), ("@person", by.PersonId), ("@author", by.Name), ("@editor", by.Editor), ("@request", request),
            ("@change", before is null ? "{}" : Text(DraftJson.Write(DraftDiff.Between(before, after)))), ("@branch", branch is null ? null : Text(DraftJson.Write(branch))),
            ("@snapshot", before is null || version % DraftStates.SnapshotEvery == 0 ? blocks : null));
        await Connection.ExecuteAsync(
            """
            INSERT INTO draft_text (story_id, proposal, version, blocks, content_digest, has_choices, base_version, authors, erasures)
            VALUES (@story, @proposal, @version, @blocks, @digest, @choices, @base, @authors, @erasures)
            ON CONFLICT (story_id, proposal) DO UPDATE SET version = @version, blocks = @blocks, content_digest = @digest, has_choices = @choices, base_version = @base, authors = @authors
            """, cancellation,
            ("@story", standing.StoryId), ("@proposal", standing.Proposal), ("@version", version), ("@blocks", blocks), ("@digest", standing.Proposal.Length > 0 ? null : StandingText.DigestOf(json)),
            ("@choices", after.HasChoices), ("@base", standing.BaseVersion), ("@authors", standing.Authors), ("@erasures", standing.Erasures));
        if (standing.Proposal.Length == 0 && json != standing.Content)
        {
            await WriteContentAsync(standing, content, json, now, cancellation);
        }

        return new DraftState(version, after);
    }

    private async Task WriteContentAsync(StandingText standing, StoryContent content, string json, long now, CancellationToken cancellation)
    {
        await Connection.ExecuteAsync(
            """
            INSERT INTO draft (story_id, content, slug, base_revision, changed_at) VALUES (@story, @content, @slug, @base, @now)
            ON CONFLICT (story_id) DO UPDATE SET content = @content, base_revision = @base, changed_at = @now
            """, cancellation,
            ("@story", standing.StoryId), ("@content", json), ("@slug", standing.Slug), ("@base", standing.BaseRevision ?? standing.CurrentRevision), ("@now", now));
        var listing = StoryListing.From(content);
        await Connection.ExecuteAsync(
            $"UPDATE story SET kicker = @kicker, headline = @headline, standfirst = @standfirst, section = @section, bylines = @bylines WHERE id = @story AND status IN ({SqlNumbers.Unpublished})", cancellation,
            ("@kicker", listing.Kicker), ("@headline", listing.Headline), ("@standfirst", listing.Summary), ("@section", listing.Section), ("@bylines", string.Join('\n', listing.Bylines)), ("@story", standing.StoryId));
    }

    // The story was released from elsewhere while somebody worked on its draft: the draft goes on from what readers see now.
    private async Task<DraftState> OverReleaseAsync(StandingText standing, DraftState state, CancellationToken cancellation)
    {
        var (before, now) = (await RevisionAsync(standing.StoryId, standing.BaseRevision!.Value, cancellation), await RevisionAsync(standing.StoryId, standing.CurrentRevision, cancellation));
        var merged = state.Draft;
        if (before is not null && now is not null)
        {
            var old = DraftAlignment.Of(state.Draft, before, BlockId.New);
            var at = clock.GetUtcNow();
            merged = DraftMerge.Merge(old, state.Draft, new EditStamp(await AuthorAsync(standing, cancellation), at), DraftAlignment.Of(old, now, BlockId.New), new EditStamp(string.Empty, at));
        }

        var next = standing with { BaseRevision = standing.CurrentRevision };
        await Connection.ExecuteAsync(
            "UPDATE draft SET base_revision = @base WHERE story_id = @story", cancellation, ("@base", standing.CurrentRevision), ("@story", standing.StoryId));
        if (merged.Equals(state.Draft))
        {
            return state;
        }

        var content = DraftContent.Preview(merged);
        var json = StoryJson.Write(content);
        await WriteContentAsync(next, content, json, clock.GetUtcNow().ToUnixTimeMilliseconds(), cancellation);
        return await WriteAsync(next with { Content = json }, state.Draft, merged, DraftEditKind.FromElsewhere, DraftWriter.Elsewhere, cancellation: cancellation);
    }

    private async Task<DraftState> OverDraftAsync(StandingText standing, StandingText draft, CancellationToken cancellation)
    {
        var (now, text) = (states.Newest(draft)!, states.Newest(standing)!);
        var before = await states.AtAsync(Connection, draft, standing.BaseVersion, cancellation) ?? now;
        var at = clock.GetUtcNow();
        var rebased = ProposalAuthors.Read(before, text, standing.Authors).Rebase(
            now, new EditStamp(await AuthorAsync(draft, cancellation), at), new EditStamp(await AuthorAsync(standing, cancellation), at));
        var next = standing with { BaseVersion = draft.Version, Authors = ProposalAuthors.Write(rebased) };
        if (!rebased.Text.Equals(text))
        {
            return await WriteAsync(next, text, rebased.Text, DraftEditKind.FromElsewhere, DraftWriter.Elsewhere, cancellation: cancellation);
        }

        await Connection.ExecuteAsync(
            "UPDATE draft_text SET base_version = @base, authors = @authors WHERE story_id = @story AND proposal = @proposal", cancellation,
            ("@base", next.BaseVersion), ("@authors", next.Authors), ("@story", next.StoryId), ("@proposal", next.Proposal));
        return new DraftState(standing.Version, text);
    }

    private async Task<string> AuthorAsync(StandingText standing, CancellationToken cancellation) => await Connection.ScalarAsync<string>(
        "SELECT author FROM draft_edit WHERE story_id = @story AND proposal = @proposal AND person_id IS NOT NULL ORDER BY version DESC LIMIT 1", cancellation,
        ("@story", standing.StoryId), ("@proposal", standing.Proposal)) ?? string.Empty;

    private async Task<StoryContent?> RevisionAsync(long story, int number, CancellationToken cancellation) =>
        await Connection.ScalarAsync<string>("SELECT content FROM revision WHERE story_id = @story AND number = @number", cancellation, ("@story", story), ("@number", number)) is { } json
            ? StoryJson.Read(json)
            : null;

    /// <summary>Why a draft cannot be stored: what is written must be read again, and an archive, or two editors together, may hold more than one takes.</summary>
    public static DraftProblem? Problem(StoryDraft draft) => DraftJson.TryRead(DraftJson.Write(draft), out StoryDraft? _, out var problem) ? null : problem;

    private static string Text(byte[] json) => Encoding.UTF8.GetString(json);
}
