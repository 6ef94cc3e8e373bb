using System.Text.RegularExpressions;
using System.Xml.Linq;
using Storyprint.Formats.Imports;
using Storyprint.Formats.MarkdownFolders;
using Storyprint.Formats.SavedPages;
using Storyprint.Formats.Wxr;
using Storyprint.Stories.Body;
using Storyprint.Tests.Formats;
using Storyprint.Tests.Formats.Wxr;

namespace Storyprint.Tests.Promises;

/// <summary>
/// The report never says "imported" when a word, a date, an author, a link or a file was lost: every element and field of published samples is filled with a
/// word of its own, which must be in the story or in the report, unless the format's list of bookkeeping names it (WxrBookkeeping, PageMetadata.IsBookkeeping).
/// </summary>
public sealed partial class NothingIsLostUnsaidTests
{
    private const string Word = "zzqword";

    public static TheoryData<string> FieldsOfExports => new(Exports().SelectMany(export => export.Descendants("item").Elements()).Select(element => Name(element.Name))
        .Where(name => name is not ("wp:postmeta" or "wp:comment" or "category")).Concat(["enclosure", "itunes:summary", "wfw:commentRss", "media:title", "author"]).Distinct());

    public static TheoryData<string> MetaOfExports => new(Exports().SelectMany(export => export.Descendants()).Where(element => element.Name.LocalName == "meta_key" && element.Parent!.Name.LocalName == "postmeta")
        .Select(element => element.Value).Concat(["_yoast_wpseo_title", "_yoast_wpseo_metadesc", "rank_math_description", "podcast_summary", "subtitle", "source_url", "_wp_old_date", "my_field"]).Distinct());

    [Theory]
    [MemberData(nameof(FieldsOfExports))]
    public void Every_element_of_an_item_is_in_the_story_or_the_report(string name)
    {
        var item = WxrSample.Item(1, "<p>Text.</p>");
        var own = new Regex($"<{name}[^>]*>.*?</{name}>", RegexOptions.Singleline);
        item = own.IsMatch(item) ? own.Replace(item, $"<{name}><![CDATA[{Word} words]]></{name}>") : item.Replace("</item>", $"<{name}><![CDATA[{Word} words]]></{name}></item>", StringComparison.Ordinal);
        AssertAccounted(WxrSample.Read(WxrSample.File(item)), name == "wp:post_password" ? "password" : name, WxrBookkeeping.IsElement(name));
    }

    [Theory]
    [MemberData(nameof(MetaOfExports))]
    public void Every_custom_field_is_in_the_story_or_the_report(string key) => AssertAccounted(
        WxrSample.Read(WxrSample.File(WxrSample.Item(1, "<p>Text.</p>", more: $"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value><![CDATA[{Word} words]]></wp:meta_value></wp:postmeta>"))),
        key, WxrBookkeeping.IsMeta(key));

    [Theory]
    [InlineData("themeunittestdata.wordpress.xml")]
    [InlineData("64-block-test-data.xml")]
    [InlineData("theme-preview.xml")]
    public void Every_word_of_a_published_export_is_in_its_story_or_the_report(string file)
    {
        var path = SharedFiles.Path("fixtures/wxr/" + file);
        var texts = XDocument.Load(path).Descendants("item").GroupBy(item => item.Elements().FirstOrDefault(element => element.Name.LocalName == "post_id")?.Value ?? item.Element("title")!.Value)
            .ToDictionary(same => same.Key, same => same.First().Elements().FirstOrDefault(element => element.Name.LocalName == "encoded" && element.Name.NamespaceName.Contains("content", StringComparison.Ordinal))?.Value ?? string.Empty);
        foreach (var story in new WxrImportReader(path, Trial.Options).Items().OfType<ImportedStory>())
        {
            var said = Words(Said(story)).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var lost = Words(Visible(texts.GetValueOrDefault(story.Source.Split(':')[2]) ?? texts[story.Label])).Where(word => !said.Contains(word)).ToList();
            Assert.True(lost.Count == 0, $"{story.Source} {story.Label}: {string.Join(' ', lost.Take(30))}");
        }
    }

