using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Log.Witnesses;
using Storyprint.Storage.Stories;
using Storyprint.Storage.Work;
using Storyprint.Stories;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;
using Storyprint.Stories.Releases.Gate;
using Storyprint.Stories.Workflow;

namespace Storyprint.Storage.Releases;

/// <summary>
/// Makes releases: reads the story, applies the rule, and writes revision, seal, log entry, lists and search row in one transaction that holds the write lock
/// from its beginning. An interruption leaves all of it or none.
/// </summary>
/// <param name="askWitnesses">Called after each release; must not throw, for the release stands. Null where others ask them.</param>
/// <param name="askWitnessClock">The time by a witness's clock, asked before each release. Null where there are no witnesses; it returns null where none answers.</param>
/// <param name="work">How far the newsroom's work on a story has come, for its rules; null where only users of the machine make releases.</param>
public sealed partial class ReleaseStore(
    Database database, PublicationLog log, TimeProvider clock, Func<CancellationToken, Task<WitnessReport?>>? askWitnesses = null, ILogger<ReleaseStore>? logger = null,
    WitnessClock? askWitnessClock = null, StoryWorkReader? work = null)
{
    private readonly ReleasePermission permission = new(work);

    /// <summary>Releases a new revision of a published story.</summary>
    /// <param name="context">Who, by which means and why. A scheduled release is made in the name of whoever scheduled it.</param>
    /// <param name="decide">The rule, given the story's state and the instant of the release.</param>
    /// <param name="slug">The new slug; null leaves it unchanged.</param>
    /// <param name="fromDraft">Whether the draft is what is released, so that it is deleted afterwards.</param>
    /// <param name="textName">The text that whoever releases it has looked at; null where that was not asked.</param>
    /// <param name="verb">What whoever releases it does, where the kind of release does not say it.</param>
    public Task<ReleaseOutcome> ReleaseAsync(
        ReleaseContext context, StoryCode code, Func<StoryForRelease, DateTimeOffset, ReleaseDecision> decide, Slug? slug = null, bool fromDraft = false,
        SectionName? section = null, string? textName = null, StoryVerb? verb = null, CancellationToken cancellation = default) =>
        InTransactionAsync(context, async (transaction, append, times) =>
        {
            if (await StoryForRelease.ReadAsync(transaction.Connection!, code, cancellation) is not { } story)
            {
                return new ReleaseOutcome.NoSuchStory(code);
            }

            if (fromDraft && story.Draft is null)
            {
                return new ReleaseOutcome.NoDraft(code);
            }

            if (fromDraft && textName is not null && textName != story.Draft!.TextName)
            {
                var changed = await StoryWorkReader.Needed(work).ReadAsync(transaction.Connection!, code, cancellation);
                return new ReleaseOutcome.Refused([new ReleaseRefusal.TextChanged(changed?.LastAuthor ?? string.Empty)], story.State.Current is { } seen ? new RevisionId(code, seen.Number) : null);
            }

            if (fromDraft && await DraftRefusals.OfAsync(transaction.Connection!, story, clock.GetUtcNow(), cancellation) is { Count: > 0 } refused)
            {
                return new ReleaseOutcome.Refused(refused, story.State.Current is { } before ? new RevisionId(code, before.Number) : null);
            }

            var time = times.For(story.State.Current);
            var at = time.At;
            switch (decide(story, at))
            {
                case ReleaseDecision.Released({ Kind: ReleaseKind.Publish or ReleaseKind.Update }) when time.Fault is { } fault:
                    return new ReleaseOutcome.Refused([new ReleaseRefusal.ClockWrong(fault)], story.State.Current is { } standing ? new RevisionId(code, standing.Number) : null);
                case ReleaseDecision.Refused(var refusals):
                    return new ReleaseOutcome.Refused(refusals, story.State.Current is { } current ? new RevisionId(code, current.Number) : null);
                case ReleaseDecision.Released(var revision):
                    var due = fromDraft ? story.DueAt(at) : null;
                    if (await permission.RefuseAsync(transaction.Connection!, context, story, revision.Kind, verb, due, cancellation) is { } why)
                    {
                        return new ReleaseOutcome.Refused([new ReleaseRefusal.NotPermitted(why)], story.State.Current is { } stays ? new RevisionId(code, stays.Number) : null);
                    }

                    await WriteAsync(
                        new StoryWriter(transaction, database.FullText, append, context.InNameOf(due is null ? null : story.Draft!.ScheduledBy)), story, null, revision,
                        slug ?? SlugOf(fromDraft ? story.Draft!.Slug : story.Slug, revision), section, due, cancellation);
                    if (fromDraft)
                    {
                        await PreparedStatement.Prepare(transaction, "DELETE FROM draft WHERE story_id = @id").RunAsync(cancellation, ("@id", story.Id));
                        await StoryWorkWriter.ClearAsync(transaction.Connection!, story.Id, cancellation);
                        if (due is { } hour)
                        {
                            await ScheduleStore.ReleasedAsync(transaction, story.Id, hour, revision.Number, clock.GetUtcNow(), cancellation);
                        }
                    }

                    return new ReleaseOutcome.Done(
                        code, revision, append.NextIndex - 1, revision.Content is null ? await WithdrawnPicturesAsync(transaction, story.Id, cancellation) : [])
                    {
                        DueAt = due,
                        ClockFault = time.Fault,
                    };
                default:
                    throw new InvalidOperationException("A rule gave no decision.");
            }
        }, cancellation);

    /// <summary>A story as a release would find it, for a page that says what would be refused. A release reads it again under the write lock.</summary>
    /// <returns>With what is refused of its draft before any rule is asked; null where there is no such story.</returns>
    public async Task<(StoryForRelease Story, IReadOnlyList<ReleaseRefusal> Refusals)?> FindAsync(StoryCode code, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await StoryForRelease.ReadAsync(connection, code, cancellation) is { } story ? (story, await DraftRefusals.OfAsync(connection, story, clock.GetUtcNow(), cancellation)) : null;
    }

    /// <summary>Publishes a new story under the next free code.</summary>
    /// <param name="zone">IANA time zone its times are meant in.</param>
    /// <param name="firstNumber">The number, without check digit, of the publication's first story.</param>
    public Task<ReleaseOutcome> PublishNewAsync(
        ReleaseContext context, StoryContent content, Slug slug, string zone, long firstNumber, SectionName? section = null, string? translationKey = null,
        CancellationToken cancellation = default) =>
        InTransactionAsync(context, async (transaction, append, clock) =>
        {
            if (clock.Fault is { } fault)
            {
                return new ReleaseOutcome.Refused([new ReleaseRefusal.ClockWrong(fault)], null);
            }

            var decision = PublishRule.Decide(new StoryState { Status = StoryStatus.Draft }, content, null, clock.At);
            if (decision is ReleaseDecision.Refused(var refusals))
            {
                return new ReleaseOutcome.Refused(refusals, null);
            }

            var revision = ((ReleaseDecision.Released)decision).Revision;

            var codes = new StoryCodeAllocator(transaction, firstNumber);
            var code = await codes.NextAsync(cancellation);
            var writer = new StoryWriter(transaction, database.FullText, append, context);
            var story = new StoryForRelease
            {
                Id = await writer.NextIdAsync(cancellation),
                Code = code,
                Edition = content.Language,
                IsPage = false,
                Slug = slug,
                Draft = null,
                SearchRow = null,
                State = new StoryState { Status = StoryStatus.Draft },
            };
            await WriteAsync(writer, story, new NewStory(code, zone, IsPage: false, translationKey, null), revision, slug, section, null, cancellation);
            await codes.FinishAsync(cancellation);
            return new ReleaseOutcome.Done(code, revision, append.NextIndex - 1, []);
        }, cancellation);

    private static async Task WriteAsync(
        StoryWriter writer, StoryForRelease story, NewStory? added, NewRevision revision, Slug slug, SectionName? section, DateTimeOffset? due, CancellationToken cancellation)
    {
        if (revision.Content is not { } content)
        {
            await writer.WithdrawAsync(story.Id, story.Code, story.Edition, revision, story.SearchRow, cancellation);
        }
        else
        {
            await writer.PublishAsync(new RevisionToWrite
            {
                StoryId = story.Id,
                Code = story.Code,
                Number = revision.Number.Value,
                Kind = revision.Kind,
                Status = revision.Status,
                IsPage = story.IsPage,
                Text = StoredTextForms.From(RevisionText.New(content, revision.Note?.Text)),
                New = added,
                Listed = story.State.Content,
                Slug = slug,
                ReleasedAt = revision.ReleasedAt,
                DueAt = due,
                PublishedAt = revision.PublishedAt,
                UpdatedAt = revision.UpdatedAt,
                SectionName = section?.Name,
                Findings = revision.Findings.Count == 0 ? null : JsonSerializer.Serialize(revision.Findings, FindingsJson.Default.IReadOnlyListGateFinding),
            }, story.SearchRow, cancellation);
        }

        await writer.FinishAsync(cancellation);
    }

    // A story that was begun here has none before its headline is final.
    private static Slug SlugOf(Slug kept, NewRevision revision) => kept.IsEmpty && revision.Content is { } content ? Slug.From(content.Headline) : kept;

    private static Task<List<string>> WithdrawnPicturesAsync(DbTransaction transaction, long storyId, CancellationToken cancellation) =>
        transaction.Connection!.QueryAsync(
            "SELECT p.hash FROM picture p JOIN story_picture s ON s.picture_hash = p.hash WHERE s.story_id = @id AND p.withdrawn_at IS NOT NULL",
            row => row.GetString(0), cancellation, ("@id", storyId));

    private async Task<ReleaseOutcome> InTransactionAsync(
        ReleaseContext context, Func<DbTransaction, LogAppend, ReleaseTime, Task<ReleaseOutcome>> release, CancellationToken cancellation)
    {
        using var activity = ReleaseMetrics.Begin(context);
        var began = clock.GetTimestamp();
        var outcome = await StoreAsync(context, release, cancellation);
        ReleaseMetrics.End(activity, context, outcome, clock.GetElapsedTime(began));
        Tell(context, outcome);
        return outcome is ReleaseOutcome.Done done && askWitnesses is not null ? done with { Witnesses = await askWitnesses(cancellation) } : outcome;
    }

    private void Tell(ReleaseContext context, ReleaseOutcome outcome)
    {
        if (logger is null)
        {
            return;
        }

        if (outcome is ReleaseOutcome.Done done)
        {
            LogReleased(logger, done.Revision.Kind, done.Id, context.Actor, context.Means.Word, context.CorrelationId);
        }
        else if (outcome is ReleaseOutcome.LogRefuses or ReleaseOutcome.NotStored or ReleaseOutcome.InDoubt)
        {
            LogNotReleased(logger, context.Actor, context.Means.Word, context.CorrelationId, outcome.Reason);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Kind}: {Revision}, released by {Actor} ({Means}, {CorrelationId})")]
    private static partial void LogReleased(ILogger logger, ReleaseKind kind, RevisionId revision, string actor, string means, string correlationId);

    [LoggerMessage(Level = LogLevel.Error, Message = "A release by {Actor} ({Means}, {CorrelationId}) was not made: {Reason}")]
    private static partial void LogNotReleased(ILogger logger, string actor, string means, string correlationId, string reason);

    private async Task<ReleaseOutcome> StoreAsync(ReleaseContext context, Func<DbTransaction, LogAppend, ReleaseTime, Task<ReleaseOutcome>> release, CancellationToken cancellation)
    {
        try
        {
            // Before the write lock is taken: no other release waits for a witness, or for the nodes that are asked after the database was found elsewhere.
            if (await log.AskOutsideAsync(cancellation) is { } problem)
            {
                return new ReleaseOutcome.LogRefuses(problem);
            }

            var witnessed = askWitnessClock is null ? null : await askWitnessClock(cancellation);
            await using var connection = await database.OpenAsync(cancellation);
            await using var transaction = await database.BeginWriteAsync(connection, cancellation);
            var append = await log.BeginAsync(transaction, cancellation);
            var outcome = await release(transaction, append, await ReleaseTime.ReadAsync(database, connection, append.OldSize, clock, witnessed, cancellation));
            if (outcome is ReleaseOutcome.Done done)
            {
                // An interruption before the commit leaves nothing; after it the release stands, whether or not it was acknowledged.
                await AuditTrail.AppendAsync(transaction, clock, context, AuditAct.Released, done.Id.ToString(), after: done.Revision.Kind.ToString(), cancellation: cancellation);
                await append.WriteAsync(cancellation);
                await log.CommitAsync(transaction, append);
            }

            return outcome;
        }
        catch (LogRefusedException refused)
        {
            return new ReleaseOutcome.LogRefuses(refused.Problem);
        }
        catch (CommitInDoubtException doubt)
        {
            return new ReleaseOutcome.InDoubt(doubt.Message);
        }
        catch (DbException fault) when (database.Problem(fault) is { } sentence)
        {
            return new ReleaseOutcome.NotStored(sentence);
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<GateFinding>))]
internal sealed partial class FindingsJson : JsonSerializerContext;
