using Storyprint.Formats.Html;
using Storyprint.Formats.Wxr;
using Storyprint.Stories.Releases;

namespace Storyprint.Tests.Formats.Wxr;

public sealed class WxrStatusTests
{
    [Theory]
    [InlineData("publish", true, "", StoryStatus.Published, 0)]
    [InlineData("publish", false, "", StoryStatus.Draft, 1)]
    [InlineData("future", true, "", StoryStatus.Scheduled, 0)]
    [InlineData("future", false, "", StoryStatus.Draft, 1)]
    [InlineData("pending", false, "", StoryStatus.InReview, 0)]
    [InlineData("draft", true, "", StoryStatus.Draft, 0)]
    [InlineData("private", true, "", StoryStatus.Draft, 1)]
    [InlineData("publish", true, "secret", StoryStatus.Draft, 1)]
    [InlineData("publish", true, "  ", StoryStatus.Published, 0)]
    [InlineData("منتشر", true, "", StoryStatus.Draft, 1)]
    [InlineData("Publish", true, "", StoryStatus.Draft, 1)]
    [InlineData("", true, "", StoryStatus.Published, 0)]
    public void Only_what_was_open_to_everybody_becomes_public(string status, bool hasDate, string password, StoryStatus expected, int count)
    {
        var warnings = new ImportWarnings();
        Assert.Equal(expected, WxrStatus.Parse(WxrFiles.Item(("wp:status", status), ("wp:post_password", password)), hasDate, warnings));
        Assert.Equal(count, warnings.Sentences.Count);
    }
}
