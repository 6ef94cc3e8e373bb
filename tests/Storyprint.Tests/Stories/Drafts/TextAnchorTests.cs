using CsCheck;
using Storyprint.Stories.Drafts;
using Storyprint.Stories.Drafts.Anchors;
using static Storyprint.Tests.Stories.Drafts.Drafted;

namespace Storyprint.Tests.Stories.Drafts;

public sealed class TextAnchorTests
{
    private static readonly StoryDraft Before = Paragraphs("The mayor said the bridge will open in May, and in May only.", "End.");
    private static readonly TextAnchor Second = new(Id("b1"), "text", "May", Before.Find("b1").Text.Plain.LastIndexOf("May", StringComparison.Ordinal));

    [Fact]
    public void Words_are_found_where_they_stand_after_edits_around_them()
    {
        var after = Before.Text("b1", "On Monday the mayor said the bridge will open in May, and in May only.");
        Assert.Equal(Second.Offset + "On Monday ".Length, Second.Carry(Before, after)!.Offset);
        Assert.Equal(Second, Second.Find(Before.Text("b2", "The end.")));
    }

    [Fact]
    public void Words_are_found_in_a_block_that_was_split_off_or_that_took_them_in()
    {
        var split = Before.Text("b1", "The mayor said the bridge will open in May,").InsertedAfter("b1", New("x", BlockKind.Paragraph, "and in May only.", "b1"));
        Assert.Equal(("x", 7), (Second.Carry(Before, split)!.Block.Value, Second.Carry(Before, split)!.Offset));
        var end = new TextAnchor(Id("b2"), "text", "End", 0);
        var joined = Before.Without("b2").Text("b1", "The mayor said the bridge will open in May. End.");
        Assert.Equal(("b1", 44), (end.Carry(Before, joined)!.Block.Value, end.Find(joined)!.Offset));
    }

    [Fact]
    public void What_is_left_of_the_words_is_found_and_words_that_are_gone_are_said_to_be()
    {
        var anchor = new TextAnchor(Id("b1"), "text", "open in May", 30);
        Assert.Equal("open in", anchor.Carry(Before, Before.Text("b1", "The mayor said the bridge will open in June."))!.Quote);
        Assert.Null(anchor.Carry(Before, Before.Text("b1", "The mayor said nothing new.")));
        Assert.Null(anchor.Carry(Before, Before.Without("b1")));
        Assert.Null(anchor.Find(Before.Without("b1")));
    }

    // The words of these drafts stand once: wherever they are now, the anchor is on them.
    [Fact]
    public void An_anchor_is_on_its_words_or_on_what_is_left_of_them_or_says_that_they_are_gone() => Gen.Select(HostilePairs.All, Gen.Int[0, 1_000]).Sample((pair, at) =>
    {
        var (before, after, _) = HostilePairs.Edited(pair.Script, pair.Ours, []);
        var blocks = before.All.Where(block => block.Text.Plain.Length > 0).ToList();
        var block = blocks[at % blocks.Count];
        var words = pair.Script.Split(block.Text.Plain);
        var word = words[at % words.Count];
        var anchor = new TextAnchor(block.Id, "text", word, block.Text.Plain.IndexOf(word, StringComparison.Ordinal));
        foreach (var found in (TextAnchor?[])[anchor.Carry(before, after), anchor.Find(after)])
        {
            if (found is null)
            {
                Assert.DoesNotContain(after.All, now => now.Id == block.Id && DraftWords.In(now.Text).Contains(word));
            }
            else
            {
                Assert.Equal(found.Quote, after.Find(found.Block.Value).Text.Plain.Substring(found.Offset, found.Quote.Length));
                Assert.Equal(word, found.Quote);
            }
        }
    }, iter: 2_000);
}
