using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Notes;
using Storyprint.Provenance.Seals;

namespace Storyprint.Verification.Commands;

/// <summary><c>storyprint verify-seal</c>: checks a printed page's mark without a network.</summary>
public static class VerifySealCommand
{
    private const int MaxTextLength = 16 << 20;

    public static Command Create()
    {
        var link = new Argument<string>("link") { Description = "What the mark on the page holds: https://HOST/s/CODE.REV/… in any case." };
        var text = new Option<string?>("--text") { Description = "File with the canonical text of the revision, to compare." };
        var key = new Option<string?>("--key") { Description = "The publisher's seal key (PUBLISHER/seal+ID+KEY)." };
        var keys = new Option<string?>("--keys") { Description = "A saved copy of the publisher's key list (/.well-known/storyprint/keys)." };
        var command = new Command("verify-seal", "Check the seal of a printed page without a network. Exit code 0: it is the publisher's seal; 1: it is not; 2: could not be checked.")
        {
            link, text, key, keys,
        };
        command.SetAction(async (parsed, _) =>
        {
            var report = Run(parsed.GetValue(link)!, parsed.GetValue(text), parsed.GetValue(key), parsed.GetValue(keys));
            await Console.Out.WriteLineAsync(string.Join('\n', report.Lines));
            return report.ExitCode;
        });
        return command;
    }

    private static SealReport Run(string link, string? textPath, string? key, string? keysPath)
    {
        byte[]? text = null;
        if (textPath is not null && !TryRead(textPath, MaxTextLength, out text))
        {
            return Refuse($"--text {textPath} is not there, or longer than any canonical text.");
        }

        if (key is null == keysPath is null)
        {
            return Refuse("Give the publisher's seal key with --key, or a saved key list with --keys. The list is at https://HOST/.well-known/storyprint/keys of the publisher; take it from a source you trust, not from the link itself.");
        }

        if (key is not null)
        {
            return VerifierKey.TryParse(key, out var verifier, out var reason) && IsSealKey(verifier)
                ? SealCheck.With(verifier, text).Run(link)
                : Refuse($"--key is not a publisher's seal key: {reason ?? "its name is not PUBLISHER/seal."}");
        }

        if (!TryRead(keysPath!, KeyList.MaxLength, out var json))
        {
            return Refuse($"--keys {keysPath} is not there, or too long.");
        }

        if (!KeyList.TryParse(json, out var list, out var problem))
        {
            return Refuse($"--keys {keysPath} cannot be used: {problem}");
        }

        PublishedKey[] seals = [.. list.Keys.Where(each => each.Role == KeyRole.Seal)];
        return seals.Length == 0 ? Refuse($"--keys {keysPath} has no seal key.") : new SealCheck(seals, text).Run(link);
    }

    private static bool IsSealKey(VerifierKey key) => key.Algorithm == NoteAlgorithm.Ed25519
        && key.Name.EndsWith("/seal", StringComparison.Ordinal) && PublisherName.TryParse(key.Name[..^"/seal".Length], out _);

    private static bool TryRead(string path, int limit, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = File.Exists(path) && new FileInfo(path).Length <= limit ? File.ReadAllBytes(path) : null;
        return bytes is not null;
    }

    private static SealReport Refuse(string problem) => new(VerifyExitCode.NotChecked, [problem]);
}
