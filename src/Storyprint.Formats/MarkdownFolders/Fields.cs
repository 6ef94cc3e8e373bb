using Storyprint.Formats.Html;

namespace Storyprint.Formats.MarkdownFolders;

/// <summary>The fields of a front matter. Records which were read, so that a warning can name the rest.</summary>
internal sealed class Fields(Dictionary<string, object> values)
{
    private static readonly string[] NameKeys = ["name", "title", "display_name", "label"];

    private readonly HashSet<string> read = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Name, Fields Inner)> maps = [];

    public bool IsEmpty => values.Count == 0;

    /// <summary>The fields that are maps.</summary>
    public IEnumerable<(string Name, Dictionary<string, object> Map)> Maps => values.Where(pair => pair.Value is Dictionary<string, object>).Select(pair => (pair.Key, (Dictionary<string, object>)pair.Value));

    /// <summary>These fields, and what a folder says for those that are not given.</summary>
    public Fields With(IEnumerable<Dictionary<string, object>> defaults)
    {
        var all = new Dictionary<string, object>(values, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in defaults.SelectMany(fields => fields).Where(field => field.Key is not ("_target" or "target")))
        {
            all.TryAdd(name, value);
        }

        return new Fields(all);
    }

    /// <summary>These fields, with those that Hugo (params) and Zola (extra) keep in a map of their own.</summary>
    public Fields Flattened()
    {
        var all = new Dictionary<string, object>(values, StringComparer.OrdinalIgnoreCase);
        foreach (var name in (string[])["params", "extra"])
        {
            if (all.Remove(name, out var value) && value is Dictionary<string, object> inner)
            {
                foreach (var (key, other) in inner)
                {
                    all.TryAdd(key, other);
                }
            }
            else if (value is not null)
            {
                all.Add(name, value);
            }
        }

        return new Fields(all);
    }

    /// <summary>The fields of a map, of which those that nobody reads are unread here too.</summary>
    /// <param name="name">What the map is called in the report.</param>
    public Fields Map(string name, Dictionary<string, object> map)
    {
        var inner = new Fields(map);
        maps.Add((name, inner));
        return inner;
    }

    /// <summary>The names of people or things: a text with commas, a list, or maps with a name.</summary>
    public List<string> Names(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            switch (Take(field))
            {
                case null:
                    break;
                case Dictionary<string, object> map:
                    return [Map(field, map).Text(NameKeys)];
                case List<object> list:
                    return [.. list.SelectMany(entry => entry is Dictionary<string, object> map ? [Map(field, map).Text(NameKeys)] : Parts(new List<object> { entry })).Distinct()];
                case var text:
                    return [.. Parts(text).Distinct()];
            }
        }

        return [];
    }

    /// <summary>The first of these fields that has a value: text, list or map.</summary>
    public object? Take(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (values.TryGetValue(name, out var value) && value is not string { Length: 0 } and not List<object> { Count: 0 })
            {
                read.Add(name);
                return value;
            }
        }

        return null;
    }

    public string Text(params ReadOnlySpan<string> names) => Take(names) switch
    {
        string text => HtmlPlainText.Fold(text),
        List<object> list => HtmlPlainText.Fold(string.Join(' ', list.OfType<string>())),
        _ => string.Empty,
    };

    /// <summary>The text of a field, which still counts as unread.</summary>
    public string Peek(string name) => values.TryGetValue(name, out var value) && value is string text ? HtmlPlainText.Fold(text) : string.Empty;

    /// <summary>A list, or comma-separated text.</summary>
    public List<string> List(params ReadOnlySpan<string> names) => [.. Parts(Take(names)).Distinct()];

    /// <summary>The entries of a list, which may be maps with a name.</summary>
    public static IEnumerable<string> Parts(object? value) => value switch
    {
        string text => text.Split([',', '،', ';'], StringSplitOptions.RemoveEmptyEntries).Select(HtmlPlainText.Fold).Where(part => part.Length > 0),
        List<object> list => list.SelectMany(entry => entry is string one ? [HtmlPlainText.Fold(one)] : Parts(entry)).Where(part => part.Length > 0),
        Dictionary<string, object> map => NameKeys.Select(key => map.GetValueOrDefault(key) as string).Where(name => !string.IsNullOrWhiteSpace(name)).Take(1).Select(name => HtmlPlainText.Fold(name!)),
        _ => [],
    };

    /// <summary>Parses booleans in all the words of YAML.</summary>
    public bool? Flag(string name) => IsTrue(Text(name));

    /// <summary>Whether a word is true or false; null where it is neither.</summary>
    public static bool? IsTrue(string word) => word.ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "ON" or "Y" or "1" => true,
        "FALSE" or "NO" or "OFF" or "N" or "NEVER" or "0" => false,
        _ => null,
    };

    /// <summary>Names of the unread fields that have content, those of maps behind a dot.</summary>
    public IEnumerable<string> Unread => Told.Select(told => told.Name);

    /// <summary>Names and values of the unread fields that have content.</summary>
    public IEnumerable<(string Name, string Value)> Told => values
        .Where(pair => !read.Contains(pair.Key) && !SiteFields.IsSteering(pair.Key) && !SiteFields.SaysNothing(pair.Key, Words(pair.Value)))
        .Select(pair => (pair.Key, Words(pair.Value)))
        .Concat(maps.SelectMany(map => map.Inner.Told.Select(told => ($"{map.Name}.{told.Name}", told.Value))));

    private static string Words(object value) => value switch
    {
        string text => text.Trim(),
        List<object> list => string.Join(", ", list.Select(Words).Where(words => words.Length > 0)),
        Dictionary<string, object> map => string.Join(", ", map.Select(pair => (pair.Key, Value: Words(pair.Value))).Where(pair => pair.Value.Length > 0).Select(pair => $"{pair.Key}: {pair.Value}")),
        _ => string.Empty,
    };
}
