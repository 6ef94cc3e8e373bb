using System.Globalization;
using System.Text;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Tiles;

namespace Storyprint.Provenance.Served;

/// <summary>The addresses of a site, and the files of a folder that stand for them: shared by the server, the archive and everybody who verifies either.</summary>
/// <remarks>Addresses have no leading slash. A file has the name of its address, with the two exceptions below.</remarks>
public static class PublishedFiles
{
    /// <summary>The signed checkpoint.</summary>
    public const string Checkpoint = LogPrefix + "checkpoint";

    /// <summary>The list of the publisher's keys, JSON (<see cref="Seals.KeyList"/>).</summary>
    public const string Keys = ".well-known/storyprint/keys";

    /// <summary>The policy on witnesses, tlog-policy (<see cref="Witnesses.TrustPolicy"/>).</summary>
    public const string Policy = ".well-known/storyprint/policy";

    /// <summary>The words of the interface, JSON (<see cref="InterfaceDocument"/>).</summary>
    public const string Interface = ".well-known/storyprint/interface";

    /// <summary>The prefix of the log's paths.</summary>
    public const string LogPrefix = "log/";

    private const string RevisionPrefix = "api/v1/revisions/";
    private const string PagePrefix = "news/";
    private const string PageFile = "index.html";
    private const int MaxLength = 512;

    /// <summary>A tile of hashes or an entry bundle.</summary>
    public static string Tile(TilePath path) => LogPrefix + path;

    /// <summary>A revision's receipt.</summary>
    public static string Proof(RevisionName revision) => $"{LogPrefix}proof/{revision}";

    /// <summary>A revision's text, salt and entry (<see cref="RevisionDocument"/>).</summary>
    public static string Revision(RevisionName revision) => RevisionPrefix + revision;

    /// <summary>A story's news page. Its file is <c>news/CODE/index.html</c>.</summary>
    public static string NewsPage(string code) => PagePrefix + code;

    /// <summary>The file that an archive writes for an address, with <c>/</c> between folders.</summary>
    /// <exception cref="ArgumentException">The address is not safe as a file name: see <see cref="IsSafe"/>.</exception>
    public static string FileFor(string address) => !IsSafe(address)
        ? throw new ArgumentException($"'{address}' cannot be a file's name.", nameof(address))
        : address switch
        {
            _ when address.StartsWith(RevisionPrefix, StringComparison.Ordinal) => $"{address}.json",
            _ when address.StartsWith(PagePrefix, StringComparison.Ordinal) => $"{address}/{PageFile}",
            _ => address,
        };

    /// <summary>A story's print page, or that of one of its revisions.</summary>
    /// <param name="id">The story's code, or <c>CODE.REV</c>.</param>
    public static string PrintPage(string id) => $"{PagePrefix}{id}/print";

    /// <summary>The list of a story's revisions.</summary>
    public static string History(string code) => $"{PagePrefix}{code}/history";

    /// <summary>Two revisions of a story, word by word.</summary>
    public static string Comparison(string code, int before, int after) => string.Create(CultureInfo.InvariantCulture, $"{PagePrefix}{code}/compare/{before}-{after}");

    /// <summary>The page that the link mark on a print leads to.</summary>
    public static string Scan(RevisionName revision) => revision.ToString();

    /// <summary>An original picture, where the publisher shows them.</summary>
    /// <param name="hash">SHA-256 of its bytes, lower-case hexadecimal.</param>
    public static string Original(string hash) => $"media/{hash}/original";

    /// <summary>
    /// The files that may stand for an address, that of an archive first. A copy made by another tool has revisions without <c>.json</c>, and news pages one
    /// folder deeper, by their slug: see <see cref="IsSlugFolder"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The address is not safe as a file name.</exception>
    public static IReadOnlyList<string> FilesFor(string address)
    {
        var first = FileFor(address);
        return address.StartsWith(RevisionPrefix, StringComparison.Ordinal) ? [first, address] : [first];
    }

    /// <summary>Whether pages of this address may lie one folder deeper, in the folder of the slug.</summary>
    public static bool MayHaveSlug(string address) => address.StartsWith(PagePrefix, StringComparison.Ordinal);

    /// <summary>Whether a folder below a story's can be that of its slug: letters of any script, digits, hyphens.</summary>
    public static bool IsSlugFolder(string name) =>
        name.Length is > 0 and <= 255 && name[0] is not ('.' or '-') && name.EnumerateRunes().All(rune => rune.Value is '-' or '_' or '.' || Rune.IsLetterOrDigit(rune)
            || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark
            || rune.Value is 0x200C or 0x200D);

    /// <summary>
    /// Whether an address is a valid file name on every system: ASCII letters, digits, full stop, hyphen and underscore between the slashes, and no way up or
    /// out.
    /// </summary>
    public static bool IsSafe(string address) =>
        address.Length is > 0 and <= MaxLength
        && address.Split('/').All(part => part is not ("" or "." or "..")
            && part.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '-' or '_'));
}
