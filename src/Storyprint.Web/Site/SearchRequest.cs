using System.Globalization;
using Microsoft.AspNetCore.Http;
using Storyprint.Storage.Search;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.Site;

/// <summary>The reader's search form, with bounded lengths and otherwise as typed.</summary>
public sealed record SearchRequest(string Words, string Section, string Author, string From, string Until, bool ByRelevance, int Number)
{
    public bool IsEmpty => Words.Length + Section.Length + Author.Length + From.Length + Until.Length == 0;

    public static SearchRequest Read(IQueryCollection query)
    {
        string Text(string name, int most) => query[name].ToString().Trim() is var text && text.Length > most ? text[..most] : text;
        var number = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 100) : 1;
        return new SearchRequest(
            Text("q", 200), Text("section", 100), Text("byline", 100), Text("from", 10), Text("to", 10), query["order"] == "best", number);
    }

    /// <summary>The story code typed into the field for words, if any.</summary>
    public StoryCodeParseResult Code => StoryCodeParseResult.Read(Words);

    public SearchQuery Query(Edition edition) => new()
    {
        Edition = edition.Language,
        Phrases = SearchQuery.ParsePhrases(Words),
        Sections = Section.Length == 0 ? [] : edition.Sections.SlugsOf(Section),
        Author = Author.Length == 0 ? null : Slug.From(Author).Text,
        From = Date(From, edition)?.Span(edition.Zone).From,
        Until = Date(Until, edition)?.Span(edition.Zone).Until,
        ByRelevance = ByRelevance,
    };

    /// <summary>Whether it holds more words or phrases than are looked for.</summary>
    public bool IsCut => SearchQuery.ParsePhrases(Words, out var isCut) is not null && isCut;

    /// <summary>The same search where this one stopped.</summary>
    /// <param name="reached">How far it came. Where it began on that very day, on the day before.</param>
    public SearchRequest FurtherBack(DateTimeOffset reached, Edition edition)
    {
        var day = Day(CalendarDate.From(reached, edition));
        return this with { Until = Until == day ? Day(CalendarDate.From(reached.AddDays(-1), edition)) : day, Number = 1 };

        static string Day(CalendarDate date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}-{date.Month:00}-{date.Day:00}");
    }

    /// <summary>The address of another page of the same search.</summary>
    public string Path(PageContext page, int number)
    {
        var parts = new List<string>();
        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }

        Add("q", Words);
        Add("section", Section);
        Add("byline", Author);
        Add("from", From);
        Add("to", Until);
        Add("order", ByRelevance ? "best" : "");
        Add("page", number > 1 ? number.ToString(CultureInfo.InvariantCulture) : "");
        return $"{page.Home}/search?{string.Join('&', parts)}";
    }

    // A year, month or day of the edition's calendar, in any digits, separated by hyphens, slashes or dots.
    private static CalendarDate? Date(string text, Edition edition)
    {
        var ascii = string.Concat(text.Select(c => CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit ? (char)('0' + digit) : c));
        var parts = ascii.Split(['-', '/', '.'], StringSplitOptions.TrimEntries);
        var numbers = parts.Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToArray();
        if (numbers.Length > 3 || numbers.Contains(-1))
        {
            return null;
        }

        var date = new CalendarDate(edition.Calendar, numbers[0], numbers.Length > 1 ? numbers[1] : null, numbers.Length > 2 ? numbers[2] : null);
        return date.Exists ? date : null;
    }
}
