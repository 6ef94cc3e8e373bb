namespace Storyprint.Print.Marks;

/// <summary>
/// The mark at the foot of a printed page: the sealed link, by which the page can be checked without a network and long after the site is
/// gone. Level M: the payload is long, and for the worst paper there is the link mark at the head.
/// </summary>
public static class SealMark
{
    /// <param name="link"><c>https://HOST/s/CODE.REV/PAYLOAD</c>.</param>
    public static QrSymbol Create(string link) => QrSymbol.Create(link, QrErrorCorrection.M);
}
