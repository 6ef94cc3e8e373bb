using Storyprint.Formats.Imports;
using Storyprint.Formats.MarkdownFolders;
using Storyprint.Storage.Pictures;
using Storyprint.Stories;
using Storyprint.Stories.Archives;
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
                if (Absent(story.Content, content) is { Length: > 0 } absent)
                {
                    // What is released stands for ever: it is mended first.
                    return (null, $"{path}: There is no picture {absent} beside it that can be taken. Put it there, or take it out of the text. {string.Join(" ", missing.Where(said => said.Contains("was not taken", StringComparison.Ordinal)))}".TrimEnd());
                }

                return (story with { Content = ArchiveForm.Gathered(content), ImportWarnings = [.. story.ImportWarnings, .. missing] }, string.Empty);
            case RejectedItem refused:
                return (null, refused.Line > 0 ? $"{path}, line {refused.Line}: {refused.Reason}" : $"{path}: {refused.Reason}");
            default:
                return (null, $"{path} holds no story: it has no fields between two lines of ---, such as “title: …”.");
        }
    }

    // The addresses of pictures that could not be brought and can be nowhere else.
    private static string Absent(StoryContent asked, StoryContent brought) => asked.Body.OfType<Picture>().Count() == brought.Body.OfType<Picture>().Count() ? string.Empty
        : string.Join(", ", asked.Body.OfType<Picture>().Select(picture => picture.Address).OfType<string>().Where(address => !address.Contains("://", StringComparison.Ordinal)).Distinct()
            .Where(address => !address.StartsWith("file:", StringComparison.Ordinal)).DefaultIfEmpty("that it shows"));
}
