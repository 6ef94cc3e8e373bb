using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Imports;

/// <summary>The stories of one transaction of an import.</summary>
internal sealed class ImportBatch(DbTransaction transaction, StoryWriter writer, LogAppend append, long firstNumber, ReleaseTime time, ImportSession session)
{
    private readonly StoryCodeAllocator codes = new(transaction, firstNumber);
    private readonly StandingStories standing = new(transaction, session);
    private readonly OldAddressWriter addresses = new(transaction, writer);
    private readonly CommentWriter comments = new(transaction);
    private readonly ArchiveLinks links = new(transaction.Connection!, session);
    private readonly RevisionOfArchive revision = new(transaction, writer, time, session.Rules);

    public async Task<StoreOutcome> SaveAsync(PreparedStory prepared, CancellationToken cancellation)
    {
        var (item, isOpen) = await links.LeadAsync(prepared, cancellation);
        var (outcome, id) = await SaveItemAsync(item, cancellation);
        if (outcome is StoreOutcome.NotToldApart)
        {
            return outcome;
        }

        session.Meet(item.Story.Identity, outcome.Code);

        // What an interruption left open in an unchanged story is led to its target now.
        if (isOpen || (outcome is StoreOutcome.Unchanged && item.HasArchiveLinks && item.Story.Identity is not null))
        {
            session.OpenLinks[id] = item.Story.Identity!;
        }

        if (outcome is StoreOutcome.LeftAlone)
        {
            return outcome;
        }

        await comments.WriteAsync(id, outcome, item.Story.Comments, cancellation);
        return await addresses.AddAsync(outcome, id, item.Story.LegacyUrls, cancellation);
    }

    private async Task<(StoreOutcome Outcome, long Id)> SaveItemAsync(PreparedStory prepared, CancellationToken cancellation)
    {
        if (await standing.FindAsync(prepared, cancellation) is { } story)
        {
            var again = await AgainAsync(story, prepared, cancellation);
            session.Met.Add(story.Id);
            if (again is not StoreOutcome.NotToldApart)
            {
                session.Known.Add(story.Id);
            }

            return (again, story.Id);
        }

        if (prepared.Story is { IsTranslationByPath: true, TranslationKey: { } key } && await standing.OtherAtAsync(key, cancellation) is { } other)
        {
            return (new StoreOutcome.NotToldApart(other.Code, other.Source, "It stands at the same path in another language, and nothing says whether it is a translation of that story or belongs to another archive."), 0);
        }

        var wanted = prepared.Story.Code;
        var taken = wanted is { } code && await codes.IsTakenAsync(code, cancellation);
        var given = wanted is null || taken ? await codes.NextAsync(cancellation) : wanted.Value;
        var id = await writer.NextIdAsync(cancellation);
        await WriteAsync(id, given, new NewStory(given, prepared.Story.Zone, prepared.Story.IsPage, prepared.Story.TranslationKey, prepared.Story.Source), prepared, null, cancellation);
        session.Add(id, prepared.SourceDigest);
        session.Try(new StandingStory(
            id, given, prepared.Story.Source, prepared.SourceDigest, prepared.Text is null ? 0 : 1, prepared.Text is null ? 0 : 1, null, prepared.Story.Content.Language, prepared.Story.Status));
        return (taken ? new StoreOutcome.AddedUnderNewCode(given, wanted!.Value) : new StoreOutcome.Added(given), id);
    }

    /// <summary>Writes what is written once per batch.</summary>
    public async Task FinishAsync(CancellationToken cancellation)
    {
        await writer.FinishAsync(cancellation);
        await codes.FinishAsync(cancellation);
        await append.WriteAsync(cancellation);
    }

    // An item that may be a story which came in before.
    private async Task<StoreOutcome> AgainAsync(StandingStory story, PreparedStory prepared, CancellationToken cancellation)
    {
        var isSecond = session.Met.Contains(story.Id);
        if (story.Digest is { } before && before.AsSpan().SequenceEqual(prepared.SourceDigest))
        {
            return isSecond ? new StoreOutcome.Repeated(story.Code) : new StoreOutcome.Unchanged(story.Code);
        }

        // It does not come back, whatever its archive says now.
        if (story.Status == StoryStatus.Withdrawn)
        {
            return new StoreOutcome.LeftAlone(story.Code);
        }

        if (isSecond || !story.IsCertain)
        {
            return new StoreOutcome.NotToldApart(story.Code, story.Source, isSecond ? "Another item of this archive says that it is the same story." : null);
        }

        if (story.Edition != prepared.Story.Content.Language)
        {
            return new StoreOutcome.NotToldApart(story.Code, story.Source, $"That story stands in the edition “{story.Edition}”, and this item belongs to “{prepared.Story.Content.Language}”.");
        }

        if (story.Revision == 0)
        {
            if (await StandingDraft.ByNewsroomAsync(transaction.Connection!, story, cancellation) is not DraftWork.None and var work)
            {
                return new StoreOutcome.LeftAlone(story.Code, work);
            }

            await WriteAsync(story.Id, story.Code, null, prepared, story.SearchRow, cancellation);
            return new StoreOutcome.Revised(story.Code);
        }

        return await revision.ReleaseAsync(story, prepared, cancellation);
    }

    // The first revision of a story, or its draft.
    private async Task WriteAsync(long id, StoryCode code, NewStory? added, PreparedStory prepared, long? searchRow, CancellationToken cancellation)
    {
        var story = prepared.Story;
        if (prepared.Text is { } text)
        {
            await writer.PublishAsync(new RevisionToWrite
            {
                StoryId = id,
                Code = code,
                New = added,
                Number = 1,
                Kind = ReleaseKind.Publish,
                Status = story.Status,
                IsPage = story.IsPage,
                Text = text,
                Slug = story.Slug,
                ReleasedAt = time.At,
                PublishedAt = story.PublishedAt ?? time.At,
                UpdatedAt = story.UpdatedAt,
                SectionName = story.Section?.Name,
                SourceDigest = prepared.SourceDigest,
            }, searchRow, cancellation);

            // What was its draft is out now.
            if (added is null)
            {
                await PreparedStatement.Prepare(transaction, StoryStatements.DeleteDraft).RunAsync(cancellation, ("@story_id", id));
            }
        }
        else
        {
            await writer.KeepDraftAsync(id, added, story, prepared.Head, prepared.Json, prepared.SourceDigest, time.At, cancellation);
        }
    }
}
