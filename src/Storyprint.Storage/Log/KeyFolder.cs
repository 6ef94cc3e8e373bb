using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Storyprint.Files;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Notes;

namespace Storyprint.Storage.Log;

/// <summary>
/// The private keys, outside the database: one file for each role, readable by its owner only. An environment variable (<c>STORYPRINT_LOG_KEY</c>,
/// <c>STORYPRINT_SEAL_KEY</c>) may name a file elsewhere, such as a mounted secret.
/// </summary>
public sealed class KeyFolder(string folder)
{
    public string Folder => folder;

    public string PathOf(KeyRole role) =>
        Environment.GetEnvironmentVariable($"STORYPRINT_{role.Word.ToUpperInvariant()}_KEY") is { Length: > 0 } named ? named : Path.Combine(folder, $"{role.Word}.key");

    /// <summary>The previous log key; while its file exists, checkpoints are signed with it too.</summary>
    public string PreviousLogKeyPath => Path.Combine(folder, "log.previous.key");

    /// <summary>Reads a role's key. The caller disposes it.</summary>
    public bool TryRead(KeyRole role, PublisherName publisher, [NotNullWhen(true)] out SignerKey? key, [NotNullWhen(false)] out LogProblem? problem) =>
        TryRead(PathOf(role), role, publisher, out key, out problem);

    /// <summary>The previous log key, or null where there is none or it cannot be read.</summary>
    public SignerKey? PreviousLogKey(PublisherName publisher) =>
        File.Exists(PreviousLogKeyPath) && TryRead(PreviousLogKeyPath, KeyRole.Log, publisher, out var key, out _) ? key : null;

    /// <summary>All private keys of a role in this folder: current, next and previous. The caller disposes them.</summary>
    internal IReadOnlyList<SignerKey> AllOf(KeyRole role, PublisherName publisher) =>
        [.. ((string[])[PathOf(role), NextPathOf(role), Path.Combine(folder, $"{role.Word}.previous.key")])
            .Select(path => File.Exists(path) && TryRead(path, role, publisher, out var key, out _) ? key : null).OfType<SignerKey>()];

    /// <summary>The public keys of all private keys of a role in this folder.</summary>
    public IReadOnlyList<VerifierKey> VerifiersOf(KeyRole role, PublisherName publisher)
    {
        var keys = AllOf(role, publisher);
        VerifierKey[] verifiers = [.. keys.Select(key => key.Verifier)];
        keys.ToList().ForEach(key => key.Dispose());
        return verifiers;
    }

    /// <summary>Generates the first key of a role and writes its file, which must not exist.</summary>
    /// <exception cref="IOException">The file exists, or could not be written.</exception>
    public VerifierKey Create(KeyRole role, PublisherName publisher) => Create(PathOf(role), role, publisher);

    /// <summary>Keeps all others from rotating keys, in this process and in others on the same folder, until it is disposed.</summary>
    internal async Task<IDisposable> LockAsync(CancellationToken cancellation)
    {
        OwnerOnlyFiles.MakeFolder(folder);
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(folder, "rotation.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                // Another rotation is at work; it takes a moment.
                await Task.Delay(50, cancellation);
            }
        }
    }

    /// <summary>
    /// Generates the next key in a file beside the current one; <see cref="FinishRotation"/> makes it current once the log says so. A next key left by an
    /// unfinished rotation is replaced: the caller holds the lock of <see cref="LockAsync"/>, and has finished one that was committed.
    /// </summary>
    internal VerifierKey MakeNext(KeyRole role, PublisherName publisher)
    {
        File.Delete(NextPathOf(role));
        return Create(NextPathOf(role), role, publisher);
    }

    /// <summary>Reads the next key. The caller disposes it.</summary>
    internal SignerKey ReadNext(KeyRole role, PublisherName publisher) =>
        TryRead(NextPathOf(role), role, publisher, out var key, out var problem) ? key : throw new LogRefusedException(problem);

    /// <summary>Makes the next key current if the log says that it is; after an interruption this is done at the next start.</summary>
    internal void FinishRotation(KeyRole role, PublisherName publisher, VerifierKey active)
    {
        if (!TryRead(NextPathOf(role), role, publisher, out var next, out _))
        {
            return;
        }

        using (next)
        {
            if (!next.Verifier.Equals(active))
            {
                return;
            }
        }

        if (File.Exists(PathOf(role)))
        {
            File.Move(PathOf(role), Path.Combine(folder, $"{role.Word}.previous.key"), overwrite: true);
        }

        File.Move(NextPathOf(role), PathOf(role));
    }

    /// <summary>Removes a key that must not sign any more.</summary>
    internal void ForgetPrevious(KeyRole role) => File.Delete(Path.Combine(folder, $"{role.Word}.previous.key"));

    private string NextPathOf(KeyRole role) => PathOf(role) + ".next";

    private static VerifierKey Create(string path, KeyRole role, PublisherName publisher)
    {
        var seed = RandomNumberGenerator.GetBytes(32);
        try
        {
            var parent = Path.GetDirectoryName(Path.GetFullPath(path))!;
            OwnerOnlyFiles.MakeFolder(parent);
            var name = publisher.KeyName(role);
            using (var file = new FileStream(path, OwnerOnlyFiles.Write(FileMode.CreateNew)))
            {
                file.Write(System.Text.Encoding.ASCII.GetBytes(SignerKey.Format(name, NoteAlgorithm.Ed25519, seed) + "\n"));

                // Flushed to disk: a key that has signed and is lost in a power cut could only be replaced by a rotation.
                file.Flush(flushToDisk: true);
            }

            Files.Folder.Flush(parent);

            using var signer = SignerKey.FromSeed(name, NoteAlgorithm.Ed25519, seed);
            return signer.Verifier;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }

    private static bool TryRead(
        string path, KeyRole role, PublisherName publisher, [NotNullWhen(true)] out SignerKey? key, [NotNullWhen(false)] out LogProblem? problem)
    {
        key = null;
        if (!File.Exists(path))
        {
            problem = new LogProblem.KeyMissing(role, path);
            return false;
        }

        string text;
        try
        {
            text = File.ReadAllText(path).Trim();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problem = new LogProblem.KeyUnusable(role, path, fault.Message);
            return false;
        }

        if (!SignerKey.TryParse(text, out var read, out var reason))
        {
            problem = new LogProblem.KeyUnusable(role, path, reason);
            return false;
        }

        if (read.Verifier.Name != publisher.KeyName(role))
        {
            problem = new LogProblem.KeyUnusable(role, path, $"It is the key of {read.Verifier.Name}, not of {publisher.KeyName(role)}.");
            read.Dispose();
            return false;
        }

        (key, problem) = (read, null);
        return true;
    }
}
