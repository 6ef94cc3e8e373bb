using Storyprint.Formats.Imports;
using Storyprint.Formats.MarkdownFolders;
using Storyprint.Storage.Pictures;
using Storyprint.Stories.Body;
using Storyprint.Stories.Editions;

namespace Storyprint.Newsroom.Imports;

/// <summary>Reads one story from a Markdown file, with pictures from files beside it.</summary>
public sealed class MarkdownStoryFile(PictureStore pictures, Publication publication)
{
    private const long MaxBytes = 4 << 20;

    /// <summary>Reads the file and imports its pictures. Null with a reason where it cannot be read.</summary>
    /// <param name="edition">The edition of a file without a language.</param>
    public async Task<(ImportedStory? Story, string Problem)> ReadAsync(string path, Edition edition, CancellationToken cancellation = default)
    {
        if (!File.Exists(path))
        {
            return (null, $"There is no file {path}.");
        }

        if (new FileInfo(path).Length > MaxBytes)
        {
            return (null, $"{path} is larger than {MaxBytes >> 20} MB, which no story is.");
        }

        switch (MarkdownImportReader.ReadFile(path, new ImportOptions { Publication = publication, Edition = edition, IsForRelease = true }))
        {
            case ImportedStory read:
                var story = SectionOfItem.Settle(read, publication);
                var files = new MediaFileLocator(Path.GetDirectoryName(Path.GetFullPath(path))!);
                var (content, missing) = await new StoryPictureImporter(pictures, files, isDryRun: false).BringAsync(story.Content, cancellation);
                if (content.Body.OfType<Picture>().Count() < story.Content.Body.OfType<Picture>().Count())
                {
                    // What is released stands for ever: it is mended first.
                    return (null, $"{path}: {string.Join(" ", missing)}");
                }

                return (story with { Content = content, ImportWarnings = [.. story.ImportWarnings, .. missing] }, string.Empty);
            case RejectedItem refused:
                return (null, refused.Line > 0 ? $"{path}, line {refused.Line}: {refused.Reason}" : $"{path}: {refused.Reason}");
            default:
                return (null, $"{path} holds no story: it has no fields between two lines of ---, such as “title: …”.");
        }
    }
}
