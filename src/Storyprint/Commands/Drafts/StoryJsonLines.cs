using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Storyprint.Commands.Drafts;

/// <summary>A list of stories for programs.</summary>
/// <param name="More">How many others there are.</param>
internal sealed record StoryListAnswer(IReadOnlyList<ListedStory> Stories, int More);

/// <summary>A story of a list.</summary>
internal sealed record ListedStory(
    string Code, string State, string Headline, string Edition, string Section, string? Desk, string? Holder, DateTimeOffset? DueAt, DateTimeOffset? ChangedAt, IReadOnlyList<string> Writers);

/// <summary>How a story stands, with its text.</summary>
internal sealed record ShownStory
{
    public required string Code { get; init; }

    public required string State { get; init; }

    public required string Headline { get; init; }

    public required string Edition { get; init; }

    public required string Section { get; init; }

    public string? Desk { get; init; }

    public string? Holder { get; init; }

    public string? SubmittedBy { get; init; }

    public string? ApprovedBy { get; init; }

    public bool IsChangedSinceApproval { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The number of the newest revision; null before the first.</summary>
    public int? Revision { get; init; }

    /// <summary>Why the text could not be released now.</summary>
    public IReadOnlyList<Hindrance> Holds { get; init; } = [];

    /// <summary>The words below the headline.</summary>
    public required string Markdown { get; init; }
}

/// <summary>A reason that holds a release.</summary>
internal sealed record Hindrance(string Key, string Sentence);

[JsonSerializable(typeof(StoryListAnswer))]
[JsonSerializable(typeof(ShownStory))]
internal sealed partial class StoryJsonLines : JsonSerializerContext
{
    /// <summary>For a terminal: indented, with the letters of every script as they are.</summary>
    public static StoryJsonLines Readable { get; } = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });
}
