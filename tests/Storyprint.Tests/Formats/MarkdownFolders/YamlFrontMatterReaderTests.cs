using Storyprint.Formats.MarkdownFolders;

namespace Storyprint.Tests.Formats.MarkdownFolders;

public sealed class YamlFrontMatterReaderTests
{
    [Theory]
    [InlineData("title: Ferry", "Ferry")]
    [InlineData("Title: پل بسته شد", "پل بسته شد")]
    [InlineData("title: \"橋: 閉鎖\"", "橋: 閉鎖")]
    [InlineData("title: ~", "")]
    [InlineData("title: null", "")]
    [InlineData("title: 'null'", "null")]
    [InlineData("title: 2024-03-01", "2024-03-01")]
    [InlineData("title: no", "no")]
    [InlineData("title: !!int 5", "5")]
    [InlineData("title: a # note", "a")]
    [InlineData("title: |\n  one\n  two\n", "one\ntwo\n")]
    public void A_value_is_the_text_it_is_written_with(string yaml, string title) => Assert.Equal(title, YamlFrontMatterReader.Read(yaml).Fields!["title"]);

    [Fact]
    public void Lists_and_maps_nest()
    {
        var fields = YamlFrontMatterReader.Read("tags: [a, ب]\nimage:\n  src: a.jpg").Fields!;
        Assert.Equal(["a", "ب"], Assert.IsType<List<object>>(fields["tags"]));
        Assert.Equal("a.jpg", Assert.IsType<Dictionary<string, object>>(fields["image"])["src"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a note")]
    [InlineData("---")]
    public void Nothing_is_no_fields(string yaml) => Assert.Empty(YamlFrontMatterReader.Read(yaml).Fields!);

    [Theory]
    [InlineData("just words", 1)]
    [InlineData("- a\n- b", 1)]
    [InlineData("a: 1\nb: [", 3)]
    [InlineData("a: b: c", 1)]
    [InlineData("a: &x 1\nb: *x", 2)]
    [InlineData("title: \"\\uD800\"", 1)]
    [InlineData("title: \"\\U00110000\"", 1)]
    public void What_cannot_be_read_says_why_and_where(string yaml, int line)
    {
        var (fields, reason, at) = YamlFrontMatterReader.Read(yaml);
        Assert.Null(fields);
        Assert.NotEmpty(reason);
        Assert.Equal(line, at);
    }

    [Theory]
    [InlineData(20, 1)]
    [InlineData(1, 6000)]
    public void Depth_and_number_have_their_limits(int depth, int values)
    {
        var yaml = "a: " + new string('[', depth) + string.Join(',', Enumerable.Repeat("x", values)) + new string(']', depth);
        Assert.Contains("more values, or deeper ones", YamlFrontMatterReader.Read(yaml).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_billion_laughs_are_refused_and_not_unfolded() =>
        Assert.Null(YamlFrontMatterReader.Read("a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]").Fields);
}
