namespace Storyprint.Tests.Text.Differences;

public sealed class WordDifferenceTests
{
    [Theory]
    [InlineData("The lift carries 16 people.", "The lift carries 12 people.", "The lift carries [-16-]{+12+} people.")]
    [InlineData("The jury found him not, guilty.", "The jury found him not guilty.", "The jury found him not[-,-] guilty.")]
    [InlineData("He left the old town today.", "He left the town today.", "He left the [-old -]town today.")]
    [InlineData("He met mark there.", "He met Mark there.", "He met [-mark-]{+Mark+} there.")]
    [InlineData("He was not able to go.", "He was notable to go.", "He was [-not able-]{+notable+} to go.")]
    [InlineData("It cost 10² euros here.", "It cost 102 euros here.", "It cost [-10²-]{+102+} euros here.")]
    [InlineData("He came at 19:40 today.", "He came at 19:45 today.", "He came at [-19:40-]{+19:45+} today.")]
    [InlineData("About 12 were there.", "About \u202E12 were there.", "About {+\u202E+}12 were there.")]
    [InlineData("Here a ≠ b again.", "Here a = b again.", "Here a [-≠-]{+=+} b again.")]
    [InlineData("かきを買う", "かぎを買う", "か[-き-]{+ぎ+}を買う")]
    [InlineData("Это мои книги.", "Это мой книги.", "Это [-мои-]{+мой+} книги.")]
    [InlineData("It has 1\u0336 lift now.", "It has 1 lift now.", "It has [-1\u0336-]{+1+} lift now.")]
    public void An_altered_letter_digit_or_mark_is_an_alteration(string before, string after, string line) =>
        Assert.Equal(line, Compared.Line(before, after));

    [Theory]
    [InlineData("\"No\" - she said it.", "“No” – she said it.")]
    [InlineData("It's a café on the corner.", "It’s a cafe on the corner.", "en")]
    [InlineData("Wait... she said.", "Wait… she said.")]
    [InlineData("two  spaces here", "two spaces here")]
    [InlineData("كتاب علي اینجاست", "کتاب علی اینجاست", "fa")]
    [InlineData("این کتاب‌ها خوب است", "این کتاب ها خوب است", "fa")]
    [InlineData("این کتاب‌ها خوب است", "این کتابها خوب است", "fa")]
    [InlineData("سال ۱۴۰۵ بود", "سال 1405 بود")]
    [InlineData("soft\u00ADhyphen there", "softhyphen there")]
    [InlineData("“Ja”, sagte sie.", "„Ja“, sagte sie.")]
    public void The_same_words_in_another_dress_are_typography(string before, string after, string? language = null)
    {
        var comparison = Compared.Texts([before], [after], language);
        Assert.True(comparison.IsTypographyOnly, Compared.Line(before, after));
        Assert.False(comparison.IsIdentical);
    }

    [Theory]
    [InlineData("図書館は九時に開く。", "図書館は十時に開く。", "図書館は[-九-]{+十+}時に開く。")]
    [InlineData("ไม่มีใครรู้", "ไม่มีเขารู้", "ไม่มี[-ใคร-]{+เขา+}รู้")]
    [InlineData("They smiled 👩‍👧 at us.", "They smiled 👩‍👦 at us.", "They smiled [-👩‍👧-]{+👩‍👦+} at us.")]
    public void Scripts_without_spaces_and_emoji_are_compared_grapheme_by_grapheme(string before, string after, string line) =>
        Assert.Equal(line, Compared.Line(before, after));

    [Fact]
    public void A_short_word_between_two_changes_is_part_of_the_change() =>
        Assert.Equal(
            "The mayor opened [-roads and parks-]{+schools and pools+} on Monday.",
            Compared.Line("The mayor opened roads and parks on Monday.", "The mayor opened schools and pools on Monday."));

    [Fact]
    public void Two_far_changes_stay_two()
    {
        var pair = Compared.Pair("One man said that the harbour wall was broken.", "Six men said that the harbour wall was whole.");
        Assert.Equal(2, pair.Alterations);
    }

    [Fact]
    public void A_long_middle_is_replaced_but_the_common_ends_stay()
    {
        var shared = string.Join(' ', Enumerable.Range(0, 3_000).Select(index => "w" + index));
        var left = string.Join(' ', Enumerable.Range(0, 5_001).Select(index => "a" + (index % 7 == 0 ? "b" : index.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        var pair = Compared.Pair(shared + " " + left + " end", shared + " c " + left + " d end");
        Assert.Equal(4, pair.Segments.Count);
        Assert.Equal(1, pair.Alterations);
    }
}
