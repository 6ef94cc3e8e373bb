using System.Globalization;
using Storyprint.NewsroomPages.Frame;
using Storyprint.NewsroomPages.Requests;
using Storyprint.Storage.Library;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Canonical;

namespace Storyprint.NewsroomPages.Pictures;

/// <summary>What stands in the form of a picture: as it is kept, or as somebody typed it.</summary>
public sealed record PictureForm
{
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    public IReadOnlyDictionary<string, string> Faults { get; init; } = new Dictionary<string, string>();

    /// <summary>When the words were written that the person had before their eyes; null for none.</summary>
    public DateTimeOffset? Seen { get; init; }

    /// <summary>The words; null where something is wrong.</summary>
    public PictureWords? Words { get; init; }

    public string this[string name] => Values.GetValueOrDefault(name, string.Empty);

    private static readonly (string Name, int Longest)[] Lines = [("title", 300), ("alt", 1000), ("caption", 4000), ("credit", 300), ("people", 4000), ("places", 4000), ("keywords", 4000), ("copyright", 1000), ("terms", 4000)];

    internal static PictureForm Of(NewsroomContext room, LibraryPicture picture) => new()
    {
        Seen = picture.ChangedAt,
        Words = picture.Words,
        Values = new Dictionary<string, string>
        {
            ["title"] = picture.Words.Title,
            ["alt"] = picture.Words.Alt,
            ["caption"] = picture.Words.Caption,
            ["credit"] = picture.Words.Credit,
            ["people"] = string.Join('\n', picture.Words.People),
            ["places"] = string.Join('\n', picture.Words.Places),
            ["keywords"] = string.Join('\n', picture.Words.Keywords),
            ["copyright"] = picture.Words.Copyright,
            ["terms"] = picture.Words.Terms,
            ["made"] = picture.Words.Made is { } made ? CodeNames.Of(made) : string.Empty,
            ["focus-x"] = Percent(picture.Words.Focus.X),
            ["focus-y"] = Percent(picture.Words.Focus.Y),
            ["rights-end"] = RightsText.Typed(room, picture.Words.RightsEnd),
            ["rights-stop"] = picture.Words.RightsStop ? "yes" : string.Empty,
            ["taken"] = picture.Words.Taken,
        },
    };

    internal static PictureForm Read(NewsroomRequest request)
    {
        var room = request.Room;
        var values = Lines.Select(line => line.Name).Concat(["made", "focus-x", "focus-y", "rights-end", "rights-stop", "taken"]).ToDictionary(name => name, name => request.Text(name).ReplaceLineEndings("\n"));
        Dictionary<string, string> faults = [];
        foreach (var (name, longest) in Lines.Where(line => values[line.Name].Length > line.Longest))
        {
            faults[name] = room.T("pictures.too-long", room.Dates.Number(longest));
        }

        var (end, fault) = RightsText.Read(room, values["rights-end"]);
        if (fault is not null)
        {
            faults["rights-end"] = fault;
        }

        return new PictureForm
        {
            Values = values,
            Faults = faults,
            Seen = long.TryParse(request.Text("seen"), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? DateTimeOffset.FromUnixTimeMilliseconds(Math.Min(seen, DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())) : null,
            Words = faults.Count > 0 ? null : new PictureWords
            {
                Title = Line("title"),
                Alt = Line("alt"),
                Caption = Line("caption"),
                Credit = Line("credit"),
                People = Several("people"),
                Places = Several("places"),
                Keywords = Several("keywords"),
                Copyright = Line("copyright"),
                Terms = InvisibleInStory.Repair(values["terms"]),
                Taken = values["taken"] is { Length: <= 16 } taken && taken.All(letter => char.IsAsciiDigit(letter) || letter is '-' or ':' or 'T') ? taken : string.Empty,
                Made = CodeNames.Named<DigitalSourceType>(values["made"]),
                Focus = FocalPoint.Within(Fraction("focus-x"), Fraction("focus-y")),
                RightsEnd = end,
                RightsStop = end is not null && values["rights-stop"] == "yes",
            },
        };

        string Line(string name) => InvisibleInStory.Repair(string.Join(' ', values[name].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        string[] Several(string name) => [.. values[name].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(InvisibleInStory.Repair).Distinct().Take(100)];
        double Fraction(string name) => double.TryParse(values[name], NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) ? percent / 100 : 0.5;
    }

    private static string Percent(double fraction) => Math.Round(fraction * 100).ToString(CultureInfo.InvariantCulture);
}
