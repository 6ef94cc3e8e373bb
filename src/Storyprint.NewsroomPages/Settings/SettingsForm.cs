using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Storyprint.Stories.Editions.Settings;

namespace Storyprint.NewsroomPages.Settings;

/// <summary>Reads the fields of a form back into the JSON of their settings. What is not filled in is left out.</summary>
internal static class SettingsForm
{
    private const int MaxItems = 500;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The value of a field, as JSON.</summary>
    /// <param name="path">The name of the field in the form.</param>
    public static string Read(SettingField field, string path, IFormCollection form, IFormFileCollection files) => Node(field, path, form, files)?.ToJsonString(Readable) ?? "null";

    // The numbers of the rows in the order in which they stand: dragging changes it.
    private static IEnumerable<int> Order(string path, IFormCollection form) => form[$"{path}.order"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MaxItems)
        .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : -1).Where(row => row >= 0).Distinct();

    private static JsonNode? Node(SettingField field, string path, IFormCollection form, IFormFileCollection files) => field switch
    {
        SettingField.Text => JsonValue.Create(Line(form[path].ToString())),
        SettingField.Number => long.TryParse(form[path].ToString().Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : JsonValue.Create(form[path].ToString().Trim()),
        SettingField.Flag => JsonValue.Create(form[path].ToString() == "true"),
        SettingField.OneOf => JsonValue.Create(form[path].ToString()),
        SettingField.Lines => new JsonArray([.. form[path].ToString().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Select(line => JsonValue.Create(line))]),
        SettingField.Pairs => new JsonObject(form[path].ToString().Split('\n').Select(line => line.Split('=', 2)).Where(pair => pair.Length == 2 && pair[0].Trim().Length > 0)
            .DistinctBy(pair => pair[0].Trim()).Select(pair => KeyValuePair.Create(pair[0].Trim(), (JsonNode?)JsonValue.Create(pair[1].Trim())))),
        SettingField.Picture => JsonValue.Create(Picture(path, form, files)),
        SettingField.Group group => Object(group.Fields, path, form, files) is var made && group.IsOptional && IsEmpty(made) ? null : made,
        SettingField.Items items => new JsonArray([.. Order(path, form).Select(row => Item(items, $"{path}[{row}]", form, files)).Where(item => !IsEmpty(item))]),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    private static JsonObject Object(IReadOnlyList<SettingField> fields, string path, IFormCollection form, IFormFileCollection files)
    {
        var made = new JsonObject();
        foreach (var field in fields)
        {
            if (Node(field, $"{path}.{field.Name}", form, files) is { } value && !(field is SettingField.Number && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Length == 0))
            {
                made[field.Name] = value;
            }
        }

        return made;
    }

    // A term that got another slug was known by the one before.
    private static JsonObject Item(SettingField.Items items, string path, IFormCollection form, IFormFileCollection files)
    {
        var item = Object(items.Fields, path, form, files);
        if (form[$"{path}.was"].ToString() is { Length: > 0 } was && item["slug"]?.ToString() is { Length: > 0 } slug && slug != was && item["formerly"] is JsonArray formerly
            && !formerly.Any(former => former?.ToString() == was))
        {
            formerly.Add((JsonNode)was);
        }

        return item;
    }

    private static bool IsEmpty(JsonObject item) => item.All(property => property.Value switch
    {
        JsonArray list => list.Count == 0,
        JsonObject pairs => pairs.Count == 0,
        JsonValue value => value.GetValueKind() == JsonValueKind.False || (value.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Length == 0),
        _ => false,
    });

    // The file that was chosen; otherwise what was there, unless it shall go.
    private static string Picture(string path, IFormCollection form, IFormFileCollection files)
    {
        if (files.GetFile(path) is { Length: > 0 and <= InlinePicture.MaxLength } file)
        {
            using var bytes = new MemoryStream();
            file.CopyTo(bytes);
            return InlinePicture.FromFile(bytes.ToArray())?.ToString() ?? $"data:{file.ContentType}";
        }

        return files.GetFile(path) is { Length: > InlinePicture.MaxLength } ? "data:too large" : form[$"{path}.remove"].ToString() == "true" ? string.Empty : form[$"{path}.kept"].ToString();
    }

    // Browsers send CR LF.
    private static string Line(string text) => text.ReplaceLineEndings("\n").Trim();
}
