using Storyprint.Storage.Search;
using Storyprint.Text.Folding;
using Storyprint.Text.Matching;

namespace Storyprint.Tests.Text.Matching;

public sealed class FingerprintsTests
{
    public static TheoryData<string> Scripts => [.. RandomTexts.Names];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Whatever_stands_around_it_a_shared_run_shares_a_fingerprint(string script)
    {
        var texts = new RandomTexts(1);
        var run = RandomTexts.HasSpaces(script) ? 6 : 8;
        for (var round = 0; round < 400; round++)
        {
            var shared = texts.Of(script, run + texts.Next(5));
            var one = $"{texts.Of(script, texts.Next(60))}\n{shared}\n{texts.Of(script, texts.Next(60))}";
            var other = $"{texts.Of("en", texts.Next(60))}\n{shared}\n{texts.Of("zh", texts.Next(60))}";
            Assert.NotEmpty(Of(one).Intersect(Of(other)));
        }
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Two_texts_that_share_nothing_share_no_fingerprint(string script)
    {
        var texts = new RandomTexts(2);
        for (var round = 0; round < 50; round++)
        {
            Assert.Empty(Of(texts.Of(script, 200).Replace("12", "", StringComparison.Ordinal)).Intersect(Of(texts.Of(script, 200).Replace("12", "", StringComparison.Ordinal))));
        }
    }

    [Theory]
    [InlineData("The council opened the old bridge again on Friday.", "THE COUNCIL opened the\nold bridge, again — on “Friday”!")]
    [InlineData("The council opened the harbour on Friday.", "The cоuncil opened the hаrbour on Friday.")]
    [InlineData("The council opened the harbour on Friday.", "The council opened the har-\nbour on Friday.")]
    [InlineData("این کتاب‌های تازه در بهار ۱۴۰۵ رسید", "اين كتابهاي تازه در بهار 1405 رسيد")]
    [InlineData("الكتاب الجديد وصل في ٢٠٢٦", "الكتَاب الجديد وصل فى 2026")]
    [InlineData("市立図書館は三月に開く", "市立図書館は、三月に\n開く。")]
    [InlineData("アイウエオカキクケコ", "ｱｲｳｴｵｶｷｸｹｺ")]
    public void Another_typography_has_the_same_fingerprints(string one, string other) => Assert.Equal(Of(one).Order(), Of(other).Order());

    [Theory]
    [InlineData("The council opened the old bridge.", "The council closed the old bridge.")]
    [InlineData("本日三名が到着した", "本日四名が到着した")]
    public void Another_word_has_others(string one, string other) => Assert.NotEqual(Of(one).Order(), Of(other).Order());

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Every_word_knows_its_place_in_the_original(string script)
    {
        var text = $"ﷺ e\u0301t\u0301 x\u200Cy\u00AD\u0301z har-\nbour {new RandomTexts(3).Of(script, 300)}";
        var words = HashedWord.Of(text);
        Assert.Equal(words.OrderBy(word => word.Start).Select(word => word.Start), words.Select(word => word.Start));
        foreach (var word in words)
        {
            Assert.Contains(word.Hash, HashedWord.Of(text[word.Start..word.End]).Select(again => again.Hash));
        }
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void The_words_that_search_has_folded_are_the_words_of_the_text(string script)
    {
        var text = $"ﷺ ﬁnd 12½ x\u200Cy ｱｲ Straße it's 2,500 {new RandomTexts(4).Of(script, 300)}";
        Assert.Equal(HashedWord.Of(text).Select(word => word.Hash), HashedWord.OfFolded(SearchRow.Words([text])).Select(word => word.Hash));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("Two words", 0)]
    [InlineData("Only three words", 1)]
    [InlineData("四文字だ", 0)]
    [InlineData("五文字だよ", 1)]
    [InlineData("word 四文字だ", 1)]
    public void A_text_too_short_for_a_window_has_what_it_has(string text, int count) => Assert.Equal(count, Of(text).Count);

    [Fact]
    public void Two_of_five_shingles_are_kept()
    {
        var text = new RandomTexts(5).Of("en", 20_000);
        var words = HashedWord.Of(text);
        Assert.InRange(Fingerprints.Selected(Shingle.Of(words)).Count() / (double)words.Count, 0.38, 0.42);
    }

    public static TheoryData<string> Hostile =>
    [
        "a" + string.Concat(Enumerable.Repeat("\u0301\u0323", 32_000)), new string('\u202E', 65_536), new string('\uD800', 65_536), string.Concat(Enumerable.Repeat("ﷺ", 21_000)),
        string.Concat(Enumerable.Repeat("-\n", 32_000)), string.Concat(Enumerable.Repeat("a\u200C", 32_000)), new string('一', 65_536), string.Concat(Enumerable.Repeat("e\u0301 ", 21_000)),
        string.Concat(Enumerable.Repeat("\U0001F468\u200D", 20_000)), string.Concat(Enumerable.Repeat("\uFDD0\uFFFE a ", 10_000)), new string('a', 65_536), new string('ｱ', 65_536),
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_texts_are_only_texts(string text)
    {
        foreach (var word in HashedWord.Of(StreamSafeText.Of(text)))
        {
            Assert.True(word.Start < word.End);
        }
    }

    [Theory]
    [InlineData("раssроrt", "passport", true)]
    [InlineData("ΡΑΟΝ", "paov", true)]
    [InlineData("passport", "passport", false)]
    [InlineData("password", "passport", false)]
    public void LookAlikes_are_letters_of_another_script(string one, string other, bool isAlike) => Assert.Equal(isAlike, LookAlikes.AreAlike(one, other));

    [Fact]
    public void The_hashes_that_stand_in_databases_never_change() => Assert.Equal(
        [992702053220079228, 1188746009510717947], Of("The council opened the old bridge again on Friday morning, and کتاب 図書館 came.").Order().Take(2));

    [Fact]
    public void WordHash_depends_on_every_letter_and_Fold_on_none_of_their_variants()
    {
        Assert.NotEqual(WordHash.Of("harbour"), WordHash.Of("harbours"));
        Assert.Equal(WordHash.Of(Fold.Of("Kitāb")), WordHash.Of(Fold.Of("kitab")));
        Assert.NotEqual(WordHash.Append(WordHash.Append(0, 1), 2), WordHash.Append(WordHash.Append(0, 2), 1));
    }

    private static IReadOnlyCollection<ulong> Of(string text) => Fingerprints.Of(HashedWord.Of(text));
}
