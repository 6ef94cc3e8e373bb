using System.Globalization;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases.Gate;
using Storyprint.Stories.Workflow;

namespace Storyprint.Stories.Releases;

/// <summary>Why a release is refused, each case with what an editor can do about it.</summary>
/// <param name="Key">A stable key for translations; the values of the case fill its gaps.</param>
/// <param name="Sentence">The English sentence.</param>
public abstract record ReleaseRefusal(string Key, string Sentence)
{
    public sealed record NotYetPublished()
        : ReleaseRefusal("release.not-yet-published", "This story has not been published. Publish it first.");

    public sealed record AlreadyPublished()
        : ReleaseRefusal("release.already-published", "This story is already published. Update or correct it instead.");

    public sealed record AlreadyRetracted()
        : ReleaseRefusal("release.already-retracted", "This story has been retracted. Its text stays as it is; only its notes can be corrected, or the story withdrawn.");

    public sealed record AlreadyWithdrawn()
        : ReleaseRefusal("release.already-withdrawn", "This story has been withdrawn, which is final. Write a new story if there is one to tell.");

    /// <param name="Expected">The revision the release was made from; null for none.</param>
    /// <param name="Newer">The revision that was released first.</param>
    public sealed record AnotherCameFirst(RevisionNumber? Expected, CurrentRevision Newer)
        : ReleaseRefusal("release.another-came-first",
            $"Revision {Newer.Number} ({Word(Newer.Kind)}) was released on {Moment(Newer.ReleasedAt)}, after you began. Look at what it changed, then release again.");

    public sealed record NoSuchRevision(RevisionNumber Expected)
        : ReleaseRefusal("release.no-such-revision", $"This release was made against revision {Expected}, which this story does not have. Open the story again.");

    /// <summary>A release would be dated before the one it follows.</summary>
    public sealed record ClockBehind(DateTimeOffset At, CurrentRevision Newest)
        : ReleaseRefusal("release.clock-behind",
            $"It is {Moment(At)} by this machine's clock, but revision {Newest.Number} was released on {Moment(Newest.ReleasedAt)}. Have the clock checked; nothing is released with an earlier date.");

    /// <summary>The clock is certainly wrong, and the release can wait until it is right; others are made with the log's time.</summary>
    public sealed record ClockWrong(ClockFault Fault)
        : ReleaseRefusal("release.clock-wrong",
            $"{Fault.Sentence} Have the clock checked; until then nothing is published or updated. Corrections, retractions and withdrawals go through.");

    public sealed record NoHeadline()
        : ReleaseRefusal("release.no-headline", "The story has no headline. Write one.");

    public sealed record NoText()
        : ReleaseRefusal("release.no-text", "The story has no text: there is no word below its headline. Write one.");

    public sealed record NoSection()
        : ReleaseRefusal("release.no-section", "The story stands in no section. Choose one.");

    /// <param name="CodePoint">As <c>U+0378</c>.</param>
    public sealed record UnassignedCharacter(string CodePoint)
        : ReleaseRefusal("release.unassigned-character", $"The text holds {CodePoint}, which is no character of Unicode, so the text could not be sealed. Remove or retype it.");

    /// <summary>An invisible character that can change what is read.</summary>
    public sealed record InvisibleCharacter(Canonical.InvisibleCharacter Found)
        : ReleaseRefusal("release.invisible-character",
            $"There is an invisible character {Found.CodePoint} in {Found.Place}, {(Found.After.Length == 0 ? "at its beginning" : $"after “{Found.After}”")}. It can make readers see other words than are sealed. Take it out.");

    /// <param name="Position">The number of the picture in the body, from 1.</param>
    public sealed record PictureWithoutAlt(int Position)
        : ReleaseRefusal("release.picture-without-alt", $"Picture {Position} has no alternative text. Say in a sentence what it shows.");

