using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Storyprint.Storage.Stories;
using Storyprint.Stories;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Imports;

/// <summary>A story with everything made that needs no database: texts in the forms that are kept, and the digest by which a second run knows it.</summary>
public sealed class PreparedStory
{
    private PreparedStory(StoryToStore story)
    {
        Story = story;
        Text = story.Status.IsVisibleToReaders ? StoryText.Of(story.Content) : null;
        Json = Text?.Json ?? StoryJson.Write(story.Content);
        SourceDigest = DigestOf(story, Json);
    }

    public StoryToStore Story { get; }

    /// <summary>Null for a story readers do not see: a draft may hold what no seal can, and has no digest.</summary>
    internal StoryText? Text { get; }

    internal string Json { get; }

    internal byte[] SourceDigest { get; }

    public static PreparedStory Of(StoryToStore story) => new(story);

    private static byte[] DigestOf(StoryToStore story, string json) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F',
        json, story.Slug.Text, story.Status.ToString(), story.IsPage ? "page" : "story",
        story.PublishedAt?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        story.UpdatedAt?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), story.Zone, story.TranslationKey)));
}
