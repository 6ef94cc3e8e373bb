using Storyprint.Newsroom.Imports;
using Storyprint.Storage.Engine;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Promises;

/// <summary>A dry run tells of every item what the real run does with it, and writes nothing.</summary>
public class DryRunTellsWhatTheRunDoesTests : ImportPromise
{
    public sealed class OnPostgres : DryRunTellsWhatTheRunDoesTests, IOnPostgres;

    // The smallest GIF there is: one pixel.
    private static readonly byte[] Pixel = Convert.FromBase64String("R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=");

    [Fact]
    public async Task Every_outcome_is_told_beforehand()
    {
        Write("held", "16 boats were sold.");
        Write("harmless", "The mayor's man said so.");
        Write("same", "Nothing changes. ![Boat](boat.gif)");
        Write("draft", "A draft.", "draft: true");
        Write("touched", "A draft of the archive.", "draft: true");
        Write("code", "With a code.", "code: 700303");
        Folder.Write("site/boat.gif", Pixel);
        Assert.All((await ImportAsync("site", "gazette")).Items, line => Assert.True(line.Outcome is ImportOutcome.Imported or ImportOutcome.ImportedWithWarnings, line.Label));
        await using (var connection = await Desk.Database.OpenAsync(Cancellation))
        {
            await connection.ExecuteAsync("UPDATE draft SET content = REPLACE(content, 'A draft of the archive.', 'A draft of the desk.')", Cancellation);
        }

        Write("held", "12 boats were not sold.");
        Write("harmless", "The mayor’s man said so.");
        Write("draft", "Another draft.", "draft: true");
        Write("touched", "Another draft of the archive.", "draft: true");
        Write("code", "With a code, in another edition.", "code: 700303\nlang: fa");
        Write("taken", "Another story with that code.", "code: 700303\npermalink: https://other.example/1");
        Write("new", "New.");
        Write("empty", "");
        var told = await AsRunAsync("site", "gazette");
        foreach (var outcome in (ImportOutcome[])[ImportOutcome.Held, ImportOutcome.Revised, ImportOutcome.Unchanged, ImportOutcome.LeftAlone, ImportOutcome.NotToldApart, ImportOutcome.Imported, ImportOutcome.ImportedWithWarnings])
        {
            Assert.Contains(outcome, told);
        }
    }

    [Fact]
    public async Task What_is_not_told_apart_is_told()
    {
        Folder.Write("a/print.txt", "Ferry late\n3 May 2021 09:00\nThe ferry was late.");
        await ImportAsync("a");
        Folder.Write("a/print.txt", "Bridge shut\n4 May 2021 09:00\nThe bridge was shut.");
        Assert.Contains(ImportOutcome.NotToldApart, await AsRunAsync("a", null));
    }

    [Fact]
    public async Task Two_items_that_are_one_story_are_told()
    {
        Folder.Write("export.xml", Export("https://old.example", Post(1, "One", date: "2021-05-03 09:00:00", also: "<link>https://old.example/one</link>")));
        Folder.Write("site/a.md", "---\ntitle: A\ndate: 2021-05-03\npermalink: https://old.example/a\n---\nWords.");
        Folder.Write("site/b.md", "---\ntitle: B\ndate: 2021-05-03\npermalink: https://old.example/a\n---\nOther words.");
        Assert.Contains(ImportOutcome.NotToldApart, await AsRunAsync("site", null));
        await AsRunAsync("export.xml", null);
    }

    private async Task<IReadOnlyList<ImportOutcome>> AsRunAsync(string path, string? archive)
    {
        var before = await CountsAsync();
        var dry = await ImportAsync(path, archive, isDryRun: true);
        Assert.Equal(before, await CountsAsync());
        var real = await ImportAsync(path, archive);
        Assert.Equal(
            real.Items.Select(line => (line.Label, line.Outcome, Told(line), line.OldAddresses)),
            dry.Items.Select(line => (line.Label, line.Outcome, Told(line), line.OldAddresses)));
        return [.. dry.Items.Select(line => line.Outcome)];
    }

    // A code that a dry run would give is not known before.
    private static string Told(ImportLine line) => string.Join('|', line.Notes.Select(note =>
        note.StartsWith("The code", StringComparison.Ordinal) ? note[..note.IndexOf(';', StringComparison.Ordinal)]
        : note.StartsWith("It may be the story", StringComparison.Ordinal) ? "It may be" : note));

    private async Task<IReadOnlyList<long>> CountsAsync()
    {
        await using var connection = await Desk.Database.OpenAsync(Cancellation);
        var counts = new List<long>();
        foreach (var table in (string[])["story", "revision", "draft", "picture", "legacy_url", "legacy_target", "log_entry", "term", "search", "story_picture"])
        {
            counts.Add(await connection.ScalarAsync<long>($"SELECT COUNT(*) FROM {table}", Cancellation));
        }

        return counts;
    }

    private void Write(string name, string text, string fields = "draft: false") =>
        Folder.Write($"site/{name}.md", $"---\ntitle: {name}\nsection: city\ndate: 2021-05-03\n{fields}\n---\n{text}");
}
