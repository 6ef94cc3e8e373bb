using System.Data.Common;
using System.Runtime.CompilerServices;
using Storyprint.Storage.Engine;
using Storyprint.Stories.Drafts;
using Storyprint.Stories.Drafts.Changes;
using Storyprint.Stories.Drafts.Proposals;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Drafts.Journal;

/// <summary>
/// The drafts as editors write them, and the journal of every change. What an editor sends is merged with what came meanwhile, and is durable when it is
/// answered. It is merged before the write lock is taken, so that releases wait for a write only; where somebody else was quicker, it is merged again.
/// </summary>
public sealed class DraftJournal(Database database, TimeProvider clock)
{
    private const int AttemptsWithoutLock = 3;

    private readonly DraftStates states = new();

    /// <summary>The newest state, made of the story's content where no editor opened it before.</summary>
    public async Task<DraftOpening> OpenAsync(DraftDocument document, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await OpenAsync(connection, document, cancellation);
    }

    /// <summary>Merges what an editor sent, and stores it.</summary>
    public Task<DraftOutcome> MergeAsync(DraftDocument document, DraftWriter by, DraftSubmission submission, CancellationToken cancellation = default) =>
        WriteAsync(document, new DraftChanging(by, DraftEditKind.Written)
        {
            Request = submission.Request,
            Base = submission.Base,
            Change = before => (ApplyChange.To(before, submission.Change, out var problem), problem),
        }, cancellation);

    /// <summary>Makes a further state of the newest one.</summary>
    /// <param name="change">Gives the further state.</param>
    public Task<DraftOutcome> ChangeAsync(DraftDocument document, DraftWriter by, DraftEditKind kind, Func<StoryDraft, StoryDraft> change, CancellationToken cancellation = default) =>
        WriteAsync(document, new DraftChanging(by, kind) { Change = before => (change(before), null) }, cancellation);

    /// <summary>The state of a version; null for one that is not known.</summary>
    public async Task<StoryDraft?> AtAsync(DraftDocument document, long version, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await StandingText.ReadAsync(connection, document, cancellation) is { } standing ? await states.AtAsync(connection, standing, version, cancellation) : null;
    }

