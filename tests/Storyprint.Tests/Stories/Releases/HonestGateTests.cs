using CsCheck;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases.Gate;
using static Storyprint.Tests.Stories.Releases.ReleaseTrial;

namespace Storyprint.Tests.Stories.Releases;

public sealed class HonestGateTests
{
    [Theory]
    [InlineData("en", "A well known reader,for once", "A well known reader, for once.")]
    [InlineData("en", "She said \"we won\" and it's true.", "She said “we won” and it’s true.")]
    [InlineData("en", "Open on 5 May and at 12 pm.", "Open\u00A0on 5 May and\u200B at 12 pm.")]
    [InlineData("fa", "كتاب هاي ۱۲ نفر", "کتاب‌های 12 نفر")]
    [InlineData("fa", "او گفت «سلام» و رفت", "او گفت “سلام” و رفت.")]
    [InlineData("fa", "نخست ۱۲ اسفند باز شد", "نخست 12 اسفند باز شد")]
    public void Spacing_and_typography_go_without_a_note(string language, string before, string after) =>
        Assert.Empty(Compare(language, before, after));

    [Theory]
    [InlineData("en", "A friend of Smith came.", "A friend of Smyth came.", GateFindingKind.Name, "Smith", "Smyth")]
    [InlineData("en", "Smith came.", "Smyth came.", GateFindingKind.Name, "Smith", "Smyth")]
    [InlineData("en", "It carries 16 people.", "It carries 12 people.", GateFindingKind.Number, "16", "12")]
    [InlineData("en", "It fell to 5 degrees.", "It fell to −5 degrees.", GateFindingKind.Number, "5", "−5")]
    [InlineData("en", "It costs 5.", "It costs 5%.", GateFindingKind.Number, "", "%")]
    [InlineData("en", "It costs $5.", "It costs €5.", GateFindingKind.Number, "$", "€")]
    [InlineData("en", "It rose to 1,500.", "It rose to 1.500.", GateFindingKind.Number, "1,500", "1.500")]
    [InlineData("en", "It opened on 12 March.", "It opened on 13 March.", GateFindingKind.Date, "12", "13")]
    [InlineData("en", "It opened on March 12, 2026.", "It opened on April 12, 2026.", GateFindingKind.Date, "March", "April")]
    [InlineData("en", "It opened on Monday.", "It opened on Sunday.", GateFindingKind.Date, "Monday", "Sunday")]
    [InlineData("fa", "روز جمعه باز شد", "روز دوشنبه باز شد", GateFindingKind.Date, "جمعه", "دوشنبه")]
    [InlineData("fr", "Le 12 mars au soir.", "Le 12 avril au soir.", GateFindingKind.Date, "mars", "avril")]
    [InlineData("fa", "در ۱۲ اسفند باز شد", "در ۱۳ اسفند باز شد", GateFindingKind.Date, "۱۲", "۱۳")]
    [InlineData("fa", "در ۱۲ آبان باز شد", "در ۱۲ مهر باز شد", GateFindingKind.Date, "آبان", "مهر")]
    [InlineData("en", "He was guilty.", "He was not guilty.", GateFindingKind.Negation, "", "not")]
    [InlineData("en", "He can go.", "He can't go.", GateFindingKind.Negation, "", "can't")]
    [InlineData("en", "It was not able.", "It was notable.", GateFindingKind.Negation, "not", "")]
    [InlineData("de", "Es war ein Tag.", "Es war kein Tag.", GateFindingKind.Negation, "", "kein")]
    [InlineData("fr", "Il est coupable.", "Il n’est coupable.", GateFindingKind.Negation, "", "n’est")]
    [InlineData("es", "Es un error.", "No es un error.", GateFindingKind.Negation, "", "No")]
    [InlineData("fa", "او مقصر است", "او مقصر نیست", GateFindingKind.Negation, "", "نیست")]
    [InlineData("fa", "او می‌رود", "او نمی‌رود", GateFindingKind.Negation, "", "نمی‌رود")]
    [InlineData("ar", "وصل الوزير", "لم وصل الوزير", GateFindingKind.Negation, "", "لم")]
    [InlineData("lb", "Hie kënnt nie.", "Hie kënnt.", GateFindingKind.Negation, "nie", "")]
    [InlineData("en", "She said “it was fine” then.", "She said “it was fine!” then “or so”.", GateFindingKind.Quotation, "", "or so")]
    [InlineData("de", "Sie sagte: „es war gut“, dann.", "Sie sagte: „es war gutt“, dann.", GateFindingKind.Quotation, "gut", "gutt")]
    [InlineData("en", "She said it was fine.", "She said ‘it was fine’.", GateFindingKind.Quotation, "it was fine", "it was fine")]
    [InlineData("en", "Was it legal", "Was it illegal", GateFindingKind.Negation, "legal", "illegal")]
    [InlineData("en", "He is guilty.", "He is guilty?", GateFindingKind.Words, ".", "?")]
    [InlineData("en", "It was one man.", "It was one men.", GateFindingKind.Words, "man", "men")]
    [InlineData("en", "The accomodation was small.", "The accommodation was small.", GateFindingKind.Words, "accomodation", "accommodation")]
    [InlineData("en", "They came form the harbour.", "They came from the harbour.", GateFindingKind.Words, "form", "from")]
    [InlineData("en", "They liked it alot.", "They liked it a lot.", GateFindingKind.Words, "alot", "a lot")]
    [InlineData("en", "A well known reader.", "A well-known reader.", GateFindingKind.Words, "", "-")]
    [InlineData("en", "Open 5-7 in town.", "Open 5–7 in town.", GateFindingKind.Number, "-7", "–7")]
    [InlineData("ar", "وصل الوزيرر إلى المدينة", "وصل الوزير إلى المدينة", GateFindingKind.Words, "الوزيرر", "الوزير")]
    public void What_readers_must_be_told_is_found_with_its_words(string language, string before, string after, GateFindingKind kind, string was, string becomes) =>
        Assert.Contains(new GateFinding(kind, was, becomes), Compare(language, before, after));

