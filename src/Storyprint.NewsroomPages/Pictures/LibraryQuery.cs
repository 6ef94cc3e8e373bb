using System.Globalization;
using Storyprint.NewsroomPages.Requests;
using Storyprint.Storage.Library;

namespace Storyprint.NewsroomPages.Pictures;

/// <summary>What somebody asks of the library, as the query of the page's address says it.</summary>
public sealed record LibraryQuery(string Words, LibrarySelection Selection, int From)
{
    /// <summary>The most pictures that can be left out: whoever wants to see older ones looks for words.</summary>
    private const int Furthest = 100_000;

    private const int LongestWords = 200;

    public LibraryFilter Filter => new() { Words = Words, Selection = Selection, From = From };

    public static LibraryQuery Read(NewsroomRequest request)
    {
        var words = request.Query("q");
        return new LibraryQuery(
            words.Length <= LongestWords ? words : words[..LongestWords],
            Enum.GetValues<LibrarySelection>().FirstOrDefault(each => Word(each) == request.Query("show")),
            int.TryParse(request.Query("from"), NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? Math.Min(from, Furthest) : 0);
    }

    public static string Word(LibrarySelection selection) => selection.ToString().ToLowerInvariant();

    /// <summary>The same as an address of the library.</summary>
    public string Address(LibrarySelection? selection = null, int from = 0)
    {
        var wanted = selection ?? Selection;
        string[] parts =
        [
            .. Words.Length > 0 ? [$"q={Uri.EscapeDataString(Words)}"] : Array.Empty<string>(),
            .. wanted != LibrarySelection.All ? [$"show={Word(wanted)}"] : Array.Empty<string>(),
            .. from > 0 ? [string.Create(CultureInfo.InvariantCulture, $"from={from}")] : Array.Empty<string>(),
        ];
        return "/pictures" + (parts.Length > 0 ? $"?{string.Join('&', parts)}" : string.Empty);
    }
}
