namespace Storyprint.Formats.Imports;

/// <summary>Reads one kind of archive, item by item, without ever holding the whole of it in memory.</summary>
public interface IImportReader
{
    /// <summary>
    /// The items in the order of the archive. What is wrong with one item is a <see cref="RejectedItem"/>; a file that breaks off
    /// ends with one more <see cref="RejectedItem"/> that says where. Nothing is thrown for bad input.
    /// </summary>
    /// <param name="progress">Told how much of the archive has been read, from 0 to 1.</param>
    IEnumerable<ImportedItem> Read(IProgress<double>? progress, CancellationToken cancellation);
}