    [Fact]
    public void Names_are_known_from_bylines_and_speakers_where_a_script_has_no_capitals_to_show_them()
    {
        var before = StoryOf("a").Body;
        Assert.Equal([GateFindingKind.Name], Kinds(Content, Content with { Bylines = ["Ines Caloway"] }));
        Assert.Equal([GateFindingKind.Name], Kinds(
            Content with { Language = "fa", Body = [.. before, new Quotation([RichText.From("سلام")], "رضایی")] },
            Content with { Language = "fa", Body = [.. before, new Quotation([RichText.From("سلام")], "رضائی")] }));
    }

    [Fact]
    public void Any_other_word_in_the_headline_is_found_and_another_shape_of_its_quotation_marks_is_not()
    {
        var quoted = Content with { Headline = "The 'library' opens its doors" };
        Assert.Equal([new GateFinding(GateFindingKind.Headline, Content.Headline, "The library opens its door")], Asked(Content, Content with { Headline = "The library opens its door" }));
        Assert.Empty(Asked(quoted, Content with { Headline = "The “library”  opens its doors" }));
        Assert.Equal([GateFindingKind.Headline], Kinds(Content, quoted));
    }

    [Fact]
    public void Another_picture_is_found_and_so_is_another_crop()
    {
        var picture = new Picture { Hash = "00", Alt = "A queue", Focus = new FocalPoint(0.1, 0.2) };
        Assert.Equal([GateFindingKind.Crop], Kinds(With(picture), With(picture with { Focus = FocalPoint.Centre })));
        Assert.Equal([GateFindingKind.Picture], Kinds(With(picture), With(picture with { Hash = "11" })));
    }

    [Fact]
    public void Another_address_behind_the_same_words_is_found()
    {
        Assert.True(LinkTarget.TryParse("https://one.example/", out var one));
        Assert.True(LinkTarget.TryParse("https://two.example/", out var two));
        Assert.Equal(
            [new GateFinding(GateFindingKind.Link, "https://one.example/", "https://two.example/")],
            Asked(With(Linked(one)), With(Linked(two))));
    }

    [Fact]
    public void A_finding_tells_an_editor_what_became_of_the_words()
    {
        Assert.Equal(("gate.number.changed", "A number changed: “16” became “12”."), Told("16", "12"));
        Assert.Equal(("gate.number.added", "A number was added: “12”."), Told("", "12"));
        Assert.Equal(("gate.number.removed", "A number was taken out: “16”."), Told("16", ""));
        Assert.Equal(("gate.number.moved", "A number changed its place: “16”."), Told("16", "16"));

        static (string, string) Told(string before, string after) =>
            new GateFinding(GateFindingKind.Number, before, after) is var finding ? (finding.Key, finding.Sentence) : default;
    }

