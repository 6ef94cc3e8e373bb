using Storyprint.Formats.Imports;
using Storyprint.Formats.Wxr;
using Storyprint.Stories.Body;
using Storyprint.Stories.Releases;

namespace Storyprint.Tests.Formats.Wxr;

public sealed class WxrStatusTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 19, 40, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("publish", -1, "", StoryStatus.Published, 0)]
    [InlineData("publish", 1, "", StoryStatus.Scheduled, 1)]
    [InlineData("publish", null, "", StoryStatus.Draft, 1)]
    [InlineData("future", 1, "", StoryStatus.Scheduled, 1)]
    [InlineData("future", -1, "", StoryStatus.Draft, 1)]
    [InlineData("future", null, "", StoryStatus.Draft, 1)]
    [InlineData("pending", null, "", StoryStatus.InReview, 0)]
    [InlineData("draft", -1, "", StoryStatus.Draft, 0)]
    [InlineData("private", -1, "", StoryStatus.Draft, 1)]
    [InlineData("publish", -1, "secret", StoryStatus.Draft, 1)]
    [InlineData("publish", -1, "  ", StoryStatus.Published, 0)]
    [InlineData("منتشر", -1, "", StoryStatus.Draft, 1)]
    [InlineData("Publish", -1, "", StoryStatus.Draft, 1)]
    [InlineData("", -1, "", StoryStatus.Published, 0)]
    public void Only_what_was_open_to_everybody_becomes_public(string status, int? days, string password, StoryStatus expected, int count)
    {
        var stated = WxrStatus.Read(WxrFiles.Item(("wp:status", status), ("wp:post_password", password)), days is { } off ? Now.AddDays(off) : null);
        var visibility = ItemVisibility.Decide(stated, [new Paragraph(RichText.From("Words."))], Now);
        Assert.Equal((expected, count), (visibility.Status, visibility.Notes.Count));
    }
}
