using System.Globalization;
using System.Text.RegularExpressions;

namespace Storyprint.Formats.MarkdownFolders;

/// <summary>What a file's path says: Jekyll's date and slug, Hugo's language, section and bundle.</summary>
internal sealed partial record MarkdownFileName(string Slug, string? Day, string? Language, string? Section, bool IsDraft, bool IsHidden, bool IsRoot, IReadOnlyList<string> LegacyUrls)
{
    private static readonly HashSet<string> NoSection = new(StringComparer.OrdinalIgnoreCase)
    {
        "posts", "post", "_posts", "blog", "articles", "article", "stories", "news", "pages", "content", "_drafts", "drafts",
    };

    // Site generators do not publish these, nor files whose names begin with an underscore.
    private static readonly HashSet<string> Unpublished = new(StringComparer.OrdinalIgnoreCase)
    {
        "_unpublished", "unpublished", "_private", "private", "_trash", "trash",
    };

    // Two letters that are a language of the world: .old and .raw are none, and three letters are one only where there is such an edition.
    private static readonly HashSet<string> Languages = CultureInfo.GetCultures(CultureTypes.NeutralCultures).Select(culture => culture.TwoLetterISOLanguageName)
        .Where(name => name.Length == 2).ToHashSet(StringComparer.OrdinalIgnoreCase);

    // Of a folder that is shared, not of a publication.
    private static readonly HashSet<string> AboutFolder = new(StringComparer.OrdinalIgnoreCase)
    {
        "README", "LICENSE", "LICENCE", "CHANGELOG", "CONTRIBUTING", "CODE_OF_CONDUCT", "SECURITY", "AUTHORS", "NOTICE", "TODO", "CODEOWNERS", "PULL_REQUEST_TEMPLATE", "ISSUE_TEMPLATE",
    };

    private static readonly HashSet<string> Drafts = new(StringComparer.OrdinalIgnoreCase) { "_drafts", "drafts", "draft", "_draft" };

    /// <param name="relative">The path in the archive, with slashes.</param>
    /// <param name="isLanguage">Whether the publication has an edition of this tag.</param>
    public static MarkdownFileName Parse(string relative, Func<string, bool> isLanguage)
    {
        var parts = relative.Split('/');
        var name = parts[^1][..parts[^1].LastIndexOf('.')];
        string? language = null;
        if (name.LastIndexOf('.') is var dot and > 0 && IsLanguage(name[(dot + 1)..], isLanguage))
        {
            (language, name) = (name[(dot + 1)..], name[..dot]);
        }

        var folders = parts[..^1];
        var content = Array.IndexOf(folders, "content");
        var inContent = content < 0 ? [] : folders[(content + 1)..];
        var inFolder = inContent is [var first, ..] && isLanguage(first) ? first : null;
        if (inFolder is not null)
        {
            inContent = inContent[1..];
        }

        // The language of a folder such as stories/fa/.
        inFolder ??= folders.LastOrDefault(folder => folder.Length is 2 or 5 && isLanguage(folder));
        language ??= inFolder;
        var jekyll = Dated().Match(name);
        var slug = jekyll.Success ? jekyll.Groups[4].Value : name is "index" or "_index" && folders.Length > 0 ? folders[^1] : name;
        var section = inContent.Length > (name is "index" ? 1 : 0) && !NoSection.Contains(inContent[0]) ? inContent[0] : null;
        return new MarkdownFileName(
            slug,
            jekyll.Success ? $"{jekyll.Groups[1].Value}-{jekyll.Groups[2].Value}-{jekyll.Groups[3].Value}" : null,
            language,
            section,
            folders.Any(Drafts.Contains),
            folders.Any(Unpublished.Contains) || (parts[^1][0] == '_' && name is not "_index"),
            folders.Length == 0,
            Links(jekyll, content >= 0, inContent, name))
        {
            IsAboutFolder = AboutFolder.Contains(name),
            Translated = string.Join('/', [.. folders.Where((_, at) => inFolder is null || at != Array.LastIndexOf(folders, inFolder)), name]),
        };
    }

    /// <summary>Whether it is a README and the like.</summary>
    public bool IsAboutFolder { get; private init; }

    /// <summary>What a file shares with its translations: its path without the language.</summary>
    public string Translated { get; private init; } = string.Empty;

    private static bool IsLanguage(string tag, Func<string, bool> isEdition) =>
        LanguageTag().IsMatch(tag) && (isEdition(tag) || isEdition(tag.Split('-')[0]) || Languages.Contains(tag.Split('-')[0]));

    private static List<string> Links(Match jekyll, bool isHugo, string[] inContent, string name)
    {
        if (jekyll.Success)
        {
            return [string.Create(CultureInfo.InvariantCulture, $"/{jekyll.Groups[1].Value}/{jekyll.Groups[2].Value}/{jekyll.Groups[3].Value}/{jekyll.Groups[4].Value}.html")];
        }

        return isHugo ? ["/" + string.Join('/', name is "index" or "_index" ? inContent : [.. inContent, name]) + "/"] : [];
    }

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z]{2,4})?$")]
    private static partial Regex LanguageTag();

    [GeneratedRegex("^([0-9]{4})-([0-9]{2})-([0-9]{2})-(.+)$")]
    private static partial Regex Dated();
}
