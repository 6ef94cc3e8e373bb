namespace Storyprint.Provenance.Verification;

/// <summary>The source of an audited log: HTTP, a directory, a backup. Must be thread-safe.</summary>
public interface ILogSource
{
    /// <summary>The bytes at a path below the log's prefix, such as <c>checkpoint</c> or <c>tile/0/000</c>.</summary>
    /// <returns>Null where there is nothing. An unreachable source throws <see cref="SourceUnreachableException"/>, which says nothing about the log.</returns>
    /// <remarks>No tile or bundle is larger than 16,777,472 bytes; a source should not hand over more: what is longer may be cut off behind the
    /// first byte that is too many, and is damaged either way.</remarks>
    ValueTask<byte[]?> ReadAsync(string path, CancellationToken cancellation);
}
