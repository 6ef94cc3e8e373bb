using System.Text;
using Storyprint.Formats.Imports;
using Storyprint.Formats.Wxr;
using Storyprint.Stories.Releases;
using static Storyprint.Tests.Formats.Wxr.WxrSample;

namespace Storyprint.Tests.Formats.Wxr;

/// <summary>What is wrong in one item hides no other: WxrItems reads on, WxrScanner finds the next, WxrMending mends what has one meaning only.</summary>
public sealed class DamagedWxrTests
{
    [Theory]
    [InlineData("Caf&eacute;&nbsp;open &ndash; again", "Café\u00A0open – again")]
    [InlineData("Salt & pepper", "Salt & pepper")]
    [InlineData("AT&T; and R&D", "AT&T; and R&D")]
    [InlineData("Less < more", "Less < more")]
    [InlineData("&copy; 5 &euro; & <", "© 5 € & <")]
    public void A_sign_with_one_meaning_is_mended_and_told(string title, string headline)
    {
        var items = Read(File(Item(1, "One."), Item(2, "Two.", title), Item(3, "Three.")));
        var mended = Assert.IsType<ImportedStory>(items[1]);
        Assert.Equal(headline, mended.Content.Headline);
        Assert.Contains("was damaged", Assert.Single(mended.ImportWarnings), StringComparison.Ordinal);
        Assert.Equal((3, "Two."), (items.Count, Trial.Words(mended.Content.Body)));
        Assert.All([items[0], items[2]], item => Assert.Empty(Assert.IsType<ImportedStory>(item).ImportWarnings));
    }

    [Theory]
    [InlineData("<p>Code: <![CDATA[ x ]]> end.</p>")]
    [InlineData("]]></content:encoded></nothing><content:encoded><![CDATA[")]
    [InlineData("]]></content:encoded><content:encoded a=1><![CDATA[")]
    public void A_damaged_item_is_refused_with_its_line_and_the_next_is_read(string content)
    {
        var items = Read(File(Item(1, "One."), Item(2, content), Item(3, "Three."), Item(4, "Four.")));
        Assert.Equal(4, items.Count);
        var refused = Assert.IsType<RejectedItem>(items[1]);
        Assert.InRange(refused.Line, items[0].Line + 1, items[2].Line - 1);
        Assert.Contains("line", refused.Reason, StringComparison.Ordinal);
        Assert.Equal(["One.", "Three.", "Four."], items.OfType<ImportedStory>().Select(story => Trial.Words(story.Content.Body)));
    }

    [Fact]
    public void A_section_without_an_end_swallows_no_other_item()
    {
        var items = Read(File(Item(1, "One."), Item(2, "Two.").Replace("Two.]]>", "Two.", StringComparison.Ordinal), Item(3, "Three."), Item(4, "Four.")));
        Assert.Equal(["One.", "Two.", "Three.", "Four."], items.OfType<ImportedStory>().Select(story => Trial.Words(story.Content.Body)));
        Assert.Single(((ImportedStory)items[1]).ImportWarnings);
    }

    [Fact]
    public void An_item_without_its_end_tag_swallows_no_other_item()
    {
        var items = Read(File(Item(1, "One."), Item(2, "Two.").Replace("</item>", "", StringComparison.Ordinal), Item(3, "Three.")));
        Assert.Equal([typeof(ImportedStory), typeof(RejectedItem), typeof(ImportedStory)], items.Select(item => item.GetType()));
    }

    [Theory]
    [InlineData("\uFEFF\uFEFF")]
    [InlineData("\n \uFEFF\n")]
    [InlineData("<br />\n<b>Notice</b>: Undefined index in <b>x.php</b><br />\n")]
    public void What_stands_before_the_beginning_does_not_refuse_the_file(string before)
    {
        var items = Read(before + File(Item(1, "One."), Item(2, "Two.")));
        Assert.Equal(["One.", "Two."], items.OfType<ImportedStory>().Select(story => Trial.Words(story.Content.Body)));
        Assert.Equal(2, items.Count);
        Assert.All(items.Cast<ImportedStory>(), story => Assert.Equal(["Ines Calloway"], story.Content.Bylines));
    }

    [Fact]
    public void An_author_that_cannot_be_read_does_not_hide_the_stories()
    {
        var items = Read(File(Item(1, "One.")).Replace("<wp:author>", "<wp:author><wp:author_login>x</wp:author_login><wp:author_display_name>Salt & Co</wp:author_display_name></wp:author><wp:author>", StringComparison.Ordinal));
        Assert.Equal(["Ines Calloway"], Assert.IsType<ImportedStory>(Assert.Single(items)).Content.Bylines);
    }

