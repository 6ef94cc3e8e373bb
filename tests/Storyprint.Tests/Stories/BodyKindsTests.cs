using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Canonical;

namespace Storyprint.Tests.Stories;

/// <summary>What was added to the body since texts were sealed: it changes no canonical text, and comes back from storage.</summary>
public sealed class BodyKindsTests
{
    private static readonly StoryContent Before = new()
    {
        Language = "en",
        Headline = "Ferry",
        Section = "sea",
        Body =
        [
            new Paragraph(RichText.From("Words.")), new BulletList(true, [new ListItem(0, RichText.From("one")), new ListItem(1, RichText.From("inner"))]),
            new Table([RichText.From("a")], [[RichText.From("1")]], null), new Paragraph(RichText.From("End.")),
        ],
    };

    [Fact]
    public void A_break_and_an_alignment_are_in_no_canonical_text_and_a_kind_of_list_is()
    {
        var table = (Table)Before.Body[2];
        var broken = Before with { Body = [Before.Body[0], new ThematicBreak(), Before.Body[1], table with { Alignments = [ColumnAlignment.Right] }, Before.Body[3]] };
        Assert.Equal(Text(Before), Text(broken));
        Assert.Equal(StoryJson.Write(broken), StoryJson.Write(StoryJson.Read(StoryJson.Write(broken))));
        Assert.Contains("\"alignments\":[\"Right\"]", StoryJson.Write(broken), StringComparison.Ordinal);
        Assert.DoesNotContain("alignments", StoryJson.Write(Before), StringComparison.Ordinal);
        Assert.DoesNotContain("ordered\":false", StoryJson.Write(Before), StringComparison.Ordinal);
        Assert.DoesNotContain("\"was\"", StoryJson.Write(Before), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bulleted_list_inside_a_numbered_one_is_sealed_as_such_and_read_back()
    {
        var mixed = Before with { Body = [new BulletList(true, [new ListItem(0, RichText.From("one")), new ListItem(1, RichText.From("inner"), false), new ListItem(0, RichText.From("two"))])] };
        Assert.Contains("\nnumber: one\nitem-2: inner\nnumber: two\n", Text(mixed), StringComparison.Ordinal);
        Assert.True(CanonicalText.TryRead(Text(mixed), DateTimeOffset.UnixEpoch, out var read));
        var list = Assert.IsType<BulletList>(Assert.Single(read.Content.Body));
        Assert.Equal([(0, true), (1, false), (0, true)], list.Items.Select(item => (item.Depth, item.IsNumbered(list))));
        Assert.Equal(Text(mixed), CanonicalText.Create(read));
    }

    [Fact]
    public void A_list_that_does_not_count_from_1_is_sealed_as_such_and_read_back()
    {
        ListItem[] items = [new(0, RichText.From("five"), null, 5), new(0, RichText.From("six")), new(1, RichText.From("inner"), null, 2), new(0, RichText.From("nine"), null, 9)];
        var numbered = Before with { Body = [new BulletList(true, items)] };
        Assert.Contains("\nnumber-1-5: five\nnumber: six\nnumber-2-2: inner\nnumber-1-9: nine\n", Text(numbered), StringComparison.Ordinal);
        Assert.True(CanonicalText.TryRead(Text(numbered), DateTimeOffset.UnixEpoch, out var read));
        Assert.Equal([5, null, 2, 9], Assert.IsType<BulletList>(Assert.Single(read.Content.Body)).Items.Select(item => item.Number));
        Assert.Equal(items.Select(item => item.Number), ((BulletList)StoryJson.Read(StoryJson.Write(numbered)).Body[0]).Items.Select(item => item.Number));
        Assert.DoesNotContain("number", StoryJson.Write(Before), StringComparison.Ordinal);
    }

    [Fact]
    public void Bullets_have_no_numbers() =>
        Assert.Contains("\nitem: one\n", Text(Before with { Body = [new BulletList(false, [new ListItem(0, RichText.From("one"), null, 5)])] }), StringComparison.Ordinal);

    private static string Text(StoryContent content) => CanonicalText.Create(RevisionText.New(content));
}
