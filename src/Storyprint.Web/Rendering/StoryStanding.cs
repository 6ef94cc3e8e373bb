using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;

namespace Storyprint.Web.Rendering;

/// <summary>What became of a story since its publication, as shown to readers and programs.</summary>
/// <param name="At">Since when; null while it is current.</param>
/// <param name="Retraction">The note with the reason, where the story was retracted.</param>
public sealed record StoryStanding(Standing Word, DateTimeOffset? At = null, CorrectionNote? Retraction = null)
{
    public bool IsRetracted => Word == Standing.Retracted;

    /// <param name="current">The newest revision; an older one lacks what came after it.</param>
    public static StoryStanding From(PublishedStory current)
    {
        if (current.Status == StoryStatus.Retracted)
        {
            var reason = current.Content.Corrections.FirstOrDefault(note => note.Kind == NoteKind.Retraction);
            return new StoryStanding(Standing.Retracted, reason?.At ?? current.ReleasedAt, reason);
        }

        return current.Content.Corrections is [var note, ..] ? new StoryStanding(Standing.Corrected, note.At)
            : current.UpdatedAt is { } updated ? new StoryStanding(Standing.Updated, updated)
            : current.Number != RevisionNumber.First ? new StoryStanding(Standing.Updated, current.ReleasedAt)
            : new StoryStanding(Standing.Current);
    }

    /// <summary>The corrections that came after a revision.</summary>
    /// <param name="current">The newest revision of the same story.</param>
    public static IReadOnlyList<CorrectionNote> NotesSince(PublishedStory shown, PublishedStory current)
    {
        // Notes are only ever added in front of those that exist.
        var notes = current.Content.Corrections;
        return [.. notes.Take(notes.Count - shown.Content.Corrections.Count).Where(note => note.Kind == NoteKind.Correction)];
    }

    /// <summary>The standing of a story in a list.</summary>
    public static Standing From(StorySummary card) => card.Status == StoryStatus.Retracted ? Standing.Retracted
        : card.IsCorrected ? Standing.Corrected
        : card.UpdatedAt is not null ? Standing.Updated
        : Standing.Current;
}

/// <summary>How a story can stand. A later value outweighs those before it.</summary>
public enum Standing
{
    Current = 0,
    Updated = 1,
    Corrected = 2,
    Retracted = 3,
}

public static class StandingWords
{
    extension(Standing standing)
    {
        /// <summary>For programs: <c>current</c>, <c>updated</c>, <c>corrected</c> or <c>retracted</c>.</summary>
        public string Token => standing.ToString().ToLowerInvariant();
    }

    extension(PageContext page)
    {
        /// <summary>The word beside the time.</summary>
        public string Word(Standing standing) => page.T(standing switch
        {
            Standing.Retracted => "story.retracted",
            Standing.Corrected => "story.corrected",
            Standing.Updated => "story.updated",
            _ => "story.published",
        });

        /// <summary>The word for the release that made a revision.</summary>
        public string Word(ReleaseKind kind) => page.Word(kind switch
        {
            ReleaseKind.Retraction => Standing.Retracted,
            ReleaseKind.Correction => Standing.Corrected,
            ReleaseKind.Update => Standing.Updated,
            _ => Standing.Current,
        });

        /// <summary>The noun for a note.</summary>
        public string Noun(NoteKind kind) => page.T(kind == NoteKind.Retraction ? "note.retraction" : "note.correction");

        /// <summary>The noun for a release after the first.</summary>
        public string Noun(ReleaseKind kind) => page.T(kind switch
        {
            ReleaseKind.Retraction => "note.retraction",
            ReleaseKind.Correction => "note.correction",
            _ => "note.update",
        });

        /// <summary>A headline with its story's standing, for places where nothing beside it says so.</summary>
        public string Labelled(Standing standing, string headline) => standing is Standing.Corrected or Standing.Retracted
            ? page.Texts.Format("label.title", page.Word(standing), headline)
            : headline;

        /// <summary>The standing as a sentence beside an older revision; empty for a retracted story, which is marked above everything.</summary>
        public string Since(StoryStanding standing) => standing is { At: { } at, IsRetracted: false }
            ? page.Texts.Format(standing.Word == Standing.Corrected ? "since.corrected" : "since.updated", page.Dates.LongMoment(at))
            : string.Empty;
    }
}
