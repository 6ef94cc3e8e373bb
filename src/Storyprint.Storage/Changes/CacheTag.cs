using Storyprint.Stories.Codes;

namespace Storyprint.Storage.Changes;

/// <summary>
/// What a page depends on, in a word: the stories it shows, and the lists that a further story could come into. A release takes from memory
/// every page with one of its words; a network in front may be told the same words.
/// </summary>
public static class CacheTag
{
    /// <summary>Pages that name how far the log reaches.</summary>
    public const string Log = "log";

    /// <summary>Pages that name keys, or judge a seal by them.</summary>
    public const string Keys = "keys";

    /// <summary>The newest stories of all editions.</summary>
    public const string News = "news";

    /// <summary>The list of sitemaps.</summary>
    public const string Sitemaps = "sitemaps";

    /// <summary>Anything that shows the story, or names it.</summary>
    public static string Story(StoryCode code) => $"story-{code.Digits}";

    public static string Latest(string edition) => $"latest-{edition}";

    public static string Section(string edition, string slug) => $"section-{edition}-{slug}";

    public static string Topic(string edition, string slug) => $"topic-{edition}-{slug}";

    public static string Byline(string edition, string slug) => $"byline-{edition}-{slug}";

    /// <summary>The stories of one day.</summary>
    /// <param name="from">The day's first instant in the edition's zone.</param>
    public static string Day(string edition, DateTimeOffset from) => $"day-{edition}-{from.ToUnixTimeSeconds()}";

    /// <summary>How many stories the edition's years, months and days hold.</summary>
    public static string Archive(string edition) => $"archive-{edition}";

    public static string Corrections(string edition) => $"corrections-{edition}";

    /// <summary>The edition's sections, which every page of it names.</summary>
    public static string Sections(string edition) => $"sections-{edition}";

    /// <summary>
    /// Pages of a list behind its first, and lists without a story. A story that leaves the list moves what stands on them though they never
    /// showed it, so each release of the edition takes them.
    /// </summary>
    public static string Deep(string edition) => $"deep-{edition}";

    public static string Translations(string key) => $"translation-{key}";

    /// <param name="file">The number of a file of <see cref="Stories.StoryAddresses"/>.</param>
    public static string Sitemap(int file) => $"sitemap-{file}";
}
