using Storyprint.Formats.SavedPages;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Formats.SavedPages;

public sealed class PageLineClassifierTests
{
    [Theory]
    [InlineData("Print", true)]
    [InlineData(" | share this | ", true)]
    [InlineData("نسخه چاپي", true)]
    [InlineData("QR code QR code", true)]
    [InlineData("© 2024 The Ledger", true)]
    [InlineData("کلیه حقوق محفوظ است", true)]
    [InlineData("Page 1 of 2", true)]
    [InlineData("1 / 2", true)]
    [InlineData("صفحه ۱ از ۲", true)]
    [InlineData("***", true)]
    [InlineData("", true)]
    [InlineData("Print is not dead, says the printer.", false)]
    [InlineData("打印", false)]
    [InlineData("Comments on the ferry were many.", false)]
    public void Furniture_is_told_from_the_story(string line, bool isFurniture) => Assert.Equal(isFurniture, PageLineClassifier.IsFurniture(line));

    [Theory]
    [InlineData("Story Code: 1125546", "Code=1125546")]
    [InlineData("Story Code 1125546", "Code=1125546")]
    [InlineData("کد خبر: ۱۱۲۵۵۴۶", "Code=۱۱۲۵۵۴۶")]
    [InlineData("کد خبر ۱۱۲۵۵۴۶", "Code=۱۱۲۵۵۴۶")]
    [InlineData("کد خبر ١١٢٥٥٤٦", "Code=١١٢٥٥٤٦")]
    [InlineData("Date：2024-03-01", "Date=2024-03-01")]
    [InlineData("Story Code: 1125546 News Link : https://a.example/x", "Code=1125546 Link=https://a.example/x")]
    [InlineData("Story Code: 1125546 | Publish Date: 1 March 2024 10:00", "Code=1125546 Date=1 March 2024 10:00")]
    [InlineData("News Link :", "Link=")]
    [InlineData("By: Ines Calloway", "Author=Ines Calloway")]
    [InlineData("By the quay the ferry sank.", "")]
    [InlineData("Date with destiny: the ferry", "")]
    [InlineData("The minister said: code is law", "")]
    [InlineData("", "")]
    public void Labels_are_found_with_their_values(string line, string expected) =>
        Assert.Equal(expected, string.Join(' ', PageLineClassifier.Labels(line).Select(label => $"{label.Label}={label.Value}")));

    [Fact]
    public void A_paragraph_whose_lines_are_different_things_is_split_and_another_is_not()
    {
        var split = PageLineClassifier.Split([new Paragraph(RichText.From("Headline\nDate: 1 March 2024\n\nWords.")), new Paragraph(RichText.From("one\ntwo"))]);
        Assert.Equal(["Headline", "Date: 1 March 2024", "Words.", "one\ntwo"], split.Select(LabelledLines.Line));
    }

    [Fact]
    public void A_huge_line_is_no_furniture() => Assert.False(PageLineClassifier.IsFurniture("© " + new string('x', 100_000)));
}
