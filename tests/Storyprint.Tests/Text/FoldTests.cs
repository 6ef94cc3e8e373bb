using Storyprint.Text.Folding;

namespace Storyprint.Tests.Text;

public sealed class FoldTests
{
    [Theory]
    [InlineData("Ålund", "alund")]
    [InlineData("STRASSE", "strasse")]
    [InlineData("İSTANBUL", "istanbul")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("Ｆｅｒｒｙ", "ferry")]
    [InlineData("𝐅𝐞𝐫𝐫𝐲", "ferry")]
    [InlineData("℡", "tel")]
    [InlineData("Straße", "strasse")]
    [InlineData("كتاب", "کتاب")]
    [InlineData("کتاب‌ها", "کتابها")]
    [InlineData("آب", "اب")]
    [InlineData("خانهٔ", "خانه")]
    [InlineData("خانۀ", "خانه")]
    [InlineData("مسؤول", "مسوول")]
    [InlineData("۱۴۰۵", "1405")]
    [InlineData("١٤٠٥", "1405")]
    [InlineData("ﻼ", "لا")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("ΟΔΟΣ", "οδοσ")]
    public void Spellings_of_one_word_meet(string word, string folded) => Assert.Equal(folded, Fold.Of(word));

    [Fact]
    public void Folded_words_know_their_place_in_the_original()
    {
        const string Text = "The har-\nbour’s 2.3 m, “high”";
        var words = FoldedWord.Of(Text).ToList();
        Assert.Equal(["the", "harbour", "s", "2", "3", "m", "high"], words.Select(word => word.Form));
        Assert.Equal("har-\nbour", Text.Substring(words[1].Start, words[1].Length));
    }

    [Fact]
    public void Scripts_without_spaces_are_read_character_by_character() =>
        Assert.Equal(["図", "書", "館"], FoldedWord.Of("図書館。").Select(word => word.Form));

    [Fact]
    public void A_joined_word_is_also_found_in_two() => Assert.Equal(["کتاب", "ها"], FoldedWord.SplitForms("کتاب‌ها"));
}
