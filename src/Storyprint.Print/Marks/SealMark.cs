namespace Storyprint.Print.Marks;

/// <summary>
/// The QR code at the foot of a print page: the sealed link, by which the page can be checked without a network and long after the site is gone. Level M: the
/// payload is long, and on the worst paper there is still the link mark.
/// </summary>
public static class SealMark
{
    /// <param name="link"><c>https://HOST/s/CODE.REV/PAYLOAD</c>.</param>
    public static QrSymbol Create(string link) => QrSymbol.Create(link, QrErrorCorrection.M);
}
