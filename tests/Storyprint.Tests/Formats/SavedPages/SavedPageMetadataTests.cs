using Storyprint.Formats.Html;
using Storyprint.Formats.SavedPages;

namespace Storyprint.Tests.Formats.SavedPages;

public sealed class SavedPageMetadataTests
{
    private readonly ImportWarnings warnings = new();
    private readonly SavedPageMetadata facts;

    public SavedPageMetadataTests() => facts = new SavedPageMetadata(Trial.Persian, warnings);

    [Theory]
    [InlineData("https://a.example/1", "https://a.example/1")]
    [InlineData("a.example/news/1", "https://a.example/news/1")]
    [InlineData("/news/1", "/news/1")]
    [InlineData("https://a.example/1 copied", "https://a.example/1")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("mailto:desk@a.example", null)]
    [InlineData("nowhere", null)]
    [InlineData("قایق", null)]
    [InlineData("", null)]
    public void A_link_is_an_address_a_reader_could_open(string value, string? link)
    {
        Assert.Equal(link is not null, facts.TakeValue(PageLabel.Link, value));
        Assert.Equal(link, facts.Link);
    }

    [Theory]
    [InlineData("۱۱ اسفند ۱۴۰۲", true)]
    [InlineData("2024-03-01", true)]
    [InlineData("2024年3月", false)]
    [InlineData("yesterday", false)]
    public void A_date_is_read_in_the_edition(string value, bool isDate) => Assert.Equal(isDate, facts.TakeValue(PageLabel.Date, value));

    [Fact]
    public void The_first_value_of_a_label_counts()
    {
        facts.Take([(PageLabel.Author, "ماد"), (PageLabel.Author, "Ines"), (PageLabel.Section, "جهان"), (PageLabel.Section, "World")]);
        Assert.Equal(("ماد", "جهان"), (facts.Author, facts.Section));
    }

    [Fact]
    public void A_value_that_cannot_be_read_is_named()
    {
        Assert.Null(facts.Take([(PageLabel.Date, "yesterday")]));
        Assert.Equal(["A line of the page could not be read: Date “yesterday”"], warnings.Sentences);
    }

    [Fact]
    public void A_label_without_a_value_asks_for_the_next_line()
    {
        Assert.Equal(PageLabel.Link, facts.Take([(PageLabel.Author, "Ines"), (PageLabel.Link, "")]));
        Assert.Null(facts.Take([(PageLabel.Link, ""), (PageLabel.Author, "Ines")]));
    }

    [Fact]
    public void Only_a_link_that_is_nowhere_is_missed()
    {
        facts.Miss(PageLabel.Date);
        Assert.False(facts.HadEmptyLink);
        facts.Miss(PageLabel.Link);
        Assert.True(facts.HadEmptyLink);
    }
}
