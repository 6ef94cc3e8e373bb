using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Storyprint.NewsroomPages.Frame;
using Storyprint.NewsroomPages.Requests;
using Storyprint.Storage.Work;
using Storyprint.Stories.Codes;

namespace Storyprint.NewsroomPages.Drafts.Listing;

/// <summary>What a list of stories is narrowed to, as it stands in the page's address.</summary>
/// <param name="Values">The values by name; only known ones, and none that is empty.</param>
public sealed record StoryListQuery(IReadOnlyDictionary<string, string> Values, WorkFilter Filter)
{
    private const int MaxLength = 200;

    private static readonly string[] Names = ["state", "edition", "section", "desk", "person", "due", "q", "after"];

    /// <summary>The hours until which something is due, by the word in the address.</summary>
    public static IReadOnlyList<(string Word, int Hours)> Dues { get; } = [("today", 24), ("tomorrow", 48), ("week", 168)];

    public static StoryListQuery Read(NewsroomRequest request) => Of(request.Context.Request.Query, request.Room);

    /// <summary>Reads the query of an address; what is unknown in it is left out.</summary>
    public static StoryListQuery Parse(string query, NewsroomContext room) => Of(QueryHelpers.ParseQuery(query.Length <= MaxLength * Names.Length ? query : string.Empty), room);

    public string this[string name] => Values.TryGetValue(name, out var value) ? value : string.Empty;

    /// <summary>The query, without where the list goes on.</summary>
    public string Text => TextOf(Values.Where(value => value.Key != "after"));

    /// <summary>What follows the page's path.</summary>
    public string Address => Text.Length == 0 ? string.Empty : $"?{Text}";

    /// <summary>The address with another value; null takes it away. The list begins anew.</summary>
    public string With(string name, string? value) =>
        TextOf(Values.Where(each => each.Key != name && each.Key != "after").Concat(value is null ? [] : [new(name, value)])) is { Length: > 0 } text ? $"?{text}" : string.Empty;

    private static string TextOf(IEnumerable<KeyValuePair<string, string>> values) =>
        string.Join('&', values.OrderBy(value => Array.IndexOf(Names, value.Key)).Select(value => $"{value.Key}={Uri.EscapeDataString(value.Value)}"));

    private static StoryListQuery Of(IEnumerable<KeyValuePair<string, StringValues>> query, NewsroomContext room)
    {
        var values = query.Select(each => (Name: each.Key.ToLowerInvariant(), Value: each.Value.ToString().Trim())).Where(each => Names.Contains(each.Name) && each.Value.Length is > 0 and <= MaxLength)
            .DistinctBy(each => each.Name).ToDictionary(each => each.Name, each => each.Value);
        var due = values.TryGetValue("due", out var word) ? Dues.FirstOrDefault(each => each.Word == word).Hours : 0;
        return new StoryListQuery(values, new WorkFilter
        {
            Selection = Enum.TryParse<WorkSelection>(Value("state"), ignoreCase: true, out var selection) && Enum.IsDefined(selection) && !Value("state")!.Any(char.IsDigit) ? selection : WorkSelection.InWork,
            Edition = Value("edition"),
            Section = Value("section"),
            Desk = Value("desk"),
            Person = Value("person") is "me" ? room.Person!.Id : Value("person"),
            DueBefore = due > 0 ? room.Now.AddHours(due) : null,
            Words = Value("q") ?? string.Empty,
            After = StoryCode.TryFromDigits(Value("after"), out var code) ? code : null,
        });

        string? Value(string name) => values.TryGetValue(name, out var value) ? value : null;
    }

    /// <summary>The word of a state in the address.</summary>
    public static string Word(WorkSelection selection) => selection.ToString().ToLower(CultureInfo.InvariantCulture);
}
