using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;

namespace Storyprint.Print.Marks;

/// <summary>
/// The mark at the head of a printed page: the short link of one revision and nothing else, at level Q and version 4 at most,
/// which is what survived photocopies and folds best when it was measured.
/// </summary>
public static class LinkMark
{
    /// <summary>The largest version whose modules stay wide enough (0.6 mm) on a symbol of 25 mm.</summary>
    public const int MaxVersion = 4;

    /// <summary>Bytes a version 4-Q symbol holds.</summary>
    private const int Capacity = 46;

    public static QrSymbol Create(PublicAddress address, RevisionId revision) => QrSymbol.Create(address.RevisionLink(revision), QrErrorCorrection.Q);

    /// <summary>Whether marks of this address stay at version 4 for codes of this many digits and revisions below 1,000.</summary>
    public static bool Fits(PublicAddress address, int codeLength) => address.Origin.Length + 1 + codeLength + 4 <= Capacity;
}
