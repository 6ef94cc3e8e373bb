using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Storyprint.EndToEnd.Demo;
using Storyprint.EndToEnd.Machine;
using Storyprint.Stories.Body;

namespace Storyprint.EndToEnd;

/// <summary>Whoever copies a page of ours whole holds our words: no word that the page itself shows is called an alteration.</summary>
public sealed class CopiedPagesTests(DemoSite site, Chromium chromium)
{
    [Theory]
    [InlineData("", "article")]
    [InlineData("", "body")]
    [InlineData("/print", "article")]
    public async Task No_page_that_is_copied_whole_is_called_altered(string page, string copied)
    {
        await using var window = await chromium.OpenAsync();
        var tab = await window.NewPageAsync();
        var found = new List<string>();
        foreach (var story in (await site.StoriesAsync()).DistinctBy(story => story.Content.Body.SelectMany(block => block.Texts).FirstOrDefault()))
        {
            await tab.GotoAsync(new Uri(site.Address, $"/news/{story.Code}{page}").ToString());
            using var content = new StringContent(await tab.Locator(copied).First.InnerTextAsync(), Encoding.UTF8, new MediaTypeHeaderValue("text/plain"));
            using var answer = await site.Http.PostAsync("/api/v1/check", content, TestContext.Current.CancellationToken);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            using var json = JsonDocument.Parse(text);
            var parts = json.RootElement.GetProperty("parts").EnumerateArray().ToList();
            var isOurs = json.RootElement.GetProperty("verdict").GetString() is "identical" or "sameWords" or "excerpt" && parts is [var part]
                && part.GetProperty("share").GetDouble() == 1 && part.GetProperty("revision").GetString() == story.Id.ToString()
                && (copied == "body" || !part.GetProperty("hasOtherText").GetBoolean());
            found.AddRange(isOurs ? [] : [$"{story.Id}: {text}"]);
        }

        Assert.True(found.Count == 0, string.Join("\n", found));
    }
}
