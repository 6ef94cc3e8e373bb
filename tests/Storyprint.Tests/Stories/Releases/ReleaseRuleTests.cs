using System.Globalization;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;
using static Storyprint.Tests.Stories.Releases.ReleaseTrial;

namespace Storyprint.Tests.Stories.Releases;

public sealed class ReleaseRuleTests
{
    private static readonly StoryState Published = State(StoryStatus.Published);
    private static readonly StoryContent Mended = StoryOf("The doors of the library stuck a little, and then they opened");

    [Fact]
    public void The_first_release_is_revision_one_and_has_no_time_of_update()
    {
        var revision = Released(PublishRule.Decide(State(StoryStatus.Draft), Content, null, Now));
        Assert.Equal((RevisionNumber.First, ReleaseKind.Publish, Now, null), (revision.Number, revision.Kind, revision.PublishedAt, revision.UpdatedAt));
    }

    [Fact]
    public void A_release_made_against_an_older_revision_is_told_what_came_first()
    {
        var state = Published with { Current = new CurrentRevision(new RevisionNumber(4), ReleaseKind.Correction, First) };
        var refusal = Assert.Single(Refused(WithdrawRule.Decide(state, WithdrawalReason.Copyright, new RevisionNumber(3), Now)));
        Assert.Equal(new ReleaseRefusal.AnotherCameFirst(new RevisionNumber(3), state.Current), refusal);
        Assert.Equal("Revision 4 (a correction) was released on 2 March 2026 at 09:00:00 UTC, after you began. Look at what it changed, then release again.", refusal.Sentence);
    }

    [Fact]
    public void A_second_first_release_is_told_that_the_other_came_first() => Assert.Equal(
        ["release.already-published", "release.another-came-first"], Keys(PublishRule.Decide(Published, Content, null, Now)));

    [Fact]
    public void A_revision_that_is_not_there_cannot_be_expected() =>
        Assert.Equal(["release.no-such-revision"], Keys(RetractRule.Decide(Published, "Invented.", new RevisionNumber(2), Now)));

    [Fact]
    public void Nothing_is_released_with_an_earlier_date_than_the_revision_before_it() =>
        Assert.Equal(["release.clock-behind"], Keys(RetractRule.Decide(Published, "Invented.", RevisionNumber.First, First.AddSeconds(-1))));

    [Fact]
    public void All_blockers_are_told_at_once()
    {
        var draft = new StoryContent
        {
            Language = "en",
            Headline = " ",
            Kicker = "A\u0378",
            Body = [new Picture { Hash = "00", Alt = "A queue" }, new Picture { Hash = "11" }, new Picture { Address = "https://elsewhere.example/a.jpg" }],
        };
        var refusals = Refused(PublishRule.Decide(State(StoryStatus.Approved), draft, null, Now));
        Assert.Equal(
            [new ReleaseRefusal.NoHeadline(), new ReleaseRefusal.NoText(), new ReleaseRefusal.NoSection(), new ReleaseRefusal.UnassignedCharacter("U+0378"), new ReleaseRefusal.PictureWithoutAlt(2)],
            refusals);
    }

    public static TheoryData<int> NoWords => [.. Enumerable.Range(0, Wordless.Length)];

    private static readonly Block[][] Wordless =
    [
        [],
        [new Paragraph(RichText.From(" \n "))],
        [new Paragraph(RichText.From("***")), new ThematicBreak()],
        [new Picture { Hash = "00", Alt = "A queue" }],
        [new Embed("https://elsewhere.example/film", "A film")],
        [new Table([], [[RichText.Empty]], null)],
    ];

    [Theory]
    [MemberData(nameof(NoWords))]
    public void A_story_without_a_word_below_its_headline_is_not_released(int body)
    {
        var draft = Content with { Body = Wordless[body] };
        Assert.Equal(["release.no-text"], Keys(PublishRule.Decide(State(StoryStatus.Draft), draft, null, Now)));
        Assert.Equal(["release.no-text"], Keys(PublishRule.Decide(State(StoryStatus.Scheduled), draft, null, Now, isAsImported: true)));
        Assert.Contains("release.no-text", Keys(UpdateRule.Decide(Published, draft, new ReleaseNote("New."), RevisionNumber.First, Now)));
        Assert.Contains("release.no-text", Keys(CorrectRule.Decide(Published, draft, Note, RevisionNumber.First, Now)));
    }

