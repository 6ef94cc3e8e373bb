using System.Text.Json.Serialization;

namespace Storyprint.Stories.Releases.Gate;

/// <summary>A change between two revisions that readers are told of.</summary>
/// <param name="Before">The old words, shortened; empty for an addition.</param>
/// <param name="After">The new words; empty for a removal.</param>
public sealed record GateFinding(GateFindingKind Kind, string Before, string After)
{
    /// <summary>Proved harmless: shown to readers, but no note is required.</summary>
    [JsonIgnore]
    public bool IsFree => Kind is GateFindingKind.Spelling or GateFindingKind.Typography;

    /// <summary>A stable key for translations; <see cref="Before"/> and <see cref="After"/> fill its gaps.</summary>
    [JsonIgnore]
    public string Key => $"gate.{Kind.ToString().ToLowerInvariant()}.{(Before.Length == 0 ? "added" : After.Length == 0 ? "removed" : Before == After ? "moved" : "changed")}";

    /// <summary>The English sentence.</summary>
    [JsonIgnore]
    public string Sentence => IsFree ? $"{Kind}: {Before} → {After}." : (Before, After) switch
    {
        ("", _) => $"{Noun} was added: “{After}”.",
        (_, "") => $"{Noun} was taken out: “{Before}”.",
        _ when Before == After && Kind == GateFindingKind.Quotation => $"Words became a quotation, or ceased to be one: “{Before}”.",
        _ when Before == After => $"{Noun} changed its place: “{Before}”.",
        _ => $"{Noun} changed: “{Before}” became “{After}”.",
    };

    private string Noun => Kind switch
    {
        GateFindingKind.Headline => "The headline",
        GateFindingKind.Name => "A name",
        GateFindingKind.Number => "A number",
        GateFindingKind.Date => "A date",
        GateFindingKind.Quotation => "A quotation",
        GateFindingKind.Negation => "A negation",
        GateFindingKind.Picture => "A picture or embed",
        GateFindingKind.Link => "A link",
        GateFindingKind.Section => "The section",
        GateFindingKind.Topic => "A topic",
        GateFindingKind.Label => "The label",
        GateFindingKind.Made => "How something was made",
        GateFindingKind.Crop => "The crop of a picture",
        _ => "A passage",
    };
}
