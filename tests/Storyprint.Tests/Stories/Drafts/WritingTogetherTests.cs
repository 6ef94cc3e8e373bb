using Storyprint.Stories.Body;
using Storyprint.Stories.Drafts;
using static Storyprint.Tests.Stories.Drafts.Drafted;

namespace Storyprint.Tests.Stories.Drafts;

/// <summary>What becomes of the words that one types while another changes the same place.</summary>
public sealed class WritingTogetherTests
{
    private const string First = "Alpha one.";
    private const string Last = "Omega end.";
    private const string Sentence = "The mayor said the bridge will open in May after repairs.";
    private const string Typed = "The mayor said the bridge will open in May and not June, after repairs.";

    private static readonly StoryDraft Before = Paragraphs(First, Sentence, Last);
    private static readonly StoryDraft Typing = Before.Text("b2", Typed);

    public static TheoryData<string, StoryDraft, string> Cases => new()
    {
        { "deletes the paragraph", Before.Without("b2"), $"{First} ¶ {{{Typed}}} ¶ {Last}" },
        {
            "splits it before the words", Before.Text("b2", "The mayor said the bridge ").InsertedAfter("b2", New("x", BlockKind.Paragraph, "will open in May after repairs.", "b2")),
            $"{First} ¶ The mayor said the bridge  ¶ will open in May and not June, after repairs. ¶ {Last}"
        },
        {
            "splits it behind the words", Before.Text("b2", "The mayor said the bridge will open in May after").InsertedAfter("b2", New("x", BlockKind.Paragraph, "repairs.", "b2")),
            $"{First} ¶ The mayor said the bridge will open in May and not June, after ¶ repairs. ¶ {Last}"
        },
        {
            "splits it at the words", Before.Text("b2", "The mayor said the bridge will open in May").InsertedAfter("b2", New("x", BlockKind.Paragraph, "after repairs.", "b2")),
            $"{First} ¶ The mayor said the bridge will open in May ¶ and not June, after repairs. ¶ {Last}"
        },
        { "joins it to the one before", Before.Without("b2").Text("b1", $"{First} {Sentence}"), $"{First} {Typed} ¶ {Last}" },
        { "joins the next to it", Before.Without("b3").Text("b2", $"{Sentence} {Last}"), $"{First} ¶ {Typed} {Last}" },
        { "makes it a heading", Before.With("b2", block => block with { Kind = BlockKind.Heading, Values = NamedValues.Of("level", "2") }), $"{First} ¶ {Typed} ¶ {Last}" },
        { "makes it a pull quote", Before.With("b2", block => block with { Kind = BlockKind.PullQuote }), $"{First} ¶ {Typed} ¶ {Last}" },
        { "makes it a quotation", Before.With("b2", block => New("q", BlockKind.Quotation, "") with { Blocks = [block with { Kind = BlockKind.Passage }] }), $"{First} ¶ <{Typed}> ¶ {Last}" },
        {
            "makes it a quotation that keeps its identity",
            Before.With("b2", block => New("b2", BlockKind.Quotation, "") with { Blocks = [New("p", BlockKind.Passage, Sentence, "b2")] }), $"{First} ¶ <{Typed}> ¶ {Last}"
        },
        { "makes it an item of a list", Before.With("b2", block => New("l", BlockKind.List, "") with { Blocks = [block with { Kind = BlockKind.Item }] }), $"{First} ¶ <{Typed}> ¶ {Last}" },
        { "moves it", Before.Ordered("b2", "b1", "b3"), $"{Typed} ¶ {First} ¶ {Last}" },
        { "moves its neighbour and writes before it", Before.Ordered("b3", "b1", "b2").InsertedAfter("b1", New("x", BlockKind.Paragraph, "New.")), $"{Last} ¶ {First} ¶ New. ¶ {Typed}" },
        { "changes other words of it", Before.Text("b2", Sentence.Replace("mayor", "mayor, Ada Ferrier,", StringComparison.Ordinal)), $"{First} ¶ The mayor, Ada Ferrier, said the bridge will open in May and not June, after repairs. ¶ {Last}" },
        { "makes the word before bold", Before.With("b2", block => block with { Texts = NamedValues.Of(BlockShape.MainText, Bold("May")) }), $"{First} ¶ {Typed} ¶ {Last}" },
        { "types the same words", Typing, $"{First} ¶ {Typed} ¶ {Last}" },
        { "rewrites the sentence", Before.Text("b2", "The mayor said nothing new."), $"{First} ¶ The mayor said [nothing new|the bridge will open in May and not June, after repairs]. ¶ {Last}" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void One_types_while_another(string what, StoryDraft changed, string merged)
    {
        _ = what;
        AssertMerged(merged, Typing, changed);
    }

    [Fact]
    public void Both_replace_one_word() => AssertMerged(
        $"{First} ¶ The mayor said the bridge will open in [July|June] after repairs. ¶ {Last}", Before.Text("b2", Replaced("June")), Before.Text("b2", Replaced("July")));

    [Fact]
    public void Both_replace_one_word_by_the_same() => AssertMerged($"{First} ¶ {Replaced("June")} ¶ {Last}", Before.Text("b2", Replaced("June")), Before.Text("b2", Replaced("June")).Text("b3", Last));

    [Fact]
    public void A_choice_says_who_wrote_what_and_when()
    {
        var merged = Merged(Before, Before.Text("b2", Replaced("June")), Before.Text("b2", Replaced("July")));
        Assert.Equal([("July", Jens), ("June", Ines)], Assert.Single(merged.Find("b2").Text.Choices).Options.Select(option => (option.Plain, option.By)));
        Assert.True(merged.HasChoices);
    }

    [Fact]
    public void Words_that_one_rewrote_while_the_other_linked_them_are_a_choice_and_marks_of_all_of_them_go_on()
    {
        var bold = Before.With("b2", block => block with { Texts = NamedValues.Of(BlockShape.MainText, Bold("May")) });
        var merged = Merged(Before, bold, Before.Text("b2", Replaced("June")));
        Assert.Equal(new WordsRun(new TextRun("June", Emphasis.Strong)), merged.Find("b2").Text.Runs[1]);
    }

    [Fact]
    public void Both_split_it_and_type_in_their_tails() => AssertMerged(
        $"{First} ¶ The mayor said ¶ the bridge will now open ¶ in May, after repairs. ¶ {Last}",
        Before.Text("b2", "The mayor said").InsertedAfter("b2", New("x", BlockKind.Paragraph, "the bridge will now open in May after repairs.", "b2")),
        Before.Text("b2", "The mayor said the bridge will open").InsertedAfter("b2", New("y", BlockKind.Paragraph, "in May, after repairs.", "b2")));

    [Fact]
    public void A_tail_goes_with_its_head_that_the_other_moved() => AssertMerged(
        $"The mayor said ¶ the bridge will open in May after repairs. ¶ {First} ¶ {Last}",
        Before.Text("b2", "The mayor said").InsertedAfter("b2", New("x", BlockKind.Paragraph, "the bridge will open in May after repairs.", "b2")),
        Before.Ordered("b2", "b1", "b3"));

    [Fact]
    public void A_paragraph_that_one_split_and_the_other_deleted_goes_with_its_tail_unless_words_changed()
    {
        var split = Before.Text("b2", "The mayor said").InsertedAfter("b2", New("x", BlockKind.Paragraph, "the bridge will open in May after repairs.", "b2"));
        AssertMerged($"{First} ¶ {Last}", split, Before.Without("b2"));
        AssertMerged($"{First} ¶ {{The mayor said}} ¶ {{the bridge will close.}} ¶ {Last}", split.Text("x", "the bridge will close."), Before.Without("b2"));
    }

    [Fact]
    public void A_split_paragraph_whose_sentence_was_rewritten_stays_split() => AssertMerged(
        $"{First} ¶ The mayor said nothing new. ¶ {Last}".Replace("new.", "new ¶ .", StringComparison.Ordinal),
        Before.Text("b2", "The mayor said the bridge").InsertedAfter("b2", New("x", BlockKind.Paragraph, "will open in May after repairs.", "b2")),
        Before.Text("b2", "The mayor said nothing new."));

    [Fact]
    public void An_answer_that_was_lost_and_sent_again_doubles_nothing()
    {
        var first = Before.Text("b2", Sentence + " More soon").InsertedAfter("b3", New("n", BlockKind.Paragraph, "A new one"));
        var again = Before.Text("b2", Sentence + " More soon, she said.").InsertedAfter("b3", New("n", BlockKind.Paragraph, "A new one, longer."));
        AssertMerged($"{First} ¶ {Sentence} More soon, she said. ¶ {Last} ¶ A new one, longer.", first, again);
    }

    private static string Replaced(string month) => Sentence.Replace("May", month, StringComparison.Ordinal);

    private static DraftText Bold(string word)
    {
        var at = Sentence.IndexOf(word, StringComparison.Ordinal);
        return DraftText.From((TextRun[])[new(Sentence[..at]), new(word, Emphasis.Strong), new(Sentence[(at + word.Length)..])]);
    }

    private static void AssertMerged(string expected, StoryDraft ours, StoryDraft theirs)
    {
        Assert.Equal(expected, Shown(Merged(Before, ours, theirs)));
        Assert.Equal(expected, Shown(Merged(Before, theirs, ours)));
        Assert.Null(DraftRules.Problem(Merged(Before, ours, theirs)));
    }

    private static string Shown(StoryDraft draft) => draft.Shown();
}
