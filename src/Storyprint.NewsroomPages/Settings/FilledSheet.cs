using System.Globalization;
using System.Text.Json.Nodes;
using Storyprint.Storage.Settings;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Editions.Settings;

namespace Storyprint.NewsroomPages.Settings;

/// <summary>A page of settings with the values that stand in its form.</summary>
/// <param name="Seen">The position of the settings when the form was made.</param>
/// <param name="Values">JSON by the name of the field.</param>
public sealed record FilledSheet(SettingsSheet Sheet, string? Language, long Seen, IReadOnlyDictionary<string, string> Values)
{
    public JsonNode? ValueOf(SettingField field)
    {
        try
        {
            return JsonNode.Parse(Values[field.Name]);
        }
        catch (System.Text.Json.JsonException)
        {
            // What was typed is no JSON; the sentence about it stands at the field.
            return null;
        }
    }

    /// <summary>The same with an item of a list moved or taken away; nothing is saved by that.</summary>
    public FilledSheet With(ItemMove move)
    {
        if (Sheet.Fields.FirstOrDefault(field => field.Name == move.List) is not SettingField.Items field || ValueOf(field) is not JsonArray items || move.Row >= items.Count)
        {
            return this;
        }

        var (item, to) = (items[move.Row], move.Row + move.By);
        items.RemoveAt(move.Row);
        if (move.By != 0)
        {
            items.Insert(Math.Clamp(to, 0, items.Count), item);
        }

        return this with { Values = Values.ToDictionary(value => value.Key, value => value.Key == move.List ? items.ToJsonString() : value.Value) };
    }

    /// <summary>The settings to change. A section has the same address in every edition, so a new one is given to all.</summary>
    public IReadOnlyList<SettingChange> Changes(Publication publication) =>
    [
        .. Sheet.Fields.Select(field => new SettingChange(field.KeyOf(Language), Values[field.Name]) { Seen = Seen }),
        .. Sheet.Name == "sections" ? OtherEditions(publication) : [],
    ];

    private IEnumerable<SettingChange> OtherEditions(Publication publication)
    {
        var renamed = (JsonNode.Parse(Values["sections"]) as JsonArray ?? []).OfType<JsonObject>()
            .SelectMany(section => (section["formerly"] as JsonArray ?? []).Select(former => (Former: former?.ToString() ?? string.Empty, Slug: section["slug"]?.ToString() ?? string.Empty)))
            .Where(each => each.Former.Length > 0 && each.Slug.Length > 0).ToList();
        foreach (var edition in publication.Editions.Where(edition => edition.Language != Language))
        {
            var others = publication with { Editions = [edition] };
            foreach (var (former, slug) in renamed.Where(each => edition.Sections.Any(section => section.Slug == each.Former)))
            {
                others = others.WithSectionRenamed(former, slug, new Dictionary<string, string>());
            }

            foreach (var (key, value) in PublicationSettings.Differences(publication with { Editions = [edition] }, others))
            {
                yield return new SettingChange(key, value);
            }
        }
    }
}

/// <summary>A button of a list: an item goes up, down, or away.</summary>
/// <param name="By">-1 up, 1 down, 0 away.</param>
public readonly record struct ItemMove(string List, int Row, int By)
{
    public static bool TryParse(string text, out ItemMove move)
    {
        move = text.Split(' ') is [var verb, var list, var row] && int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && verb switch { "up" => -1, "down" => 1, "remove" => 0, _ => (int?)null } is { } by
            ? new ItemMove(list, at, by)
            : default;
        return move.List is not null;
    }
}
