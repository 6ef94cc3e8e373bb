using System.IO.Compression;
using Storyprint.Formats.Imports;
using Storyprint.Formats.SavedPages;

namespace Storyprint.Tests.Formats.SavedPages;

public sealed class PublishedPagesTests
{
    [Fact]
    public void Every_page_of_the_published_collection_is_a_story()
    {
        using var folder = new TrialFolder();
        foreach (var packed in Directory.GetFiles(SharedFiles.Path("fixtures/aeb/html"), "*.gz").Order(StringComparer.Ordinal).Take(40))
        {
            using var page = new GZipStream(File.OpenRead(packed), CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            page.CopyTo(bytes);
            folder.Write(Path.GetFileNameWithoutExtension(packed), bytes.ToArray());
        }

        var items = new SavedPageImportReader(folder.Root, Trial.Options).Items();

        Assert.Equal(40, items.Count);
        Assert.All(items, item => Assert.True(Assert.IsType<ImportedStory>(item).Content.Body.Count > 1, item.Source));
    }
}
