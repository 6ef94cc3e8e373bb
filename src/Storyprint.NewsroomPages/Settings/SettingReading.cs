using System.Text.Encodings.Web;
using System.Text.Json;

namespace Storyprint.NewsroomPages.Settings;

/// <summary>A value of a setting for people to read: a text as it is, a picture as its size, everything else in lines.</summary>
internal static class SettingReading
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(string? json)
    {
        if (json is null or "null")
        {
            return "–";
        }

        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.String ? document.RootElement.GetString()! : WithoutPictures(JsonSerializer.Serialize(document.RootElement, Indented));
    }

    // Kilobytes of letters tell nobody anything.
    private static string WithoutPictures(string text) => string.Join('\n', text.Split('\n').Select(line =>
        line.IndexOf("\"data:image/", StringComparison.Ordinal) is >= 0 and var at ? $"{line[..at]}(picture, {(line.Length - at) * 3 / 4 / 1024} kB)" : line));
}
