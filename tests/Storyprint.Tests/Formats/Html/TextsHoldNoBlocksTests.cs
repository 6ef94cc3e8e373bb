using Storyprint.Formats.Html;
using Storyprint.Formats.MarkdownFolders;
using Storyprint.Formats.SavedPages;
using Storyprint.Stories.Body;
using Storyprint.Tests.Formats.Wxr;

namespace Storyprint.Tests.Formats.Html;

/// <summary>A cell, an item, a quotation, a caption or a heading holds one text: what else stood in it is kept as words or told.</summary>
public sealed class TextsHoldNoBlocksTests
{
    private static readonly string[] Places =
    [
        "<table><tr><td>Rules<td>{0}</table>",
        "<table><tr><th>Rules<th>{0}<tr><td>a<td>b</table>",
        "<table><caption>{0}</caption><tr><td>a<td>b</table>",
        "<ul><li>Rules {0}</ul>",
        "<ol><li><div>{0}</div></ol>",
        "<blockquote><p>Rules:</p>{0}</blockquote>",
        "<blockquote class=pullquote><p>Rules:</p>{0}</blockquote>",
        "<blockquote><p>Rules</p><footer>{0}</footer></blockquote>",
        "<figure><img src='https://a.example/x.jpg'><figcaption>{0}</figcaption></figure>",
        "<figure><img src='https://a.example/x.jpg'><figcaption>Rules <cite>{0}</cite></figcaption></figure>",
        "<figure><table><tr><td>a<td>b</table><figcaption>{0}</figcaption></figure>",
        "<figure><iframe src='https://film.example/1'></iframe><figcaption>{0}</figcaption></figure>",
        "<h2>{0}</h2>",
    ];

    // What stands there; a word or figure that must be in the story as words, or, behind a bar, a sentence of the report.
    private static readonly (string Html, string[] Kept)[] Structures =
    [
        ("<ol start=5><li>berth<li>quay</ol>", ["5. berth", "6. quay"]),
        ("<ol reversed><li>berth<li>quay</ol>", ["2. berth", "1. quay"]),
        ("<ol><li>berth<li value=9>quay</ol>", ["1. berth", "9. quay"]),
        ("<ol><li>berth<ol start=3><li>quay</ol><li>pier</ol>", ["1. berth", "3. quay", "2. pier", "|without its depth"]),
        ("<ul><li>berth<ul><li>quay</ul></ul>", ["berth", "quay", "|without its depth"]),
        ("<ol type=a><li>berth</ol>", ["1. berth", "|counted otherwise"]),
        ("<h4>berth</h4>quay", ["berth", "quay"]),
        ("<pre>berth  = 1\nquay</pre>", ["berth = 1", "quay"]),
        ("berth<br>quay", ["berth", "quay"]),
        ("<blockquote>berth</blockquote>", ["berth", "|as ordinary words"]),
        ("berth<hr>quay", ["berth", "quay", "|A rule"]),
        ("10<sup>6</sup> berths", ["10⁶ berths"]),
        ("berth <a href='https://a.example/2'>quay</a>", ["berth quay", "https://a.example/2"]),
        ("berth <img src='https://a.example/2.jpg' alt=pier>", ["berth", "https://a.example/2.jpg"]),
        ("berth <iframe src='https://film.example/2'></iframe>", ["berth", "https://film.example/2"]),
    ];

    [Fact]
    public void Whatever_stands_in_a_text_is_kept_as_words_or_told()
    {
        var lost = new List<string>();
        foreach (var place in Places)
        {
            foreach (var (html, kept) in Structures)
            {
                var (body, warnings) = HtmlToBlocks.Read("<p>Before.</p>" + place.Replace("{0}", html, StringComparison.Ordinal), new());
                lost.AddRange(kept.Where(word => !(word == "|without its depth" && place.Contains("<li>", StringComparison.Ordinal)) && !IsKept(word, body, warnings)).Select(word => $"{word}: {html} in {place}"));
            }
        }

        Assert.True(lost.Count == 0, string.Join("\n", lost));
    }

    [Theory]
    [InlineData("<table><tr><td>Rules<td><ol start=5><li>berth<li>quay</ol></table>")]
    [InlineData("<table><tr><td>Rules<td><ol reversed start=6><li>quay<li>berth</ol></table>")]
    public void Every_format_keeps_the_numbers_of_a_cell(string table)
    {
        using var folder = new TrialFolder();
        var page = folder.Write("page/a.html", $"<html lang=en><body><h1>New rules for the harbour</h1><article><p>The harbour has new rules, and the town’s council published them on Monday morning.</p>{table}<p>They hold from May, as the council said.</p></article></body></html>");
        folder.Write("md/a.md", $"---\ntitle: New rules\ndate: 2024-03-01\n---\nThe harbour has new rules.\n\n{table}\n");
        IReadOnlyList<Block>[] bodies =
        [
            WxrSample.Read(WxrSample.File(WxrSample.Item(1, $"<!-- wp:table --><figure class=\"wp-block-table\">{table}</figure><!-- /wp:table -->"))).OfType<Storyprint.Formats.Imports.ImportedStory>().Single().Content.Body,
            new SavedPageImportReader(Path.GetDirectoryName(page)!, Trial.Options).Story().Content.Body,
            new MarkdownImportReader(Path.Combine(folder.Root, "md"), Trial.Options).Story().Content.Body,
        ];
        Assert.All(bodies, body =>
        {
            Assert.Contains("5. berth", Trial.Words(body), StringComparison.Ordinal);
            Assert.Contains("6. quay", Trial.Words(body), StringComparison.Ordinal);
        });
    }

    private static bool IsKept(string word, IReadOnlyList<Block> body, IReadOnlyList<string> warnings)
    {
        var said = string.Join('\n', warnings);
        var words = string.Join('\n', body.SelectMany(Lines).Concat(body.SelectMany(Addresses)));
        return word[0] == '|' ? said.Contains(word[1..], StringComparison.Ordinal) : (words + said).Contains(word, StringComparison.Ordinal);
    }

    // A list that is still one has its numbers, though not as words.
    private static IEnumerable<string> Lines(Block block) => block is BulletList list ? ListLines.Of(list).Select(PlainWords.Of).Select(HtmlPlainText.Fold)
        : block.RichTexts.Select(PlainWords.Of).Concat(block.Texts).Select(HtmlPlainText.Fold);

    private static IEnumerable<string> Addresses(Block block) => block switch
    {
        Embed embed => [embed.Address],
        Picture picture => [picture.Address!, .. Links(block)],
        _ => Links(block),
    };

    private static IEnumerable<string> Links(Block block) => block.RichTexts.SelectMany(text => text.Runs).Select(run => run.Link?.Address ?? string.Empty);
}
