using System.Collections.Concurrent;
using System.Text;
using Storyprint.Print.Hyphens;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.PrintPages;

/// <summary>The soft hyphens of each language the bundle has patterns of.</summary>
public sealed class PrintHyphenation(PageAssets assets)
{
    private readonly ConcurrentDictionary<string, SoftHyphenator?> known = new(StringComparer.Ordinal);

    /// <summary>Those of a BCP 47 tag, or of its language where the tag has none of its own; null where words of the language are not divided.</summary>
    public SoftHyphenator? ForLanguage(string language) => known.GetOrAdd(language.ToLowerInvariant(), tag => Read(tag) ?? Read(tag.Split('-')[0]));

    private SoftHyphenator? Read(string tag) => assets.Find($"hyphens-{tag}.txt") is { } bytes
        ? new SoftHyphenator(new HyphenPatterns(Encoding.UTF8.GetString(bytes).Split('\n')))
        : null;
}
