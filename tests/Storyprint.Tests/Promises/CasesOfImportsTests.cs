using Storyprint.Formats;
using Storyprint.Newsroom.Imports;
using Storyprint.Storage.Engine;
using Storyprint.Stories.Releases;

namespace Storyprint.Tests.Promises;

/// <summary>The inputs that went wrong, as they are: nothing fails, nothing is left without a line, and a second run changes nothing.</summary>
public sealed class CasesOfImportsTests : ImportPromise
{
    [Theory]
    [InlineData("imports")]
    [InlineData("reports")]
    [InlineData("admin")]
    public async Task A_second_run_of_every_case_changes_nothing(string group)
    {
        var root = SharedFiles.Path("fixtures/cases/" + group);
        foreach (var path in Directory.GetFileSystemEntries(root).Order(StringComparer.Ordinal).Where(path => ImportFormatDetector.Open(path, Formats.Trial.Options) is not null))
        {
            var name = Path.GetFileName(path);
            Copy(path, Path.Combine(Folder.Root, name));
            var first = await ImportAsync(name, archive: Archive(name));
            var second = await ImportAsync(name, archive: Archive(name));
            Assert.NotEmpty(first.Items);
            Assert.DoesNotContain(second.Items, line => line.Outcome is ImportOutcome.Revised or ImportOutcome.Held || (line.Code is not null && line.Outcome is ImportOutcome.Imported or ImportOutcome.ImportedWithWarnings && line.Label != "File"
                && first.Items.All(other => other.Source != line.Source || other.Code != line.Code)));
        }

        Assert.All(await StoriesAsync(), story => Assert.DoesNotContain(story.Headline, character => char.IsControl(character) || character is '\uFFFD' or >= '\u202A' and <= '\u202E'));
    }

    [Theory]
    [InlineData("imports/pages/us.txt", StoryStatus.Draft)]
    [InlineData("imports/pages/ampm.txt", StoryStatus.Published)]
    [InlineData("imports/enc/l1-smart.xml", StoryStatus.Published)]
    [InlineData("imports/enc/wrong-utf8.xml", StoryStatus.Draft)]
    [InlineData("reports/wxr-lies-utf8.xml", StoryStatus.Draft)]
    [InlineData("reports/wxr-mojibake.xml", StoryStatus.Draft)]
    [InlineData("imports/plainmd/ferry-late.md", StoryStatus.Draft)]
    [InlineData("imports/plainmd/2024-03-01-bridge-shut.md", StoryStatus.Published)]
    public async Task A_case_comes_in_as_it_should(string path, StoryStatus status)
    {
        var name = Path.GetFileName(path);
        Copy(SharedFiles.Path("fixtures/cases/" + path), Path.Combine(Folder.Root, name));
        await ImportAsync(name);
        Assert.Equal(status, Assert.Single(await StoriesAsync()).Status);
    }

    [Theory]
    [InlineData("a.md", "---\ntitle: \"Fine was \u202E12 crowns\"\ndate: 2021-05-03\nsection: \"ci\u202Ety\"\n---\nWords.")]
    [InlineData("a.txt", "Fine was \u202E12 crowns\n3 May 2021 09:30\nShe paid it to the town.\nSection: ci\u202Ety")]
    [InlineData("a.html", "<html lang=en><h1>Fine was &#x202E;12 crowns</h1><meta name=date content=2021-05-03><p>She paid it to the town, and nobody else said a word of it then.</p></html>")]
    [InlineData("a.xml", "")]
    public async Task No_headline_nor_line_of_the_report_turns_its_direction(string name, string text)
    {
        Folder.Write(name, text.Length > 0 ? text : Export("https://old.example", Post(1, "Fine was \u202E12 crowns", also: "<category domain=\"category\" nicename=\"city\">ci\u202Ety</category>")));
        var line = await ImportOneAsync(name);
        Assert.Equal("Fine was 12 crowns", line.Label);
        Assert.Contains(line.Notes, note => note.Contains("U+202E", StringComparison.Ordinal));
        Assert.DoesNotContain('\u202E', string.Join('\n', [line.Label, .. line.Notes, .. (await StoriesAsync()).Select(story => story.Headline)]));
        await using var connection = await Desk.Database.OpenAsync(Cancellation);
        Assert.DoesNotContain(await connection.QueryAsync("SELECT name FROM term", row => row.GetString(0), Cancellation), term => term.Contains('\u202E', StringComparison.Ordinal));
    }

    private static string Archive(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit));

    private static void Copy(string from, string to)
    {
        if (File.Exists(from))
        {
            File.Copy(from, to, overwrite: true);
            return;
        }

        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
