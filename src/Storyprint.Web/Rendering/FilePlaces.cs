using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;

namespace Storyprint.Web.Rendering;

/// <summary>Where the sounds, films and documents of a story are found from paper: at the page of their story, by their number in it.</summary>
public sealed class FilePlaces(StoryContent content, StoryCode code, PublicAddress address)
{
    private readonly List<Block> files = [.. content.Body.Where(block => block.File is not null)];

    /// <summary>The place of a block's file; null for one whose file is not here.</summary>
    public FilePlace? Of(Block block) => files.FindIndex(file => ReferenceEquals(file, block)) is >= 0 and var index
        ? new FilePlace($"file-{index + 1}", $"{address.Origin}/news/{code}#file-{index + 1}") : null;
}

/// <param name="Id">Of its element on the page of the story.</param>
/// <param name="Address">Short enough to be typed. The page shows the newest revision, as a reader of paper expects.</param>
public sealed record FilePlace(string Id, string Address);
