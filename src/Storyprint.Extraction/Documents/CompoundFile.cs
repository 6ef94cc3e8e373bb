using System.Text;

namespace Storyprint.Extraction.Documents;

/// <summary>The container of old Office files (MS-CFB), of which only one thing is asked.</summary>
internal static class CompoundFile
{
    /// <summary>Whether it holds a new document under a password (MS-OFFCRYPTO, 2.3.4.1).</summary>
    public static bool IsProtected(byte[] bytes) => bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;
}
