using System.Text;
using Storyprint.Formats.Imports;
using static Storyprint.Tests.Formats.Wxr.WxrSample;

namespace Storyprint.Tests.Formats.Wxr;

public sealed class HostileWxrTests
{
    [Theory]
    [InlineData("<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>")]
    [InlineData("<!DOCTYPE rss SYSTEM \"http://127.0.0.1:1/evil.dtd\">")]
    [InlineData("<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")]
    public void A_document_type_is_refused_and_nothing_is_fetched(string declaration)
    {
        var refused = Assert.IsType<RejectedItem>(Assert.Single(Read(File(Item(1, "Text.")).Replace("<rss", declaration + "<rss", StringComparison.Ordinal))));

        Assert.Contains("DTD", refused.Reason, StringComparison.Ordinal);
        Assert.True(refused.Line > 0);
    }

    [Fact]
    public void A_file_that_breaks_off_gives_what_stands_before_the_break()
    {
        var whole = File(Item(1, "One."), Item(2, "Two."), Item(3, "Three."));

        var items = Read(whole[..whole.IndexOf("Three.", StringComparison.Ordinal)]);

        Assert.Equal(3, items.Count);
        Assert.Equal(2, items.OfType<ImportedStory>().Count());
        var refused = Assert.IsType<RejectedItem>(items[^1]);
        Assert.Contains("line", refused.Reason, StringComparison.Ordinal);
        Assert.Contains("2 items", refused.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not xml at all")]
    [InlineData("<html><body>hello</body></html>")]
    [InlineData("<rss version=\"2.0\"><channel><item><title>A feed</title></item></channel></rss>")]
    [InlineData("<feed xmlns=\"http://www.w3.org/2005/Atom\"></feed>")]
    [InlineData("\0\0\0\0")]
    public void What_is_no_export_is_refused_once(string text) => Assert.IsType<RejectedItem>(Assert.Single(Read(text)));

    [Fact]
    public void Characters_that_xml_forbids_do_not_end_the_reading()
    {
        var items = Read(File(Item(1, "A\u000Bb\u0000c&\u001F", "Head\u0001line"), Item(2, "Two.")));

        Assert.Equal(2, items.OfType<ImportedStory>().Count());
        Assert.DoesNotContain(Trial.Words(((ImportedStory)items[0]).Content.Body), char.IsControl);
    }

    [Fact]
    public void A_title_of_ten_megabytes_is_cut_and_the_next_item_is_read()
    {
        var items = Read(File(Item(1, "One.", new string('x', 10_000_000)), Item(2, "Two.")));

        var story = Assert.IsType<ImportedStory>(items[0]);
        Assert.Equal(500, story.Content.Headline.Length);
        Assert.Contains(story.ImportWarnings, warning => warning.Contains("headline", StringComparison.Ordinal));
        Assert.Equal(2, items.Count);
    }

    [Fact]
    public void Nested_cdata_edges_are_words()
    {
        var story = Story(Item(1, "a ]]]]><![CDATA[> b"));

        Assert.Equal("a ]]> b", Trial.Words(story.Content.Body));
    }

    [Fact]
    public void A_declared_encoding_is_followed_and_bad_bytes_are_told()
    {
        var latin = File(Item(1, "Café")).Replace("UTF-8", "windows-1252", StringComparison.Ordinal);
        var declared = Assert.IsType<ImportedStory>(Assert.Single(Read(Encoding.Latin1.GetBytes(latin))));
        var wrong = Assert.IsType<ImportedStory>(Assert.Single(Read(Encoding.Latin1.GetBytes(File(Item(1, "Café"))))));

        Assert.Equal("Café", Trial.Words(declared.Content.Body));
        Assert.Contains(wrong.ImportWarnings, warning => warning.Contains("could not be read", StringComparison.Ordinal));
    }

    [Fact]
    public void Utf_16_and_a_blank_line_before_the_declaration_are_read()
    {
        var xml = File(Item(1, "Café"));

        Assert.Single(Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(xml)]).OfType<ImportedStory>());
        Assert.Single(Read("\n\n" + xml).OfType<ImportedStory>());
    }

    [Fact]
    public void A_million_brackets_are_read_in_passing()
    {
        var story = Story(Item(1, string.Concat(Enumerable.Repeat("[a] ", 250_000))));

        Assert.StartsWith("[a] [a]", Trial.Words(story.Content.Body), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_items_of_one_number_have_two_sources()
    {
        var items = Read(File(Item(1, "One."), Item(1, "Two.")));

        Assert.Equal(2, items.Select(item => item.Source).Distinct().Count());
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused() =>
        Assert.IsType<RejectedItem>(Assert.Single(new Storyprint.Formats.Wxr.WxrImportReader("/nowhere/at/all.xml", Trial.Options).Items()));
}
