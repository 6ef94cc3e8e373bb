using System.Runtime.InteropServices;
using Storyprint.Stories.Body;
using Storyprint.Stories.Drafts;
using Storyprint.Stories.Drafts.Merging;
using Storyprint.Text.Differences;

namespace Storyprint.Tests.Stories.Drafts.Merging;

/// <summary>Words of one text: <see cref="TextMerge"/> with <see cref="Insertions"/>, <see cref="Clash"/> and <see cref="MergedTokens"/>.</summary>
public sealed class TextMergeTests
{
    [Theory]
    [InlineData("It opens in May.", "It opens in June.", "It opens in May.", "It opens in June.")]
    [InlineData("It opens in May.", "It soon opens in May.", "It opens in May 2027.", "It soon opens in May 2027.")]
    [InlineData("It opens in May.", "It opens in June.", "It opens in July.", "It opens in [July|June].")]
    [InlineData("It opens in May.", "It opens.", "It opens in July.", "It opens[| in July].")]
    [InlineData("It opens in May.", "opens in May.", "It opens.", "opens.")]
    [InlineData("It opens.", "It opens in May.", "It opens at noon.", "It opens at noon in May.")]
    [InlineData("", "June", "July", "July June")]
    [InlineData("پل باز می‌شود.", "پل فردا باز می‌شود.", "پل باز نمی‌شود.", "پل فردا باز نمی‌شود.")]
    [InlineData("پل باز می‌شود.", "پل باز می‌ماند.", "پل باز نمی‌شود.", "پل باز [می‌ماند|نمی‌شود].")]
    [InlineData("桥五月开。", "桥六月开。", "桥五月三日开。", "桥六月三日开。")]
    [InlineData("桥五月开。", "桥六月开。", "桥七月开。", "桥[七|六]月开。")]
    [InlineData("สะพานเปิด", "สะพานใหม่เปิด", "สะพานเปิดแล้ว", "สะพานใหม่เปิดแล้ว")]
    [InlineData("Yes 👩‍👧!", "Yes 👩‍👦!", "Yes 👩🏽!", "Yes [👩‍👦|👩🏽]!")]
    [InlineData("Cafe\u0301 opens", "Cafe\u0302 opens", "Cafe\u0301 closes", "Cafe\u0302 closes")]
    [InlineData("one two three", "one 2 three", "one two", "one 2")]
    public void Changes_of_different_words_are_both_done(string before, string ours, string theirs, string merged)
    {
        Assert.Equal(merged, Merged(before, ours, theirs));
        Assert.Equal(merged, Merged(before, theirs, ours));
    }

    // "very" could have been put in before or behind: both sides must see it in the same place.
    [Fact]
    public void What_could_stand_in_several_places_is_taken_at_the_last_by_both_sides()
    {
        var numbers = new TokenNumbers();
        List<MergeToken> before = [], after = [];
        numbers.Append(before, DraftText.From("a very old ship"));
        numbers.Append(after, DraftText.From("a very very old ship"));
        Assert.Equal([new Region(4, 4, 4, 6)], new TextSide([.. before], [.. after], default, new WorkBudget(1_000)).Regions);
    }

    [Fact]
    public void Words_in_several_styles_come_together_again()
    {
        var text = DraftText.From((TextRun[])[new("H"), new("2", Emphasis.Subscript), new("O is wat"), new("er", Emphasis.Strong)]);
        var tokens = new List<MergeToken>();
        new TokenNumbers().Append(tokens, text);
        Assert.Equal(5, tokens.Count);
        Assert.Equal(text, TokenText.Of(CollectionsMarshal.AsSpan(tokens)));
    }

    private static string Merged(string before, string ours, string theirs)
    {
        var input = new MergeInput(Drafted.Paragraphs(), new DraftSide(Drafted.Paragraphs(), Drafted.Ines), new DraftSide(Drafted.Paragraphs(), Drafted.Jens));
        return Drafted.Shown(TextSlots.Merge(input, DraftText.From(before), DraftText.From(ours), DraftText.From(theirs)));
    }
}
