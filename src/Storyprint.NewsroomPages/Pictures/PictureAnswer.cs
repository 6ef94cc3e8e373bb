using System.Globalization;
using System.Text.Json;
using Storyprint.NewsroomPages.Frame;
using Storyprint.Storage.Library;
using Storyprint.Stories;
using Storyprint.Stories.Body;

namespace Storyprint.NewsroomPages.Pictures;

/// <summary>A picture of the library as an editor gets it (docs/drafts.md); what is empty is left out.</summary>
internal static class PictureAnswer
{
    /// <param name="width">Pixels of the rendition that is shown.</param>
    public static void Write(Utf8JsonWriter writer, NewsroomContext room, LibraryPicture picture, int width)
    {
        var words = picture.Words;
        writer.WriteString("file", picture.File);
        writer.WriteString("address", string.Create(CultureInfo.InvariantCulture, $"/media/{picture.Hash}/{width}.jpg"));
        Add("title", words.Title);
        Add("alt", words.Alt);
        Add("caption", words.Caption);
        Add("credit", words.Credit);
        Add("focus", words.Focus == FocalPoint.Centre ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{words.Focus.X:R} {words.Focus.Y:R}"));
        Add("made", words.Made is { } made ? CodeNames.Of(made) : string.Empty);
        if (picture.RightsAt(room.Now) is var rights && rights != RightsState.Free)
        {
            writer.WriteString("rights", rights == RightsState.Ended ? "ended" : "ending");
            writer.WriteString("rightsWords", RightsText.Of(room, picture));
        }

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                writer.WriteString(name, value);
            }
        }
    }
}
