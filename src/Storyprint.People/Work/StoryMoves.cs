using System.Data.Common;
using Storyprint.People.Accounts;
using Storyprint.People.Notices;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Drafts;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Work;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;
using Storyprint.Stories.Workflow;

namespace Storyprint.People.Work;

/// <summary>Moves a story along its way to release. The rules are asked under the write lock, so that of two people who act at once the second is told how it stands now.</summary>
public sealed class StoryMoves(Database database, StoryWorkReader reader, TimeProvider clock)
{
    /// <summary>Hands the text to those who approve, and tells them.</summary>
    /// <param name="note">Words for whoever looks at it; may be empty. They stand among the comments.</param>
    public Task<MoveOutcome> SubmitAsync(ReleaseContext by, Person person, StoryCode code, string note, CancellationToken cancellation = default) =>
        MoveAsync(by, person, code, StoryVerb.Submit, note, async (transaction, work) =>
        {
            await new StoryWorkWriter(transaction).SubmitAsync(work, person.Id, clock.GetUtcNow(), cancellation);
            await NoticeTrail.AppendAsync(transaction, clock, NoticeKind.Submitted, work.StoryId, person.DisplayName, person.Id, cancellation);
            return AuditAct.Submitted;
        }, cancellation);

    /// <summary>Gives the text back to whoever wrote it, and tells them why.</summary>
    public Task<MoveOutcome> ReturnAsync(ReleaseContext by, Person person, StoryCode code, string note, CancellationToken cancellation = default) =>
        MoveAsync(by, person, code, StoryVerb.Return, note, async (transaction, work) =>
        {
            await new StoryWorkWriter(transaction).ReturnAsync(work, cancellation);
            await TellWritersAsync(transaction, NoticeKind.Returned, work, person, cancellation);
            return AuditAct.Returned;
        }, cancellation);

    /// <summary>Approves the text as it is.</summary>
    /// <param name="textName">The text that the person looked at.</param>
    public Task<MoveOutcome> ApproveAsync(ReleaseContext by, Person person, StoryCode code, string textName, string note, CancellationToken cancellation = default) =>
        MoveAsync(by, person, code, StoryVerb.Approve, note, async (transaction, work) =>
        {
            if (work.TextName != textName)
            {
                return null;
            }

            await new StoryWorkWriter(transaction).ApproveAsync(work, person.Id, clock.GetUtcNow(), cancellation);
            await TellWritersAsync(transaction, NoticeKind.Approved, work, person, cancellation);
            return AuditAct.Approved;
        }, cancellation);

    /// <summary>Hands the story to a person, who is told, or to nobody.</summary>
    /// <param name="to">The person's id; null for nobody.</param>
    public Task<MoveOutcome> HandToAsync(ReleaseContext by, Person person, StoryCode code, string? to, string note, CancellationToken cancellation = default) =>
        MoveAsync(by, person, code, StoryVerb.HandOver, note, async (transaction, work) =>
        {
            if (to is not null && await transaction.Connection!.ScalarAsync<long>("SELECT COUNT(*) FROM person WHERE id = @id AND disabled_at IS NULL", cancellation, ("@id", to)) == 0)
            {
                return null;
            }

            await new StoryWorkWriter(transaction).HandToAsync(work, to, cancellation);
            if (to is not null && to != person.Id)
            {
                await NoticeTrail.AppendToAsync(transaction, clock, NoticeKind.HandedToPerson, to, work.StoryId, person.DisplayName, cancellation: cancellation);
            }

            return AuditAct.HandedToPerson;
        }, cancellation, to);

    /// <summary>Keeps the words of the note that the next release shall bear, so that another may look at them before it.</summary>
    public async Task KeepNoteAsync(StoryWork work, NoteWords note, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        await new StoryWorkWriter(transaction).KeepNoteAsync(work, note, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private async Task<MoveOutcome> MoveAsync(
        ReleaseContext by, Person person, StoryCode code, StoryVerb verb, string note, Func<DbTransaction, StoryWork, Task<AuditAct?>> move, CancellationToken cancellation, string? to = null)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        if (await reader.ReadAsync(connection, code, cancellation) is not { } work)
        {
            return new MoveOutcome.NoSuchStory();
        }

        if (WorkflowRule.Decide(person.Id, person.Permissions, verb, work.Story) is { } refusal)
        {
            return new MoveOutcome.Refused(refusal);
        }

        if (await move(transaction, work) is not { } act)
        {
            return new MoveOutcome.Overtaken(work.LastAuthor);
        }

        if (note.Length > 0)
        {
            var comment = new DraftComment { Id = Guid.CreateVersion7().ToString("n"), PersonId = person.Id, Author = person.DisplayName, Text = note };
            await DraftCommentStore.WriteAsync(transaction, work.StoryId, comment, clock.GetUtcNow(), cancellation);
        }

        await AuditTrail.AppendAsync(transaction, clock, by, act, code.Digits, work.Story.State.ToString(), to, cancellation);
        await transaction.CommitAsync(cancellation);
        return new MoveOutcome.Done();
    }

    private async Task TellWritersAsync(DbTransaction transaction, NoticeKind kind, StoryWork work, Person by, CancellationToken cancellation)
    {
        foreach (var writer in work.Story.Authors.Append(work.SubmittedBy).Append(work.Story.Holder).OfType<string>().Distinct().Where(writer => writer != by.Id))
        {
            await NoticeTrail.AppendToAsync(transaction, clock, kind, writer, work.StoryId, by.DisplayName, cancellation: cancellation);
        }
    }
}

/// <summary>What came of moving a story along.</summary>
public abstract record MoveOutcome
{
    private MoveOutcome() { }

    public sealed record Done : MoveOutcome;

    public sealed record NoSuchStory : MoveOutcome;

    /// <summary>The rules do not let this person do it now.</summary>
    public sealed record Refused(WorkflowRefusal Why) : MoveOutcome;

    /// <summary>The text was changed after the person had looked at it, or whom it was handed to has left.</summary>
    /// <param name="By">Who changed it last; null where that is not known.</param>
    public sealed record Overtaken(string? By) : MoveOutcome;
}