    [Fact]
    public void Topics_and_section_are_found_and_emphasis_and_the_level_of_a_heading_are_not()
    {
        var text = With(new Heading(2, RichText.From("A heading")), new Paragraph(new RichText([new TextRun("one two")])));
        Assert.Empty(HonestGate.Compare(text, text with
        {
            Body = [new Heading(3, RichText.From("A heading")), new Paragraph(new RichText([new TextRun("one "), new TextRun("two", Emphasis.Strong)]))],
        }).Findings);
        Assert.Equal([GateFindingKind.Section, GateFindingKind.Topic], Kinds(text, text with { Topics = ["A"], Section = "world" }));
    }

    [Fact]
    public void Passages_in_another_order_are_found() =>
        Assert.NotEmpty(Asked(StoryOf("first came this.", "then came that."), StoryOf("then came that.", "first came this.")));

    [Fact]
    public void Two_mended_words_far_apart_in_a_long_story_go_without_a_note()
    {
        string[] words = [.. Enumerable.Range(0, 20_000).Select(index => $"word{(char)('a' + (index % 26))}{(char)('a' + (index / 26 % 26))}")];
        string[] mended = [.. words];
        (words[3], words[19_990]) = ("cafe", "12000");
        (mended[3], mended[19_990]) = ("café", "12,000");
        Assert.Empty(Asked(StoryOf(string.Join(' ', words)), StoryOf(string.Join(' ', mended))));
    }

    [Fact]
    public void A_rewrite_beyond_the_bound_is_still_found() => Assert.NotEmpty(Asked(
        StoryOf(string.Join(' ', Enumerable.Repeat("before this", 2_000))), StoryOf(string.Join(' ', Enumerable.Repeat("after that", 2_000)))));

    [Fact]
    public void A_story_is_never_found_to_differ_from_itself_however_it_is_spaced() => Sentences.Sample(text =>
        Assert.Empty(Asked(StoryOf(text), StoryOf("  " + text.Replace(" ", " \u00A0 ", StringComparison.Ordinal)))));

    [Fact]
    public void A_change_asks_for_a_note_as_its_reverse_does() => Gen.Select(Sentences, Sentences).Sample((one, other) =>
        Assert.Equal(Asked(StoryOf(one), StoryOf(other)).Count > 0, Asked(StoryOf(other), StoryOf(one)).Count > 0));

    [Fact]
    public void No_changed_digit_goes_unfound() => Gen.Select(Sentences, Gen.Int[0, 9999], Gen.Int[0, 9999], Sentences).Where(parts => parts.Item2 != parts.Item3)
        .Sample((head, one, other, tail) => Assert.Contains(
            Asked(StoryOf($"{head} {one} {tail}"), StoryOf($"{head} {other} {tail}")),
            finding => finding.Kind is GateFindingKind.Number or GateFindingKind.Date or GateFindingKind.Quotation));

    private static readonly string[] Vocabulary =
        ["the", "not", "Smith", "March", "12", "came", "went", "“yes", "no”", "said.", "?", "library", "libary", "کتاب", "it's"];

    private static readonly Gen<string> Sentences =
        Gen.Int[0, Vocabulary.Length - 1].Array[0, 12].Select(words => string.Join(' ', words.Select(word => Vocabulary[word])));

    [Fact]
    public void A_credit_makes_no_name_of_every_article()
    {
        var credited = new Picture { Hash = new string('a', 64), Alt = "A door", Credit = "Drawing: Tomas Reyes / The Ledger" };
        var before = With(credited, new Paragraph(RichText.From("He came early, by the door of the house.")), new Paragraph(RichText.From("It rained.")));
        var after = With(credited, new Paragraph(RichText.From("It rained.")), new Paragraph(RichText.From("He came early, by the door of the house.")));
        Assert.DoesNotContain(Asked(before, after), finding => finding.Kind == GateFindingKind.Name && $"{finding.Before} {finding.After}".Contains("the", StringComparison.Ordinal));
    }

    private static IReadOnlyList<GateFinding> Compare(string language, string before, string after) =>
        Asked(StoryOf(before) with { Language = language }, StoryOf(after) with { Language = language });

    private static IReadOnlyList<GateFinding> Asked(StoryContent before, StoryContent after) => HonestGate.Compare(before, after).Asked;

    private static IEnumerable<GateFindingKind> Kinds(StoryContent before, StoryContent after) => Asked(before, after).Select(finding => finding.Kind);

    private static StoryContent With(params Block[] body) => Content with { Body = body };

    private static Paragraph Linked(LinkTarget target) => new(new RichText([new TextRun("here", Link: target)]));
}
