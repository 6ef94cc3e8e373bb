using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Storyprint.Web.Localization;

namespace Storyprint.NewsroomPages.Requests;

/// <summary>The languages of the newsroom's pages, from <c>LANGUAGE.json</c> in Texts. Another language is one more file.</summary>
public static class NewsroomLanguages
{
    private static readonly ConcurrentDictionary<string, InterfaceTexts> Loaded = new();

    /// <summary>BCP 47 tags; English first.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. typeof(NewsroomLanguages).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(InterfaceTexts.NewsroomPrefix, StringComparison.Ordinal))
            .Select(name => Path.GetFileNameWithoutExtension(name[InterfaceTexts.NewsroomPrefix.Length..])).OrderBy(language => language != "en").ThenBy(language => language, StringComparer.Ordinal),
    ];

    public static InterfaceTexts Texts(string language) => Loaded.GetOrAdd(language, static each => InterfaceTexts.LoadNewsroom(each, typeof(NewsroomLanguages).Assembly));

    /// <summary>The language of a page for somebody who is not signed in: as the query asks, else as the browser prefers.</summary>
    public static string For(HttpRequest request)
    {
        IEnumerable<string> wished =
        [
            request.Query["language"].ToString(),
            .. request.Headers.AcceptLanguage.ToString().Split(',', 20).Select(part => part.Split(';')[0].Trim().Split('-')[0].ToLower(CultureInfo.InvariantCulture)),
        ];
        return wished.FirstOrDefault(All.Contains) ?? All[0];
    }
}
