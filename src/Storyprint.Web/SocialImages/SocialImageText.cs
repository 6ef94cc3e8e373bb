using Storyprint.Print.Marks;

namespace Storyprint.Web.SocialImages;

/// <summary>What stands on a card.</summary>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Foot">Lines at the foot, the last one lowest.</param>
internal sealed record SocialImageText(
    string Language, bool IsRightToLeft, string Publication, string Kicker, string Headline, IReadOnlyList<string> Foot, QrSymbol Mark);
