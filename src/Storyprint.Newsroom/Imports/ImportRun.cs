using Storyprint.Formats.Imports;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Stories;

namespace Storyprint.Newsroom.Imports;

/// <summary>One run of an import: writes prepared stories in the order they come and keeps the report.</summary>
internal sealed class ImportRun(ImportStore store, long firstStoryNumber, bool isDryRun)
{
    private readonly List<PreparedItem> batch = [];

    public List<ImportLine> Lines { get; } = [];

    /// <summary>How many stories wait to be written.</summary>
    public int Waiting => batch.Count;

    /// <summary>How many items have come, written or waiting.</summary>
    public int Count => Lines.Count + batch.Count;

    public void Take(PreparedItem item)
    {
        if (item.Story is null)
        {
            Lines.Add(Line(item.Item, item.Outcome, null, item.Notes));
        }
        else
        {
            batch.Add(item);
        }
    }

    /// <summary>Writes what waits, in one transaction.</summary>
    public async Task SaveAsync(CancellationToken cancellation)
    {
        if (batch.Count == 0)
        {
            return;
        }

        var outcomes = isDryRun ? null : await store.SaveAsync([.. batch.Select(item => item.Story!)], firstStoryNumber, cancellation);
        for (var index = 0; index < batch.Count; index++)
        {
            Lines.Add(Line(batch[index].Item, outcomes?[index], batch[index].Notes));
        }

        batch.Clear();
    }

    private static ImportLine Line(ImportedItem item, StoreOutcome? outcome, IReadOnlyList<string> losses) => outcome switch
    {
        StoreOutcome.Unchanged => Line(item, ImportOutcome.Unchanged, outcome, []),
        StoreOutcome.Revised => Line(item, ImportOutcome.Revised, outcome, losses),
        StoreOutcome.LeftAlone => Line(item, ImportOutcome.LeftAlone, outcome, ["The newsroom has worked on it since; that work was kept."]),
        StoreOutcome.AddedUnderNewCode(var code, var wanted) => Line(
            item, ImportOutcome.ImportedWithLosses, outcome, [.. losses, $"The code {wanted} belongs to another story here; it was given {code}."]),
        _ => Line(item, losses.Count == 0 ? ImportOutcome.Imported : ImportOutcome.ImportedWithLosses, outcome, losses),
    };

    private static ImportLine Line(ImportedItem item, ImportOutcome outcome, StoreOutcome? stored, IReadOnlyList<string> notes) => new()
    {
        Outcome = outcome,
        Source = item.Source,
        Line = item.Line,
        Label = item.Label,
        Code = stored?.Code.Digits,
        Notes = notes,
    };
}
