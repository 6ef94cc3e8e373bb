using Storyprint.Newsroom.Imports;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Tests.Promises;

namespace Storyprint.Tests.Newsroom.Imports;

/// <summary>Files that stories link to: each is here, or in the report.</summary>
public sealed class StoryFileImporterTests : ImportPromise
{
    private static readonly byte[] Pixel = Convert.FromBase64String("R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=");

    [Fact]
    public async Task A_linked_file_comes_in_or_is_named_and_a_page_stays_a_page()
    {
        Folder.Write("site/files/report.pdf", "%PDF-1.7 a");
        Folder.Write("site/files/boat.gif", Pixel);
        Folder.Write("site/files/plan.zip", "PK");
        Folder.Write("site/files/bad.pdf", "<html>");
        Folder.Write("site/a.md", """
            ---
            title: A
            date: 2021-05-03
            ---
            [1](files/report.pdf) and [2](/files/boat.gif) and [3](files/plan.zip) and [4](files/bad.pdf) and [5](/files/none.pdf) and [6](b.md) and [7](https://gov.example/report.pdf) and [8](/page.php)
            """);
        Folder.Write("site/b.md", "---\ntitle: B\ndate: 2021-05-03\n---\nWords.");
        var report = await ImportAsync("site");
        var (a, b) = (report.Items.Single(line => line.Label == "A"), report.Items.Single(line => line.Label == "B"));
        var links = (await Desk.Stories.FindAsync(StoryCode.FromDigits(a.Code!), Cancellation))!.Content.Body
            .SelectMany(block => block.RichTexts).SelectMany(text => text.Runs).Select(run => run.Link?.Address).OfType<string>().ToList();
        Assert.Matches("^/media/[0-9a-f]{64}/file/report\\.pdf$", links[0]);
        Assert.Matches("^/media/[0-9a-f]{64}/1600\\.jpg$", links[1]);
        Assert.Equal(["/files/plan.zip", "/files/bad.pdf", "/files/none.pdf", $"/news/{b.Code}", "https://gov.example/report.pdf", "/page.php"], links.Skip(2));
        Assert.Collection(
            a.Notes,
            note => Assert.StartsWith("The file /files/plan.zip was not taken", note, StringComparison.Ordinal),
            note => Assert.StartsWith("The file /files/bad.pdf was not taken", note, StringComparison.Ordinal),
            note => Assert.StartsWith("The file /files/none.pdf is not among the files given", note, StringComparison.Ordinal));

        Assert.Equal(ImportOutcome.Unchanged, (await ImportAsync("site")).Items.Single(line => line.Label == "A").Outcome);
        var stored = await Desk.Stories.FindAsync(StoryCode.FromDigits(a.Code!), Cancellation);
        Assert.Equal(2, stored!.Content.MediaHashes.Count());
    }
}