    /// <param name="Position">The number of the picture in the body, from 1.</param>
    /// <param name="Since">When the rights ended.</param>
    public sealed record RightsEnded(int Position, DateTimeOffset Since)
        : ReleaseRefusal("release.rights-ended", $"The rights in picture {Position} ended on {Moment(Since)}. Take another picture, or have the date in the picture library changed.");

    /// <param name="Position">The number of the sound or film in the body, from 1.</param>
    public sealed record MediaWithoutTranscript(int Position)
        : ReleaseRefusal("release.media-without-transcript", $"Sound or film {Position} has no transcript. Write what is said in it, or in a sentence what is heard and seen.");

    /// <param name="Position">The number of the document in the body, from 1.</param>
    public sealed record DocumentWithoutTitle(int Position)
        : ReleaseRefusal("release.document-without-title", $"Document {Position} has no title. Say what it is.");

    public sealed record LinkWithoutWords(StoryCode Story)
        : ReleaseRefusal("release.link-without-words", $"The link to the story {Story} has no words. Say what it leads to.");

    /// <summary>Words that stand for what is still to come.</summary>
    public sealed record Placeholder(string Said)
        : ReleaseRefusal("release.placeholder", $"“{Said}” in the text stands for words that are still to come. Write them, or take it out.");

    /// <summary>Two people changed the same words, and nobody has chosen yet.</summary>
    public sealed record OpenChoices()
        : ReleaseRefusal("release.open-choices", "Two people changed the same words of the draft, and nobody has chosen between them yet. Open it in the editor and choose.");

    /// <summary>The text was changed after whoever releases it had looked at it.</summary>
    /// <param name="By">Who changed it last; empty where that is not known.</param>
    public sealed record TextChanged(string By)
        : ReleaseRefusal("release.text-changed", $"The text was changed{(By.Length > 0 ? $" by {By}" : string.Empty)} after you had looked at it. Look at it again, then release.");

    /// <summary>The newsroom's rules do not let this person do it now.</summary>
    public sealed record NotPermitted(WorkflowRefusal Why)
        : ReleaseRefusal("release.not-permitted", Why.Sentence);

    public sealed record NothingChanged()
        : ReleaseRefusal("release.nothing-changed", "Nothing has changed since the last revision, so there is nothing to release.");

    /// <summary>The gate: no rule proves the update harmless.</summary>
    /// <param name="Findings">The findings that require a note.</param>
    public sealed record NoteNeeded(IReadOnlyList<GateFinding> Findings)
        : ReleaseRefusal("release.note-needed", "This update may change what the story says. Tell readers in a sentence what is new, or release it as a correction.");

    public sealed record NoteWithoutText()
        : ReleaseRefusal("release.note-without-text", "A correction needs the sentence that readers will see. Write it.");

    public sealed record NoteWithoutSaid()
        : ReleaseRefusal("release.note-without-said", "The correction does not tell what the story said. Fill it in.");

    public sealed record NoteWithoutSays()
        : ReleaseRefusal("release.note-without-says", "The correction does not tell what the story says now. Fill it in.");

    public sealed record NoSuchNote(int Position)
        : ReleaseRefusal("release.no-such-note", "The note you are correcting is not on the story. Open the story again.");

    /// <summary>A scheduled story that was released, rescheduled or unscheduled meanwhile.</summary>
    public sealed record NotDue()
        : ReleaseRefusal("release.not-due", "This story is not scheduled for now; somebody released it, moved it or took it back.");

    public sealed record NoReason()
        : ReleaseRefusal("release.no-reason", "A retraction needs its reason, in a sentence that readers will see. Write it.");

    private protected static string Word(ReleaseKind kind) => kind switch
    {
        ReleaseKind.Publish => "the publication",
        ReleaseKind.Update => "an update",
        ReleaseKind.Correction => "a correction",
        ReleaseKind.Retraction => "the retraction",
        _ => "the withdrawal",
    };

    private protected static string Moment(DateTimeOffset at) =>
        at.UtcDateTime.ToString("d MMMM yyyy 'at' HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
