using System.Text.Json;
using Storyprint.Formats.MarkdownFolders;

namespace Storyprint.Tests.Formats.MarkdownFolders;

/// <summary>TOML as in the specification's own examples (toml.io, v1.0.0), read by TomlFrontMatterReader through TomlCursor; JsonFrontMatterReader for JSON.</summary>
public sealed class TomlFrontMatterReaderTests
{
    [Theory]
    [InlineData("key = \"value\"", "{\"key\":\"value\"}")]
    [InlineData("key = \"\" # comment", "{\"key\":\"\"}")]
    [InlineData("bare-key_1 = 'C:\\Users\\x'", "{\"bare-key_1\":\"C:\\\\Users\\\\x\"}")]
    [InlineData("\"quoted key\" = 1\n'other' = 1_000", "{\"quoted key\":\"1\",\"other\":\"1000\"}")]
    [InlineData("site.\"google.com\" = true", "{\"site\":{\"google.com\":\"true\"}}")]
    [InlineData("fruit . color = 'yellow'", "{\"fruit\":{\"color\":\"yellow\"}}")]
    [InlineData("s = \"tab\\tquote\\\" \\u00E9 \\U0001F600\"", "{\"s\":\"tab\\tquote\\\" é \\uD83D\\uDE00\"}")]
    [InlineData("s = \"\"\"\nRoses\nare \\\n   red\"\"\"", "{\"s\":\"Roses\\nare red\"}")]
    [InlineData("s = '''a ''b'' '''", "{\"s\":\"a ''b'' \"}")]
    [InlineData("s = \"\"\"He said \"no\".\"\"\"\"", "{\"s\":\"He said \\\"no\\\".\\\"\"}")]
    [InlineData("d = 1979-05-27T07:32:00Z\ne = 1979-05-27 07:32:00-07:00\nf = 1979-05-27", "{\"d\":\"1979-05-27T07:32:00Z\",\"e\":\"1979-05-27 07:32:00-07:00\",\"f\":\"1979-05-27\"}")]
    [InlineData("n = -3.14\nb = false\nh = 0xDEAD", "{\"n\":\"-3.14\",\"b\":\"false\",\"h\":\"0xDEAD\"}")]
    [InlineData("a = [ 1, 2,\n 3, # three\n]", "{\"a\":[\"1\",\"2\",\"3\"]}")]
    [InlineData("a = [[\"x\"], [{n = 'y'}]]", "{\"a\":[[\"x\"],[{\"n\":\"y\"}]]}")]
    [InlineData("name = { first = \"Tom\", last.x = \"Y\" }", "{\"name\":{\"first\":\"Tom\",\"last\":{\"x\":\"Y\"}}}")]
    [InlineData("[dog.\"tater.man\"]\ntype = 'pug'\n[dog]\nn = 1", "{\"dog\":{\"tater.man\":{\"type\":\"pug\"},\"n\":\"1\"}}")]
    [InlineData("[[p]]\nn = 1\n[p.q]\nr = 2\n[[p]]\nn = 3", "{\"p\":[{\"n\":\"1\",\"q\":{\"r\":\"2\"}},{\"n\":\"3\"}]}")]
    [InlineData("عنوان = \"پل\"\r\nb = '橋'", "{\"عنوان\":\"پل\",\"b\":\"橋\"}")]
    [InlineData("", "{}")]
    public void What_it_says_comes_over(string toml, string json)
    {
        var (fields, reason, _) = TomlFrontMatterReader.Read(toml);
        Assert.Empty(reason);
        Assert.Equal(json, JsonSerializer.Serialize(fields, Relaxed));
    }

    [Theory]
    [InlineData("key = # nothing", 1)]
    [InlineData("a = 1\nkey", 2)]
    [InlineData("a = \"open", 1)]
    [InlineData("a = \"line\nbreak\"", 2)]
    [InlineData("a = bare words", 1)]
    [InlineData("a = 1 b = 2", 1)]
    [InlineData("a = [1 2]", 1)]
    [InlineData("a = [1,", 1)]
    [InlineData("a = {b = 1", 1)]
    [InlineData("a = \"\\q\"", 1)]
    [InlineData("a = \"\\uD800\"", 1)]
    [InlineData("[table", 1)]
    [InlineData("a = 1\n[a]\nb = 2", 2)]
    [InlineData("= 1", 1)]
    public void What_is_no_TOML_is_refused_with_its_line(string toml, int line)
    {
        var (fields, reason, at) = TomlFrontMatterReader.Read(toml);
        Assert.Null(fields);
        Assert.Contains("TOML", reason, StringComparison.Ordinal);
        Assert.Equal(line, at);
    }

    [Fact]
    public void What_nests_without_end_is_refused() => Assert.Null(TomlFrontMatterReader.Read("a = " + new string('[', 20_000)).Fields);

    [Theory]
    [InlineData("{\"a\": \"b\", \"n\": 1.5, \"l\": [true, null], \"m\": {\"x\": \"y\"}, } rest", "{\"a\":\"b\",\"n\":\"1.5\",\"l\":[\"true\",\"\"],\"m\":{\"x\":\"y\"}}", 58)]
    [InlineData("{} rest", "{}", 2)]
    public void JSON_comes_over_with_its_length(string text, string json, int length)
    {
        var (fields, read, reason, _) = JsonFrontMatterReader.Read(text);
        Assert.Empty(reason);
        Assert.Equal((json, length), (JsonSerializer.Serialize(fields, Relaxed), read));
    }

    [Theory]
    [InlineData("{\"a\": ")]
    [InlineData("{\"a\" 1}")]
    [InlineData("{\"a\": \"\\ud800\"}")]
    [InlineData("[1]")]
    public void What_is_no_JSON_is_refused(string text) => Assert.Null(JsonFrontMatterReader.Read(text).Fields);

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
