using Microsoft.Extensions.DependencyInjection;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Tests.Stories.Drafts;
using Storyprint.Web.Rendering;

namespace Storyprint.Tests.Web.Rendering;

/// <summary>What readers are told of files (<see cref="FileWords"/>), and where paper says that they are.</summary>
public sealed class FileWordsTests(StoriesInStates stories) : IClassFixture<StoriesInStates>
{
    [Theory]
    [InlineData("application/pdf", 48_213, null, "PDF", "49 kB")]
    [InlineData("text/csv", 0, null, "Table", "0 kB")]
    [InlineData("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 1_000_000, null, "Table", "1000 kB")]
    [InlineData("application/vnd.oasis.opendocument.text", 1_000_001, null, "Text document", "2 MB")]
    [InlineData("application/vnd.oasis.opendocument.presentation", 1, null, "Slides", "1 kB")]
    [InlineData("application/epub+zip", 1, null, "E-book", "1 kB")]
    [InlineData("application/octet-stream", 1, 59, "File", "59 s")]
    [InlineData("audio/mpeg", 1, 185, "File", "3 min 5 s")]
    public async Task A_file_says_what_it_is_and_how_long(string type, long bytes, int? seconds, string kind, string length)
    {
        using var scope = stories.Publication.Services.CreateScope();
        var page = await scope.ServiceProvider.GetRequiredService<PageContextFactory>().CreateAsync(TestPublication.Settings.MainEdition, TestContext.Current.CancellationToken);
        Assert.Equal((kind, length), (FileWords.Kind(page, type), FileWords.Length(page, seconds, bytes)));
    }

    [Fact]
    public void FilePlaces_are_numbered_through_the_story_and_lead_to_its_page()
    {
        Assert.True(PublicAddress.TryParse("https://news.example.org", out var address));
        var content = DraftContentExamples.Full;
        var places = new FilePlaces(content, StoryCode.FromDigits("1125540"), address);
        Assert.Equal(new FilePlace("file-1", "https://news.example.org/news/1125540#file-1"), places.Of(content.Body.OfType<MediaFile>().Single()));
        Assert.Equal("file-2", places.Of(content.Body.OfType<DocumentFile>().Single())!.Id);
        Assert.Null(places.Of(new DocumentFile(null, "https://a.example/plan.pdf", "Plan")));
    }
}
