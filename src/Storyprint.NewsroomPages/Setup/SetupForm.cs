using Storyprint.NewsroomPages.Requests;
using Storyprint.Print.Marks;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Editions.Settings;
using Storyprint.Stories.Links;
using Storyprint.Web.Localization;

namespace Storyprint.NewsroomPages.Setup;

/// <summary>What a publication needs to begin, as filled in.</summary>
public sealed record SetupForm
{
    private const int CodeLength = 6;

    public string Name { get; init; } = string.Empty;

    public string Tagline { get; init; } = string.Empty;

    public string Address { get; init; } = string.Empty;

    public string Language { get; init; } = "en";

    /// <summary>Empty for a publication of one edition.</summary>
    public string OtherLanguage { get; init; } = string.Empty;

    public string OtherName { get; init; } = string.Empty;

    public string TimeZone { get; init; } = "UTC";

    public string Calendar { get; init; } = nameof(EditionCalendar.Gregorian);

    /// <summary>The languages that are offered first; any other tag can be typed.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "fa", "ar", "de", "es", "fr", "he", "pt", "ru", "tr", "ur", "zh"];

    public static SetupForm Read(NewsroomRequest request) => new()
    {
        Name = request.Text("name"),
        Tagline = request.Text("tagline"),
        Address = WithScheme(request.Text("address")),
        Language = request.Text("language").ToLowerInvariant(),
        OtherLanguage = request.Text("other-language").ToLowerInvariant(),
        OtherName = request.Text("other-name"),
        TimeZone = request.Text("time-zone"),
        Calendar = request.Text("calendar"),
    };

    public Publication ToPublication()
    {
        var editions = new List<Edition> { EditionOf(Language, Name, Tagline) };
        if (OtherLanguage.Length > 0)
        {
            editions.Add(EditionOf(OtherLanguage, OtherName.Length > 0 ? OtherName : Name, string.Empty));
        }

        return new Publication { Address = Address, Editions = editions };
    }

    /// <summary>What is wrong, each with the field it belongs to.</summary>
    public IReadOnlyDictionary<string, string> Faults(InterfaceTexts texts)
    {
        var faults = new Dictionary<string, string>();
        if (Name.Length is 0 or > 100)
        {
            faults["name"] = texts["setup.fault.name"];
        }

        if (!PublicAddress.TryParse(Address, out _))
        {
            faults["address"] = texts["setup.fault.address"];
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            faults["time-zone"] = texts["setup.fault.zone"];
        }

        foreach (var problem in faults.Count > 0 ? [] : PublicationRules.Problems(ToPublication()))
        {
            faults.TryAdd("language", problem.Text.Write(texts[$"problem.{problem.Text.Word}"], problem.Values));
        }

        return faults;
    }

    /// <summary>A warning where the host is too long for a good mark on paper; null where it is not.</summary>
    public string? LongAddress => PublicAddress.TryParse(Address, out var address) ? LinkMark.TooLong(address, CodeLength) : null;

    private Edition EditionOf(string language, string name, string tagline) => new()
    {
        Language = language,
        Name = name,
        Tagline = tagline,
        TimeZone = TimeZone,
        Calendar = language == "fa" && Calendar == nameof(EditionCalendar.Jalali) ? EditionCalendar.Jalali : EditionCalendar.Gregorian,
        Numerals = language switch { "fa" => Numerals.Persian, "ar" => Numerals.Arabic, _ => Numerals.Latin },

        // Every story stands in a section: the first one can be published at once, and sections are renamed with their addresses.
        Sections = [new SectionName("news", NewsroomLanguages.Texts(NewsroomLanguages.All.Contains(language) ? language : NewsroomLanguages.All[0])["setup.first-section"])],
    };

    private static string WithScheme(string address) => address.Length == 0 || address.Contains("://", StringComparison.Ordinal) ? address.TrimEnd('/') : $"https://{address.TrimEnd('/')}";
}
