using Storyprint.Stories.Body;

namespace Storyprint.Formats.Html;

/// <summary>Puts the picture that a story opens with before its text, once: where it stands in the text too, it takes what is said of it there.</summary>
internal static class OpeningPicture
{
    /// <param name="areSame">Whether two addresses are those of one picture.</param>
    public static IReadOnlyList<Block> Before(IReadOnlyList<Block> body, Picture? opening, Func<string?, string?, bool> areSame, ImportWarnings warnings)
    {
        if (opening is null)
        {
            return body;
        }

        var again = body.OfType<Picture>().Where(picture => areSame(picture.Address, opening.Address)).ToList();
        return [again.Aggregate(opening, (one, other) => Merged(one, other, warnings)), .. body.Where(block => block is not Picture picture || !again.Contains(picture, ReferenceEqualityComparer.Instance))];
    }

    // What both say is kept once; of two different captions the first stands, and the other is named.
    private static Picture Merged(Picture one, Picture other, ImportWarnings warnings)
    {
        Lost("caption", one.Caption.Plain, other.Caption.Plain, warnings);
        Lost("credit", one.Credit, other.Credit, warnings);
        return one with
        {
            Alt = one.Alt.Length > 0 ? one.Alt : other.Alt,
            Caption = one.Caption.IsEmpty ? other.Caption : one.Caption,
            Credit = one.Credit.Length > 0 ? one.Credit : other.Credit,
            Focus = one.Focus == FocalPoint.Centre ? other.Focus : one.Focus,
        };
    }

    private static void Lost(string what, string one, string other, ImportWarnings warnings)
    {
        if (one.Trim().Length > 0 && other.Trim().Length > 0 && HtmlPlainText.Fold(one) != HtmlPlainText.Fold(other))
        {
            warnings.Add($"The opening picture stands in the text too, with another {what}, which was left out: “{HtmlPlainText.Fold(other)}”");
        }
    }
}
