using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Log.Witnesses;
using Storyprint.Storage.Stories;
using Storyprint.Stories;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;
using Storyprint.Stories.Releases.Gate;

namespace Storyprint.Storage.Releases;

/// <summary>
/// Makes releases: reads the story, applies the rule, and writes revision, seal, log entry, lists and search row in one transaction that holds the write lock
/// from its beginning. An interruption leaves all of it or none.
/// </summary>
/// <param name="askWitnesses">Called after each release; must not throw, for the release stands. Null where others ask them.</param>
/// <param name="askWitnessClock">The time by a witness's clock, asked before each release. Null where there are no witnesses; it returns null where none answers.</param>
public sealed partial class ReleaseStore(
    Database database, PublicationLog log, TimeProvider clock, Func<CancellationToken, Task<WitnessReport?>>? askWitnesses = null, ILogger<ReleaseStore>? logger = null,
    WitnessClock? askWitnessClock = null)
{
    /// <summary>Releases a new revision of a published story.</summary>
    /// <param name="context">Who, by which means and why. A scheduled release is made in the name of whoever scheduled it.</param>
    /// <param name="decide">The rule, given the story's state and the instant of the release.</param>
    /// <param name="slug">The new slug; null leaves it unchanged.</param>
    /// <param name="fromDraft">Whether the draft is what is released, so that it is deleted afterwards.</param>
    public Task<ReleaseOutcome> ReleaseAsync(
        ReleaseContext context, StoryCode code, Func<StoryForRelease, DateTimeOffset, ReleaseDecision> decide, Slug? slug = null, bool fromDraft = false,
        SectionName? section = null, CancellationToken cancellation = default) =>
        InTransactionAsync(context, async (transaction, append, clock) =>
        {
            if (await StoryForRelease.ReadAsync(transaction.Connection!, code, cancellation) is not { } story)
            {
                return new ReleaseOutcome.NoSuchStory(code);
            }

            if (fromDraft && story.Draft is null)
            {
                return new ReleaseOutcome.NoDraft(code);
            }

            if (fromDraft && story.Draft!.HasChoices)
            {
                return new ReleaseOutcome.Refused([new ReleaseRefusal.OpenChoices()], story.State.Current is { } published ? new RevisionId(code, published.Number) : null);
            }

            if (fromDraft && await HousePlaceholdersAsync(transaction.Connection!, story, cancellation) is { Count: > 0 } words)
            {
                return new ReleaseOutcome.Refused(
                    [.. words.Select(word => new ReleaseRefusal.Placeholder(word))], story.State.Current is { } before ? new RevisionId(code, before.Number) : null);
            }

            var time = clock.For(story.State.Current);
            var at = time.At;
            switch (decide(story, at))
            {
                case ReleaseDecision.Released({ Kind: ReleaseKind.Publish or ReleaseKind.Update }) when time.Fault is { } fault:
                    return new ReleaseOutcome.Refused([new ReleaseRefusal.ClockWrong(fault)], story.State.Current is { } standing ? new RevisionId(code, standing.Number) : null);
                case ReleaseDecision.Refused(var refusals):
                    return new ReleaseOutcome.Refused(refusals, story.State.Current is { } current ? new RevisionId(code, current.Number) : null);
                case ReleaseDecision.Released(var revision):
                    var due = fromDraft ? story.DueAt(at) : null;
                    await WriteAsync(
                        new StoryWriter(transaction, database.FullText, append, context.InNameOf(due is null ? null : story.Draft!.ScheduledBy)), story, null, revision,
                        slug ?? SlugOf(fromDraft ? story.Draft!.Slug : story.Slug, revision), section, due, cancellation);
                    if (fromDraft)
                    {
                        await PreparedStatement.Prepare(transaction, "DELETE FROM draft WHERE story_id = @id").RunAsync(cancellation, ("@id", story.Id));
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

    // Those of the house; the usual ones are refused by the rules themselves. What readers see already, or an archive brought, goes out.
    private static async Task<IReadOnlyList<string>> HousePlaceholdersAsync(DbConnection connection, StoryForRelease story, CancellationToken cancellation)
    {
        if (story.Draft!.ScheduledBy?.Means == ReleaseMeans.Import
            || await connection.ScalarAsync<string>("SELECT v.value FROM setting s JOIN setting_version v ON v.id = s.version_id WHERE s.key = 'placeholders'", cancellation) is not { } value
            || JsonSerializer.Deserialize(value, HousePlaceholdersJson.Default.StringArray) is not { Length: > 0 } house)
        {
            return [];
        }

        return [.. Placeholders.In(story.Draft.Content, house).Except(story.State.Content is { } shown ? Placeholders.In(shown, house) : Placeholders.In(story.Draft.Content))];
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
            // Before the write lock is taken: no other release waits for a witness.
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

[JsonSerializable(typeof(string[]))]
internal sealed partial class HousePlaceholdersJson : JsonSerializerContext;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<GateFinding>))]
internal sealed partial class FindingsJson : JsonSerializerContext;
