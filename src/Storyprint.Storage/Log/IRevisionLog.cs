using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Log;

/// <summary>Gives a revision that is written its place in the log: a new one at a release, the one it has had since long at a recovery.</summary>
internal interface IRevisionLog
{
    /// <param name="digest">SHA-256 of the canonical text, or null for a withdrawal.</param>
    /// <param name="previous">The log index of the story's revision before.</param>
    LoggedText Add(StoryCode code, int number, string language, ReleaseKind kind, DateTimeOffset at, byte[]? digest, long? previous);
}
