using System.Globalization;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Names;

namespace Storyprint.Provenance.Verification;

/// <summary>
/// Follows every story through the log and finds entries that do not fit the earlier ones: a missing number, a wrong <c>prev</c>, a time that runs backwards, a
/// release after a withdrawal.
/// </summary>
/// <remarks>Takes about 60 bytes for each story. Not thread-safe while entries are added.</remarks>
public sealed class StoryHistory
{
    private const int LengthShift = 120;
    private readonly Dictionary<UInt128, StoryLogState> stories = [];

    /// <summary>Stories seen so far.</summary>
    public int Count => stories.Count;

    /// <summary>Every story with its newest revision, in the order of their first entries.</summary>
    public IEnumerable<(string Code, StoryLogState Tail)> Stories => stories.Select(story => (Unpack(story.Key), story.Value));

    /// <summary>The state of a story whose code is in the log.</summary>
    public StoryLogState this[string code] => stories[Pack(code)];

    /// <summary>Where a story stands, or null where the log has none of that code.</summary>
    /// <param name="code">Whatever a page names.</param>
    public StoryLogState? Find(string code) =>
        RevisionName.TryCreate(code, 1, out _) && stories.TryGetValue(Pack(code), out var state) ? state : null;

    /// <summary>Adds the next entry about a story, in the order of the log.</summary>
    /// <returns>What does not fit; empty where everything does.</returns>
    public IReadOnlyList<HistoryFinding> Take(long index, RevisionEntry entry)
    {
        var code = Pack(entry.Revision.Code);
        var known = stories.TryGetValue(code, out var before);
        stories[code] = new StoryLogState(before, index, entry);
        if (known && entry.Revision.Number == before.Number + 1 && entry.PreviousIndex == before.Index
            && entry.PublishedAt.ToUnixTimeSeconds() >= before.PublishedSecond && before.WithdrawnAt is null)
        {
            return [];
        }

        return known ? Problems(index, entry, before) : FirstProblems(index, entry);
    }

    private static List<HistoryFinding> FirstProblems(long index, RevisionEntry entry)
    {
        var found = new List<HistoryFinding>();
        if (entry.Revision.Number != 1)
        {
            found.Add(new(HistoryFault.NumberOutOfOrder, index, entry.Revision, "The first revision that the log has of this story is not number 1."));
        }

        if (entry.PreviousIndex is { } previous)
        {
            found.Add(new(HistoryFault.WrongPrevious, index, entry.Revision, $"It names entry {Text(previous)} as the revision before, and the log has none of this story."));
        }

        return found;
    }

    private static List<HistoryFinding> Problems(long index, RevisionEntry entry, StoryLogState before)
    {
        var found = new List<HistoryFinding>();
        void Add(HistoryFault fault, string sentence) => found.Add(new(fault, index, entry.Revision, sentence));
        if (entry.Revision.Number != before.Number + 1)
        {
            Add(HistoryFault.NumberOutOfOrder, $"It follows revision {before.Number} (entry {Text(before.Index)}).");
        }

        if (entry.PreviousIndex != before.Index)
        {
            Add(HistoryFault.WrongPrevious, $"It names {(entry.PreviousIndex is { } named ? $"entry {Text(named)}" : "no entry")} as the revision before, which is entry {Text(before.Index)}.");
        }

        if (entry.PublishedAt.ToUnixTimeSeconds() < before.PublishedSecond)
        {
            Add(HistoryFault.TimeRunsBack, $"It is dated before the revision that it follows (entry {Text(before.Index)}).");
        }

        if (before.WithdrawnAt is { } withdrawn)
        {
            Add(HistoryFault.AfterWithdrawal, $"The story was withdrawn before (entry {Text(withdrawn)}).");
        }

        return found;
    }

    private static string Text(long index) => index.ToString(CultureInfo.InvariantCulture);

    // 32 digits need 107 bits; the length in the bits above preserves leading zeros.
    private static UInt128 Pack(string code) => UInt128.Parse(code, NumberStyles.None, CultureInfo.InvariantCulture) | ((UInt128)code.Length << LengthShift);

    private static string Unpack(UInt128 packed) =>
        (packed & (((UInt128)1 << LengthShift) - 1)).ToString(CultureInfo.InvariantCulture).PadLeft((int)(packed >> LengthShift), '0');
}
