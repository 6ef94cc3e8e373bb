using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Storyprint.Stories.Editions;

namespace Storyprint.Operations;

/// <summary>Finds names in publication.json that are no settings: a misspelt setting would silently be ignored.</summary>
internal static class UnknownSettings
{
    private const int Depth = 8;

    /// <summary>A sentence for each, with the most similar setting.</summary>
    public static IReadOnlyList<string> Find(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        return [.. In(document.RootElement, PublicationJson.Default.Publication, "", 0)];
    }

    private static IEnumerable<string> In(JsonElement element, JsonTypeInfo type, string path, int depth)
    {
        if (depth > Depth)
        {
            yield break;
        }

        if (element.ValueKind == JsonValueKind.Array && type.ElementType is { } item && PublicationJson.Default.GetTypeInfo(item) is { } of)
        {
            foreach (var problem in element.EnumerateArray().SelectMany((each, at) => In(each, of, $"{path}[{at}]", depth + 1)))
            {
                yield return problem;
            }
        }

        if (element.ValueKind != JsonValueKind.Object || type.Kind != JsonTypeInfoKind.Object)
        {
            yield break;
        }

        foreach (var setting in element.EnumerateObject())
        {
            var known = type.Properties.FirstOrDefault(property => property.Name == setting.Name);
            if (known is null)
            {
                var nearest = type.Properties.Where(property => property.Set is not null).MinBy(property => Distance(property.Name, setting.Name));
                yield return $"“{path}{(path.Length > 0 ? "." : "")}{setting.Name}” is no setting{(nearest is not null && Distance(nearest.Name, setting.Name) <= Math.Max(2, setting.Name.Length / 3) ? $"; did you mean “{nearest.Name}”?" : ".")}";
            }
            else if (PublicationJson.Default.GetTypeInfo(known.PropertyType) is { } inner)
            {
                foreach (var problem in In(setting.Value, inner, $"{path}{(path.Length > 0 ? "." : "")}{setting.Name}", depth + 1))
                {
                    yield return problem;
                }
            }
        }
    }

    // Levenshtein distance, ignoring case.
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var at = 1; at <= one.Length; at++)
        {
            var corner = row[0]++;
            for (var to = 1; to <= other.Length; to++)
            {
                var changed = corner + (char.ToUpperInvariant(one[at - 1]) == char.ToUpperInvariant(other[to - 1]) ? 0 : 1);
                corner = row[to];
                row[to] = Math.Min(changed, Math.Min(row[to], row[to - 1]) + 1);
            }
        }

        return row[^1];
    }
}
