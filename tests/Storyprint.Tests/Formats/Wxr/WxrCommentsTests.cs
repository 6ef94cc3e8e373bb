using Storyprint.Formats.Wxr;

namespace Storyprint.Tests.Formats.Wxr;

public sealed class WxrCommentsTests
{
    [Fact]
    public void Public_comments_are_read_in_their_order_with_what_they_answer()
    {
        var (comments, warnings) = WxrComments.Read(Item(
            ("7", "Anna", "First<br>line", "1", "", "0"), ("8", "Bert &amp; Cid", "See <a href='https://a.example/x'>this</a>.\n\nYes.", "1", "comment", "7"), ("9", "", "Third", "", "", "99")), Trial.English);
        Assert.Equal([("Anna", "First\nline", null), ("Bert & Cid", "See this (https://a.example/x).\n\nYes.", 0), ("", "Third", (int?)null)], comments.Select(comment => (comment.Author, comment.Text, comment.Parent)));
        Assert.Equal(new DateTimeOffset(2021, 5, 3, 9, 0, 0, TimeSpan.Zero), comments[0].WrittenAt);
        Assert.Empty(warnings);
    }

    [Theory]
    [InlineData("2021-05-03 09:00:00", "2021-05-03 11:00:00", 9)]
    [InlineData("0000-00-00 00:00:00", "2021-05-03 11:00:00", 9)]
    [InlineData("", "2021-05-03 11:00:00", 9)]
    [InlineData("", "", null)]
    public void An_hour_without_a_zone_is_of_the_editions(string utc, string local, int? hour)
    {
        var item = new WxrItem { Line = 1 };
        item.Comments.Add(new Dictionary<string, string> { ["wp:comment_content"] = "Words.", ["wp:comment_date_gmt"] = utc, ["wp:comment_date"] = local });
        Assert.Equal(hour is null ? (DateTimeOffset?)null : new DateTimeOffset(2021, 5, 3, hour.Value, 0, 0, TimeSpan.Zero), WxrComments.Read(item, Trial.English).Comments[0].WrittenAt);
    }

    [Fact]
    public void Whatever_is_left_out_is_counted()
    {
        var (comments, warnings) = WxrComments.Read(Item(
            ("1", "A", "Pills", "spam", "", "0"), ("2", "A", "Waiting", "0", "", "0"), ("3", "A", "Link", "1", "pingback", "0"), ("4", "A", "<script>x</script>", "1", "", "0")), Trial.English);
        Assert.Empty(comments);
        Assert.Equal(["A script was left out.", "2 comments that were not public were left out.", "One comment that only told of a link (pingback) was left out.", "One comment without words was left out."], warnings);
    }

    [Theory]
    [InlineData("https://a.example/report", "https://a.example/report")]
    [InlineData("Two things:<ol start=2><li>one<li>two</ol>", "Two things:\n\n2. one\n\n3. two")]
    [InlineData("10<sup>6</sup> boats", "10⁶ boats")]
    public void A_comment_keeps_what_stands_in_it(string html, string text) =>
        Assert.Equal(text, Assert.Single(WxrComments.Read(Item(("1", "A", html, "1", "", "0")), Trial.English).Comments).Text);

    [Fact]
    public void What_a_comment_cannot_show_is_told() =>
        Assert.Equal(["A picture in a comment was left out: https://a.example/b.jpg"], WxrComments.Read(Item(("1", "A", "See <img src='https://a.example/b.jpg'>", "1", "", "0")), Trial.English).Warnings);

    private static WxrItem Item(params (string Id, string Author, string Text, string Approved, string Type, string Parent)[] comments)
    {
        var item = new WxrItem { Line = 1 };
        item.Comments.AddRange(comments.Select(comment => new Dictionary<string, string>
        {
            ["wp:comment_id"] = comment.Id,
            ["wp:comment_author"] = comment.Author,
            ["wp:comment_date_gmt"] = "2021-05-03 09:00:00",
            ["wp:comment_content"] = comment.Text,
            ["wp:comment_approved"] = comment.Approved,
            ["wp:comment_type"] = comment.Type,
            ["wp:comment_parent"] = comment.Parent,
        }));
        return item;
    }
}
