using Storyprint.Newsroom.Imports;
using Storyprint.Storage.Engine;
using Storyprint.Stories;
using Storyprint.Stories.Archives;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Tests.Formats.Wxr;

namespace Storyprint.Tests.Promises;

/// <summary>
/// New items come in with galleries, players and documents. One that came in before there were any is unchanged when it is imported again, and where its archive
/// changed a word, that word is the change.
/// </summary>
public sealed class ItemsKeepTheirFormTests : ImportPromise
{
    private const string Words = "The harbour's quays were full of boats on Sunday.";

    private static readonly byte[] Pixel = Convert.FromBase64String("R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=");

    [Fact]
    public async Task An_item_of_before_is_unchanged_and_stays_in_its_form()
    {
        Write(Words);
        var code = StoryCode.FromDigits((await ImportAsync("site.xml")).Items.Single(line => line.Label == "Hello").Code!);
        Assert.Equal(["Paragraph", "Gallery", "MediaFile", "MediaFile", "DocumentFile"], await KindsAsync(code));
        Assert.Equal(ImportOutcome.Unchanged, await AgainAsync());

        await StoreAsBeforeAsync(code);
        string[] before = ["Paragraph", "Picture", "Picture", "Embed", "Embed", "Paragraph"];
        Assert.Equal(before, await KindsAsync(code));
        Assert.Equal(ImportOutcome.Unchanged, await AgainAsync());
        Assert.Equal(before, await KindsAsync(code));

        Write(Words.Replace("harbour's", "harbour’s", StringComparison.Ordinal));
        Assert.Equal(ImportOutcome.Revised, await AgainAsync());
        Assert.Equal(before, await KindsAsync(code));
    }

    private async Task<ImportOutcome> AgainAsync()
    {
        var line = (await ImportAsync("site.xml")).Items.Single(item => item.Label == "Hello");
        Assert.True(line.Outcome != ImportOutcome.Held, string.Join('\n', line.Notes));
        return line.Outcome;
    }

    private void Write(string words)
    {
        Folder.Write("uploads/1.gif", Pixel);
        Folder.Write("uploads/2.gif", [.. Pixel, 1]);
        Folder.Write("uploads/bells.mp3", "ID3 bells");
        Folder.Write("uploads/quay.webm", [0x1A, 0x45, 0xDF, 0xA3, 1]);
        Folder.Write("uploads/plan.pdf", "%PDF-1.7 plan");
        Folder.Write("site.xml", WxrSample.File(WxrSample.Item(1, """
            <p>WORDS</p>
            <figure class="wp-block-gallery"><figure><img src="https://old.example/uploads/1.gif" alt="One"></figure><figure><img src="https://old.example/uploads/2.gif" alt="Two"></figure></figure>
            <figure class="wp-block-audio"><audio controls src="https://old.example/uploads/bells.mp3"></audio></figure>
            <figure class="wp-block-video"><video controls src="https://old.example/uploads/quay.webm"></video></figure>
            <p><a href="https://old.example/uploads/plan.pdf">The plan of the harbour</a></p>
            """.Replace("WORDS", words, StringComparison.Ordinal), "Hello")));
    }

    private async Task<IReadOnlyList<string>> KindsAsync(StoryCode code) =>
        [.. (await Desk.Stories.FindAsync(code, Cancellation))!.Content.Body.Select(block => block.GetType().Name)];

    // As a version stored it that knew no such blocks.
    private async Task StoreAsBeforeAsync(StoryCode code)
    {
        var json = StoryJson.Write(ArchiveForm.Of((await Desk.Stories.FindAsync(code, Cancellation))!.Content));
        await using var connection = await Desk.Database.OpenAsync(Cancellation);
        await connection.ExecuteAsync("UPDATE revision SET content = @content WHERE story_id = (SELECT id FROM story WHERE code = @code)", Cancellation, ("@content", json), ("@code", code.Digits));
        Assert.DoesNotContain(StoryJson.Read(json).Body, block => block is Gallery or MediaFile or DocumentFile);
    }
}