    [Fact]
    public void A_file_that_ends_in_an_error_of_the_server_says_so()
    {
        var whole = File(Item(1, "One."), Item(2, "Two."));
        var items = Read(whole.Replace("</channel></rss>", "<br />\n<b>Fatal error</b>: Allowed memory size exhausted<br />", StringComparison.Ordinal));
        Assert.Equal(3, items.Count);
        var refused = Assert.IsType<RejectedItem>(items[2]);
        Assert.Contains("Allowed memory size exhausted", refused.Reason, StringComparison.Ordinal);
        Assert.Contains("2 items", refused.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n<!-- cached -->\n<script>x</script>")]
    [InlineData("\0\0")]
    public void What_stands_behind_the_end_is_no_item(string behind) => Assert.IsType<ImportedStory>(Assert.Single(Read(File(Item(1, "One.")) + behind)));

    [Fact]
    public void Thousands_of_damaged_items_are_each_counted()
    {
        var items = Read(File([.. Enumerable.Range(1, 2000).Select(number => Item(number, "Text.", number % 2 == 0 ? "a <b" : "sound"))]));
        Assert.Equal((1000, 1000), (items.OfType<ImportedStory>().Count(), items.OfType<RejectedItem>().Count()));
    }

    [Theory]
    [InlineData("UTF-8")]
    [InlineData("utf-8")]
    public void Bytes_that_lie_are_read_and_kept_as_a_draft(string label)
    {
        var xml = Encoding.GetEncoding("iso-8859-1").GetBytes(File(Item(1, "<p>\u0093Caf\u00E9\u0094</p>", "\u00C9l\u00E9phant"), Item(2, "Sound.")).Replace("UTF-8", label, StringComparison.Ordinal));
        var stories = Read(xml).Cast<ImportedStory>().ToList();
        Assert.Equal(("Éléphant", "“Café”", StoryStatus.Draft), (stories[0].Content.Headline, Trial.Words(stories[0].Content.Body), stories[0].Status));
        Assert.Contains("could not be read", Assert.Single(stories[0].ImportWarnings), StringComparison.Ordinal);
        Assert.Equal((StoryStatus.Published, 0), (stories[1].Status, stories[1].ImportWarnings.Count));
    }

    [Fact]
    public void Windows_1252_under_the_label_of_latin_1_holds_no_control_characters()
    {
        var xml = Encoding.GetEncoding("iso-8859-1").GetBytes(File(Item(1, "<p>\u0093Caf\u00E9\u0094 \u0096 5 \u0080</p>")).Replace("UTF-8", "ISO-8859-1", StringComparison.Ordinal));
        var story = Assert.IsType<ImportedStory>(Assert.Single(Read(xml)));
        Assert.Equal("“Café” – 5 €", Trial.Words(story.Content.Body));
        Assert.Equal(StoryStatus.Published, story.Status);
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    [InlineData("utf-32", false)]
    [InlineData("utf-32BE", true)]
    [InlineData("utf-32BE", false)]
    public void Wide_encodings_are_known_with_and_without_a_mark(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] xml = [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(File(Item(1, "پل Café")))];
        using var folder = new TrialFolder();
        var path = folder.Write("export.xml", xml);
        Assert.NotNull(Storyprint.Formats.ImportFormatDetector.Open(path, Trial.Options));
        Assert.Equal("پل Café", Trial.Words(Assert.IsType<ImportedStory>(Assert.Single(new WxrImportReader(path, Trial.Options).Items())).Content.Body));
    }

    [Fact]
    public void Text_that_was_decoded_twice_is_a_draft()
    {
        var story = Story(Item(1, "Sound.", "\u00C3\u0089l\u00C3\u00A9phant \u00E0 N\u00EEmes"));
        Assert.Equal(StoryStatus.Draft, story.Status);
        Assert.DoesNotContain(story.Content.Headline, char.IsControl);
        Assert.Contains("decoded twice", Assert.Single(story.ImportWarnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a & b", "a &amp; b", "&")]
    [InlineData("&amp; &#8211; &#xE9;", "&amp; &#8211; &#xE9;", "")]
    [InlineData("<a>1 < 2</a>", "<a>1 &lt; 2</a>", "<")]
    [InlineData("<a><![CDATA[x & y < z]]></a>", "<a><![CDATA[x & y < z]]></a>", "")]
    [InlineData("<a><![CDATA[x</a><b><![CDATA[y]]></b>", "<a><![CDATA[x]]></a><b><![CDATA[y]]></b>", "]]>")]
    public void Mending_touches_nothing_that_is_sound(string item, string mended, string what)
    {
        var (text, mends) = WxrMending.Mend(item);
        Assert.Equal((mended, what), (text, string.Join(' ', mends)));
    }

    [Theory]
    [InlineData("<x><item>a</item>\n<item>b</item></x>", "a:1|b:2")]
    [InlineData("<items><item>a<![CDATA[</item>]]></item></items>", "a:1")]
    [InlineData("<item >a\r\n</item>\r\n<item>b</item>", "a:1|b:3")]
    [InlineData("<item>a", "a:1")]
    [InlineData("no items", "")]
    [InlineData("", "")]
    public void The_scanner_finds_items_with_their_lines(string text, string expected)
    {
        using var scanner = new WxrScanner(new StringReader(text));
        var found = new List<string>();
        while (scanner.Next() is { } piece)
        {
            found.Add($"{piece.Text[piece.Text.IndexOf('>')..].TrimStart('>')[0]}:{piece.Line}");
        }

        Assert.Equal(expected, string.Join('|', found));
    }
}
