using System.Text.Json;
using Storyprint.Formats.Imports;
using Storyprint.Formats.MarkdownFolders;
using Storyprint.Stories;
using Storyprint.Stories.Editions;

namespace Storyprint.Tests.Stories.Releases;

/// <summary>Samples of attacks that lie beside the repository; where they do not, the tables of edits speak for them.</summary>
internal static class GateSamples
{
    private static readonly Publication Publication = new()
    {
        Address = "https://news.example",
        Editions = [new Edition { Language = "en", Name = "News" }, new Edition { Language = "fa", Name = "News" }],
    };

    public static IReadOnlyList<(string Name, bool IsMeaning, StoryContent Before, StoryContent After)> Read()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(SharedFiles.Path("fixtures/cases/gate.json")));
        var folder = Directory.CreateTempSubdirectory("storyprint-gate-").FullName;
        try
        {
            return [.. document.RootElement.EnumerateArray().Select(sample => (
                sample.GetProperty("name").GetString()!, sample.GetProperty("meaning").GetBoolean(), Read(folder, sample, "before", "fieldsBefore"), Read(folder, sample, "after", "fieldsAfter")))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static StoryContent Read(string folder, JsonElement sample, string body, string fields)
    {
        var lines = new Dictionary<string, string> { ["title"] = "A headline", ["section"] = "city" };
        foreach (var field in sample.GetProperty(fields).EnumerateObject())
        {
            lines[field.Name] = field.Value.GetString()!;
        }

        var file = Path.Combine(folder, "story.md");
        File.WriteAllText(file, $"---\n{string.Join('\n', lines.Select(line => $"{line.Key}: {(line.Value.StartsWith('[') ? line.Value : $"\"{line.Value}\"")}"))}\n---\n\n{sample.GetProperty(body).GetString()}\n");
        var item = MarkdownImportReader.ReadFile(file, new ImportOptions { Publication = Publication, Edition = Publication.Editions[0], IsForRelease = true });
        return item is ImportedStory story ? story.Content : throw new InvalidOperationException($"{sample.GetProperty("name")}: {(item as RejectedItem)?.Reason}");
    }
}
