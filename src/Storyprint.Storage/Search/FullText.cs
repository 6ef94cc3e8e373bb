using System.Data.Common;

namespace Storyprint.Storage.Search;

/// <summary>The full-text index of an engine, a row for each listed story under its sort key. Results are the same on every engine.</summary>
public abstract class FullText
{
    /// <summary>The statement that writes a <see cref="Row"/>.</summary>
    internal abstract string Insert { get; }

    /// <summary>The column of the table <c>search</c> that holds the sort key.</summary>
    internal abstract string Key { get; }

    /// <summary>The statement that deletes the row of the sort key @sort_key.</summary>
    internal abstract string Delete { get; }

    /// <summary>The parameters of <see cref="Insert"/>.</summary>
    internal abstract (string Name, object? Value)[] Row(long key, SearchRow row);

    /// <summary>The end of a condition that holds for the sort keys in @keys.</summary>
    internal abstract string KeyIn { get; }

    /// <summary>The value of @keys.</summary>
    internal abstract object Keys(IReadOnlyCollection<long> keys);

    /// <summary>The newest stories that hold all words and phrases of a query.</summary>
    /// <param name="take">The most that are of use.</param>
    /// <param name="enough">So many do where more would cost more.</param>
    internal abstract Task<NewestMatches> NewestAsync(DbConnection connection, SearchQuery query, int take, int enough, CancellationToken cancellation);

    /// <summary>Starts a comparison of stored rows with expected ones.</summary>
    internal abstract Task<FullTextComparison> CompareAsync(DbConnection connection, CancellationToken cancellation);
}

/// <summary>Compares the stored rows of the full-text index with those of the newest revisions.</summary>
internal abstract class FullTextComparison : IAsyncDisposable
{
    /// <summary>The keys whose stored row differs or is missing.</summary>
    internal abstract Task<IReadOnlyList<long>> DifferingAsync(IReadOnlyList<(long Key, SearchRow Row)> expected, CancellationToken cancellation);

    public abstract ValueTask DisposeAsync();
}
