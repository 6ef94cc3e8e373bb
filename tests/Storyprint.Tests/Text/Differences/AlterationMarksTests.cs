using Storyprint.Text.Differences;

namespace Storyprint.Tests.Text.Differences;

public sealed class AlterationMarksTests
{
    [Theory]
    [InlineData("It fell by 5 points.", "It fell by 6 points.", null, AlterationMarks.Number)]
    [InlineData("It fell to 5 points.", "It fell to -5 points.", null, AlterationMarks.Number)]
    [InlineData("He did say so.", "He did not say so.", "en", AlterationMarks.Negation)]
    [InlineData("He did say so.", "He didn’t say so.", "en-GB", AlterationMarks.Negation)]
    [InlineData("Er hat es gesagt.", "Er hat es nicht gesagt.", "de", AlterationMarks.Negation)]
    [InlineData("Il est venu hier.", "Il n’est venu hier.", "fr", AlterationMarks.Negation)]
    [InlineData("او این را گفت", "او این را نگفت", "fa", AlterationMarks.Negation)]
    [InlineData("دولت این کار را می‌کند", "دولت این کار را نمی‌کند", "fa", AlterationMarks.Negation)]
    [InlineData("هذا الخبر صحيح اليوم", "هذا الخبر غير صحيح اليوم", "ar", AlterationMarks.Negation)]
    [InlineData("There sat Tomas Reyes alone.", "There sat Tomas Vega alone.", null, AlterationMarks.Name)]
    [InlineData("She called it a farce then.", "She called it a “farce” then.", null, AlterationMarks.Quotation)]
    [InlineData("The old bridge is there.", "The new bridge is there.", null, AlterationMarks.None)]
    [InlineData("این نامه را دید", "این نان را دید", "fa", AlterationMarks.None)]
    public void What_matters_first_is_marked(string before, string after, string? language, AlterationMarks marks) =>
        Assert.Equal(marks, Compared.Marks(before, after, language));

    [Fact]
    public void Typography_is_never_marked() => Assert.Equal(AlterationMarks.None, Compared.Marks("“Not 5,” Ann said.", "\"Not ۵,\" Ann said."));
}
