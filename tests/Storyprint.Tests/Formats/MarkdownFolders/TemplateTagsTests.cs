using Storyprint.Formats.Html;
using Storyprint.Formats.MarkdownFolders;

namespace Storyprint.Tests.Formats.MarkdownFolders;

public sealed class TemplateTagsTests
{
    [Theory]
    [InlineData("no tags", "no tags")]
    [InlineData("{{< youtube abc123 >}}", "https://www.youtube.com/watch?v=abc123")]
    [InlineData("{{< youtube id=\"a b\" >}}", "https://www.youtube.com/watch?v=a%20b")]
    [InlineData("{% vimeo 42 %}", "https://vimeo.com/42")]
    [InlineData("{{< tweet user=\"maud\" id=\"99\" >}}", "https://twitter.com/maud/status/99")]
    [InlineData("{% include video.html url=\"https://film.example/1\" %}", "https://film.example/1")]
    [InlineData("{% raw %}words{% endraw %}", "words")]
    [InlineData("{{< quote >}}پل بسته شد{{< /quote >}}", "پل بسته شد")]
    [InlineData("{{ site.baseurl }}/a.jpg", "/a.jpg")]
    [InlineData("{{ '/img/a.jpg' | relative_url }}", "/img/a.jpg")]
    [InlineData("{single} braces", "{single} braces")]
    [InlineData("{{< never closed", "{{< never closed")]
    public void Embeds_and_words_come_over(string text, string expected) => Assert.Equal(expected, TemplateTags.Apply(text, new ImportWarnings()).Trim());

    [Fact]
    public void A_figure_is_written_as_HTML_that_nothing_can_break_out_of() => Assert.Equal(
        "<figure><img src=\"/a.jpg\" alt=\"قایق\" data-credit=\"&lt;b&gt;\"><figcaption>A &amp; B</figcaption></figure>",
        TemplateTags.Apply("{{< figure src='/a.jpg' alt='قایق' caption='A & B' attr='<b>' >}}", new ImportWarnings()).Trim());

    [Theory]
    [InlineData("{{< gallery >}}", 1)]
    [InlineData("{% include ad.html %}", 1)]
    [InlineData("{{ page.title }}", 1)]
    [InlineData("{{ site.url }}", 0)]
    [InlineData("{% comment %}{% endcomment %}", 0)]
    [InlineData("{{% toc %}}", 0)]
    public void What_cannot_come_over_is_named(string text, int count)
    {
        var warnings = new ImportWarnings();
        Assert.Equal(string.Empty, TemplateTags.Apply(text, warnings).Trim());
        Assert.Equal(count, warnings.Sentences.Count);
    }

    [Fact]
    public void An_address_with_a_space_in_it_is_no_embed() =>
        Assert.Equal(string.Empty, TemplateTags.Apply("{{< video src=\"https://a.example/ x\" >}}", new ImportWarnings()));
}
