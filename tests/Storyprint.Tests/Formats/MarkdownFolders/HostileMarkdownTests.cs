using Storyprint.Formats.Imports;
using Storyprint.Formats.MarkdownFolders;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Formats.MarkdownFolders;

public sealed class HostileMarkdownTests
{
    [Theory]
    [InlineData("---\na: &a [x,x,x]\nb: &b [*a,*a]\ntitle: *b\n---\n", "references")]
    [InlineData("+++\ntitle = \"T\n+++\nText", "TOML")]
    [InlineData("---\ntitle: T\nText without an end", "never ends")]
    [InlineData("---\ntitle: a: b\n---\nText", "line 2")]
    [InlineData("---\n- a\n- b\n---\nText", "no list of fields")]
    [InlineData("---\ndate: 2024-01-31\n---\n", "no headline")]
    public void What_cannot_be_read_is_refused_with_a_reason(string text, string reason)
    {
        Assert.Contains(reason, Assert.IsType<RejectedItem>(One("a/a.md", System.Text.Encoding.UTF8.GetBytes(text))).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_utf_8_are_refused_with_their_line()
    {
        var refused = Assert.IsType<RejectedItem>(One("a/a.md", [.. "---\ntitle: T\n---\nCaf"u8, 0xE9, .. " x"u8]));

        Assert.Equal(4, refused.Line);
    }

    [Fact]
    public void A_deeply_nested_front_matter_is_refused() =>
        Assert.IsType<RejectedItem>(One("a/a.md", System.Text.Encoding.UTF8.GetBytes("---\ntitle: " + new string('[', 20_000) + new string(']', 20_000) + "\n---\n")));

    [Fact]
    public void A_text_that_nests_without_end_keeps_its_words() =>
        Assert.Contains("words", Trial.Words(Assert.IsType<ImportedStory>(One("a/a.md", System.Text.Encoding.UTF8.GetBytes("---\ntitle: T\n---\n" + new string('>', 20_000) + " words\n"))).Content.Body), StringComparison.Ordinal);

    [Fact]
    public void Five_megabytes_are_no_story() => Assert.IsType<RejectedItem>(One("a/a.md", new byte[5 * 1024 * 1024]));

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("../secret.png")]
    [InlineData("..\\..\\secret.png")]
    [InlineData("%2e%2e/secret.png")]
    [InlineData("/../secret.png")]
    [InlineData("a/../../../secret.png")]
    [InlineData("file:///etc/passwd")]
    [InlineData("link.png")]
    public void A_picture_is_never_looked_for_outside_of_the_folder(string picture)
    {
        using var outer = new TrialFolder();
        outer.Write("secret.png", "x");
        outer.Write("archive/stories/a.md", $"---\ntitle: T\ndate: 2024-01-31\nimage: \"{picture.Replace("\\", "\\\\", StringComparison.Ordinal)}\"\n---\n![x](<{picture}>)\n");
        File.CreateSymbolicLink(Path.Combine(outer.Root, "archive", "stories", "link.png"), Path.Combine(outer.Root, "secret.png"));

        var story = new MarkdownImportReader(Path.Combine(outer.Root, "archive"), Trial.Options).Story();

        Assert.DoesNotContain(story.Content.Body.OfType<Picture>(), found => found.Address!.StartsWith("file:", StringComparison.Ordinal) || found.Address.Split('/', '\\').Contains(".."));
    }

    [Fact]
    public void Links_out_of_the_folder_are_not_followed()
    {
        using var outer = new TrialFolder();
        outer.Write("private/a.md", "---\ntitle: Secret\n---\n");
        outer.Write("archive/b/b.md", "---\ntitle: Open\n---\n");
        Directory.CreateSymbolicLink(Path.Combine(outer.Root, "archive", "link"), Path.Combine(outer.Root, "private"));
        File.CreateSymbolicLink(Path.Combine(outer.Root, "archive", "a.md"), Path.Combine(outer.Root, "private", "a.md"));

        Assert.Equal("Open", new MarkdownImportReader(Path.Combine(outer.Root, "archive"), Trial.Options).Story().Label);
        Assert.Equal(2, new MarkdownImportReader(Path.Combine(outer.Root, "archive"), Trial.Options).Items().OfType<SkippedItem>().Count(item => item.What.StartsWith("link", StringComparison.Ordinal)));
    }

    [Fact]
    public void Markup_inside_is_cleaned_as_everywhere()
    {
        var story = Assert.IsType<ImportedStory>(One("a/a.md", "---\ntitle: \"<script>alert(1)</script>T\"\n---\n<script>alert(1)</script>\n\n[x](javascript:alert(1)) <img src=x onerror=alert(1)> {{< figure src=\"javascript:alert(1)\" caption=\"<script>alert(1)</script>\" >}}\n"u8.ToArray()));

        Assert.Equal("T", story.Content.Headline);
        Assert.DoesNotContain(story.Content.Body.OfType<Picture>(), picture => picture.Address!.Contains("javascript", StringComparison.Ordinal));
        Assert.DoesNotContain(story.Content.Body.OfType<Paragraph>().SelectMany(paragraph => paragraph.Text.Runs), run => run.Link is not null);
    }

    [Fact]
    public void An_empty_folder_says_so()
    {
        using var folder = new TrialFolder();

        Assert.IsType<RejectedItem>(Assert.Single(new MarkdownImportReader(folder.Root, Trial.Options).Items()));
    }

    private static ImportedItem One(string path, byte[] text)
    {
        using var folder = new TrialFolder();
        folder.Write(path, text);
        return Assert.Single(new MarkdownImportReader(folder.Root, Trial.Options).Items());
    }
}
