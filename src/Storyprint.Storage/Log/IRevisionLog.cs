using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Log;

/// <summary>Gives a revision its index in the log: the next one at a release, its original one at a recovery.</summary>
internal interface IRevisionLog
{
    /// <param name="digest">SHA-256 of the canonical text, or null for a withdrawal.</param>
    /// <param name="previous">The log index of the story's previous revision.</param>
    LoggedText Add(StoryCode code, int number, string language, ReleaseKind kind, DateTimeOffset at, byte[]? digest, long? previous);
}
