using Storyprint.Stories.Canonical;

namespace Storyprint.Stories.Editions;

/// <summary>A topic that an editor named or merged. Topics that nobody names bear the word of the first story that has them.</summary>
public sealed record TopicName(string Slug, string Name) : ITerm
{
    public string Slug { get; } = Slug ?? string.Empty;

    /// <summary>The displayed name, without invisible characters.</summary>
    public string Name { get; } = InvisibleInStory.Repair(Name ?? string.Empty);

    public IReadOnlyList<string> Formerly { get; init => field = value ?? []; } = [];
}
