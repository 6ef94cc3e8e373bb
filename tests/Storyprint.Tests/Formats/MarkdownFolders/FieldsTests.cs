using Storyprint.Formats.MarkdownFolders;

namespace Storyprint.Tests.Formats.MarkdownFolders;

public sealed class FieldsTests
{
    [Fact]
    public void The_first_name_that_has_a_value_is_taken()
    {
        var fields = Of(("title", ""), ("headline", " پل  بسته شد "), ("tags", new List<object>()));
        Assert.Equal("پل بسته شد", fields.Text("title", "headline"));
        Assert.Null(fields.Take("tags", "none"));
    }

    [Fact]
    public void A_list_is_read_as_text_with_spaces() => Assert.Equal("a b", Of(("x", new List<object> { "a", "b" })).Text("x"));

    [Theory]
    [InlineData("a, b;c", "a|b|c")]
    [InlineData("الف، ب", "الف|ب")]
    [InlineData("東京,大阪", "東京|大阪")]
    [InlineData("a,,a, ", "a")]
    [InlineData("two words", "two words")]
    public void A_text_with_commas_is_a_list(string text, string parts) => Assert.Equal(parts, string.Join('|', Of(("x", text)).List("x")));

    [Fact]
    public void An_entry_of_a_list_keeps_its_commas_and_a_map_says_its_name()
    {
        var entries = new List<object> { "Calloway, Ines", new Dictionary<string, object> { ["name"] = "نسترن" }, new Dictionary<string, object> { ["mail"] = "x" } };
        Assert.Equal(["Calloway, Ines", "نسترن"], Fields.Parts(entries));
        Assert.Empty(Fields.Parts(null));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("Yes", true)]
    [InlineData("1", true)]
    [InlineData("off", false)]
    [InlineData("FALSE", false)]
    [InlineData("maybe", null)]
    [InlineData("", null)]
    public void Yes_and_no_are_read_in_the_words_of_YAML(string text, bool? expected) => Assert.Equal(expected, Of(("draft", text)).Flag("draft"));

    [Fact]
    public void What_nobody_read_and_says_something_is_named()
    {
        var fields = Of(("title", "a"), ("mood", "sad"), ("layout", "post"), ("empty", ""), ("Weight", "3"), ("featured", "no"));
        fields.Text("TITLE");
        Assert.Equal(["mood", "Weight"], fields.Unread);
    }

    [Fact]
    public void Without_values_there_are_no_fields() => Assert.True(Of().IsEmpty);

    private static Fields Of(params (string Name, object Value)[] values) =>
        new(values.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.OrdinalIgnoreCase));
}
