using Storyprint.Formats.Imports;
using static Storyprint.Tests.Formats.Wxr.WxrSample;

namespace Storyprint.Tests.Formats.Wxr;

/// <summary>WxrAuthors: what stands behind a login is the byline, and a login never is.</summary>
public sealed class WxrAuthorsTests
{
    private static readonly string Guest = Item(900, string.Empty, "Profile", """
        <wp:post_name>cap-carla</wp:post_name>
        <wp:postmeta><wp:meta_key>cap-display_name</wp:meta_key><wp:meta_value><![CDATA[Carla Guest]]></wp:meta_value></wp:postmeta>
        <wp:postmeta><wp:meta_key>cap-user_login</wp:meta_key><wp:meta_value><![CDATA[cguest]]></wp:meta_value></wp:postmeta>
        """, type: "guest-author");

    [Theory]
    [InlineData("cap-carla", "cguest", "Carla Guest")]
    [InlineData("cap-cguest", "cguest", "Carla Guest")]
    [InlineData("cap-carla", "carla", "Carla Guest")]
    [InlineData("cap-ines", "ines", "Ines Calloway")]
    [InlineData("cap-INES", "INES", "Ines Calloway")]
    [InlineData("maud-ferrier", "Maud Ferrier", "Maud Ferrier")]
    [InlineData("cap-maud-ferrier", "Maud Ferrier", "Maud Ferrier")]
    [InlineData("cap-nastaran", "نسترن", "نسترن")]
    public void An_author_of_a_plug_in_is_the_name_that_readers_saw(string nicename, string term, string byline)
    {
        var story = Story(Item(1, "Text.", more: Author(nicename, term)), Guest);
        Assert.Equal([byline], story.Content.Bylines);
        Assert.Empty(story.ImportWarnings);
    }

    [Fact]
    public void Several_authors_stand_in_their_order_each_once() =>
        Assert.Equal(["Ines Calloway", "Carla Guest"], Story(Item(1, "Text.", more: Author("cap-ines", "ines") + Author("cap-carla", "cguest") + Author("cap-ines", "ines")), Guest).Content.Bylines);

    [Theory]
    [InlineData("cap-gone-user", "gone-user")]
    [InlineData("cap-ann-x-example", "ann@x.example")]
    [InlineData("ann-x-example", "ann@x.example")]
    public void A_login_without_a_name_is_no_byline_nor_is_whoever_posted_it(string nicename, string term)
    {
        var story = Story(Item(1, "Text.", more: Author(nicename, term)));
        Assert.Empty(story.Content.Bylines);
        Assert.Contains("never a byline", Assert.Single(story.ImportWarnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gone-user", "")]
    [InlineData("ann@x.example", "")]
    [InlineData("ines", "Ines Calloway")]
    [InlineData("Maud Ferrier", "Maud Ferrier")]
    public void The_creator_is_a_name_or_none(string creator, string byline)
    {
        var story = Story(Item(1, "Text.").Replace("<![CDATA[ines]]>", $"<![CDATA[{creator}]]>", StringComparison.Ordinal));
        Assert.Equal(byline, string.Join(',', story.Content.Bylines));
        Assert.Equal(byline.Length == 0, story.ImportWarnings.Count == 1);
    }

    [Fact]
    public void A_user_whose_name_is_an_address_has_the_name_of_his_profile_or_none()
    {
        const string users = """
            <wp:author><wp:author_login>a@x.example</wp:author_login><wp:author_display_name>a@x.example</wp:author_display_name><wp:author_first_name>Ann</wp:author_first_name><wp:author_last_name>Lee</wp:author_last_name></wp:author>
            <wp:author><wp:author_login>b@x.example</wp:author_login><wp:author_display_name>b@x.example</wp:author_display_name></wp:author>
            """;
        var export = File(Item(1, "Text.").Replace("[ines]", "[a@x.example]", StringComparison.Ordinal), Item(2, "Text.").Replace("[ines]", "[b@x.example]", StringComparison.Ordinal))
            .Replace("<wp:author>", users + "<wp:author>", StringComparison.Ordinal);
        var stories = Read(export).Cast<ImportedStory>().ToList();
        Assert.Equal(["Ann Lee"], stories[0].Content.Bylines);
        Assert.Empty(stories[1].Content.Bylines);
        Assert.Single(stories[1].ImportWarnings);
    }

    [Fact]
    public void Two_creators_are_two_bylines() =>
        Assert.Equal(["Ines Calloway", "Maud Ferrier"], Story(Item(1, "Text.", more: "<dc:creator>Maud Ferrier</dc:creator>")).Content.Bylines);

    private static string Author(string nicename, string name) => $"<category domain=\"author\" nicename=\"{nicename}\"><![CDATA[{name}]]></category>";
}
