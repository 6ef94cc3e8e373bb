using Storyprint.Newsroom.Spelling;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Editions;

namespace Storyprint.Newsroom.Releases;

/// <summary>The verbs that make a release, with what they need.</summary>
public sealed class ReleaseVerbs(ReleaseStore store, MediaStore media, Database database, HunspellDictionaries dictionaries)
{
    public UpdateStory Update { get; } = new(store, dictionaries);

    public CorrectStory Correct { get; } = new(store, dictionaries);

    public CorrectNote CorrectNote { get; } = new(store);

    public RetractStory Retract { get; } = new(store);

    public WithdrawStory Withdraw { get; } = new(store, media, database);

    public PublishStory Publish(Publication publication) => new(store, publication);
}