    /// <summary>The history, the newest first.</summary>
    public async Task<IReadOnlyList<DraftEdit>> HistoryAsync(DraftDocument document, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            "SELECT e.version, e.at, e.kind, e.person_id, e.author, e.name FROM draft_edit e JOIN story s ON s.id = e.story_id WHERE s.code = @code AND e.proposal = @proposal ORDER BY e.version DESC",
            row => new DraftEdit(row.GetInt64(0), row.Instant(1), (DraftEditKind)row.GetInt32(2), row.TextOrNull(3), row.GetString(4), row.TextOrNull(5)), cancellation,
            ("@code", document.Code.Digits), ("@proposal", document.Proposal));
    }

    /// <summary>The newest states one after the other, the oldest first, each with the entry of the history that made it.</summary>
    /// <param name="take">The most states.</param>
    public async IAsyncEnumerable<(DraftEdit Edit, StoryDraft State)> StatesAsync(DraftDocument document, int take, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var history = await HistoryAsync(document, cancellation);
        await using var connection = await database.OpenAsync(cancellation);
        if (await StandingText.ReadAsync(connection, document, cancellation) is not { } standing)
        {
            yield break;
        }

        StoryDraft? state = null;
        foreach (var edit in history.Take(take).Reverse())
        {
            state = state is null ? await states.AtAsync(connection, standing, edit.Version, cancellation) : await states.NextAsync(connection, standing, state, edit.Version, cancellation);
            if (state is null)
            {
                yield break;
            }

            yield return (edit, state);
        }
    }

    /// <summary>Gives a state a name, or takes it away.</summary>
    /// <returns>Whether there is such a version.</returns>
    public async Task<bool> NameAsync(DraftDocument document, long version, string? name, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteAsync(
            "UPDATE draft_edit SET name = @name WHERE version = @version AND proposal = @proposal AND story_id = (SELECT id FROM story WHERE code = @code)", cancellation,
            ("@name", name), ("@version", version), ("@proposal", document.Proposal), ("@code", document.Code.Digits)) > 0;
    }

    private async Task<DraftOpening> OpenAsync(DbConnection connection, DraftDocument document, CancellationToken cancellation)
    {
        if (document.IsProposal && await OpenAsync(connection, document.Code, cancellation) is not DraftOpening.Opened)
        {
            return new DraftOpening.NoText();
        }

        if (await StandingText.ReadAsync(connection, document, cancellation) is { IsCurrent: true } standing)
        {
            return new DraftOpening.Opened(new DraftState(standing.Version, states.Newest(standing)!));
        }

        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        if (await StandingText.ReadAsync(connection, document, cancellation) is not { Content: not null } locked
            || await StandingText.ReadAsync(connection, document.Code, cancellation) is not { } draft)
        {
            return new DraftOpening.NoText();
        }

        var opening = await new DraftEntry(transaction, states, clock).TakeInAsync(locked, draft, cancellation);
        await transaction.CommitAsync(CancellationToken.None);
        if (opening is DraftOpening.Opened(var state))
        {
            // Not before: what is not committed may come otherwise.
            states.Keep(locked, state);
        }

        return opening;
    }

    private async Task<DraftOutcome> WriteAsync(DraftDocument document, DraftChanging changing, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        switch (await OpenAsync(connection, document, cancellation))
        {
            case DraftOpening.NoText:
                return await StandingText.ReadAsync(connection, document, cancellation) is null ? new DraftOutcome.NoSuchStory() : new DraftOutcome.Withdrawn();
            case DraftOpening.NotEditable(var problem):
                return new DraftOutcome.Refused(problem);
        }

        for (var attempt = 1; attempt <= AttemptsWithoutLock; attempt++)
        {
            var prepared = await PrepareAsync(connection, document, changing, cancellation);
            if (prepared.Outcome is { } outcome)
            {
                return outcome;
            }

            await using var transaction = await database.BeginWriteAsync(connection, cancellation);
            if (prepared.Standing!.Equals(await StandingText.ReadAsync(connection, document, cancellation)))
            {
                return await StoreAsync(transaction, changing, prepared, cancellation);
            }
        }

        await using var locked = await database.BeginWriteAsync(connection, cancellation);
        var last = await PrepareAsync(connection, document, changing, cancellation);
        return last.Outcome ?? await StoreAsync(locked, changing, last, cancellation);
    }

    private async Task<Prepared> PrepareAsync(DbConnection connection, DraftDocument document, DraftChanging changing, CancellationToken cancellation)
    {
        if (await StandingText.ReadAsync(connection, document, cancellation) is not { Content: not null, Status: not StoryStatus.Withdrawn } standing || states.Newest(standing) is not { } now)
        {
            return new Prepared(new DraftOutcome.Withdrawn());
        }

        if (changing.Request is { } request && await connection.FirstAsync(
            "SELECT version FROM draft_edit WHERE story_id = @story AND proposal = @proposal AND request = @request", row => (long?)row.GetInt64(0), cancellation,
            ("@story", standing.StoryId), ("@proposal", standing.Proposal), ("@request", request)) is { } made)
        {
            var sent = (await states.BranchAsync(connection, standing, made, cancellation))!;
            return new Prepared(new DraftOutcome.Merged(standing.Version, DraftDiff.Between(sent, now), await OthersAsync(connection, standing, made, changing.By, cancellation), IsNew: false));
        }

        var (before, from) = changing.Base switch
        {
            DraftBase.Version(var number) => (await states.AtAsync(connection, standing, number, cancellation), number),
            DraftBase.Branch(var number) => (await states.BranchAsync(connection, standing, number, cancellation), number),
            DraftBase.Whole(var whole) => (whole, 0),
            _ => (now, standing.Version),
        };
        if (before is null)
        {
            return new Prepared(new DraftOutcome.UnknownBase(standing.Version));
        }

        var (mine, problem) = changing.Change(before);
        if (mine is null)
        {
            return new Prepared(new DraftOutcome.Refused(problem!));
        }

        if (mine.Root.Values["language"] != now.Root.Values["language"])
        {
            return new Prepared(new DraftOutcome.Refused(new DraftProblem("/values/language", "A story keeps its language: its code and address belong to that edition.")));
        }

        var merged = DraftMerge.Merge(before, mine, new EditStamp(changing.By.Name, clock.GetUtcNow()), now, await LastStampAsync(connection, standing, from, changing.By, cancellation));
        if (!merged.Equals(now) && DraftEntry.Problem(merged) is { } tooMuch)
        {
            return new Prepared(new DraftOutcome.Refused(tooMuch));
        }

        var others = await OthersAsync(connection, standing, from, changing.By, cancellation);
        return merged.Equals(now) && mine.Equals(now)
            ? new Prepared(new DraftOutcome.Merged(standing.Version, new DraftChange(), others, IsNew: false))
            : new Prepared(null) { Standing = standing, Now = now, Mine = mine, Merged = merged, Others = others, Authors = await AuthorsAsync(connection, document, standing, now, merged, changing.By, cancellation) };
    }

    private async Task<DraftOutcome> StoreAsync(DbTransaction transaction, DraftChanging changing, Prepared prepared, CancellationToken cancellation)
    {
        var branch = prepared.Merged!.Equals(prepared.Mine) ? null : prepared.Mine;
        var standing = prepared.Standing! with { Authors = prepared.Authors };
        var state = await new DraftEntry(transaction, states, clock).WriteAsync(standing, prepared.Now, prepared.Merged, changing.Kind, changing.By, changing.Request, branch, cancellation);
        await transaction.CommitAsync(CancellationToken.None);
        states.Keep(standing, state);
        return new DraftOutcome.Merged(state.Version, DraftDiff.Between(prepared.Mine!, prepared.Merged), prepared.Others, IsNew: true);
    }

    // Whose the changes of a proposal are.
    private async Task<string?> AuthorsAsync(
        DbConnection connection, DraftDocument document, StandingText standing, StoryDraft now, StoryDraft merged, DraftWriter by, CancellationToken cancellation) =>
        document.IsProposal && await StandingText.ReadAsync(connection, document.Code, cancellation) is { } draft && await states.AtAsync(connection, draft, standing.BaseVersion, cancellation) is { } beside
            ? ProposalAuthors.Write(ProposalAuthors.Read(beside, now, standing.Authors).Edit(merged, new EditStamp(by.Name, clock.GetUtcNow())))
            : standing.Authors;

    private static Task<List<string>> OthersAsync(DbConnection connection, StandingText standing, long from, DraftWriter by, CancellationToken cancellation) => connection.QueryAsync(
        "SELECT DISTINCT author FROM draft_edit WHERE story_id = @story AND proposal = @proposal AND version > @from AND (editor IS NULL OR editor <> @editor) ORDER BY author", row => row.GetString(0), cancellation,
        ("@story", standing.StoryId), ("@proposal", standing.Proposal), ("@from", from), ("@editor", by.Editor ?? string.Empty));

    // What stands against the editor's words is shown with whoever wrote last; the history knows each.
    private async Task<EditStamp> LastStampAsync(DbConnection connection, StandingText standing, long from, DraftWriter by, CancellationToken cancellation) => await connection.FirstAsync(
        "SELECT author, at FROM draft_edit WHERE story_id = @story AND proposal = @proposal AND version > @from ORDER BY CASE WHEN editor = @editor THEN 1 ELSE 0 END, version DESC LIMIT 1",
        row => (EditStamp?)new EditStamp(row.GetString(0), row.Instant(1)), cancellation, ("@story", standing.StoryId), ("@proposal", standing.Proposal), ("@from", from), ("@editor", by.Editor ?? string.Empty))
        ?? new EditStamp(string.Empty, clock.GetUtcNow());

    private sealed record DraftChanging(DraftWriter By, DraftEditKind Kind)
    {
        public string? Request { get; init; }

        /// <summary>Null for the newest state.</summary>
        public DraftBase? Base { get; init; }

        public required Func<StoryDraft, (StoryDraft? Draft, DraftProblem? Problem)> Change { get; init; }
    }

    // Either an outcome, or what is to be stored.
    private sealed record Prepared(DraftOutcome? Outcome)
    {
        public StandingText? Standing { get; init; }

        public StoryDraft? Now { get; init; }

        public StoryDraft? Mine { get; init; }

        public StoryDraft? Merged { get; init; }

        public IReadOnlyList<string> Others { get; init; } = [];

        public string? Authors { get; init; }
    }
}
