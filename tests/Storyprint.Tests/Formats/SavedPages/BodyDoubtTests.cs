using Storyprint.Formats.SavedPages;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Formats.SavedPages;

public sealed class BodyDoubtTests
{
    private const string Sentence = "The ferry that left the quay in the morning did not arrive at noon, and nobody knew why it was late.";

    [Theory]
    [InlineData("<p>{0}</p>", null)]
    [InlineData("<p>{0} <a href=/x>Here is more</a></p>", null)]
    [InlineData("<p><a href=/x>{0}</a></p>", "mostly links")]
    [InlineData("<p><a href=/x>Home</a></p>", null)]
    [InlineData("<p>One</p><p>Two</p><p>Three</p><p>Four</p><p>Five</p>", null)]
    [InlineData("<p>One</p><p>Two</p><p>Three</p><p>Four</p><p>Five</p><p>Six</p>", "mostly short lines")]
    [InlineData("<p>One.</p><p>Two!</p><p>Three?</p><p>“Four.”</p><p>پنج؟</p><p>六。</p>", null)]
    [InlineData("<p>One</p><p>Two</p><p>Three</p><p>Four</p><p>Five</p><p>Six</p><p>{0}</p>", null)]
    [InlineData("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr><tr><td>5</td><td>6</td></tr></table>", null)]
    public void Menus_are_doubted_and_texts_are_not(string html, string? reason)
    {
        var body = Trial.Body(string.Format(null, html, Sentence));
        Assert.Equal(reason is null, BodyDoubt.Of(body, body) is null);
        Assert.Contains(reason ?? "", BodyDoubt.Of(body, body) ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void A_part_of_a_page_is_doubted_where_most_of_its_text_stands_elsewhere(int times, bool isDoubted)
    {
        Block[] body = [new Paragraph(RichText.From(Sentence))];
        Assert.Equal(isDoubted, BodyDoubt.Of(body, [.. Enumerable.Repeat(body[0], times)]) is not null);
    }
}
