namespace Storyprint.Formats.Imports;

/// <summary>Reads one format of archives, item by item, without holding all of it in memory.</summary>
public interface IImportReader
{
    /// <summary>
    /// The items in the order of the archive. A faulty item is a <see cref="RejectedItem"/>; a truncated file ends with another <see cref="RejectedItem"/> that
    /// says where. Bad input never throws.
    /// </summary>
    /// <param name="progress">Reports the share of the archive that was read, from 0 to 1.</param>
    IEnumerable<ImportedItem> Read(IProgress<double>? progress, CancellationToken cancellation);

    /// <summary>The lists of the old site, known once all items were read.</summary>
    IReadOnlyList<ImportedList> Lists => [];
}
