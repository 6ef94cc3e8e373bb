using Storyprint.Storage.Imports;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;

namespace Storyprint.Newsroom.Imports;

/// <summary>One run of an import: writes prepared stories in their order and collects the report.</summary>
internal sealed class ImportRun(ImportStore store, ReleaseContext context, long firstStoryNumber, bool isDryRun, ImportRules? rules = null)
{
    private readonly ImportSession session = new(rules, isDryRun);
    private readonly List<PreparedItem> batch = [];

    public List<ImportLine> Lines { get; } = [];

    /// <summary>The number of stories waiting to be written.</summary>
    public int Waiting => batch.Count;

    /// <summary>The number of items so far, written or waiting.</summary>
    public int Count => Lines.Count + batch.Count;

    public void Take(PreparedItem item)
    {
        if (item.Story is null)
        {
            Lines.Add(item.Line);
        }
        else
        {
            batch.Add(item);
        }
    }

    /// <summary>Writes the waiting stories in one transaction.</summary>
    public async Task SaveAsync(CancellationToken cancellation)
    {
        if (batch.Count == 0)
        {
            return;
        }

        var outcomes = await store.SaveAsync(context, [.. batch.Select(item => item.Story!)], firstStoryNumber, session, cancellation);
        for (var index = 0; index < batch.Count; index++)
        {
            Lines.Add(Line(batch[index].Line, outcomes[index]));
        }

        batch.Clear();
    }

    /// <summary>Leads links to stories that came in behind those that link to them, and names the links that lead nowhere.</summary>
    public async Task FinishAsync(CancellationToken cancellation)
    {
        if (isDryRun)
        {
            return;
        }

        var lost = (await store.LeadLinksAsync(session, cancellation)).ToLookup(link => link.Code.Digits, link => link.Link);
        for (var index = 0; lost.Count > 0 && index < Lines.Count; index++)
        {
            var line = Lines[index];
            Lines[index] = line.Code is null || !lost.Contains(line.Code) ? line : line with
            {
                Outcome = line.Outcome == ImportOutcome.Imported ? ImportOutcome.ImportedWithWarnings : line.Outcome,
                Notes = [.. line.Notes, .. lost[line.Code].Distinct().Select(link => $"A link leads to {link}, which did not come in.")],
            };
        }
    }

    private ImportLine Line(ImportLine line, StoreOutcome outcome) => outcome switch
    {
        StoreOutcome.Unchanged => Line(line, ImportOutcome.Unchanged, outcome, []),
        StoreOutcome.Repeated(var code) => Line(line, ImportOutcome.Unchanged, outcome, [$"It is word for word the story {code}, which is in this archive twice."]),
        StoreOutcome.Revised revised => Line(line, ImportOutcome.Revised, outcome, [.. line.Notes, .. revised.Changes]),
        StoreOutcome.Held(_, var reasons, var isKept) => Line(line, ImportOutcome.Held, outcome, [.. Held(isKept), .. reasons, .. line.Notes]),
        StoreOutcome.NotToldApart(var code, var knownAs, var reason) => Line(line, ImportOutcome.NotToldApart, outcome, [NotToldApart(code, knownAs, reason), .. line.Notes]),
        StoreOutcome.LeftAlone { Work: DraftWork.Hour } => Line(line, ImportOutcome.LeftAlone, outcome, ["The newsroom gave its draft another hour, or took it away; draft and hour were kept."]),
        StoreOutcome.LeftAlone => Line(line, ImportOutcome.LeftAlone, outcome, ["The newsroom has worked on it since; that work was kept."]),
        StoreOutcome.AddedUnderNewCode(var code, var wanted) => Line(
            line, ImportOutcome.ImportedWithWarnings, outcome, [.. line.Notes, $"The code {wanted} belongs to another story here; {(isDryRun ? "it gets a new one" : $"it was given {code}")}."]),
        _ => Line(line, line.Notes.Count == 0 ? ImportOutcome.Imported : ImportOutcome.ImportedWithWarnings, outcome, line.Notes),
    };

    private ImportLine Line(ImportLine line, ImportOutcome outcome, StoreOutcome stored, IReadOnlyList<string> notes)
    {
        var lost = stored.LostAddresses;
        return line with
        {
            Outcome = lost.Count > 0 && outcome == ImportOutcome.Imported ? ImportOutcome.ImportedWithWarnings : outcome,

            // A code that a dry run tried is not given to anything.
            Code = isDryRun && stored is StoreOutcome.Added or StoreOutcome.AddedUnderNewCode ? null : stored.Code.Digits,
            Notes = [.. notes, .. lost.Select(each => $"The old address {each.Address} cannot be kept: {each.Reason}.")],
            OldAddresses = stored.OldAddresses,
            LostAddresses = [.. lost.Select(each => each.Address)],
        };
    }

    private static IEnumerable<string> Held(bool isKept) =>
    [
        isKept
            ? "Its text changes what is published, so that stands as it is and the new text waits as a draft. Say --note or --correct with the sentence for readers, or release the draft."
            : "Its text changes what is published, so that stands as it is. The story has another draft, and the new text was not kept.",
    ];

    private static string NotToldApart(StoryCode code, string knownAs, string? reason) => reason is null
        ? $"It stands where the story {code} stood (“{knownAs}”) and has other words; nothing says whether it is that story. Nothing was changed. If it is another, give its archive a name (--archive NAME); if it is that one, give the name it has there."
        : $"It may be the story {code} (“{knownAs}”). {reason} Nothing was changed. If it is another, give its archive a name (--archive NAME).";
}
