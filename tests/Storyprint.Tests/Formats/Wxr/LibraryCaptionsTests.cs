using Storyprint.Formats.Imports;
using Storyprint.Formats.Wxr;
using static Storyprint.Tests.Formats.Wxr.WxrSample;

namespace Storyprint.Tests.Formats.Wxr;

/// <summary>Words that only the picture library had: see <see cref="LibraryCaptions"/>.</summary>
public sealed class LibraryCaptionsTests
{
    private const string Shown = "<img src=\"https://old.example/boat-300x200.jpg\">";

    [Fact]
    public void Those_of_pictures_that_no_story_shows_are_told_with_their_files()
    {
        var told = Told(
            Attachment(7, "https://old.example/boat.jpg", "", "The boat"), Attachment(8, "https://old.example/u/quay.jpg", "A quay", "The <b>quay</b> at noon"), Attachment(9, "https://old.example/mill.jpg", "A mill", ""),
            Attachment(10, "https://old.example/plain.jpg", "", ""));
        Assert.Equal("captions of 2 pictures that no story shows: quay.jpg “The quay at noon / A quay”; mill.jpg “A mill”", told);
    }

    [Fact]
    public void One_is_told_as_one() => Assert.Equal(
        "caption of a picture that no story shows: mill.jpg “A mill”", Told(Attachment(9, "https://old.example/mill.jpg", "A mill", "A mill")));

    [Fact]
    public void Where_stories_show_all_of_them_nothing_is_told() => Assert.Null(Told(Attachment(7, "http://old.example/boat.jpg", "", "The boat")));

    [Fact]
    public void Many_are_counted()
    {
        var told = Told([.. Enumerable.Range(10, 250).Select(number => Attachment(number, $"https://old.example/{number}.jpg", "", $"Picture {number}"))])!;
        Assert.Contains("captions of 250 pictures", told, StringComparison.Ordinal);
        Assert.EndsWith("; and 50 more", told, StringComparison.Ordinal);
    }

    private static string? Told(params string[] attachments) =>
        Read(File([Item(1, Shown), .. attachments])).OfType<SkippedItem>().SingleOrDefault(item => item.Label == "captions of the picture library")?.What;
}
