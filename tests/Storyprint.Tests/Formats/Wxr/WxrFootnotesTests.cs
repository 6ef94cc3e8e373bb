using Storyprint.Stories.Body;
using static Storyprint.Tests.Formats.Wxr.WxrSample;

namespace Storyprint.Tests.Formats.Wxr;

/// <summary>WxrFootnotes and SyncedPatterns: words that the block editor keeps elsewhere than in the text; GutenbergAttributes reads them.</summary>
public sealed class WxrFootnotesTests
{
    private const string Marked = "<!-- wp:paragraph --><p>A claim<sup data-fn=\"f1\" class=\"fn\"><a href=\"#f1\" id=\"f1-link\">1</a></sup> here.</p><!-- /wp:paragraph -->";

    [Theory]
    [InlineData(Marked + "<!-- wp:footnotes /--><!-- wp:paragraph --><p>Behind.</p><!-- /wp:paragraph -->", "A claim1 here.|The <note>.|Behind.")]
    [InlineData(Marked + "<!-- wp:paragraph --><p>Behind.</p><!-- /wp:paragraph -->", "A claim1 here.|Behind.|The <note>.")]
    public void Notes_stand_at_the_foot_or_at_the_end(string content, string words)
    {
        var story = Story(Item(1, content, more: Meta("footnotes", "[{\"content\":\"The &lt;note&gt;.\",\"id\":\"f1\"}]")));
        Assert.Equal(words, string.Join('|', story.Content.Body.SelectMany(block => block.Texts)));
        Assert.Empty(story.ImportWarnings);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("[{\"content\":5},7,{\"content\":\"\\ud800\"}]")]
    public void Notes_that_are_missing_are_told(string field) => Assert.NotEmpty(Story(Item(1, Marked, more: Meta("footnotes", field))).ImportWarnings);

    [Theory]
    [InlineData("ref")]
    [InlineData("footnote")]
    [InlineData("efn_note")]
    [InlineData("mfn")]
    public void Notes_of_plug_ins_stand_at_the_foot(string tag)
    {
        var story = Story(Item(1, $"One [{tag}]first <em>note</em>[/{tag}] and two[{tag}]second[/{tag}]."));
        Assert.Equal("One 1 and two2.", story.Content.Body[0].Texts.Single());
        Assert.Equal(["first note", "second"], Assert.IsType<BulletList>(story.Content.Body[1]).Items.Select(item => item.Text.Plain));
        Assert.Empty(story.ImportWarnings);
    }

    [Fact]
    public void Reusable_blocks_stand_where_they_are_used_also_inside_each_other()
    {
        var story = Story(
            Item(1, "<!-- wp:paragraph --><p>Before.</p><!-- /wp:paragraph --><!-- wp:block {\"ref\":2} /--><!-- wp:paragraph --><p>After.</p><!-- /wp:paragraph -->"),
            Item(2, "<!-- wp:paragraph --><p>Outer.</p><!-- /wp:paragraph --><!-- wp:block {\"ref\":3} /-->", type: "wp_block"), Item(3, "<p>Inner.</p>", type: "wp_block"));
        Assert.Equal(["Before.", "Outer.", "Inner.", "After."], story.Content.Body.SelectMany(block => block.Texts));
        Assert.Empty(story.ImportWarnings);
    }

    [Fact]
    public void A_block_that_holds_itself_does_not_grow_for_ever() =>
        Assert.NotEmpty(Story(Item(1, "<!-- wp:block {\"ref\":2} /-->"), Item(2, "<p>Again.</p><!-- wp:block {\"ref\":2} /--><!-- wp:block {\"ref\":2} /-->", type: "wp_block")).Content.Body);

    [Theory]
    [InlineData("<!-- wp:block {\"ref\":9} /-->", "reusable block 9")]
    [InlineData("<!-- wp:block {\"ref\":2,\"content\":{\"Title\":{\"content\":\"Other words here\"}}} /-->", "Other words here")]
    [InlineData("<!-- wp:acf/box {\"data\":{\"text\":\"Words of a box\",\"n\":5}} /-->", "Words of a box")]
    [InlineData("<!-- wp:acf/box {\"data\":{\"link\":\"https://box.example/1\"}} /-->", "https://box.example/1")]
    public void Words_that_stand_in_attributes_only_are_told(string content, string words) =>
        Assert.Contains(words, Assert.Single(Story(Item(1, "Text." + content), Item(2, "<p>Synced.</p>", type: "wp_block")).ImportWarnings), StringComparison.Ordinal);

    [Theory]
    [InlineData("<wp:postmeta><wp:meta_key>enclosure</wp:meta_key><wp:meta_value><![CDATA[https://old.example/a.mp3\n12345\naudio/mpeg]]></wp:meta_value></wp:postmeta>", 1)]
    [InlineData("<enclosure url=\"https://old.example/a.mp3\" length=\"1\" type=\"audio/mpeg\"/>", 1)]
    [InlineData("<wp:post_name>x</wp:post_name>", 0)]
    public void The_sound_of_a_podcast_stands_in_its_story(string more, int embeds) =>
        Assert.Equal(embeds, Story(Item(1, "Text.", more: more)).Content.Body.OfType<Embed>().Count(embed => embed.Address == "https://old.example/a.mp3"));

    [Fact]
    public void A_sound_that_the_text_shows_stands_once() =>
        Assert.Single(Story(Item(1, "[audio src=\"https://old.example/a.mp3\"]", more: "<enclosure url=\"https://old.example/a.mp3\"/>")).Content.Body);

    private static string Meta(string key, string value) => $"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>";
}
