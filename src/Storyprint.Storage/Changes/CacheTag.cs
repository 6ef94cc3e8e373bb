using Storyprint.Stories.Codes;

namespace Storyprint.Storage.Changes;

/// <summary>
/// Cache tags: what a page depends on, the stories it shows and the lists that another story could enter. A release invalidates every page with one of its
/// tags; a CDN may be sent the same tags.
/// </summary>
public static class CacheTag
{
    /// <summary>Pages that show the size of the log.</summary>
    public const string Log = "log";

    /// <summary>Pages that show keys, or judge a seal by them.</summary>
    public const string Keys = "keys";

    /// <summary>The newest stories of all editions.</summary>
    public const string News = "news";

    /// <summary>The list of sitemaps.</summary>
    public const string Sitemaps = "sitemaps";

    /// <summary>Anything that shows the story, or names it.</summary>
    public static string Story(StoryCode code) => $"story-{code.Digits}";

    /// <summary>How the front page of an edition is arranged.</summary>
    public static string Front(string edition) => $"front-{edition}";

    /// <summary>What an edition says about itself and how it works.</summary>
    public static string StandingPages(string edition) => $"standing-{edition}";

    public static string Latest(string edition) => $"latest-{edition}";

    public static string Section(string edition, string slug) => $"section-{edition}-{slug}";

    public static string Topic(string edition, string slug) => $"topic-{edition}-{slug}";

    public static string Byline(string edition, string slug) => $"byline-{edition}-{slug}";

    /// <summary>The stories of one day.</summary>
    /// <param name="from">The day's first instant in the edition's zone.</param>
    public static string Day(string edition, DateTimeOffset from) => $"day-{edition}-{from.ToUnixTimeSeconds()}";

    /// <summary>The number of stories in each year, month and day of an edition.</summary>
    public static string Archive(string edition) => $"archive-{edition}";

    public static string Corrections(string edition) => $"corrections-{edition}";

    /// <summary>The edition's sections, which every page of it names.</summary>
    public static string Sections(string edition) => $"sections-{edition}";

    /// <summary>
    /// Further pages of a list, and lists without a story. When a story leaves the list, the stories behind it move up onto other pages, so every release of
    /// the edition invalidates all of these.
    /// </summary>
    public static string Deep(string edition) => $"deep-{edition}";

    public static string Translations(string key) => $"translation-{key}";

    /// <param name="file">The number of a file of <see cref="Stories.StoryAddresses"/>.</param>
    public static string Sitemap(int file) => $"sitemap-{file}";
}
