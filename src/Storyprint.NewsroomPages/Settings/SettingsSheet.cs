using static Storyprint.NewsroomPages.Settings.SettingField;

namespace Storyprint.NewsroomPages.Settings;

/// <summary>A page of settings that belong together. Its title and what it is for: <c>settings.NAME</c> and <c>settings.NAME.lead</c>.</summary>
/// <param name="IsOfEdition">Whether each edition has its own.</param>
public sealed record SettingsSheet(string Name, bool IsOfEdition, IReadOnlyList<SettingField> Fields)
{
    private static readonly SettingField[] Term = [new Text("name"), new Text("slug", Direction: "ltr"), new Lines("formerly", "ltr")];

    private static readonly SettingField[] Link = [new Text("name"), new Text("to", Direction: "ltr")];

    /// <summary>All, in the order of the list of settings.</summary>
    public static IReadOnlyList<SettingsSheet> All { get; } =
    [
        new("publication", IsOfEdition: false, [new Text("address", Direction: "ltr"), new Text("contact", Direction: "ltr"), new Lines("editions", "ltr")]),
        new("edition", IsOfEdition: true,
        [
            new Text("name"), new Text("tagline"), new Text("timeZone", Direction: "ltr"), new Text("zoneName"), new OneOf("calendar", ["Gregorian", "Jalali"]),
            new OneOf("numerals", ["Latin", "Persian", "Arabic"]), new OneOf("paper", ["A4", "Letter"]),
        ]),
        new("sections", IsOfEdition: true, [new Items("sections", [.. Term, new Flag("fourEyes")])]),
        new("topics", IsOfEdition: true, [new Items("topics", Term)]),
        new("bylines", IsOfEdition: true, [new Items("bylines", [.. Term, new Text("words", Rows: 4), new Text("contact", Direction: "ltr"), new Lines("languages", "ltr"), new Picture("portrait")])]),
        new("pages", IsOfEdition: true, [new Text("about", Rows: 12), new Text("policies", Rows: 12), new Text("imprint", Rows: 2)]),
        new("menus", IsOfEdition: true, [new Items("menu", Link), new Items("footLinks", Link)]),
        new("looks", IsOfEdition: false, [new Group("looks", [new Text("accent", Direction: "ltr"), new Text("accentInDark", Direction: "ltr"), new Picture("logo"), new Picture("icon")])]),
        new("redirects", IsOfEdition: false, [new Items("redirects", [new Text("from", Direction: "ltr"), new Text("to", Direction: "ltr")])]),
        new("openness", IsOfEdition: false, [new Flag("publishesOriginals"), new Flag("showsArchivedComments"), new Lines("trustTxt", "ltr")]),
        new("writing", IsOfEdition: false, [new Lines("placeholders"), new Lines("houseWords")]),
        new("witnesses", IsOfEdition: false,
        [
            new Items("witnesses", [new Text("name", Direction: "ltr"), new Text("vkey", Direction: "ltr"), new Text("url", Direction: "ltr")]), new Number("witnessQuorum"), new Flag("releaseWaitsForWitnesses"),
        ]),
        new("speed", IsOfEdition: false, [new Number("pageCacheMegabytes"), new Group("cdn", [new Number("maxAgeSeconds"), new Number("staleWhileRevalidateSeconds"), new Text("tagHeader", Direction: "ltr")], IsOptional: true)]),
        new("mail", IsOfEdition: false, [new Group("mail", [new Text("from", Direction: "ltr"), new Text("server", Direction: "ltr"), new Number("port"), new Text("user", Direction: "ltr")])]),
        new("sign-in", IsOfEdition: false,
        [
            new Text("newsroomAddress", Direction: "ltr"),
            new Group("openIdConnect", [new Text("authority", Direction: "ltr"), new Text("clientId", Direction: "ltr"), new Text("name"), new Text("rolesClaim", Direction: "ltr"), new Pairs("roles")], IsOptional: true),
        ]),
    ];

    /// <summary>Whether it is for administrators who have just proved who they are: it decides who comes in, or where links for coming in are sent.</summary>
    public bool IsSensitive => Fields.Any(each => IsSensitiveKey(each.Name));

    /// <summary>The same for a setting by its key.</summary>
    public static bool IsSensitiveKey(string key) => key is "mail" or "newsroomAddress" or "openIdConnect";

    public static SettingsSheet? Find(string name) => All.FirstOrDefault(sheet => sheet.Name == name);
}
