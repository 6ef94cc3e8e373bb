using Storyprint.Stories.Canonical;

namespace Storyprint.Stories.Editions;

/// <summary>What the page of an author says beside the list of stories.</summary>
public sealed record BylineProfile(string Slug, string Name) : ITerm
{
    public string Slug { get; } = Slug ?? string.Empty;

    /// <summary>The displayed name, without invisible characters.</summary>
    public string Name { get; } = InvisibleInStory.Repair(Name ?? string.Empty);

    public IReadOnlyList<string> Formerly { get; init => field = value ?? []; } = [];

    /// <summary>A few words about the author, as Markdown.</summary>
    public string Words { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>A mail address or an https address.</summary>
    public string Contact { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>BCP 47 tags of the languages that the author reads mail in.</summary>
    public IReadOnlyList<string> Languages { get; init => field = value ?? []; } = [];

    /// <summary>The portrait as a <c>data:</c> address; empty for none.</summary>
    public string Portrait { get; init => field = value ?? string.Empty; } = string.Empty;
}
