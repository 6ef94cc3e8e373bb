using Storyprint.Storage.Stories;

namespace Storyprint.Storage.Changes;

/// <summary>
/// What the page that is being made shows. The stores note it themselves as they are asked, in whatever is being gathered around the call,
/// so that no page can forget to say what it depends on.
/// </summary>
public sealed class PageShows
{
    private static readonly AsyncLocal<PageShows?> Gathered = new();

    private readonly Lock gate = new();
    private readonly HashSet<string> tags = new(StringComparer.Ordinal);

    /// <summary>When the page stops being true though nothing was released; null where only releases change it.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>What was noted, each once.</summary>
    public IReadOnlyList<string> Tags
    {
        get
        {
            lock (gate)
            {
                return [.. tags];
            }
        }
    }

    /// <summary>Gathers what is noted from here on in this method and in everything it calls.</summary>
    public static PageShows Gather() => Gathered.Value = new PageShows();

    /// <summary>Notes a <see cref="PageTag"/>; does nothing where nobody gathers.</summary>
    public static void Note(string tag) => Gathered.Value?.Add(tag);

    /// <summary>Notes that the page is true only until an instant.</summary>
    public static void NoteUntil(DateTimeOffset until) => Gathered.Value?.End(until);

    internal static bool IsGathering => Gathered.Value is not null;

    /// <summary>Notes a list and the stories on it.</summary>
    /// <param name="list">The list's own tag.</param>
    /// <param name="skip">How many stories of the list stand on the pages before.</param>
    internal static List<StoryCard> Note(List<StoryCard> cards, string list, string edition, int skip)
    {
        if (Gathered.Value is { } shows)
        {
            shows.Add(list);
            shows.NoteDepth(cards.Count, edition, skip);
            Note(cards);
        }

        return cards;
    }

    internal static List<StoryCard> Note(List<StoryCard> cards)
    {
        if (Gathered.Value is { } shows)
        {
            cards.ForEach(card => shows.Add(PageTag.Story(card.Code)));
        }

        return cards;
    }

    internal static void NoteDeep(int count, string edition, int skip) => Gathered.Value?.NoteDepth(count, edition, skip);

    private void NoteDepth(int count, string edition, int skip)
    {
        if (skip > 0 || count == 0)
        {
            Add(PageTag.Deep(edition));
        }
    }

    private void Add(string tag)
    {
        lock (gate)
        {
            tags.Add(tag);
        }
    }

    private void End(DateTimeOffset until)
    {
        lock (gate)
        {
            Until = Until < until ? Until : until;
        }
    }
}
