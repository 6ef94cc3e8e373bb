using System.Text.Json.Serialization;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Editions.FrontPages;

namespace Storyprint.Stories.Editions;

/// <summary>The publication in one language: its own name, front page, sections, feeds, direction, zone and calendar.</summary>
public sealed record Edition
{
    /// <summary>BCP 47 tag, also the first path segment of the edition's addresses: <c>en</c>, <c>fa</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The publication's name in this language.</summary>
    public required string Name { get; init; }

    public string Tagline { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>IANA time zone, such as <c>Europe/Copenhagen</c>.</summary>
    public string TimeZone { get; init => field = value ?? "UTC"; } = "UTC";

    /// <summary>The readers' name of that zone ("Marlow Bay time"); the offset from UTC is always shown beside it.</summary>
    public string ZoneName { get; init => field = value ?? string.Empty; } = string.Empty;

    public EditionCalendar Calendar { get; init; } = EditionCalendar.Gregorian;

    public Numerals Numerals { get; init; } = Numerals.Latin;

    /// <summary>The paper size of the print page where the reader does not choose.</summary>
    public PaperSize Paper { get; init; } = PaperSize.A4;

    /// <summary>Sections in the order of the navigation; unnamed ones come after them.</summary>
    public IReadOnlyList<SectionName> Sections { get; init => field = value ?? []; } = [];

    /// <summary>Topics that editors named or merged; the others bear the words of their stories.</summary>
    public IReadOnlyList<TopicName> Topics { get; init => field = value ?? []; } = [];

    /// <summary>Authors with a page that says more than their name.</summary>
    public IReadOnlyList<BylineProfile> Bylines { get; init => field = value ?? []; } = [];

    /// <summary>Links of the navigation behind the sections.</summary>
    public IReadOnlyList<MenuLink> Menu { get; init => field = value ?? []; } = [];

    /// <summary>Links at the foot of every page, behind the program's own.</summary>
    public IReadOnlyList<MenuLink> FootLinks { get; init => field = value ?? []; } = [];

    /// <summary>The front page as its editors arranged it; null where it is filled by rule alone.</summary>
    public FrontArrangement? FrontPage { get; init; }

    /// <summary>The "about us" text, as Markdown.</summary>
    public string About { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>The policies of the newsroom, as Markdown.</summary>
    public string Policies { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>The imprint at the foot of pages and prints: who publishes, where, on what terms.</summary>
    public string Imprint { get; init => field = value ?? string.Empty; } = string.Empty;

    [JsonIgnore]
    public bool IsRightToLeft => Direction.ForLanguage(Language) == "rtl";

    /// <summary>The time zone, or UTC where this machine does not know it.</summary>
    [JsonIgnore]
    public TimeZoneInfo Zone => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;
}

/// <param name="Slug">The section's path segment, the same in every edition.</param>
public sealed record SectionName(string Slug, string Name) : ITerm
{
    public string Slug { get; init; } = Slug ?? string.Empty;

    /// <summary>The displayed name, without invisible characters.</summary>
    public string Name { get; init => field = InvisibleInStory.Repair(value ?? string.Empty); } = InvisibleInStory.Repair(Name ?? string.Empty);

    public IReadOnlyList<string> Formerly { get; init => field = value ?? []; } = [];

    /// <summary>Whether who wrote or last changed a text here cannot release it alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool FourEyes { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<EditionCalendar>))]
public enum EditionCalendar
{
    Gregorian,
    Jalali,
}

[JsonConverter(typeof(JsonStringEnumConverter<Numerals>))]
public enum Numerals
{
    Latin,
    Persian,
    Arabic,
}

[JsonConverter(typeof(JsonStringEnumConverter<PaperSize>))]
public enum PaperSize
{
    A4,
    Letter,
}
