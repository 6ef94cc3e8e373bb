using Storyprint.Storage.Stories;
using Storyprint.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;
using Storyprint.Web.Rendering;

namespace Storyprint.Tests.Web.Rendering;

/// <summary>What a page says became of a story, and what a revision told its readers.</summary>
public sealed class StoryStandingTests
{
    private static readonly DateTimeOffset Published = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = Published.AddDays(1);
    private static readonly CorrectionNote Correction = new("It was sixteen, not twelve.", Later);
    private static readonly CorrectionNote Retraction = new("The survey was invented.", Later) { Kind = NoteKind.Retraction };

    [Fact]
    public void A_story_as_it_was_published_is_current_since_never() => Assert.Equal(new StoryStanding(Standing.Current), StoryStanding.From(Story()));

    [Fact]
    public void An_update_is_dated_by_the_words_or_where_they_stayed_by_the_revision()
    {
        Assert.Equal(new StoryStanding(Standing.Updated, Later), StoryStanding.From(Story() with { Number = new RevisionNumber(2), UpdatedAt = Later }));
        Assert.Equal(new StoryStanding(Standing.Updated, Later), StoryStanding.From(Story() with { Number = new RevisionNumber(2), ReleasedAt = Later }));
    }

    [Fact]
    public void A_correction_outweighs_an_update_and_a_retraction_both()
    {
        var corrected = Story(Correction) with { Number = new RevisionNumber(3), UpdatedAt = Later.AddDays(1) };
        Assert.Equal(new StoryStanding(Standing.Corrected, Later), StoryStanding.From(corrected));
        var retracted = Story(Retraction, Correction) with { Status = StoryStatus.Retracted, UpdatedAt = Later };
        Assert.Equal(new StoryStanding(Standing.Retracted, Later, Retraction), StoryStanding.From(retracted));
        Assert.True(StoryStanding.From(retracted).IsRetracted);
        Assert.False(StoryStanding.From(corrected).IsRetracted);
    }

    [Fact]
    public void The_notes_since_a_revision_are_the_corrections_that_came_after_it()
    {
        var newer = new CorrectionNote("It was eighteen, not sixteen.", Later);
        Assert.Equal([newer], StoryStanding.NotesSince(Story(Correction), Story(Retraction, newer, Correction)));
        Assert.Empty(StoryStanding.NotesSince(Story(Correction), Story(Correction)));
        Assert.Empty(StoryStanding.NotesSince(Story(), Story(Retraction)));
    }

    [Fact]
    public void A_retraction_without_a_note_is_dated_by_its_revision() =>
        Assert.Equal(new StoryStanding(Standing.Retracted, Later), StoryStanding.From(Story() with { Status = StoryStatus.Retracted, ReleasedAt = Later }));

    [Fact]
    public void A_RevisionNote_is_the_updates_own_words_or_the_note_of_its_instant_or_nothing()
    {
        Assert.Equal("The first riders have come.", RevisionNote.For(Story(Correction) with { Note = "The first riders have come." }));
        Assert.Equal(Correction.Text, RevisionNote.For(Story(Correction) with { ReleasedAt = Later }));
        Assert.Equal("Reworded.", RevisionNote.For(Story(Correction with { Text = "Reworded.", CorrectedAt = Published }, Retraction)));
        Assert.Equal("", RevisionNote.For(Story(Correction)));
        Assert.Equal("", RevisionNote.For(Story()));
    }

    [Fact]
    public void Each_correction_brought_its_own_note_also_where_two_share_a_second()
    {
        var newer = new CorrectionNote("It was eighteen, not sixteen.", Later);
        RevisionOfStory[] revisions = [Revision(4, ReleaseKind.Update, Later), Revision(3, ReleaseKind.Correction, Later), Revision(2, ReleaseKind.Correction, Later), Revision(1, ReleaseKind.Publish, Published)];
        var brought = RevisionNote.Brought(revisions, [newer, Correction]);
        Assert.Equal([(2, Correction), (3, newer)], brought.OrderBy(pair => pair.Key.Value).Select(pair => (pair.Key.Value, pair.Value)));
        Assert.Empty(RevisionNote.Brought(revisions, []));
    }

    private static PublishedStory Story(params CorrectionNote[] notes) => new()
    {
        Code = StoryCode.FromDigits("1125540"),
        Edition = "en",
        Status = StoryStatus.Published,
        IsPage = false,
        PublishedAt = Published,
        UpdatedAt = null,
        TranslationKey = null,
        Slug = Slug.From("lift"),
        Current = new RevisionNumber(3),
        Number = RevisionNumber.First,
        Kind = ReleaseKind.Publish,
        ReleasedAt = Published,
        Content = new StoryContent { Language = "en", Headline = "Library lift opens", Corrections = notes },
        Digest = [],
        Seal = null,
        LogIndex = null,
        Note = null,
        Findings = [],
    };

    private static RevisionOfStory Revision(int number, ReleaseKind kind, DateTimeOffset at) => new()
    {
        Number = new RevisionNumber(number),
        Kind = kind,
        ReleasedAt = at,
        LogIndex = number,
        Note = null,
        Findings = [],
    };
}
