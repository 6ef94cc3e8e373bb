using Storyprint.Stories.Editions;

namespace Storyprint.NewsroomPages.Setup;

/// <summary>A publication that does not exist yet: the newsroom asks for what it needs, and hands it over once.</summary>
public sealed class PublicationSetup
{
    private readonly TaskCompletionSource<Publication> chosen = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with the publication when an administrator has decided.</summary>
    public Task<Publication> Chosen => chosen.Task;

    /// <summary>Decides; false where another window was first.</summary>
    public bool Choose(Publication publication) => chosen.TrySetResult(publication);
}
