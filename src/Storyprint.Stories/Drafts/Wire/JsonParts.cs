using System.Globalization;
using System.Text.Json;

namespace Storyprint.Stories.Drafts.Wire;

/// <summary>Reads parts of JSON that may be wrong, and keeps the first problem with its place.</summary>
internal abstract class JsonParts
{
    public DraftProblem? Problem { get; private set; }

    protected T? Fail<T>(string where, string sentence)
    {
        Problem ??= new DraftProblem(where, sentence);
        return default;
    }

    /// <summary>The properties of an object; a name that is not among those known is refused.</summary>
    protected Dictionary<string, JsonElement> Properties(JsonElement element, string where, params ReadOnlySpan<string> known)
    {
        var properties = new Dictionary<string, JsonElement>(known.Length);
        if (element.ValueKind != JsonValueKind.Object)
        {
            Fail<object>(where, "There must be an object.");
            return properties;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (!TryName(property, out var name) || !known.Contains(name))
            {
                Fail<object>($"{where}/{name}", "A property of this name is not known here.");
                return properties;
            }

            properties[name] = property.Value;
        }

        return properties;
    }

    /// <summary>The named items of an object whose names are free.</summary>
    protected List<KeyValuePair<string, T>> Named<T>(Dictionary<string, JsonElement> properties, string name, string where, Func<string, JsonElement, string, T?> read)
        where T : class
    {
        var named = new List<KeyValuePair<string, T>>();
        if (!properties.TryGetValue(name, out var element))
        {
            return named;
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            Fail<object>($"{where}/{name}", "There must be an object.");
            return named;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (!TryName(property, out var key) || named.Count >= DraftLimits.Runs)
            {
                Fail<object>($"{where}/{name}", "There is a name that is none, or too many of them.");
            }

            if (Problem is not null || read(key, property.Value, $"{where}/{name}/{key}") is not { } item)
            {
                break;
            }

            named.Add(new(key, item));
        }

        return named;
    }

    /// <summary>The items of an array; none where the property is not there.</summary>
    protected List<T> Items<T>(Dictionary<string, JsonElement> properties, string name, string where, int max, Func<JsonElement, string, T?> read)
    {
        var items = new List<T>();
        if (!properties.TryGetValue(name, out var element))
        {
            return items;
        }

        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() > max)
        {
            Fail<object>($"{where}/{name}", string.Create(CultureInfo.InvariantCulture, $"There must be an array of at most {max} items."));
            return items;
        }

        var index = 0;
        foreach (var item in element.EnumerateArray())
        {
            if (read(item, string.Create(CultureInfo.InvariantCulture, $"{where}/{name}/{index++}")) is { } found)
            {
                items.Add(found);
            }

            if (Problem is not null)
            {
                break;
            }
        }

        return items;
    }

    protected string? Text(Dictionary<string, JsonElement> properties, string name, string where, int max) =>
        properties.TryGetValue(name, out var element) ? Text(element, $"{where}/{name}", max) : null;

    protected string Required(Dictionary<string, JsonElement> properties, string name, string where, int max) =>
        Text(properties, name, where, max) ?? Fail<string>(where, $"There must be a property '{name}'.") ?? string.Empty;

    protected string? Text(JsonElement element, string where, int max)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return Fail<string>(where, "There must be a string.");
        }

        string text;
        try
        {
            text = element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // An escape such as "\ud800" alone.
            return Fail<string>(where, "There is half a character.");
        }

        return text.Length > max ? Fail<string>(where, string.Create(CultureInfo.InvariantCulture, $"It is longer than {max} characters."))
            : DraftTextRules.Problem(text) is { } problem ? Fail<string>(where, problem)
            : text;
    }

    // Names are read one by one: JsonElement throws where one that it compares is half a character.
    protected static bool Has(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.EnumerateObject().Any(property => TryName(property, out var found) && found == name);

    private static bool TryName(JsonProperty property, out string name)
    {
        try
        {
            name = property.Name;
            return name.Length <= DraftLimits.NameLength;
        }
        catch (InvalidOperationException)
        {
            name = string.Empty;
            return false;
        }
    }
}
