using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Releases;
using static Storyprint.Tests.Stories.Releases.ReleaseTrial;

namespace Storyprint.Tests.Stories;

public sealed class InvisibleCharactersTests
{
    [Theory]
    [InlineData("Fine was \u202E12 crowns")]
    [InlineData("\u202A12\u202C")]
    [InlineData("\u202D12\u202C")]
    [InlineData("\u206712")]
    [InlineData("12\u2069")]
    [InlineData("\u2066a\nb\u2069")]
    [InlineData("کتاب \u202B12\u202C")]
    [InlineData("12\u200F34")]
    [InlineData("a\u200Eb")]
    [InlineData("not\u200Cable")]
    [InlineData("ad\u200Dapt")]
    [InlineData("1\u20612")]
    [InlineData("a\uFE0F")]
    [InlineData("a\u034Fb")]
    [InlineData("a\u3164b")]
    [InlineData("a\u0000b")]
    [InlineData("a\u001Bb")]
    [InlineData("a\U000E0041b")]
    [InlineData("a\U000E0101b")]
    [InlineData("a\u2800b")]
    public void Characters_that_nobody_sees_are_found(string text)
    {
        Assert.NotEmpty(InvisibleCharacters.In(text));
        var repaired = InvisibleInStory.Repair(WithHeadline(text)).Headline;
        Assert.Empty(InvisibleCharacters.In(repaired));
    }

    [Theory]
    [InlineData("می\u200Cشود")]
    [InlineData("کتاب\u200Cها، \u200F12")]
    [InlineData("ב-C++\u200E כן")]
    [InlineData("क्\u200Dष")]
    [InlineData("ශ්\u200Dරී")]
    [InlineData("👩\u200D👩\u200D👧 👩🏽\u200D🚀 🏳\uFE0F\u200D🌈")]
    [InlineData("❤\uFE0F 1\uFE0F\u20E3 ☎\uFE0E ℹ\uFE0F")]
    [InlineData("🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F")]
    [InlineData("葛\U000E0100")]
    [InlineData("he said \u2068کتاب\u2069 twice")]
    [InlineData("ไทย\u200Bไทย")]
    [InlineData("line\nline\ttab")]
    public void What_a_script_or_an_emoji_needs_is_left_alone(string text)
    {
        Assert.Empty(InvisibleCharacters.In(text));
        Assert.Equal(text, InvisibleInStory.Repair(WithHeadline(text)).Headline);
    }

    [Theory]
    [InlineData("Har\u00ADbour")]
    [InlineData("Harbour\u200B closed")]
    [InlineData("a\u2060b")]
    [InlineData("\uFEFFHarbour")]
    [InlineData("ไทย\u200Babc")]
    public void Hints_for_breaking_lines_are_let_into_texts_and_not_into_headlines_and_names(string words)
    {
        Assert.Empty(InvisibleInStory.Find(StoryOf(words) with { Standfirst = words }));
        var named = StoryOf("She paid 12 crowns.") with { Section = words, Kicker = words, Headline = words, Bylines = [words], Dateline = words, Topics = [words] };
        Assert.Equal(["the section", "the kicker", "the headline", "byline 1", "the dateline", "topic 1"], InvisibleInStory.Find(named).Select(found => found.Place).Distinct());
        Assert.Empty(InvisibleInStory.Find(InvisibleInStory.Repair(named)));
    }

    [Fact]
    public void A_release_names_the_place_in_every_field()
    {
        const string Bad = "Fine \u202E12";
        var content = StoryOf("H") with
        {
            Kicker = Bad,
            Bylines = ["Ann", Bad],
            Topics = [Bad],
            Body =
            [
                new Paragraph(new RichText([new("Fine "), new("\u202E", Emphasis.Strong), new("12")])),
                new Table([], [[RichText.From("a"), RichText.From(Bad)]], null),
                new Picture { Address = "https://a.example/", Alt = Bad, Caption = RichText.From(Bad), Credit = Bad },
            ],
        };
        Assert.Equal(
            [
                "the kicker", "byline 2", "block 1 (a paragraph)", "block 2 (row 1, cell 2 of a table)", "block 3 (the alternative text of a picture)",
                "block 3 (the caption of a picture)", "block 3 (the credit of a picture)", "topic 1",
            ],
            Refused(PublishRule.Decide(State(StoryStatus.Draft), content, null, Now)).OfType<ReleaseRefusal.InvisibleCharacter>().Select(refusal => refusal.Found.Place));
        var repaired = InvisibleInStory.Repair(content);
        Assert.Empty(InvisibleInStory.Find(repaired));
        Assert.Equal(["Fine ", "", "12"], Assert.IsType<Paragraph>(repaired.Body[0]).Text.Runs.Select(run => run.Text));
    }

    [Fact]
    public void The_refusal_says_what_stands_before_it() => Assert.Equal(
        "There is an invisible character U+202E in the headline, after “Fine was ”. It can make readers see other words than are sealed. Take it out.",
        Assert.IsType<ReleaseRefusal.InvisibleCharacter>(Assert.Single(Refused(PublishRule.Decide(State(StoryStatus.Draft), WithHeadline("Fine was \u202E12 crowns"), null, Now)))).Sentence);

    [Fact]
    public void Notes_and_reasons_are_looked_at_too()
    {
        var state = State(StoryStatus.Published);
        Assert.Equal(["release.invisible-character"], Keys(RetractRule.Decide(state, "Invented \u202E12.", state.Current!.Number, Now)));
        var note = new NoteWords { Text = "It said 12.", Said = "\u202E12", Says = "21" };
        Assert.Equal(["release.invisible-character"], Keys(CorrectRule.Decide(state, Content, note, state.Current.Number, Now)));
        Assert.Contains("release.invisible-character", Keys(UpdateRule.Decide(state, StoryOf("Another text"), new ReleaseNote("New \u202E12."), state.Current.Number, Now)));
    }

    private static IEnumerable<string> Keys(ReleaseDecision decision) => Refused(decision).Select(refusal => refusal.Key);

    private static StoryContent WithHeadline(string headline) => StoryOf("She paid 12 crowns.") with { Headline = headline };
}
