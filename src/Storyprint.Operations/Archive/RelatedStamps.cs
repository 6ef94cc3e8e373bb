using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;

namespace Storyprint.Operations.Archive;

/// <summary>Stamps of what a story's page shows of others: its translations, and stories with its topics that are near in time.</summary>
internal sealed class RelatedStamps
{
    private readonly Dictionary<(string Edition, string Topic, long Span), string> topics;
    private readonly Dictionary<string, string> translations;
    private readonly TimeSpan within;

    public RelatedStamps(IReadOnlyList<StoryOutline> stories, IReadOnlyDictionary<StoryCode, string> stamps, TimeSpan within)
    {
        this.within = within;
        topics = stories.SelectMany(story => story.Topics.Select(topic => (Key: (story.Edition, topic, SpanOf(story)), story.Code)))
            .GroupBy(pair => pair.Key, pair => stamps[pair.Code]).ToDictionary(group => group.Key, ContentStamp.Compute);
        translations = stories.Where(story => story.TranslationKey is not null)
            .GroupBy(story => story.TranslationKey!, story => stamps[story.Code]).ToDictionary(group => group.Key, ContentStamp.Compute);
    }

    /// <summary>Changes when any of them does. Time is split into spans of the window's length: a story's own span and its two neighbours cover the window.</summary>
    public string Of(StoryOutline story)
    {
        var span = SpanOf(story);
        return string.Join('\n', story.Topics
            .SelectMany(topic => new[] { span - 1, span, span + 1 }.Select(near => topics.GetValueOrDefault((story.Edition, topic, near))))
            .Append(story.TranslationKey is { } key ? translations[key] : null));
    }

    private long SpanOf(StoryOutline story) => SortKey.TimeOf(story.SortKey).ToUnixTimeSeconds() / (long)within.TotalSeconds;
}
