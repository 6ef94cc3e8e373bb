using System.Text;
using Storyprint.Mail.Outbox;
using Storyprint.Web.Rendering;

namespace Storyprint.NewsroomPages.Mail;

/// <summary>Writes letters: the same words as text and as HTML.</summary>
public sealed class LetterWriter(PageRenderer renderer)
{
    public async Task<OutgoingMail> WriteAsync(NewsroomLetter letter) => new()
    {
        Recipient = letter.Recipient,
        RecipientName = letter.RecipientName,
        PersonId = letter.PersonId,
        Kind = letter.Kind,
        Subject = letter.Subject,
        Language = letter.Language,
        Text = TextOf(letter),
        Html = await renderer.TextAsync<LetterView>(new Dictionary<string, object?> { [nameof(LetterView.Letter)] = letter }),
    };

    private static string TextOf(NewsroomLetter letter)
    {
        var text = new StringBuilder();
        Paragraph(text, letter.Title);
        foreach (var paragraph in letter.Paragraphs)
        {
            Paragraph(text, paragraph);
        }

        foreach (var part in letter.Parts)
        {
            if (part.Title.Length > 0)
            {
                text.Append(part.Title).Append("\r\n");
            }

            foreach (var line in part.Lines)
            {
                text.Append("- ").Append(line.Text).Append(line.Small.Length > 0 ? $" ({line.Small})" : string.Empty).Append("\r\n");
                text.Append(line.Address is null ? string.Empty : $"  {line.Address}\r\n");
            }

            text.Append("\r\n");
        }

        if (letter.Action is var (name, address))
        {
            Paragraph(text, $"{name}:\r\n{address}");
        }

        // RFC 3676: what follows is no part of the letter.
        return text.Append("-- \r\n").Append(letter.Paper).Append("\r\n").Append(letter.Foot).Append("\r\n").ToString();
    }

    private static void Paragraph(StringBuilder text, string words) => text.Append(words).Append("\r\n\r\n");
}
