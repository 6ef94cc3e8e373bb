namespace Storyprint.Web.Rendering;

/// <summary>
/// How wide the style sheet shows pictures, for the <c>sizes</c> attribute: a browser chooses a file before it has the style sheet. In CSS
/// pixels of a browser that nobody set larger, where the style sheet's rem is 18 and that of its media conditions 16.
/// </summary>
public static class PictureSizes
{
    /// <summary>CSS pixels a page leaves free at its two sides.</summary>
    private const int Margins = 45;

    /// <summary>CSS pixels of the opening picture of a story at its widest.</summary>
    public const int Opening = 1044;

    /// <summary>CSS pixels of a picture in the text at its widest.</summary>
    public const int InText = 684;

    public const string Lead = "(min-width: 1368px) 605px, (min-width: 1024px) calc(48.6vw - 60px), calc(100vw - 45px)";

    /// <summary>Beside the lead.</summary>
    public const string Second = "(min-width: 1368px) 345px, (min-width: 1024px) calc(27.8vw - 35px), (min-width: 704px) calc(50vw - 42px), calc(100vw - 45px)";

    /// <summary>Two under the lead.</summary>
    public const string Under = "(min-width: 1368px) 288px, (min-width: 1024px) calc(24.3vw - 45px), calc(50vw - 37px)";

    /// <summary>As many in a row as there is room for.</summary>
    public const string Row = "(min-width: 1368px) 304px, (min-width: 1233px) calc(25vw - 38px), (min-width: 927px) calc(33.3vw - 39px), (min-width: 621px) calc(50vw - 41px), calc(100vw - 45px)";

    /// <summary>The first of a list, beside its words.</summary>
    public const string ListFirst = "(min-width: 576px) 360px, calc(100vw - 45px)";

    public const string List = "(min-width: 576px) 234px, calc(100vw - 45px)";

    /// <summary>In a row that is moved sideways, so narrow that the next one is seen at its side.</summary>
    public const string Gallery = "(min-width: 688px) 540px, calc(84vw - 38px)";

    /// <summary>On the page that answers a scan.</summary>
    public const string Sheet = "(min-width: 704px) 270px, calc(100vw - 94px)";

    /// <param name="pixels">CSS pixels at the widest; the whole column where a screen has less.</param>
    public static string UpTo(int pixels) => FormattableString.Invariant($"(min-width: {pixels + Margins}px) {pixels}px, calc(100vw - {Margins}px)");
}
