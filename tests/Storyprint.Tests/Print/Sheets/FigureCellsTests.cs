using Storyprint.Print.Sheets;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Print.Sheets;

public sealed class FigureCellsTests
{
    [Theory]
    [InlineData("12,345")]
    [InlineData("−4.5")]
    [InlineData("+5")]
    [InlineData("18 %")]
    [InlineData("€ 18.40")]
    [InlineData("18.40 €")]
    [InlineData("06:15")]
    [InlineData("12–14")]
    [InlineData("3.2 km")]
    [InlineData("۱۲٫۵")]
    [InlineData("١٢٬٣٤٥")]
    public void A_number_with_its_sign_and_unit_is_a_figure(string text) => Assert.True(FigureCells.IsFigure(text));

    [Theory]
    [InlineData("Quay 4")]
    [InlineData("four")]
    [InlineData("")]
    [InlineData("4 boats came in")]
    [InlineData("1234567890 1234567890 1234567890")]
    public void Words_are_none(string text) => Assert.False(FigureCells.IsFigure(text));

    [Fact]
    public void A_column_holds_figures_when_all_that_stands_in_it_are()
    {
        IReadOnlyList<RichText> Row(params string[] cells) => [.. cells.Select(RichText.From)];
        var table = new Table(Row("Quay", "Boats", "Said"), [Row("North", "12", "7"), Row("South", "—", "seven"), Row("East", "")], null);
        Assert.Equal([false, true, false], FigureCells.Columns(table));
    }
}
