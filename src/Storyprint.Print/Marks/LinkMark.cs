using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;

namespace Storyprint.Print.Marks;

/// <summary>
/// The QR code at the head of a print page: the short link of one revision and nothing else, at level Q and version 4 at most, which survived photocopies and
/// folds best in measurements.
/// </summary>
public static class LinkMark
{
    /// <summary>The largest version whose modules stay wide enough (0.6 mm) on a symbol of 25 mm.</summary>
    public const int MaxVersion = 4;

    /// <summary>Bytes a version 4-Q symbol holds.</summary>
    private const int Capacity = 46;

    public static QrSymbol Create(PublicAddress address, RevisionId revision) => QrSymbol.Create(address.RevisionLink(revision), QrErrorCorrection.Q);

    /// <summary>Whether marks of this address stay at <see cref="MaxVersion"/> for codes of this many digits and revisions below 1,000.</summary>
    public static bool Fits(PublicAddress address, int codeLength) => address.Origin.Length <= LongestOrigin(codeLength);

    /// <summary>A warning for an administrator whose address is too long for a good QR code; null where it is not.</summary>
    /// <param name="codeLength">The number of digits of a story code.</param>
    public static string? TooLong(PublicAddress address, int codeLength) => Fits(address, codeLength) ? null
        : $"The address {address.Origin} has {address.Origin.Length} characters. With more than {LongestOrigin(codeLength)} the marks on paper are denser than version {MaxVersion}, and fewer of them survive photocopies and folds.";

    private static int LongestOrigin(int codeLength) => Capacity - "/".Length - codeLength - ".999".Length;
}
