using System.Runtime.InteropServices;
using System.Text;

namespace Storyprint.Newsroom.Spelling;

/// <summary>A Hunspell dictionary, called through Hunspell's C interface. Not thread-safe.</summary>
internal sealed partial class Hunspell : IDisposable
{
    private const string Library = "libhunspell-1.7.so.0";

    private readonly nint handle;
    private readonly Encoding encoding;

    private Hunspell(nint handle, Encoding encoding) => (this.handle, this.encoding) = (handle, encoding);

    /// <summary>Opens a dictionary; null where Hunspell is not installed or the dictionary's encoding is not supported.</summary>
    public static Hunspell? Open(string affixes, string words)
    {
        nint handle;
        try
        {
            handle = Create(affixes, words);
        }
        catch (DllNotFoundException)
        {
            return null;
        }

        if (handle == 0)
        {
            return null;
        }

        try
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return new Hunspell(handle, Encoding.GetEncoding(Marshal.PtrToStringUTF8(EncodingOf(handle))!, new EncoderReplacementFallback("?"), DecoderFallback.ReplacementFallback));
        }
        catch (ArgumentException)
        {
            Destroy(handle);
            return null;
        }
    }

    public bool Knows(string word) => Spell(handle, [.. encoding.GetBytes(word), 0]) != 0;

    /// <summary>What may have been meant, the likeliest first. It takes up to half a second.</summary>
    public IReadOnlyList<string> Suggest(string word)
    {
        var count = Suggest(handle, out var list, [.. encoding.GetBytes(word), 0]);
        try
        {
            return [.. Enumerable.Range(0, count).Select(index => Read(Marshal.ReadIntPtr(list, index * nint.Size)))];
        }
        finally
        {
            FreeList(handle, ref list, count);
        }
    }

    public void Dispose() => Destroy(handle);

    private unsafe string Read(nint text) => encoding.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated((byte*)text));

    [LibraryImport(Library, EntryPoint = "Hunspell_suggest")]
    private static partial int Suggest(nint handle, out nint list, byte[] word);

    [LibraryImport(Library, EntryPoint = "Hunspell_free_list")]
    private static partial void FreeList(nint handle, ref nint list, int count);

    [LibraryImport(Library, EntryPoint = "Hunspell_create", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Create(string affixes, string words);

    [LibraryImport(Library, EntryPoint = "Hunspell_destroy")]
    private static partial void Destroy(nint handle);

    [LibraryImport(Library, EntryPoint = "Hunspell_spell")]
    private static partial int Spell(nint handle, byte[] word);

    [LibraryImport(Library, EntryPoint = "Hunspell_get_dic_encoding")]
    private static partial nint EncodingOf(nint handle);
}
