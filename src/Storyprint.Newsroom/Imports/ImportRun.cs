using Storyprint.Storage.Imports;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Stories;

namespace Storyprint.Newsroom.Imports;

/// <summary>One run of an import: writes prepared stories in their order and collects the report.</summary>
internal sealed class ImportRun(ImportStore store, ReleaseContext context, long firstStoryNumber, bool isDryRun)
{
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

        var outcomes = isDryRun ? null : await store.SaveAsync(context, [.. batch.Select(item => item.Story!)], firstStoryNumber, cancellation);
        for (var index = 0; index < batch.Count; index++)
        {
            Lines.Add(Line(batch[index].Line, outcomes?[index]));
        }

        batch.Clear();
    }

    private static ImportLine Line(ImportLine line, StoreOutcome? outcome) => outcome switch
    {
        StoreOutcome.Unchanged => Line(line, ImportOutcome.Unchanged, outcome, []),
        StoreOutcome.Revised => Line(line, ImportOutcome.Revised, outcome, line.Notes),
        StoreOutcome.LeftAlone => Line(line, ImportOutcome.LeftAlone, outcome, ["The newsroom has worked on it since; that work was kept."]),
        StoreOutcome.AddedUnderNewCode(var code, var wanted) => Line(
            line, ImportOutcome.ImportedWithWarnings, outcome, [.. line.Notes, $"The code {wanted} belongs to another story here; it was given {code}."]),
        _ => Line(line, line.Notes.Count == 0 ? ImportOutcome.Imported : ImportOutcome.ImportedWithWarnings, outcome, line.Notes),
    };

    private static ImportLine Line(ImportLine line, ImportOutcome outcome, StoreOutcome? stored, IReadOnlyList<string> notes) =>
        line with { Outcome = outcome, Code = stored?.Code.Digits, Notes = notes };
}
