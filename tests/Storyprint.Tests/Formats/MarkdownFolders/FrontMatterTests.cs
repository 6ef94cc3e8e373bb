using Storyprint.Formats.MarkdownFolders;

namespace Storyprint.Tests.Formats.MarkdownFolders;

public sealed class FrontMatterTests
{
    [Theory]
    [InlineData("---\ntitle: a\n---\nbody\n", "a", "body\n")]
    [InlineData("---\r\ntitle: a\r\n---\r\nbody", "a", "body")]
    [InlineData("\n\n---\ntitle: a\n---\nbody", "a", "body")]
    [InlineData("--- \ntitle: پل\n---\t\nمتن", "پل", "متن")]
    [InlineData("---\ntitle: 橋\n...\n本文", "橋", "本文")]
    [InlineData("---\ntitle: a\n---", "a", "")]
    [InlineData("---\n---\nbody", "", "body")]
    [InlineData("---\ntitle: a\n---\n---\nbody", "a", "---\nbody")]
    [InlineData("no fields", "", "no fields")]
    [InlineData("--- a rule with words\nbody", "", "--- a rule with words\nbody")]
    [InlineData("---", "", "---")]
    [InlineData("", "", "")]
    [InlineData("+++\ntitle = 'a'\n+++\nbody", "a", "body")]
    [InlineData("---toml\ntitle = \"پل\"\n---\nمتن", "پل", "متن")]
    [InlineData("{\n\"title\": \"a\"\n}\n\nbody", "a", "\nbody")]
    [InlineData("{\"title\": \"橋\", \"n\": [1, {}]}\n{{< x >}}", "橋", "{{< x >}}")]
    [InlineData("---json\n{\"title\": \"a\"}\n---\nbody", "a", "body")]
    [InlineData("{braces} in the text\nbody", "", "{braces} in the text\nbody")]
    public void Fields_and_text_are_told_apart(string file, string title, string text)
    {
        var known = Assert.IsType<FrontMatter.Known>(FrontMatter.Read(file));
        Assert.Equal((title, text), (known.Fields.Text("title"), known.Text));
    }

    [Theory]
    [InlineData("+++\ntitle = a\n+++\n", 2, "quotation marks")]
    [InlineData("+++\ntitle = 'a'\nbody", 1, "never ends")]
    [InlineData("{\n\"title\": 1,,\n}\nbody", 2, "JSON")]
    [InlineData("---\ntitle: a\nbody", 1, "never ends")]
    [InlineData("---\na: 1\nb: [\n---\n", 4, "cannot be read")]
    [InlineData("---\na: &x 1\nb: *x\n---\n", 3, "references")]
    [InlineData("---\njust words\n---\n", 2, "no list of fields")]
    public void What_cannot_be_read_is_refused_with_its_line(string file, int line, string reason)
    {
        var refused = Assert.IsType<FrontMatter.Refused>(FrontMatter.Read(file));
        Assert.Contains(reason, refused.Reason, StringComparison.Ordinal);
        Assert.Equal(line, refused.Line);
    }

    [Fact]
    public void Fields_longer_than_any_story_needs_are_refused() =>
        Assert.Contains("longer than 64 kB", Assert.IsType<FrontMatter.Refused>(FrontMatter.Read($"---\na: {new string('x', 70_000)}\n---\n")).Reason, StringComparison.Ordinal);
}
