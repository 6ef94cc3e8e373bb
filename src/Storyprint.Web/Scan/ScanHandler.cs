using Microsoft.AspNetCore.Http;
using Storyprint.Checking;
using Storyprint.Provenance.Names;
using Storyprint.Storage.Log;
using Storyprint.Storage.Settings;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;
using Storyprint.Web.Site;

namespace Storyprint.Web.Scan;

/// <summary>The page for a scanned mark: the words to compare first, then whether they still stand, and last what the seal proves.</summary>
public sealed class ScanHandler(
    StoryStore stories, RevisionStore revisions, KeyStore keys, PageContextFactory contexts, SiteResponses pages, GoneOrNotFound missing, CurrentPublication publication)
{
    // Enough for a story that was revised all day long.
    private const int MaxRevisions = 60;

    /// <summary>The page of a link mark; null where readers may see no such revision.</summary>
    public async Task<IResult?> FindAsync(RevisionId revision, CancellationToken cancellation) =>
        await stories.FindAsync(revision, cancellation) is { } story ? await AnswerAsync(story, SealReading.None, cancellation) : null;

    /// <summary>The page of a seal mark.</summary>
    public async Task<IResult> RunAsync(RevisionId revision, string payload, CancellationToken cancellation)
    {
        var name = RevisionName.TryCreate(revision.Code.Digits, revision.Number.Value, out var made) ? made : throw new ArgumentException("No revision.", nameof(revision));
        var story = await stories.FindAsync(revision, cancellation);
        var seal = ScannedSeal.Read(name, payload, story, await keys.ListAsync(cancellation));
        if (story is not null)
        {
            return await AnswerAsync(story, seal, cancellation);
        }

        // A revision whose text was lost in a recovery is still in the log: its seal is no forgery.
        return seal == SealReading.NotInLog && await stories.FindWithdrawnAsync(revision.Code, cancellation) is null && !await stories.IsLoggedAsync(revision, cancellation)
            ? await AlarmAsync(revision, cancellation)
            : await missing.PageAsync(revision.ToString(), cancellation);
    }

    private async Task<PageResult> AnswerAsync(PublishedStory story, SealReading seal, CancellationToken cancellation)
    {
        var page = await contexts.CreateAsync(publication.Value.EditionOrMain(story.Edition), cancellation);
        var current = story.IsCurrent ? story : await stories.FindAsync(story.Code, cancellation) ?? story;
        IReadOnlyList<RevisionOfStory> since = story.IsCurrent ? []
            : [.. (await revisions.AllAsync(story.Code, cancellation)).Take(MaxRevisions).Where(one => one.Number.Value > story.Number.Value)];
        var notes = Notes(story, current);
        var head = new PageHead { Title = story.Content.Headline, Canonical = PublicAddress.NewsPath(story.Code, story.Slug), IsIndexed = false };
        var answer = await pages.AnswerAsync<ScanPage>(
            page, head, ("Story", story), ("Status", StatusOf(story, current, notes)), ("Notes", notes), ("Since", since), ("Seal", seal));
        return answer with { CacheControl = "no-cache", Referrer = "no-referrer" };
    }

    private static ScanStatus StatusOf(PublishedStory story, PublishedStory current, List<CorrectionNote> notes) =>
        current.Status == StoryStatus.Retracted ? ScanStatus.Retracted
        : story.Digest.AsSpan().SequenceEqual(current.Digest) ? ScanStatus.Current
        : notes.Count > 0 ? ScanStatus.Corrected
        : ScanStatus.Updated;

    // The notes that the printed page lacks or has in other words; for a retracted story always the reason.
    private static List<CorrectionNote> Notes(PublishedStory story, PublishedStory current) =>
        [.. current.Content.Corrections.Where(note => note.Kind == NoteKind.Retraction || !story.Content.Corrections.Contains(note))];

    private async Task<IResult> AlarmAsync(RevisionId revision, CancellationToken cancellation)
    {
        var page = await contexts.CreateForPathAsync("/", cancellation);
        var answer = await pages.AlarmAsync(
            page, page.T("scan.alarm.title"), page.Texts.Format("scan.seal.not-in-log", $"\u2066{revision}\u2069") + " " + page.Texts.Format("scan.tell", page.Publication.Contact));
        return answer with { Referrer = "no-referrer" };
    }
}

/// <summary>Whether the words on a printed page still stand.</summary>
public enum ScanStatus
{
    Current,
    Updated,
    Corrected,
    Retracted,
}
