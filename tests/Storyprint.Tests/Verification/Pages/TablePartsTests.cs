using AngleSharp.Html.Parser;
using Storyprint.Verification.Pages;

namespace Storyprint.Tests.Verification.Pages;

public sealed class TablePartsTests
{
    private const string First = "<div class=\"table small\"><table><thead><tr><th>Quay</th><th>1991</th></tr></thead><tbody><tr><td>North</td><td>4</td></tr></tbody></table></div>";

    [Fact]
    public void Parts_are_joined_row_by_row_without_the_column_that_stands_in_each()
    {
        Assert.Equal("Quay 1991 1992 North 4 5", Joined(First + Part("Quay", "North")));
    }

    [Fact]
    public void A_first_column_that_says_something_else_stays()
    {
        Assert.Contains("South", Joined(First + Part("Quay", "South")), StringComparison.Ordinal);
    }

    private static string Part(string head, string row) =>
        $"<div class=\"table small continued\"><table><thead><tr><th>{head}</th><th>1992</th></tr></thead><tbody><tr><td>{row}</td><td>5</td></tr></tbody></table></div>";

    private static string Joined(string html)
    {
        var body = new HtmlParser().ParseDocument($"<article>{html}</article>").QuerySelector("article")!;
        TableParts.Join(body);
        return string.Join(' ', PageText.Of(body).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
