using Storyprint.Stories.Drafts;
using Storyprint.Stories.Drafts.Proposals;
using Storyprint.Stories.Drafts.Wire;

namespace Storyprint.Tests.Stories.Drafts;

public sealed class BlockShapesTests
{
    // A kind that was added and has no shape fails here, and with it a kind that nothing can hold.
    [Fact]
    public void Every_kind_has_a_shape_a_name_of_its_own_and_a_place()
    {
        Assert.Equal(BlockShapes.All.Count, BlockShapes.All.Select(shape => shape.Name).Distinct().Count());
        Assert.All(Enum.GetValues<BlockKind>(), kind => Assert.Equal(kind, BlockShape.KindNamed(BlockShape.Of(kind).Name)));
        Assert.All(Enum.GetValues<BlockKind>().Where(kind => kind != BlockKind.Story), kind => Assert.Contains(BlockShapes.All, shape => shape.Holds.Contains(kind)));
    }

    [Theory]
    [InlineData("- 0x0", true)]
    [InlineData("abc 10x20", true)]
    [InlineData("ABC 10x20", false)]
    [InlineData("abc 010x20", false)]
    [InlineData("abc", false)]
    public void A_file_of_a_picture_is_one_value(string text, bool isFile)
    {
        Assert.Equal(isFile, PictureFile.TryParse(text, out var file));
        Assert.True(!isFile || file.ToString() == text);
    }

    [Theory]
    [InlineData("Words, می‌شود, 図書 and 👩‍👧\n", null)]
    [InlineData("\u0007", "U+0007")]
    [InlineData("\uFFFE", "U+FFFE")]
    public void Words_that_stand_for_nothing_are_named(string words, string? problem) => Assert.Contains(problem ?? "", DraftTextRules.Problem(words) ?? "", StringComparison.Ordinal);

    [Fact]
    public void Half_a_character_is_named() => Assert.Contains("half", DraftTextRules.Problem("a" + '\uD83D'), StringComparison.Ordinal);

    [Theory]
    [InlineData("a-b_9", true)]
    [InlineData("", false)]
    [InlineData("a b", false)]
    [InlineData("abcdefghijklmnopqrstuvwxy", false)]
    public void An_identity_is_short_and_plain(string text, bool isIdentity) => Assert.Equal(isIdentity, BlockId.TryParse(text, out _));

    [Fact]
    public void A_derived_identity_is_the_same_each_time_and_not_taken()
    {
        var id = BlockId.New();
        var first = id.Derived("text", _ => false);
        Assert.Equal(first, id.Derived("text", _ => false));
        Assert.NotEqual(first, id.Derived("text", taken => taken == first));
    }

    [Fact]
    public void Named_values_are_equal_whatever_order_they_came_in()
    {
        Assert.Equal(NamedValues.Of("a", "1").With("b", "2"), NamedValues.Of("b", "2").With("a", "1"));
        Assert.Throws<ArgumentException>(() => NamedValues.From<string>([new("a", "1"), new("a", "2")]));
    }

    [Fact]
    public void A_text_with_some_of_its_changes()
    {
        var text = new ChangedText(DraftText.From("It opens in May."), DraftText.From("It soon opens in June."));
        Assert.Equal([("", "soon "), ("May", "June")], text.Regions);
        Assert.Equal("It opens in June.", text.With(region => region == 1, takesMarks: false).Plain);
    }
}
