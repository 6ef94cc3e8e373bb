using System.Globalization;
using Storyprint.Provenance.Commitments;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Notes;
using Storyprint.Provenance.Seals;

namespace Storyprint.Verification;

/// <summary>
/// Checks a printed page's seal without a network and says in words what it proves. It never says that a page is genuine:
/// a true mark can be copied onto a forged page.
/// </summary>
/// <param name="Keys">The seal keys to try: one that was given, or those of a saved list.</param>
/// <param name="Text">A canonical text to compare, or null.</param>
internal sealed record SealCheck(IReadOnlyList<PublishedKey> Keys, byte[]? Text = null)
{
    // A seal holds the digest of the bytes: which version the text is of makes no difference to the check.
    private static ReadOnlySpan<byte> TextStart => "storyprint/text/v"u8;

    /// <summary>A check with one key, whose time of use is not known.</summary>
    public static SealCheck With(VerifierKey key, byte[]? text = null) =>
        new([new PublishedKey { Role = KeyRole.Seal, Ordinal = 0, Key = key, From = DateTimeOffset.MinValue }], text);

    public SealReport Run(string text)
    {
        if (!SealLink.TryParse(text.Trim(), out var link))
        {
            return Unread(text);
        }

        var publisher = PublisherName.Parse(Keys[0].Key.Name[..^"/seal".Length]);
        if (!KeyList.TryCreate(publisher, Keys, out var list, out var reason))
        {
            return new SealReport(2, [$"The keys cannot be used: {reason}"]);
        }

        var lines = new List<string>();
        if (!link.LeadsTo(publisher))
        {
            lines.Add($"This link leads to {link.Host}, not to {publisher}. Do not follow it: what it shows is not from {publisher}.");
        }

        // Without the log the best verdict is NotInLog: signed while the key was valid. The rest needs a network.
        var code = list.Judge(link, logIndex: null) switch
        {
            SealVerdict.NotInLog signed => Proved(lines, link, publisher, signed.Key),
            SealVerdict.OutsideKeyTime outside => OutsideTime(lines, link, outside.Key),
            _ => NotSigned(lines, publisher),
        };
        return new SealReport(code == 0 && !link.LeadsTo(publisher) ? 1 : code, lines);
    }

    private static SealReport Unread(string text)
    {
        var isSealLike = text.Contains("/s/", StringComparison.OrdinalIgnoreCase);
        return isSealLike
            ? new SealReport(1, ["This link has the form of a seal's, but cannot be read as one: a character is missing, too many or wrong.",
                "Scan the mark again, or copy the link again. If it stays so, the mark was not made by Storyprint."])
            : new SealReport(2, ["This is no seal's link. One looks like https://HOST/s/CODE.REV/ and 136 letters and digits."]);
    }

    private int Proved(List<string> lines, SealLink link, PublisherName publisher, PublishedKey key)
    {
        lines.Add($"The seal is by the key of {publisher}: {key.Key}");
        lines.Add($"It ties together: story {link.Revision.Code}, revision {link.Revision.Number}, issued {Time(link.Seal.IssuedAt)}, and a text whose digest begins {link.Seal.Digest}.");
        lines.Add("");
        var code = CompareText(lines, link.Seal);
        lines.Add("");
        lines.Add("What this does not prove:");
        if (Text is null || code != 0)
        {
            lines.Add($"- that the page in your hand says what was sealed: a true mark can be copied onto another page. Compare the words, here with --text or at https://{publisher}/{link.Revision.Code}.");
        }

        lines.Add($"- that this is still what the publisher says: it may have been corrected, retracted or withdrawn since. https://{publisher}/{link.Revision.Code} tells.");
        lines.Add($"- that the revision is in the public log. 'storyprint verify https://{publisher}' checks that; a seal without an entry in the log is an alarm.");
        lines.Add("- that the story is true.");
        if (key.RevokedAtIndex is { } revoked)
        {
            lines.Insert(0, $"This key was revoked by entry {revoked} of the log. The seal counts only if revision {link.Revision} stands in the log below that entry, which cannot be told without the log.");
            return Math.Max(code, code == 1 ? 1 : 2);
        }

        return code;
    }

    private int CompareText(List<string> lines, Seal seal)
    {
        if (Text is not { } text)
        {
            lines.Add("No text was compared.");
            return 0;
        }

        if (!text.AsSpan().StartsWith(TextStart))
        {
            lines.Add("The text was not compared: the file does not begin with a line such as 'storyprint/text/v2', so it is not a canonical text.");
            lines.Add("A canonical text is the 'text' of /api/v1/revisions/CODE.REV, saved as UTF-8 with LF line ends. Words typed or copied from a page cannot be compared by their digest: open the mark's link in a browser and compare them with what it shows.");
            return 2;
        }

        if (TextDigest.Compute(text).Prefix == seal.Digest)
        {
            lines.Add("The text in the file is the text that was sealed, to the byte.");
            return 0;
        }

        lines.Add($"The text in the file is NOT the text that was sealed: its digest begins {TextDigest.Compute(text).Prefix}.");
        if (text.AsSpan().Contains((byte)'\r') || text[^1] != (byte)'\n')
        {
            lines.Add("Its line ends are not those of a canonical text (LF, also behind the last line): it may have been changed in saving only.");
        }

        return 1;
    }

    private static int OutsideTime(List<string> lines, SealLink link, PublishedKey key)
    {
        lines.Add($"The seal does not count: it is dated {Time(link.Seal.IssuedAt)}, and its key {key.Key} was in use from {Time(key.From)}{(key.Until is { } until ? $" until {Time(until)}" : "")}.");
        lines.Add("The key list may be older than the seal: save a fresh one. Otherwise somebody had a key that the publisher did not use then.");
        return 1;
    }

    private static int NotSigned(List<string> lines, PublisherName publisher)
    {
        lines.Add($"No key given here made this seal: it is not {publisher}'s seal of this revision.");
        lines.Add("Either a character is wrong, or the link was changed (another story code, another revision), or the mark is invented, or the key list is too old.");
        return 1;
    }

    private static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}

/// <summary>What a check of a seal says.</summary>
/// <param name="ExitCode"><see cref="VerifyExitCode"/>. Good: the seal is the publisher's, and the text the sealed one where one was given.</param>
/// <param name="Lines">The words.</param>
internal sealed record SealReport(int ExitCode, IReadOnlyList<string> Lines);
