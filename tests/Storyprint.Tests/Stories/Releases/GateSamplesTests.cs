using System.Text.Json;
using Storyprint.Formats.Imports;
using Storyprint.Formats.MarkdownFolders;
using Storyprint.Newsroom.Spelling;
using Storyprint.Stories;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Releases.Gate;

namespace Storyprint.Tests.Stories.Releases;

// Samples of attacks that lie beside the repository; where they do not, the tables of edits speak for them.
public sealed class GateSamplesTests
{
    private static readonly Publication Publication = new()
    {
        Address = "https://news.example",
        Editions = [new Edition { Language = "en", Name = "News" }, new Edition { Language = "fa", Name = "News" }],
    };

    [Fact]
    public void Every_edit_of_the_samples_that_changes_the_meaning_asks_for_a_note_and_most_others_do_not()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(SharedFiles.Path("fixtures/cases/gate.json")));
        using var dictionaries = new HunspellDictionaries();
        var folder = Directory.CreateTempSubdirectory("storyprint-gate-").FullName;
        try
        {
            var answers = document.RootElement.EnumerateArray().Select(sample => (
                Name: sample.GetProperty("name").GetString()!, IsMeaning: sample.GetProperty("meaning").GetBoolean(),
                Verdict: Verdict(folder, sample, dictionaries))).ToList();
            Assert.Equal([], answers.Where(answer => answer.IsMeaning && answer.Verdict == "free").Select(answer => answer.Name));
            var harmless = answers.Where(answer => !answer.IsMeaning).ToList();
            var asked = harmless.Where(answer => answer.Verdict == "asked").Select(answer => answer.Name).ToList();
            Assert.True(asked.Count * 3 <= harmless.Count, string.Join(' ', asked));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // What gives the same content can be released as an update by nobody.
    private static string Verdict(string folder, JsonElement sample, HunspellDictionaries dictionaries)
    {
        var (before, after) = (Read(folder, sample, "before", "fieldsBefore"), Read(folder, sample, "after", "fieldsAfter"));
        return StoryJson.Write(before) == StoryJson.Write(after) ? "same" : HonestGate.Compare(before, after, dictionaries).Asked.Count > 0 ? "asked" : "free";
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
