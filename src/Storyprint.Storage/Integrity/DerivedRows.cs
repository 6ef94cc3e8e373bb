using System.Globalization;
using Storyprint.Storage.Stories;

namespace Storyprint.Storage.Integrity;

/// <summary>The rows that list a story under its topics, authors and corrections, derived from its newest revision.</summary>
internal sealed record DerivedRows(IReadOnlyList<string> Topics, IReadOnlyList<string> Bylines, IReadOnlyList<string> Notes)
{
    private static readonly DerivedRows None = new([], [], []);

    public static DerivedRows Of(StoredStory story)
    {
        var isPage = DerivedColumns.Of(story).Any(column => column is ("is_listed", false));
        if (isPage || story.Shown is not { } content || DerivedColumns.SortKeyOf(story) is not { } key)
        {
            return None;
        }

        var head = StoryListing.From(content);
        return new DerivedRows(
            [.. StoryListing.Terms(head.Topics).Select(term => Row(head.Language, term.Slug, key))],
            [.. StoryListing.Terms(head.Bylines).Select(term => Row(head.Language, term.Slug, key))],
            [.. head.Corrections.Select((note, at) => Row(head.Language, note.At.ToUnixTimeMilliseconds(), at))]);
    }

    /// <summary>The tables whose stored rows differ from these.</summary>
    public IEnumerable<string> DifferingFrom(StoredStory story) =>
        ((string, IReadOnlyList<string>, IReadOnlyList<string>)[])[("story_topic", Topics, story.Topics), ("story_byline", Bylines, story.Bylines), ("story_note", Notes, story.Notes)]
            is var tables ? tables.Where(table => !table.Item2.Order(StringComparer.Ordinal).SequenceEqual(table.Item3.Order(StringComparer.Ordinal))).Select(table => table.Item1) : [];

    private static string Row(params object[] values) => string.Join('/', values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)));
}