    // Of Hugo, Jekyll, Eleventy, Astro, Docusaurus and their themes; what only steers the builder is in the list of Fields.
    [Theory]
    [InlineData("title")]
    [InlineData("headline")]
    [InlineData("linkTitle")]
    [InlineData("subtitle")]
    [InlineData("description")]
    [InlineData("summary")]
    [InlineData("excerpt")]
    [InlineData("author")]
    [InlineData("authors")]
    [InlineData("byline")]
    [InlineData("tags")]
    [InlineData("keywords")]
    [InlineData("categories")]
    [InlineData("section")]
    [InlineData("series")]
    [InlineData("date")]
    [InlineData("lastmod")]
    [InlineData("updatedDate")]
    [InlineData("publishDate")]
    [InlineData("expiryDate")]
    [InlineData("image")]
    [InlineData("images")]
    [InlineData("cover")]
    [InlineData("videos")]
    [InlineData("audio")]
    [InlineData("podcast")]
    [InlineData("resources")]
    [InlineData("aliases")]
    [InlineData("redirect_from")]
    [InlineData("redirect_to")]
    [InlineData("canonicalURL")]
    [InlineData("seoTitle")]
    [InlineData("pageTitle")]
    [InlineData("metaDescription")]
    [InlineData("kicker")]
    [InlineData("dateline")]
    [InlineData("location")]
    [InlineData("lang")]
    [InlineData("code")]
    [InlineData("source")]
    [InlineData("credit")]
    [InlineData("status")]
    [InlineData("visibility")]
    [InlineData("sidebar_label")]
    [InlineData("hide_title")]
    [InlineData("custom")]
    public void Every_field_of_a_Markdown_file_is_in_the_story_or_the_report(string name)
    {
        foreach (var text in (string[])[$"---\nheading: A headline\ndate: 2024-03-01\n{name}: {Word} words\n---\nText.", $"+++\nheading = 'A headline'\n{name} = '{Word} words'\n+++\nText.", $"{{\"heading\": \"A headline\", \"{name}\": \"{Word} words\"}}\nText."])
        {
            using var folder = new TrialFolder();
            folder.Write("a.md", text.Replace(name == "date" ? "date: 2024-03-01\n" : "\0", string.Empty, StringComparison.Ordinal));
            AssertAccounted(new MarkdownImportReader(folder.Root, Trial.Options).Items(), name, isBookkeeping: false);
        }
    }

    [Fact]
    public void Every_metadata_of_published_pages_is_in_the_story_or_the_report()
    {
        var names = Directory.GetFiles(SharedFiles.Path("fixtures/aeb/html"), "*.gz").Take(60).SelectMany(NamesOfMeta).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        Assert.True(names.Count > 40, $"Only {names.Count} names were found.");
        foreach (var name in names)
        {
            using var folder = new TrialFolder();
            folder.Write("a.html", $"<html lang=en><head><meta name=\"{name}\" content=\"{Word} words\"></head><body><h1>The ferry is late again</h1><p>The ferry to the island left two hours late this morning, and nobody was glad of it.</p></body></html>");
            AssertAccounted(new SavedPageImportReader(folder.Root, Trial.Options).Items(), name, PageMetadata.IsBookkeeping(name));
        }
    }

