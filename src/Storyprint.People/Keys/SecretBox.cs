using System.Security.Cryptography;
using System.Text;
using Storyprint.Files;

namespace Storyprint.People.Keys;

/// <summary>
/// Encrypts what must not lie readable in the database: secrets of authenticator apps, the keys of cookies. AES-256-GCM with a key in the key folder, which is made when it is
/// first needed and which all nodes share as they share the keys of the log.
/// </summary>
public sealed class SecretBox(string keyFolder)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly Lazy<byte[]> key = new(() => ReadOrCreate(Path.Combine(keyFolder, FileName)));

    /// <summary>The file in the key folder.</summary>
    public const string FileName = "newsroom.key";

    /// <returns>Base64.</returns>
    public string Seal(string text)
    {
        var clear = Encoding.UTF8.GetBytes(text);
        var sealedText = new byte[NonceSize + clear.Length + TagSize];
        RandomNumberGenerator.Fill(sealedText.AsSpan(0, NonceSize));
        using var aes = new AesGcm(key.Value, TagSize);
        aes.Encrypt(sealedText.AsSpan(0, NonceSize), clear, sealedText.AsSpan(NonceSize, clear.Length), sealedText.AsSpan(NonceSize + clear.Length));
        return Convert.ToBase64String(sealedText);
    }

    /// <returns>The text, or null where the key of this folder did not seal it.</returns>
    public string? Open(string sealedText)
    {
        try
        {
            var bytes = Convert.FromBase64String(sealedText);
            var clear = new byte[bytes.Length - NonceSize - TagSize];
            using var aes = new AesGcm(key.Value, TagSize);
            aes.Decrypt(bytes.AsSpan(0, NonceSize), bytes.AsSpan(NonceSize, clear.Length), bytes.AsSpan(NonceSize + clear.Length), clear);
            return Encoding.UTF8.GetString(clear);
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or OverflowException)
        {
            return null;
        }
    }

    private static byte[] ReadOrCreate(string path)
    {
        OwnerOnlyFiles.MakeFolder(Path.GetDirectoryName(path)!);
        if (!File.Exists(path))
        {
            try
            {
                // Created or not at all: of two nodes that begin at once, one writes it and the other reads it.
                var made = path + "." + Guid.NewGuid().ToString("n");
                AtomicFile.Write(made, RandomNumberGenerator.GetBytes(32), OwnerOnlyFiles.Mode);
                try
                {
                    File.Move(made, path, overwrite: false);
                }
                finally
                {
                    File.Delete(made);
                }
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another was first.
            }
        }

        var bytes = File.ReadAllBytes(path);
        return bytes.Length == 32 ? bytes : throw new InvalidOperationException($"{path} is no key of the newsroom: it has {bytes.Length} bytes instead of 32. Bring it back from a backup of the key folder.");
    }
}
