using System.Text.Json.Serialization;
using Storyprint.Stories.Canonical;

namespace Storyprint.Stories.Editions;

/// <summary>The publication in one language: its own name, front page, sections, feeds, direction, zone and calendar.</summary>
public sealed record Edition
{
    /// <summary>BCP 47 tag, also the first part of the edition's addresses: <c>en</c>, <c>fa</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The publication's name in this language.</summary>
    public required string Name { get; init; }

    public string Tagline { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>IANA name, as <c>Europe/Copenhagen</c>.</summary>
    public string TimeZone { get; init => field = value ?? "UTC"; } = "UTC";

    /// <summary>What readers call that zone ("Marlow Bay time"); the offset from UTC is always printed beside it.</summary>
    public string ZoneName { get; init => field = value ?? string.Empty; } = string.Empty;

    public EditionCalendar Calendar { get; init; } = EditionCalendar.Gregorian;

    public Numerals Numerals { get; init; } = Numerals.Latin;

    /// <summary>The paper the print page is set for where the reader does not choose.</summary>
    public PaperSize Paper { get; init; } = PaperSize.A4;

    /// <summary>Sections in the order of the navigation; a section that is not named here comes after them.</summary>
    public IReadOnlyList<SectionName> Sections { get; init => field = value ?? []; } = [];

    /// <summary>What readers are told about the publication, as Markdown.</summary>
    public string About { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>How the newsroom works and corrects, as Markdown.</summary>
    public string Policies { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>The line at the foot of pages and prints: who publishes, where, on what terms.</summary>
    public string Imprint { get; init => field = value ?? string.Empty; } = string.Empty;

    [JsonIgnore]
    public bool IsRightToLeft => Direction.ForLanguage(Language) == "rtl";

    /// <summary>The zone, or UTC where this machine does not know it.</summary>
    [JsonIgnore]
    public TimeZoneInfo Zone => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;
}

/// <param name="Slug">The section's part of an address, the same in every edition.</param>
public sealed record SectionName(string Slug, string Name)
{
    /// <summary>As readers see it, without what nobody sees.</summary>
    public string Name { get; } = InvisibleInStory.Repair(Name);
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