    // HTML, "index of elements": each with a word inside.
    [Theory]
    [InlineData("a abbr address article aside b bdi bdo big blockquote button caption center cite code data dd del details dfn dialog div dl dt em fieldset figcaption figure font footer")]
    [InlineData("h1 h2 h3 h4 h5 h6 header hgroup i ins kbd label legend li main mark marquee menu meter nav nobr ol p pre progress q rp rt ruby s samp search section slot small span strike")]
    [InlineData("strong sub summary sup table time tt u ul var x-own o:p font-face amp-story noembed svg math canvas form select textarea object video audio map template style script noscript iframe")]
    public void Every_element_of_HTML_keeps_its_words_or_is_told(string names)
    {
        foreach (var name in names.Split(' '))
        {
            var (body, warnings) = Storyprint.Formats.Html.HtmlToBlocks.Read($"<p>Before.</p><{name}>{Word}</{name}><p>After.</p>", new Storyprint.Formats.Html.HtmlToBlocksOptions());
            var isProgram = name is "style" or "template" or "noscript";
            Assert.True(isProgram || Trial.Words(body).Contains(Word, StringComparison.Ordinal) || warnings.Count > 0, $"<{name}>");
        }
    }

    private static void AssertAccounted(List<ImportedItem> items, string name, bool isBookkeeping)
    {
        var said = string.Join('\n', items.Select(Said));
        Assert.True(isBookkeeping || said.Contains(Word, StringComparison.OrdinalIgnoreCase) || said.Contains(name, StringComparison.OrdinalIgnoreCase), $"“{name}” is neither in the story nor in the report:\n{said}");
    }

    // Everything that readers, or whoever reads the report, may see of an item.
    private static string Said(ImportedItem item) => item switch
    {
        ImportedStory story => string.Join('\n',
        [
            System.Text.Json.JsonSerializer.Serialize(story.Content, Plain), story.Slug.Text, story.Section?.Name, story.TranslationKey, .. story.LegacyUrls, .. story.ImportWarnings,
            .. story.Content.Body.SelectMany(block => block.Texts),
        ]),
        RejectedItem refused => $"{refused.Label}\n{refused.Reason}",
        SkippedItem skipped => $"{skipped.Label}\n{skipped.What}",
        ImportedAttachment attachment => $"{attachment.Label}\n{attachment.Address}\n{string.Join('\n', attachment.ImportWarnings)}",
        _ => string.Empty,
    };

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static IEnumerable<XDocument> Exports() => ((string[])["themeunittestdata.wordpress.xml", "64-block-test-data.xml", "theme-preview.xml"])
        .Select(file => SharedFiles.Find("fixtures/wxr/" + file)).OfType<string>().Select(path => XDocument.Load(path));

    private static string Name(XName name) => name.NamespaceName switch
    {
        "" => name.LocalName,
        var space when space.Contains("excerpt", StringComparison.Ordinal) => "excerpt:" + name.LocalName,
        var space when space.Contains("content", StringComparison.Ordinal) => "content:" + name.LocalName,
        var space when space.Contains("purl.org/dc", StringComparison.Ordinal) => "dc:" + name.LocalName,
        _ => "wp:" + name.LocalName,
    };

    private static IEnumerable<string> NamesOfMeta(string packed)
    {
        using var page = new System.IO.Compression.GZipStream(File.OpenRead(packed), System.IO.Compression.CompressionMode.Decompress);
        using var text = new StreamReader(page);
        return [.. MetaName().Matches(text.ReadToEnd()).Select(match => match.Groups[1].Value)];
    }

    // What a reader sees of a post, told apart by means of its own: without comments, tags and shortcodes.
    private static string Visible(string content) => System.Net.WebUtility.HtmlDecode(Markup().Replace(content, " "));

    private static IEnumerable<string> Words(string text) => Letters().Matches(text).Select(match => match.Value).Where(word => word.Length > 2);

    [GeneratedRegex("""<meta[^>]+(?:name|property)=["']([A-Za-z][\w:.-]+)["']""")]
    private static partial Regex MetaName();

    [GeneratedRegex(@"<!--.*?-->|<(script|style)\b.*?</\1>|<[^>]*>|\[/?[a-z][^\]]*\]", RegexOptions.Singleline)]
    private static partial Regex Markup();

    [GeneratedRegex(@"[\p{L}\p{M}]+")]
    private static partial Regex Letters();
}
