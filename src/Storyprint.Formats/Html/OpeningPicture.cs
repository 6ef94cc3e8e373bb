using Storyprint.Stories.Body;

namespace Storyprint.Formats.Html;

/// <summary>Puts the picture that a story opens with before its text, once: where it stands in the text too, it takes what is said of it there.</summary>
internal static class OpeningPicture
{
    /// <param name="areSame">Whether two addresses are those of one picture.</param>
    public static IReadOnlyList<Block> Before(IReadOnlyList<Block> body, Picture? opening, Func<string?, string?, bool> areSame)
    {
        if (opening is null)
        {
            return body;
        }

        var again = body.OfType<Picture>().Where(picture => areSame(picture.Address, opening.Address)).ToList();
        return [again.Aggregate(opening, Merged), .. body.Where(block => block is not Picture picture || !again.Contains(picture, ReferenceEqualityComparer.Instance))];
    }

    private static Picture Merged(Picture one, Picture other) => one with
    {
        Alt = one.Alt.Length > 0 ? one.Alt : other.Alt,
        Caption = Holds(one.Caption.Plain, other.Caption.Plain) ? one.Caption
            : Holds(other.Caption.Plain, one.Caption.Plain) ? other.Caption
            : new RichText([.. one.Caption.Runs, new TextRun(" "), .. other.Caption.Runs]),
        Credit = Holds(one.Credit, other.Credit) ? one.Credit : Holds(other.Credit, one.Credit) ? other.Credit : $"{one.Credit} / {other.Credit}",
        Focus = one.Focus == FocalPoint.Centre ? other.Focus : one.Focus,
    };

    // What both say is said once.
    private static bool Holds(string all, string some) => HtmlPlainText.Fold(all).Contains(HtmlPlainText.Fold(some), StringComparison.Ordinal);
}
