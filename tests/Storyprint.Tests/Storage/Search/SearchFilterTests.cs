using Storyprint.Storage.Search;
using Storyprint.Storage.Stories;

namespace Storyprint.Tests.Storage.Search;

public sealed class SearchFilterTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 5, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_is_not_asked_for_is_no_condition()
    {
        var filter = new SearchFilter(new SearchQuery { Edition = "en", Phrases = [] });
        Assert.Equal("s.is_listed AND s.edition = @edition", filter.Sql);
        Assert.Equal(["@edition"], filter.With().Select(parameter => parameter.Name));
        Assert.Equal("", filter.SpanOf("b.sort_key"));
        Assert.Empty(filter.SpanParameters);
    }

    [Fact]
    public void A_span_of_time_holds_for_any_column_of_sort_keys()
    {
        var filter = new SearchFilter(new SearchQuery { Edition = "en", Phrases = [], Sections = ["sea"], Author = "ines", From = At, Until = At.AddDays(1) });
        Assert.Equal((SortKey.AtStartOf(At), SortKey.AtStartOf(At.AddDays(1))), (filter.From!.Value, filter.Until!.Value));
        Assert.Equal(" AND b.sort_key >= @from AND b.sort_key < @until", filter.SpanOf("b.sort_key"));
        Assert.Equal(["@from", "@until"], filter.SpanParameters.Select(parameter => parameter.Name));
        Assert.Equal(["@edition", "@section0", "@author", "@from", "@until", "@take"], filter.With(("@take", 1)).Select(parameter => parameter.Name));
    }

    [Fact]
    public void A_budget_of_nothing_is_spent_by_work_and_the_usual_one_is_not()
    {
        var (nothing, usual) = (new SearchBudget(TimeSpan.Zero), new SearchBudget(TimeSpan.FromHours(1)));
        while (!nothing.IsSpent)
        {
            _ = string.Concat("some", "work");
        }

        Assert.True(nothing.Spent > TimeSpan.Zero);
        Assert.True(SearchBudget.Usual > TimeSpan.Zero);
        Assert.True(usual.Spent < TimeSpan.FromHours(1));
    }

    [Fact]
    public void Each_engine_takes_many_keys_as_one_value()
    {
        Assert.Equal("[3,1]", new SqliteFullText().Keys([3, 1]));
        Assert.Equal(new long[] { 3, 1 }, new PostgresFullText().Keys([3, 1]));
        Assert.Contains("@keys", new SqliteFullText().KeyIn, StringComparison.Ordinal);
        Assert.Contains("@keys", new PostgresFullText().KeyIn, StringComparison.Ordinal);
    }
}
