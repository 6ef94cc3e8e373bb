using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Releases.Gate;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.History;

/// <summary>Formats a finding of the gate in the reader's language.</summary>
public static class FindingText
{
    // The quoted words get bidi isolation: they may be of another script than the sentence.
    public static string Format(PageContext page, GateFinding finding) =>
        page.Texts.Format(finding.Key, $"\u2068{Words(page, finding.Kind, finding.Before)}\u2069", $"\u2068{Words(page, finding.Kind, finding.After)}\u2069");

    // Labels and ways of making are kept as codes.
    private static string Words(PageContext page, GateFindingKind kind, string codes) => kind switch
    {
        GateFindingKind.Label when CodeNames.Named<StoryLabel>(codes) is { } label => page.Label(label),
        GateFindingKind.Made => string.Join(", ", codes.Split(", ").Select(code => CodeNames.Named<DigitalSourceType>(code) is { } made ? page.Made(made) : code)),
        _ => codes,
    };
}
