using Storyprint.Formats.Html;
using Storyprint.Formats.Imports;
using Storyprint.Stories.Archives;

namespace Storyprint.Formats.Wxr;

/// <summary>Authors, sections, attachments and reusable blocks, which stories refer to and which may come after them or in another file of the export. The first of the two passes.</summary>
internal sealed class WxrIndex
{
    private const int MaxCaption = 2000;

    // Reading all fields of every story twice would take a tenth of an import.
    private static readonly HashSet<string> FieldsOfAttachment =
    [
        "link", "guid", "title", "wp:post_name", "excerpt:encoded", "wp:post_id", "wp:post_parent", "wp:post_type", "wp:status", "wp:attachment_url", "wp:postmeta",
    ];

    private static readonly HashSet<string> FieldsOfPattern = ["content:encoded", "wp:post_id", "wp:post_type"];

    private readonly WxrChannel channel = new();
    private readonly List<string> files = [];
    private readonly Dictionary<long, WxrAttachment> attachments = [];
    private readonly Dictionary<long, List<long>> children = [];
    private readonly HashSet<ulong> addresses = [];
    private Dictionary<long, string>? patterns;
    private bool hasPatterns;

    public WxrAuthors Authors { get; } = new();

    /// <summary>The lists of the site.</summary>
    public IReadOnlyList<ImportedList> Lists => channel.Lists;

    /// <summary>The site's host, or empty.</summary>
    public string Host => Home?.Host ?? string.Empty;

    public Uri? Home => channel.Home;

    public string Language => channel.Language;

    /// <summary>Whether the file has any WordPress elements.</summary>
    public bool IsWxr { get; private set; }

    /// <summary>The name of the file's first element, as far as it can be read.</summary>
    public string Root { get; private set; } = string.Empty;

    /// <summary>What the export says of its sections that has no place here.</summary>
    public IReadOnlyList<string> Told => channel.Told;

    /// <summary>The files of the library.</summary>
    public IEnumerable<WxrAttachment> Attachments => attachments.Values;

    public WxrAttachment? Attachment(long id) => attachments.GetValueOrDefault(id);

    /// <summary>Whether an absolute address is that of a story of this export.</summary>
    public bool HasAddress(string address) => ArchiveIdentity.LinkOf(address) is { } link && addresses.Contains(Hash(link));

    /// <summary>The attachments of a story, in the order of the file.</summary>
    public IReadOnlyList<long> AttachmentsOf(long storyId) => children.GetValueOrDefault(storyId) ?? [];

    /// <summary>The name of a term that an item names by its slug only.</summary>
    public string NameOf(WxrTerm term) => channel.NameOf(term);

    /// <summary>The content of a reusable block, or null. The files are read once more for them, where an export has any.</summary>
    public string? Pattern(long id) => hasPatterns ? (patterns ??= ReadPatterns()).GetValueOrDefault(id) : null;

    /// <summary>Reads what can be read: the second pass tells what cannot.</summary>
    public static WxrIndex Read(string path, Action<double> progress, CancellationToken cancellation)
    {
        var index = new WxrIndex();
        index.files.Add(path);
        using var items = new WxrItems(path, FieldsOfAttachment, index.ReadChannel);
        while (items.Next() is { IsRefused: false } step)
        {
            cancellation.ThrowIfCancellationRequested();
            if (step.Item is { } item)
            {
                index.Add(item);
                progress(items.Part);
            }
        }

        index.Root = items.Root;
        return index;
    }

    /// <summary>Takes what another file of the same site holds.</summary>
    public void Add(WxrIndex other)
    {
        channel.Add(other.channel);
        Authors.Add(other.Authors);
        files.AddRange(other.files);
        addresses.UnionWith(other.addresses);
        hasPatterns |= other.hasPatterns;
        IsWxr |= other.IsWxr;
        foreach (var (id, attachment) in other.attachments)
        {
            attachments.TryAdd(id, attachment);
        }

        foreach (var (parent, list) in other.children)
        {
            children[parent] = [.. AttachmentsOf(parent).Union(list)];
        }
    }

    private bool ReadChannel(WxrReader reader)
    {
        IsWxr |= reader.Xml.Name.StartsWith("wp:", StringComparison.Ordinal);
        return channel.Read(reader, Authors);
    }

    private void Add(WxrItem item)
    {
        IsWxr |= item["wp:post_type"].Length > 0 || item["wp:status"].Length > 0;
        hasPatterns |= item.Type == "wp_block";
        if (item.Type == "guest-author")
        {
            Authors.AddGuest(item);
        }

        if (item.Type != "attachment" && WxrPostTypes.WhyLeftOut(item) is null)
        {
            addresses.UnionWith(WxrAddresses.Of(item, Home).Select(ArchiveIdentity.LinkOf).OfType<string>().Select(Hash));
        }

        if (item.Type == "attachment" && item.Id > 0 && item["wp:attachment_url"].Trim() is { Length: > 0 } address)
        {
            AddAttachment(item, address);
        }
    }

    private void AddAttachment(WxrItem item, string address)
    {
        attachments[item.Id] = new WxrAttachment(
            address,
            HtmlPlainText.OneLine(item.Meta["_wp_attachment_image_alt"]),
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

    private Dictionary<long, string> ReadPatterns()
    {
        var found = new Dictionary<long, string>();
        foreach (var file in files)
        {
            using var items = new WxrItems(file, FieldsOfPattern);
            while (items.Next() is { IsRefused: false } step)
            {
                if (step.Item is { Type: "wp_block" } block)
                {
                    found.TryAdd(block.Id, block["content:encoded"]);
                }
            }
        }

        return found;
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
