using Storyprint.Print.Sheets;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Print.Sheets;

public sealed class TableFitTests
{
    private const double Column = 55;

    [Theory]
    [InlineData(2, TableRoom.Column)]
    [InlineData(6, TableRoom.Sheet)]
    [InlineData(19, TableRoom.SmallType)]
    [InlineData(24, TableRoom.Landscape)]
    public void A_table_stands_where_it_has_room(int columns, TableRoom expected)
    {
        var fit = TableFit.Create(Figures(columns), Column, isRightToLeft: false);
        Assert.Equal(expected, fit.Room);
        Assert.Equal(Enumerable.Range(0, columns), Assert.Single(fit.Parts));
    }

    [Fact]
    public void Columns_that_no_sheet_holds_come_in_parts_with_the_first_column_again()
    {
        var fit = TableFit.Create(Figures(60), Column, isRightToLeft: false);
        Assert.Equal(TableRoom.Landscape, fit.Room);
        Assert.True(fit.Parts.Count > 1);
        Assert.All(fit.Parts, part => Assert.Equal(0, part[0]));
        Assert.Equal(Enumerable.Range(1, 59), fit.Parts.SelectMany(part => part.Skip(1)));
    }

    [Fact]
    public void Sentences_get_lines_of_some_words_and_no_column_of_single_ones()
    {
        var sentence = RichText.From("The ferry sails when the bridge is closed to lorries");
        Assert.Equal(TableRoom.Sheet, TableFit.Create(new Table([], [[sentence, sentence, sentence, sentence]], null), Column, isRightToLeft: false).Room);
    }

    [Fact]
    public void A_table_of_one_column_or_of_uneven_rows_is_whole()
    {
        Assert.Equal([[0]], TableFit.Create(new Table([], [[RichText.From("one")]], null), Column, isRightToLeft: true).Parts);
        Assert.Equal([[0, 1, 2]], TableFit.Whole(new Table([RichText.From("a")], [[RichText.From("1")], [RichText.From("1"), RichText.From("2"), RichText.From("3")]], null)).Parts);
    }

    private static Table Figures(int columns) => new(
        [.. Enumerable.Range(0, columns).Select(column => RichText.From(column == 0 ? "Quay" : $"{1990 + column}"))],
        [.. Enumerable.Range(0, 4).Select(row => (IReadOnlyList<RichText>)[.. Enumerable.Range(0, columns).Select(column => RichText.From(column == 0 ? $"Quay {row}" : $"{column},{row}08"))])], null);
}
