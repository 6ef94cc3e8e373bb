using Storyprint.Formats;
using Storyprint.Formats.Imports;
using Storyprint.Newsroom.Imports;
using Storyprint.Stories.Codes;
using Storyprint.Tests.Serving;

namespace Storyprint.Tests.NewsroomPages;

/// <summary>Drafts of a publication, brought in as an archive brings them.</summary>
internal static class NewsroomDrafts
{
    /// <returns>The code of a draft with this headline.</returns>
    public static async Task<StoryCode> AddAsync(SmallInstallation small, string headline, string text = "The gates open on Monday.")
    {
        using var folder = new Storyprint.Tests.Formats.TrialFolder();
        folder.Write("draft.md", $"---\ntitle: \"{headline}\"\nsection: city\ndraft: true\n---\n\n{text}\n");
        var publication = small.Installation.Publication;
        var reader = ImportFormatDetector.Open(Path.Combine(folder.Root, "draft.md"), new ImportOptions { Publication = publication, Edition = publication.MainEdition, Archive = headline, Clock = TimeProvider.System });
        var stores = small.Installation.Stores;
        var report = await new ImportStories(stores.Imports(), stores.Pictures, publication).RunAsync(
            TestActor.Importer, reader!, new MediaFileLocator(folder.Root), isDryRun: false, null, TestContext.Current.CancellationToken);
        return StoryCode.FromDigits(Assert.Single(report.Items).Code!);
    }
}
