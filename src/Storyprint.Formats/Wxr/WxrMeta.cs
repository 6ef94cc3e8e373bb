namespace Storyprint.Formats.Wxr;

/// <summary>The custom fields of an item. Records which were read, so that the report can name the rest.</summary>
internal sealed class WxrMeta
{
    private readonly List<(string Key, string Value)> values = [];
    private readonly HashSet<string> read = new(StringComparer.Ordinal);

    /// <summary>The last value of a field, or empty.</summary>
    public string this[string key]
    {
        get
        {
            read.Add(key);
            return values.FindLast(pair => pair.Key == key).Value ?? string.Empty;
        }
        set => values.Add((key, value));
    }

    /// <summary>Every value of a field that may stand more than once.</summary>
    public IEnumerable<string> All(string key)
    {
        read.Add(key);
        return values.Where(pair => pair.Key == key).Select(pair => pair.Value);
    }

    /// <summary>What nobody read and says something.</summary>
    public IEnumerable<(string Key, string Value)> Unread => values.Where(pair => !read.Contains(pair.Key) && pair.Value.Length > 0 && !WxrBookkeeping.IsMeta(pair.Key));
}
