using Storyprint.Formats.Imports;
using Storyprint.Stories.Body;
using Storyprint.Stories.Releases;

namespace Storyprint.Tests.Formats.Imports;

public sealed class ItemVisibilityTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 19, 40, 0, TimeSpan.Zero);
    private static readonly Block[] Text = [new Paragraph(RichText.From("Words."))];

    [Fact]
    public void A_word_for_a_draft_or_a_review_never_becomes_less_by_another_word_for_public()
    {
        Assert.Equal(StoryStatus.Draft, Decide(new StatedVisibility { States = ["public", "draft"], PublishedAt = Now }).Status);
        Assert.Equal(StoryStatus.InReview, Decide(new StatedVisibility { States = ["review", "public"], PublishedAt = Now }).Status);
        Assert.Equal(StoryStatus.Draft, Decide(new StatedVisibility { States = ["review", "private"], PublishedAt = Now }).Status);
    }

    [Fact]
    public void Every_reason_is_told()
    {
        var visibility = Decide(new StatedVisibility { States = ["embargoed"], ExpiresAt = Now.AddDays(-1), Against = ["It was behind a password"] }, []);
        Assert.Equal(
            [
                "Its state “embargoed” is not known here; it came as a draft.", "It was behind a password; it came as a draft.", "It was to be taken down on 2026-11-21 19:40 +00:00 and came as a draft.",
                "It has no text and came as a draft.", "It says no date and came as a draft.",
            ],
            visibility.Notes);
    }

    [Fact]
    public void An_end_that_is_still_to_come_is_told_since_nothing_here_keeps_it()
    {
        var visibility = Decide(new StatedVisibility { PublishedAt = Now, ExpiresAt = Now.AddDays(1) });
        Assert.Equal((StoryStatus.Published, "It was to be taken down on 2026-11-23 19:40 +00:00; here it stays until somebody does."), (visibility.Status, Assert.Single(visibility.Notes)));
    }

    [Theory]
    [InlineData(0, StoryStatus.Published)]
    [InlineData(1, StoryStatus.Scheduled)]
    [InlineData(-1, StoryStatus.Published)]
    public void This_very_second_has_come(int seconds, StoryStatus status) => Assert.Equal(status, Decide(new StatedVisibility { PublishedAt = Now.AddSeconds(seconds) }).Status);

    [Fact]
    public void A_picture_with_a_caption_has_words_and_one_without_has_none()
    {
        Assert.True(ItemVisibility.HasText([new Picture { Address = "https://a.example/a.jpg", Alt = "x", Caption = RichText.From("The quay") }]));
        Assert.False(ItemVisibility.HasText([new Picture { Address = "https://a.example/a.jpg", Alt = "The quay" }, new Paragraph(RichText.From("***"))]));
        Assert.True(ItemVisibility.HasText([new Paragraph(RichText.From("橋"))]));
    }

    [Fact]
    public void What_somebody_releases_now_is_nobodys_draft_to_judge() => Assert.Empty(ItemVisibility.OfRelease(Now.AddDays(9)).Notes);

    private static ItemVisibility Decide(StatedVisibility stated, IReadOnlyList<Block>? body = null) => ItemVisibility.Decide(stated, body ?? Text, Now);
}
