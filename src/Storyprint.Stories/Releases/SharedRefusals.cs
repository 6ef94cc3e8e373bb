using Storyprint.Stories.Body;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Codes;

namespace Storyprint.Stories.Releases;

/// <summary>Reasons for refusal shared by several rules.</summary>
internal static class SharedRefusals
{
    // More are not listed: this many tell the editor enough.
    private const int MaxInvisible = 10;

    /// <summary>Checks that the story has not changed since the editor saw it, and that time has not gone backwards.</summary>
    public static IEnumerable<ReleaseRefusal> OfOrder(StoryState state, RevisionNumber? expected, DateTimeOffset at)
    {
        var current = state.Current;
        if (expected is { } made && (current is null || made.Value > current.Number.Value))
        {
            yield return new ReleaseRefusal.NoSuchRevision(made);
        }
        else if (current is not null && current.Number != expected)
        {
            yield return new ReleaseRefusal.AnotherCameFirst(expected, current);
        }

        if (current is not null && at < current.ReleasedAt)
        {
            yield return new ReleaseRefusal.ClockBehind(at, current);
        }
    }

    /// <summary>The same for a story that is published: what readers see already, as of a story from an archive, must not keep its errors from being corrected.</summary>
    public static IEnumerable<ReleaseRefusal> OfDraft(StoryContent draft, StoryContent published) => OfDraft(draft).Except(OfDraft(published));

    /// <summary>Checks that apply to every release of a draft.</summary>
    public static IEnumerable<ReleaseRefusal> OfDraft(StoryContent draft)
    {
        if (string.IsNullOrWhiteSpace(draft.Headline))
        {
            yield return new ReleaseRefusal.NoHeadline();
        }

        if (!draft.HasText)
        {
            yield return new ReleaseRefusal.NoText();
        }

        if (string.IsNullOrWhiteSpace(draft.Section))
        {
            yield return new ReleaseRefusal.NoSection();
        }

        if (CanonicalText.FirstUnassigned(draft) is { } codePoint)
        {
            yield return new ReleaseRefusal.UnassignedCharacter(codePoint);
        }

        foreach (var found in InvisibleInStory.Find(draft).Take(MaxInvisible))
        {
            yield return new ReleaseRefusal.InvisibleCharacter(found);
        }

        foreach (var word in Placeholders.In(draft))
        {
            yield return new ReleaseRefusal.Placeholder(word);
        }

        foreach (var (index, picture) in draft.Pictures.Index())
        {
            if (picture.IsStored && string.IsNullOrWhiteSpace(picture.Alt))
            {
                yield return new ReleaseRefusal.PictureWithoutAlt(index + 1);
            }
        }

        foreach (var (index, media) in draft.Body.OfType<MediaFile>().Index())
        {
            if (media.File is not null && media.Transcript.IsEmpty)
            {
                yield return new ReleaseRefusal.MediaWithoutTranscript(index + 1);
            }
        }

        // What has no words here would be a link that says nothing.
        foreach (var story in draft.Body.SelectMany(block => block.StoryLinks).Where(story => string.IsNullOrWhiteSpace(story.Words)))
        {
            yield return new ReleaseRefusal.LinkWithoutWords(story.Code);
        }

        foreach (var (index, document) in draft.Body.OfType<DocumentFile>().Index())
        {
            if (string.IsNullOrWhiteSpace(document.Title))
            {
                yield return new ReleaseRefusal.DocumentWithoutTitle(index + 1);
            }
        }
    }

    /// <summary>A note becomes part of the sealed text, so it must be sealable too.</summary>
    public static IEnumerable<ReleaseRefusal> OfNote(params IEnumerable<string?> texts) => texts.OfType<string>().SelectMany(text => (IEnumerable<ReleaseRefusal>)
    [
        .. CanonicalLine.FirstUnassigned(text) is { } codePoint ? [new ReleaseRefusal.UnassignedCharacter(codePoint)] : Array.Empty<ReleaseRefusal>(),
        .. InvisibleInStory.Find(new FieldPlace("the note"), text).Take(MaxInvisible).Select(found => new ReleaseRefusal.InvisibleCharacter(found)),
    ]);

    /// <summary>Why a release that requires a published story is refused; or null.</summary>
    public static ReleaseRefusal? AgainstStatus(StoryStatus status) => status switch
    {
        StoryStatus.Published => null,
        StoryStatus.Retracted => new ReleaseRefusal.AlreadyRetracted(),
        StoryStatus.Withdrawn => new ReleaseRefusal.AlreadyWithdrawn(),
        _ => new ReleaseRefusal.NotYetPublished(),
    };
}
