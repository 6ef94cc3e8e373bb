using CsCheck;
using Storyprint.Stories.Drafts;
using Storyprint.Stories.Drafts.Authors;
using static Storyprint.Tests.Stories.Drafts.Drafted;

namespace Storyprint.Tests.Stories.Drafts;

public sealed class AuthorshipTests
{
    private static readonly StoryDraft First = Paragraphs("The ferry sails at nine. It carries 112 people.", "The bridge opens in May.");

    [Fact]
    public void Each_sentence_names_who_wrote_it()
    {
        var next = First.Text("b1", "The ferry sails at nine. It carries 112 people. Nobody was hurt.");
        var sentences = AuthoredSentence.Of(Authorship.Of(First, Ines).After(First, next, Jens), next.Find("b1"));
        Assert.Equal([("The ferry sails at nine. ", "Ines"), ("It carries 112 people. ", "Ines"), ("Nobody was hurt.", "Jens")], sentences.Select(sentence => (sentence.Text, sentence.By[0].Who)));
    }

    [Fact]
    public void Words_that_were_split_off_or_joined_keep_their_author()
    {
        var split = First.Text("b1", "The ferry sails at nine.").InsertedAfter("b1", New("x", BlockKind.Paragraph, "It carries 112 people.", "b1"));
        var joined = split.Without("b2").Text("x", "It carries 112 people. The bridge opens in May.");
        var authors = Authorship.Of(First, Ines).After(First, split, Jens);
        Assert.Equal("Ines", Assert.Single(authors.Of(Id("x"))).By.Who);
        var after = authors.After(split, joined, Jens);
        Assert.Equal(["Ines", "Jens", "Ines"], after.Of(Id("x")).Select(span => span.By.Who));
    }

    [Fact]
    public void Words_of_a_choice_go_to_who_wrote_them_and_not_to_who_chose()
    {
        var open = Merged(First, First.Text("b2", "The bridge opens in June."), First.Text("b2", "The bridge opens in July."));
        var authors = Authorship.Of(First, Ines).After(First, open, Jens);
        var settled = ChoiceSettlement.Take(open, Id("b2"), "text", 0, 0);
        var after = authors.After(open, settled, new EditStamp("Maud", default));
        Assert.Equal([("The bridge opens in ", "Ines"), ("July", "Jens"), (".", "Ines")], Words(settled, after, "b2"));
    }

    [Theory]
    [InlineData("He said no. “Yes!” she said. Then 3.5 more.", 3)]
    [InlineData("کشتی رفت. پل باز شد؟ بله.", 3)]
    [InlineData("船出了。桥开了！", 2)]
    public void Sentences_end_where_each_script_ends_them(string text, int count) => Assert.Equal(count, AuthoredSentence.Of(Authorship.Of(Paragraphs(text), Ines), Paragraphs(text).Find("b1")).Count);

    [Fact]
    public void Each_word_has_one_author_and_words_nobody_touched_keep_theirs() => HostilePairs.All.Sample(pair =>
    {
        var (before, ours, theirs) = HostilePairs.Edited(pair.Script, pair.Ours, pair.Theirs);
        var merged = Merged(before, ours, theirs);
        var authors = Authorship.Of(before, new EditStamp("Maud", default)).After(before, ours, Ines).After(ours, merged, Jens);
        foreach (var (block, text) in merged.All.SelectMany(block => block.Texts.Pairs.Select(text => (block, text))))
        {
            Assert.Equal(text.Value.Plain.Length, authors.Of(block.Id, text.Key).Sum(span => span.Length));
            if (text.Value.Equals(before.All.FirstOrDefault(old => old.Id == block.Id)?.Texts[text.Key]) && ours.All.Any(now => now.Id == block.Id && text.Value.Equals(now.Texts[text.Key])))
            {
                Assert.All(authors.Of(block.Id, text.Key), span => Assert.Equal("Maud", span.By.Who));
            }
        }
    }, iter: 1_000);

    private static IEnumerable<(string, string)> Words(StoryDraft draft, Authorship authors, string id)
    {
        var (text, at) = (draft.Find(id).Text.Plain, 0);
        foreach (var span in authors.Of(Id(id)))
        {
            yield return (text.Substring(at, span.Length), span.By.Who);
            at += span.Length;
        }
    }
}
