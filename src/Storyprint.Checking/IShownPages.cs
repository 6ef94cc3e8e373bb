using Storyprint.Storage.Stories;

namespace Storyprint.Checking;

/// <summary>
/// The pages that show a revision. Whoever copies one copies words of the page too, "By" before a name and the date among them, at places where the sealed text has
/// none: they are no alteration, for the page itself shows them there.
/// </summary>
public interface IShownPages
{
    /// <summary>The words of each page that shows a revision, a line for each block.</summary>
    Task<IReadOnlyList<string>> OfAsync(PublishedStory revision, CancellationToken cancellation = default);
}
