using Storyprint.Storage.Stories;

namespace Storyprint.Storage.Changes;

/// <summary>
/// Collects the cache dependencies of the page being rendered; stores add them as they are queried, so no page can forget to declare one.
/// </summary>
public sealed class CacheDependencies
{
    private static readonly AsyncLocal<CacheDependencies?> Current = new();

    private readonly Lock gate = new();
    private readonly HashSet<string> tags = new(StringComparer.Ordinal);

    /// <summary>When the page expires even though nothing is released; null where only releases change it.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>The <see cref="CacheTag"/>s that were added, without duplicates.</summary>
    public IReadOnlyList<string> Tags
    {
        get
        {
            lock (gate)
            {
                return [.. tags];
            }
        }
    }

    /// <summary>Collects what is added from here on in this method and in everything it calls.</summary>
    public static CacheDependencies Collect() => Current.Value = new CacheDependencies();

    /// <summary>Adds a <see cref="CacheTag"/>; does nothing where none are collected.</summary>
    public static void Add(string tag) => Current.Value?.AddTag(tag);

    /// <summary>The page being rendered expires at this instant.</summary>
    public static void ExpireAt(DateTimeOffset instant) => Current.Value?.Expire(instant);

    /// <summary>Adds a list and the stories on it.</summary>
    /// <param name="list">The list's own tag.</param>
    /// <param name="skip">How many stories of the list stand on the pages before.</param>
    internal static List<StorySummary> Add(List<StorySummary> stories, string list, string edition, int skip) => Add(stories, [list], edition, skip);

    /// <summary>Adds a list that is made of several, and the stories on it.</summary>
    internal static List<StorySummary> Add(List<StorySummary> stories, IEnumerable<string> lists, string edition, int skip)
    {
        if (Current.Value is { } dependencies)
        {
            foreach (var list in lists)
            {
                dependencies.AddTag(list);
            }

            dependencies.AddListPosition(stories.Count, edition, skip);
            Add(stories);
        }

        return stories;
    }

    internal static List<StorySummary> Add(List<StorySummary> stories)
    {
        if (Current.Value is { } dependencies)
        {
            stories.ForEach(story => dependencies.AddTag(CacheTag.Story(story.Code)));
        }

        return stories;
    }

    internal static void AddDeep(int count, string edition, int skip) => Current.Value?.AddListPosition(count, edition, skip);

    private void AddListPosition(int count, string edition, int skip)
    {
        if (skip > 0 || count == 0)
        {
            AddTag(CacheTag.Deep(edition));
        }
    }

    private void AddTag(string tag)
    {
        lock (gate)
        {
            tags.Add(tag);
        }
    }

    private void Expire(DateTimeOffset instant)
    {
        lock (gate)
        {
            ExpiresAt = ExpiresAt < instant ? ExpiresAt : instant;
        }
    }
}
