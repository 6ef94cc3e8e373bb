using System.Xml;
using Storyprint.Formats.Html;
using Storyprint.Formats.Imports;
using Storyprint.Stories.Archives;

namespace Storyprint.Formats.Wxr;

/// <summary>Authors and attachments, which stories refer to and which may come after them in the file. The first of the two passes.</summary>
internal sealed class WxrIndex
{
    private const int MaxCaption = 2000;

    // Reading all fields of every story twice would take a tenth of an import.
    private static readonly HashSet<string> FieldsOfAttachment =
    [
        "link", "guid", "title", "wp:post_name", "excerpt:encoded", "wp:post_id", "wp:post_parent", "wp:post_type", "wp:status", "wp:attachment_url", "wp:postmeta",
    ];

    private readonly Dictionary<string, string> authors = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<long, WxrAttachment> attachments = [];
    private readonly Dictionary<long, List<long>> children = [];
    private readonly HashSet<ulong> addresses = [];

    private readonly List<(string Element, WxrItem Fields)> named = [];

    /// <summary>The lists of the site.</summary>
    public IReadOnlyList<ImportedList> Lists => [.. named.Select(each => WxrLists.Read(each.Element, each.Fields, Home)).OfType<ImportedList>()];

    /// <summary>The site's host, or empty.</summary>
    public string Host => Home?.Host ?? string.Empty;

    public Uri? Home { get; private set; }

    public string Language { get; private set; } = string.Empty;

    /// <summary>Whether the file has any WordPress elements.</summary>
    public bool IsWxr { get; private set; }

    public WxrAttachment? Attachment(long id) => attachments.GetValueOrDefault(id);

    /// <summary>Whether an absolute address is that of a story of this export.</summary>
    public bool HasAddress(string address) => ArchiveIdentity.LinkOf(address) is { } link && addresses.Contains(Hash(link));

    /// <summary>The attachments of a story, in the order of the file.</summary>
    public IReadOnlyList<long> AttachmentsOf(long storyId) => children.GetValueOrDefault(storyId) ?? [];

    /// <summary>The display name of a login; the login itself where there is none.</summary>
    public string AuthorName(string login) => authors.TryGetValue(login.Trim(), out var name) && name.Length > 0 ? name : login.Trim();

    /// <summary>Reads as far as the file is well-formed: the second pass reports where it breaks off.</summary>
    public static WxrIndex Read(string path, Action<double> progress, CancellationToken cancellation)
    {
        var index = new WxrIndex();
        using var reader = new WxrReader(path);
        try
        {
            index.Read(reader, progress, cancellation);
        }
        catch (XmlException)
        {
            // Safe: the second pass meets the same break and reports it with its line.
        }

        return index;
    }

    private void Read(WxrReader reader, Action<double> progress, CancellationToken cancellation)
    {
        var xml = reader.Xml;
        xml.Read();
        while (!xml.EOF)
        {
            IsWxr |= xml.NodeType == XmlNodeType.Element && xml.Name.StartsWith("wp:", StringComparison.Ordinal);
            switch (xml.NodeType == XmlNodeType.Element ? xml.Name : string.Empty)
            {
                case "item":
                    cancellation.ThrowIfCancellationRequested();
                    Add(WxrItemReader.Read(reader, FieldsOfAttachment));
                    progress(reader.Part);
                    break;
                case "wp:author":
                    Author(reader);
                    break;
                case "wp:category" or "wp:tag" when xml.Depth == 2:
                    var name = xml.Name;
                    named.Add((name, WxrItemReader.Read(reader)));
                    break;
                case "link" or "wp:base_blog_url" or "wp:base_site_url" when xml.Depth == 2:
                    var isBlog = xml.Name == "wp:base_blog_url";
                    if (Uri.TryCreate(reader.TextInside(2048, out _).Trim(), UriKind.Absolute, out var home)
                        && home.Scheme is "http" or "https" && (Home is null || isBlog))
                    {
                        Home = home.AbsoluteUri.EndsWith('/') ? home : new Uri(home.AbsoluteUri + "/");
                    }

                    break;
                case "language" when xml.Depth == 2:
                    Language = reader.TextInside(64, out _).Trim();
                    break;
                default:
                    xml.Read();
                    break;
            }
        }
    }

    private void Author(WxrReader reader)
    {
        var fields = WxrItemReader.Read(reader);
        named.Add(("wp:author", fields));
        var (display, full) = (fields["wp:author_display_name"].Trim(), $"{fields["wp:author_first_name"].Trim()} {fields["wp:author_last_name"].Trim()}".Trim());
        if (fields["wp:author_login"].Trim() is { Length: > 0 } login)
        {
            authors[login] = HtmlPlainText.OneLine(display.Length > 0 ? display : full);
        }
    }

    private void Add(WxrItem item)
    {
        IsWxr |= item["wp:post_type"].Length > 0 || item["wp:status"].Length > 0;
        if (item.Type != "attachment" && WxrPostTypes.WhyLeftOut(item) is null)
        {
            addresses.UnionWith(WxrAddresses.Of(item, Home).Select(ArchiveIdentity.LinkOf).OfType<string>().Select(Hash));
        }

        if (item.Type != "attachment" || item.Id == 0 || item["wp:attachment_url"].Trim() is not { Length: > 0 } address)
        {
            return;
        }

        attachments[item.Id] = new WxrAttachment(
            address,
            HtmlPlainText.OneLine(item.Meta.GetValueOrDefault("_wp_attachment_image_alt", string.Empty)),
            item["excerpt:encoded"].Trim() is { Length: <= MaxCaption } caption ? caption : string.Empty,
            item["title"]);
        if (long.TryParse(item["wp:post_parent"].Trim(), out var parent) && parent > 0)
        {
            if (!children.TryGetValue(parent, out var list))
            {
                children[parent] = list = [];
            }

            list.Add(item.Id);
        }
    }

    // FNV-1a, 64 bits: the addresses of a million stories as text would be most of the memory of an import.
    private static ulong Hash(string link)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in link)
        {
            hash = (hash ^ char.ToLowerInvariant(letter)) * 1099511628211UL;
        }

        return hash;
    }
}

/// <param name="Caption">As HTML.</param>
internal sealed record WxrAttachment(string Address, string Alt, string Caption, string Title);
