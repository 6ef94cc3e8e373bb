using System.Text.Json;
using Storyprint.EndToEnd.Demo;
using Storyprint.EndToEnd.Machine;
using Storyprint.EndToEnd.Printing;

namespace Storyprint.EndToEnd;

/// <summary>A print page of ours, saved as PDF by a browser or photographed, is led back to its revision.</summary>
public sealed class PrintedCopyTests(DemoSite site, Chromium chromium)
{
    [Fact]
    public async Task A_page_saved_as_PDF_comes_back_without_a_word_called_different()
    {
        var stories = await site.StoriesAsync();
        foreach (var story in stories.Where(story => story.Edition == "en").Take(3).Concat(stories.Where(story => story.Edition == "fa").Take(3)))
        {
            using var printed = await PrintedStory.PrintAsync(site, chromium, story);
            using var answer = await CheckAsync(await printed.PdfAsync());
            var part = Assert.Single(answer.RootElement.GetProperty("parts").EnumerateArray());
            Assert.Equal(story.Id.ToString(), part.GetProperty("revision").GetString());
            Assert.True(answer.RootElement.GetProperty("alterations").GetInt32() == 0, $"{story.Id}: {part.GetProperty("differences")}");
            Assert.Equal(1, part.GetProperty("share").GetDouble());
        }
    }

    [Fact]
    public async Task A_scan_of_a_page_is_led_to_its_revision_by_its_mark_and_by_its_words()
    {
        Tool.Need("tesseract", "tesseract-ocr");
        var stories = await site.StoriesAsync();
        foreach (var language in (string[])["en", "fa"])
        {
            var story = stories.First(story => story.Edition == language);
            using var printed = await PrintedStory.PrintAsync(site, chromium, story);
            using var answer = await CheckAsync(await File.ReadAllBytesAsync((await printed.ScansAsync())[0], TestContext.Current.CancellationToken));
            Assert.Contains(answer.RootElement.GetProperty("named").EnumerateArray(), named => named.GetProperty("id").GetString() == story.Id.ToString());
            Assert.Equal(story.Id.ToString(), answer.RootElement.GetProperty("parts")[0].GetProperty("revision").GetString());
            Assert.True(answer.RootElement.GetProperty("read").GetProperty("isRecognised").GetBoolean());
        }
    }

    private async Task<JsonDocument> CheckAsync(byte[] file)
    {
        using var response = await site.Http.PostAsync("/api/v1/check", new ByteArrayContent(file), TestContext.Current.CancellationToken);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
