using System.Globalization;
using Storyprint.Formats.Html;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Releases;

namespace Storyprint.Formats.Imports;

/// <summary>Whether an imported item may be public, and when. The only way to an imported story's status: no reader decides for itself.</summary>
public sealed record ItemVisibility
{
    private ItemVisibility(StoryStatus status, DateTimeOffset? at, IReadOnlyList<string> notes) => (Status, At, Notes) = (status, at, notes);

    /// <summary>Draft, InReview, Scheduled or Published.</summary>
    public StoryStatus Status { get; }

    /// <summary>When it was published or is scheduled for; null for a draft without a date.</summary>
    public DateTimeOffset? At { get; }

    /// <summary>Why it is not public, or when it will be, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>For an item that is released now by somebody: what it says of itself does not matter.</summary>
    public static ItemVisibility OfRelease(DateTimeOffset? publishedAt) => new(StoryStatus.Draft, publishedAt, []);

    /// <summary>A story is public only where nothing speaks against it and everything that it says is understood.</summary>
    internal static ItemVisibility Decide(StatedVisibility stated, IReadOnlyList<Block> body, DateTimeOffset now)
    {
        var states = stated.States.Where(word => word.Length > 0).Select(word => (Word: word, State: StateOf(word))).ToList();
        List<string> notes =
        [
            .. states.Where(said => said.State is State.Private).Select(said => "It was private and came as a draft."),
            .. states.Where(said => said.State is State.Unknown).Select(said => $"Its state “{ImportWarnings.Short(said.Word)}” is not known here; it came as a draft."),
            .. stated.Against.Select(reason => $"{reason}; it came as a draft."),
        ];
        if (stated.ExpiresAt is { } expired && expired <= now)
        {
            notes.Add($"It was to be taken down on {Moment(expired)} and came as a draft.");
        }

        if (states.Exists(said => said.State is State.Draft))
        {
            return new ItemVisibility(StoryStatus.Draft, stated.PublishedAt, notes);
        }

        if (states.Exists(said => said.State is State.InReview))
        {
            return new ItemVisibility(notes.Count > 0 ? StoryStatus.Draft : StoryStatus.InReview, stated.PublishedAt, notes);
        }

        if (!HasText(body))
        {
            notes.Add("It has no text and came as a draft.");
        }

        if (stated.PublishedAt is not { } at)
        {
            return new ItemVisibility(StoryStatus.Draft, null, [.. notes, "It says no date and came as a draft."]);
        }

        if (at <= now && states.Exists(said => said.State is State.Scheduled))
        {
            notes.Add($"It waited for {Moment(at)}, which has passed; it came as a draft.");
        }

        return notes.Count > 0 ? new ItemVisibility(StoryStatus.Draft, at, notes)
            : at > now ? new ItemVisibility(StoryStatus.Scheduled, at, [$"It is scheduled for {Moment(at)}.", .. Expiry(stated)])
            : new ItemVisibility(StoryStatus.Published, at, Expiry(stated));
    }

    /// <summary>As <see cref="StoryContent.HasText"/>, for a body whose story is not made yet.</summary>
    public static bool HasText(IReadOnlyList<Block> body) => new StoryContent { Language = string.Empty, Headline = string.Empty, Body = body }.HasText;

    private static List<string> Expiry(StatedVisibility stated) =>
        stated.ExpiresAt is { } until ? [$"It was to be taken down on {Moment(until)}; here it stays until somebody does."] : [];

    private static string Moment(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    private enum State
    {
        Unknown,
        Public,
        Scheduled,
        InReview,
        Draft,
        Private,
    }

    private static State StateOf(string word) => word switch
    {
        "publish" or "published" or "public" => State.Public,
        "future" or "scheduled" => State.Scheduled,
        "pending" or "review" or "in review" => State.InReview,
        "draft" or "unpublished" => State.Draft,
        "private" => State.Private,
        _ => State.Unknown,
    };
}
