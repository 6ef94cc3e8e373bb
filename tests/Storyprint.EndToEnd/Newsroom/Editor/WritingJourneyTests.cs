using Microsoft.Playwright;
using SkiaSharp;
using Storyprint.EndToEnd.Machine;

namespace Storyprint.EndToEnd.Newsroom.Editor;

/// <summary>A story from its first line to its readers: written with all kinds of blocks, suggested to, commented on, written on by two with the network cut, released.</summary>
[Collection<WritingNewsrooms>]
public sealed class WritingJourneyTests(DemoNewsrooms newsrooms, Chromium chromium)
{
    private static readonly Words English = new("The lighthouse on the north pier gets a new lamp before winter", "The old lamp shone for eighty years", "Day", "Who says eighty?", "The harbour book does.");
    private static readonly Words Persian = new("فانوس دریایی اسکلهٔ شمالی پیش از زمستان چراغ تازه می‌گیرد", "چراغ پیشین هشتاد سال روشن بود", "روز", "چه کسی می‌گوید هشتاد؟", "دفتر بندر.");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, "mira", "tomas")]
    [InlineData(true, "nasrin", "behrang")]
    public async Task A_reporter_writes_an_editor_suggests_both_write_on_and_readers_have_it_on_page_paper_scan_and_feed(bool postgres, string reporter, string editor)
    {
        var demo = await newsrooms.OnAsync(postgres);
        var words = reporter == "mira" ? English : Persian;
        var picture = Path.Combine(Directory.CreateTempSubdirectory("storyprint-picture-").FullName, "lamp.png");
        await File.WriteAllBytesAsync(picture, Png(), Cancellation);

        // Six hundred words, with a quotation, a table, a picture and a link to an older story.
        await using var writer = await WritingBrowser.BeginAsync(chromium, demo, reporter, words.First);
        var page = writer.Page;
        for (var paragraph = 0; paragraph < 8; paragraph++)
        {
            await page.Keyboard.PressAsync("Enter");
            await page.Keyboard.InsertTextAsync(string.Join(' ', Enumerable.Range(0, 75).Select(word => words.First.Split(' ')[(word + paragraph) % words.First.Split(' ').Length])));
        }

        await ChooseBlockAsync(writer, words.First, "quotation");
        await page.Keyboard.TypeAsync(words.Said);
        await ChooseBlockAsync(writer, words.First, "table");
        await page.Keyboard.TypeAsync(words.Cell);
        await AddParagraphAsync(writer, words.First);
        await LinkAsync(page, await OlderStoryAsync(demo, reporter));
        await ChooseBlockAsync(writer, words.First, "picture");
        var choosing = page.WaitForFileChooserAsync();
        await page.ClickAsync(".library-upload");
        await (await choosing).SetFilesAsync(picture);
        await page.WaitForSelectorAsync(".draft figure img");
        await PutCaretAsync(page, ".draft figure .block-alt", words: null);
        await page.Keyboard.TypeAsync(words.Said);
        await writer.UntilSavedAsync();
        using var server = await StoredDraft.OfAsync(demo.Site, writer.Story);
        await server.UntilItHasAsync(words.Said);

        // The editor suggests and asks; the reporter accepts and answers.
        await using var second = await WritingBrowser.OpenAsync(chromium, demo, editor, writer.Story);
        await SuggestAsync(second, demo, words.First, $"{words.First} 1");
        await page.GotoAsync($"{demo.Newsroom}/stories/{writer.Story}");
        await page.Locator("a[href*='/proposals/']").First.ClickAsync();
        await page.Locator("form[action$='/accept'] button").First.ClickAsync();
        await page.WaitForURLAsync("**done=proposal-taken");
        await server.UntilItHasAsync($"{words.First} 1");
        await second.Page.GotoAsync($"{demo.Newsroom}/stories/{writer.Story}");
        await second.Page.FillAsync("[name=quote]", words.Said);
        await second.Page.FillAsync("aside textarea[name=text]", words.Question);
        await second.Page.Locator("form[action$='/comments'] button[type=submit]").Last.ClickAsync();
        await page.GotoAsync($"{demo.Newsroom}/comments");
        await page.Locator($"li:has-text(\"{words.Question}\") summary").First.ClickAsync();
        await page.Locator($"li:has-text(\"{words.Question}\") textarea").First.FillAsync(words.Answer);
        await page.Locator($"li:has-text(\"{words.Question}\") details button").First.ClickAsync();
        await page.WaitForURLAsync("**done=commented");

        // Both write at once, with the network cut between.
        await using var again = await WritingBrowser.OpenAsync(chromium, demo, reporter, writer.Story);
        var other = await second.OpenTabAsync();
        await again.Context.SetOfflineAsync(true);
        await TypeBehindAsync(again, words.First, " 22");
        await TypeBehindAsync(other, words.Said, " 33");
        await other.UntilSavedAsync();
        await again.Context.SetOfflineAsync(false);
        await again.UntilSavedAsync();
        await again.UntilItShowsAsync(" 33");
        await server.UntilItHasAsync(" 22");
        Assert.Equal(0, await server.ChoicesAsync());

        // Released by the existing verb; readers have it everywhere.
        var (exitCode, said) = await demo.RunAsync("publish", writer.Story);
        Assert.True(exitCode == 0, said);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = demo.Site };
        var story = await http.GetStringAsync($"/news/{writer.Story}", Cancellation);
        foreach (var part in (string[])[words.Said, " 22", " 33", "<blockquote", "<table", "<figure", words.Cell])
        {
            Assert.Contains(part, story, StringComparison.Ordinal);
        }

        Assert.Contains(words.Said, await http.GetStringAsync($"/news/{writer.Story}/print", Cancellation), StringComparison.Ordinal);
        Assert.Contains(writer.Story, await http.GetStringAsync($"/{writer.Story}.1", Cancellation), StringComparison.Ordinal);
        Assert.Contains($"/news/{writer.Story}", await http.GetStringAsync(reporter == "mira" ? "/feed.atom" : "/fa/feed.atom", Cancellation), StringComparison.Ordinal);
    }

    // The list of blocks, by the keyboard alone.
    private static async Task ChooseBlockAsync(WritingBrowser writer, string behind, string kind)
    {
        await AddParagraphAsync(writer, behind);
        await writer.Page.Keyboard.TypeAsync("/");
        await writer.Page.WaitForSelectorAsync("#editor-palette-list");
        await writer.Page.Keyboard.TypeAsync(writer.FixedWordsOf($"editor.block.{kind}"));
        await writer.Page.Keyboard.PressAsync("Enter");
    }

    private static async Task AddParagraphAsync(WritingBrowser writer, string behind)
    {
        await PutCaretAsync(writer.Page, ".draft p", behind);
        await writer.Page.Keyboard.PressAsync("Enter");
    }

    private static async Task LinkAsync(IPage page, string code)
    {
        await page.Keyboard.TypeAsync("2019");
        await page.Keyboard.PressAsync("Shift+Home");
        await page.Keyboard.PressAsync("Control+k");
        await page.WaitForSelectorAsync("dialog[open] input");
        await page.Keyboard.TypeAsync(code);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync($".draft a[href*='{code}']");
    }

    private static async Task<string> OlderStoryAsync(DemoNewsroom demo, string reporter)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = demo.Site };
        var front = await http.GetStringAsync(reporter == "mira" ? "/" : "/fa/", Cancellation);
        return front.Split("/news/")[1][..7];
    }

    private static async Task SuggestAsync(WritingBrowser editor, DemoNewsroom demo, string before, string after)
    {
        await editor.Page.GotoAsync($"{demo.Newsroom}/stories/{editor.Story}");
        await editor.Page.ClickAsync("form[action$='/proposals'] button");
        await editor.Page.WaitForSelectorAsync(".draft[contenteditable=true]");
        await TypeBehindAsync(editor, before, after[before.Length..]);
        await editor.UntilSavedAsync();
    }

    private static async Task TypeBehindAsync(WritingBrowser writer, string words, string more)
    {
        await PutCaretAsync(writer.Page, ".draft p", words);
        await writer.Page.Keyboard.TypeAsync(more);
    }

    // At the end of the first line of the first text that has these words.
    private static async Task PutCaretAsync(IPage page, string selector, string? words)
    {
        await page.Locator(selector, words is null ? null : new() { HasTextString = words }).First.ClickAsync();
        await page.Keyboard.PressAsync("End");
    }

    private static byte[] Png()
    {
        using var bitmap = new SKBitmap(900, 600);
        bitmap.Erase(SKColors.SteelBlue);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private sealed record Words(string First, string Said, string Cell, string Question, string Answer);
}
