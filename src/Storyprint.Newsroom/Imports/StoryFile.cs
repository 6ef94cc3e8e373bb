using Storyprint.Formats.Imports;
using Storyprint.Formats.MarkdownFolders;
using Storyprint.Storage.Pictures;
using Storyprint.Stories.Editions;

namespace Storyprint.Newsroom.Imports;

/// <summary>One story in a Markdown file, with its pictures from the files beside it.</summary>
public sealed class StoryFile(PictureStore pictures, Publication publication)
{
    private const long MaxBytes = 4 << 20;

    /// <summary>Reads the file and brings its pictures into the media folder. Null with a reason where it cannot be read.</summary>
    /// <param name="edition">The edition of a file that does not say its language.</param>
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

        switch (MarkdownArchive.ReadFile(path, new ArchiveOptions { Publication = publication, Edition = edition, IsForRelease = true }))
        {
            case ImportedStory story:
                var files = new MediaFiles(Path.GetDirectoryName(Path.GetFullPath(path))!);
                var (content, missing) = await new PicturesOfStory(pictures, files, isDryRun: false).BringAsync(story.Content, cancellation);
                return (story with { Content = content, Losses = [.. story.Losses, .. missing] }, string.Empty);
            case RefusedItem refused:
                return (null, refused.Line > 0 ? $"{path}, line {refused.Line}: {refused.Reason}" : $"{path}: {refused.Reason}");
            default:
                return (null, $"{path} holds no story: it has no fields between two lines of ---, such as “title: …”.");
        }
    }
}