    [Fact]
    public void A_story_that_was_published_without_a_text_can_still_be_mended()
    {
        var empty = Content with { Body = [] };
        Assert.Equal("Found.", Released(UpdateRule.Decide(State(StoryStatus.Published, empty), empty with { Kicker = "Libraries" }, new ReleaseNote("Found."), RevisionNumber.First, Now)).Note?.Text);
        Released(UpdateRule.Decide(State(StoryStatus.Published, empty), Content, new ReleaseNote("Its text."), RevisionNumber.First, Now));
    }

    [Fact]
    public void A_harmless_change_goes_without_a_note_and_moves_the_time_of_update()
    {
        var revision = Released(UpdateRule.Decide(Published, Mended, null, RevisionNumber.First, Now));
        Assert.Equal((new RevisionNumber(2), First, Now, null), (revision.Number, revision.PublishedAt, revision.UpdatedAt, revision.Note));
        Assert.Empty(revision.Findings);
    }

    [Fact]
    public void Tags_and_crops_do_not_move_the_time_of_update()
    {
        var revision = Released(UpdateRule.Decide(Published with { UpdatedAt = First.AddHours(1) }, Content with { Topics = ["Libraries"] }, new ReleaseNote("Found under libraries now."), RevisionNumber.First, Now));
        Assert.Equal((First.AddHours(1), Now), (revision.UpdatedAt, revision.ReleasedAt));
    }

    [Fact]
    public void An_update_of_nothing_is_refused() =>
        Assert.Equal(["release.nothing-changed"], Keys(UpdateRule.Decide(Published, Content, new ReleaseNote("New."), RevisionNumber.First, Now)));

    [Fact]
    public void An_update_that_the_gate_stops_passes_with_a_note_and_keeps_what_was_found()
    {
        var draft = StoryOf("The doors of the library did not open.");
        var refusal = Assert.IsType<ReleaseRefusal.NoteNeeded>(Assert.Single(Refused(UpdateRule.Decide(Published, draft, new ReleaseNote("  "), RevisionNumber.First, Now))));
        var revision = Released(UpdateRule.Decide(Published, draft, new ReleaseNote(" The doors stayed shut. "), RevisionNumber.First, Now));
        Assert.Equal("The doors stayed shut.", revision.Note?.Text);
        Assert.Equal(refusal.Findings, revision.Findings);
    }

    [Fact]
    public void Half_a_character_is_refused_and_does_not_break_the_gate() => Assert.Contains(
        new ReleaseRefusal.UnassignedCharacter("U+D83D"),
        Refused(UpdateRule.Decide(Published, StoryOf("The doors \uD83D opened.") with { Kicker = "\uDE00" }, new ReleaseNote("New."), RevisionNumber.First, Now))
            .Concat(Refused(PublishRule.Decide(State(StoryStatus.Draft), StoryOf("\uD83D"), null, Now))));

    [Fact]
    public void Withdrawn_leaves_the_kind_of_reason_and_the_date_and_nothing_else()
    {
        var revision = Released(WithdrawRule.Decide(State(StoryStatus.Retracted), WithdrawalReason.PersonalRights, new RevisionNumber(2), Now));
        Assert.Equal((null, new Withdrawal(WithdrawalReason.PersonalRights, Now), null), (revision.Content, revision.Withdrawal, revision.Note));
    }

    [Fact]
    public void A_story_that_readers_see_without_content_is_a_broken_table() => Assert.Throws<InvalidOperationException>(
        () => RetractRule.Decide(Published with { Content = null }, "Invented.", RevisionNumber.First, Now));

    private static IEnumerable<string> Keys(ReleaseDecision decision)
    {
        var refusals = Refused(decision);
        Assert.All(refusals, refusal => Assert.True(refusal.Sentence.EndsWith('.') && char.IsUpper(refusal.Sentence[0]), string.Create(CultureInfo.InvariantCulture, $"{refusal}")));
        return refusals.Select(refusal => refusal.Key);
    }
}
