using System.Text.RegularExpressions;
using Storyprint.Formats.Html;
using Storyprint.Formats.Imports;

namespace Storyprint.Formats.Wxr;

/// <summary>What an export says of its site: address, language, authors and the names of its sections.</summary>
internal sealed partial class WxrChannel
{
    private readonly Dictionary<(string Domain, string Slug), string> terms = [];

    private readonly List<string> told = [];

    private readonly List<(string Element, WxrItem Fields)> named = [];

    public Uri? Home { get; private set; }

    /// <summary>What the export says of its sections and topics that has no place here, a clause each.</summary>
    public IReadOnlyList<string> Told => told;

    public string Language { get; private set; } = string.Empty;

    /// <summary>The lists of the site: its sections, topics and authors.</summary>
    public IReadOnlyList<ImportedList> Lists => [.. named.Select(each => WxrLists.Read(each.Element, each.Fields, Home)).OfType<ImportedList>()];

    /// <summary>The name of a term that an item names by its slug only; the slug where the file has no name for it.</summary>
    public string NameOf(WxrTerm term) =>
        terms.TryGetValue((term.Domain.Length > 0 ? term.Domain : "category", term.Nicename), out var name) && name.Length > 0 ? name : Uri.UnescapeDataString(term.Nicename);

    /// <summary>Reads an element of the channel if it is one of these, and leaves the reader behind it.</summary>
    public bool Read(WxrReader reader, WxrAuthors authors)
    {
        var xml = reader.Xml;
        switch (xml.Name)
        {
            case "wp:author":
                authors.AddUser(Named("wp:author", WxrItemReader.Read(reader)));
                return true;
            case "wp:category":
                AddTerm(Named("wp:category", WxrItemReader.Read(reader)), "category", "wp:category_nicename", "wp:cat_name");
                return true;
            case "wp:tag":
                AddTerm(Named("wp:tag", WxrItemReader.Read(reader)), "post_tag", "wp:tag_slug", "wp:tag_name");
                return true;
            case "wp:term":
                AddTerm(WxrItemReader.Read(reader), string.Empty, "wp:term_slug", "wp:term_name");
                return true;
            case "link" or "wp:base_blog_url" or "wp:base_site_url" when xml.Depth == 2:
                AddHome(reader, isBlog: xml.Name == "wp:base_blog_url");
                return true;
            case "language" when xml.Depth == 2:
                Language = reader.TextInside(64, out _).Trim();
                return true;
            default:
                return false;
        }
    }

    /// <summary>The elements of a channel in a piece of a file that cannot be read whole.</summary>
    public static IEnumerable<string> ElementsIn(string piece) => Element().Matches(piece).Select(match => match.Value);

    /// <summary>Takes what another file of the same export says.</summary>
    public void Add(WxrChannel other)
    {
        Home ??= other.Home;
        Language = Language.Length > 0 ? Language : other.Language;
        told.AddRange(other.told.Except(told).ToList());
        named.AddRange(other.named);
        foreach (var (term, name) in other.terms)
        {
            terms.TryAdd(term, name);
        }
    }

    private WxrItem Named(string element, WxrItem fields)
    {
        named.Add((element, fields));
        return fields;
    }

    private void AddTerm(WxrItem fields, string domain, string slug, string name)
    {
        var taxonomy = domain.Length > 0 ? domain : fields["wp:term_taxonomy"].Trim();
        terms.TryAdd((taxonomy, fields[slug].Trim()), HtmlPlainText.OneLine(fields[name].Trim()));
        foreach (var (field, value) in fields.Unread.Where(field => field.Name.EndsWith("description", StringComparison.Ordinal) || field.Name == "wp:termmeta"))
        {
            told.Add($"{field["wp:".Length..].Replace('_', ' ')} of “{ImportWarnings.Short(fields[name])}”: “{ImportWarnings.Long(HtmlPlainText.OneLine(value))}”");
        }
    }

    private void AddHome(WxrReader reader, bool isBlog)
    {
        if (Uri.TryCreate(reader.TextInside(2048, out _).Trim(), UriKind.Absolute, out var home) && home.Scheme is "http" or "https" && (Home is null || isBlog))
        {
            Home = home.AbsoluteUri.EndsWith('/') ? home : new Uri(home.AbsoluteUri + "/");
        }
    }

    [GeneratedRegex(@"<(wp:author|wp:category|wp:tag|wp:term|link|language|wp:base_blog_url|wp:base_site_url)>.*?</\1>", RegexOptions.Singleline)]
    private static partial Regex Element();
}
