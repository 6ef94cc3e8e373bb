using System.Diagnostics.CodeAnalysis;
using Storyprint.Provenance.Encodings;
using Storyprint.Provenance.Notes;

namespace Storyprint.Provenance.Witnesses;

/// <summary>Parses the lines of a policy file (C2SP tlog-policy). Names must be defined on an earlier line than they are used.</summary>
internal sealed class TrustPolicyParser
{
    private readonly List<PolicyLog> logs = [];
    private readonly List<PolicyWitness> witnesses = [];
    private readonly List<PolicyGroup> groups = [];
    private readonly HashSet<string> defined = new(StringComparer.Ordinal);
    private readonly HashSet<string> members = new(StringComparer.Ordinal);
    private string? quorum;

    public bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out TrustPolicy? policy, [NotNullWhen(false)] out string? reason)
    {
        policy = null;
        if (bytes.Length > TrustPolicy.MaxLength || !StrictUtf8.TryGetLines(bytes, out var lines)
            || lines.Any(line => line.Any(sign => sign is (< ' ' and not '\t') or '\x7f')))
        {
            reason = $"A policy is UTF-8 text of at most {TrustPolicy.MaxLength} bytes with LF line ends.";
            return false;
        }

        for (var i = 0; i < lines.Length; i++)
        {
            if (Take(lines[i].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)) is { } problem)
            {
                reason = $"Line {i + 1}: {problem}";
                return false;
            }
        }

        reason = quorum is null ? "The policy has no quorum line." : null;
        policy = quorum is null ? null : new TrustPolicy(logs, witnesses, groups, quorum);
        return policy is not null;
    }

    private string? Take(string[] words) => words switch
    {
        [] => null,
        [var first, ..] when first.StartsWith('#') => null,
        ["log", var key] => TakeLog(key, null),
        ["log", var key, var url] => TakeLog(key, url),
        ["witness", var name, var key] => TakeWitness(name, key, null),
        ["witness", var name, var key, var url] => TakeWitness(name, key, url),
        ["group", var name, var threshold, _, ..] => TakeGroup(name, threshold, words[3..]),
        ["quorum", var name] => TakeQuorum(name),
        _ => "this is not a log, witness, group or quorum line.",
    };

    private string? TakeLog(string text, string? url)
    {
        if (!VerifierKey.TryParse(text, out var key, out var reason) || key.Algorithm != NoteAlgorithm.Ed25519)
        {
            return reason ?? "a log's key is of type 0x01.";
        }

        if (logs.Any(log => log.Key.PublicKey.SequenceEqual(key.PublicKey)))
        {
            return "this log's key is listed twice.";
        }

        logs.Add(new PolicyLog(key, url));
        return null;
    }

    private string? TakeWitness(string name, string text, string? url)
    {
        if (!VerifierKey.TryParse(text, out var key, out var reason) || key.Algorithm != NoteAlgorithm.Cosignature)
        {
            return reason ?? "a witness's key is of type 0x04.";
        }

        if (witnesses.Any(witness => witness.Key.PublicKey.SequenceEqual(key.PublicKey)))
        {
            return "this witness's key is listed twice.";
        }

        witnesses.Add(new PolicyWitness(name, key, url));
        return Define(name);
    }

    private string? TakeGroup(string name, string threshold, string[] names)
    {
        foreach (var member in names)
        {
            if (!defined.Contains(member))
            {
                return $"'{member}' is not defined on an earlier line.";
            }

            // Otherwise one witness could count twice towards the quorum.
            if (!members.Add(member))
            {
                return $"'{member}' is already a member of a group.";
            }
        }

        var needed = threshold switch
        {
            "all" => names.Length,
            "any" => 1,
            _ when StrictDecimal.TryParse(threshold, out var number) && number >= 1 && number <= names.Length => (int)number,
            _ => 0,
        };
        groups.Add(new PolicyGroup(name, needed, names));
        return needed == 0 ? $"'{threshold}' is not all, any, or a number from 1 to {names.Length}." : Define(name);
    }

    private string? TakeQuorum(string name)
    {
        if (quorum is not null)
        {
            return "there is a second quorum line.";
        }

        quorum = name;
        return name == TrustPolicy.NoQuorum || defined.Contains(name) ? null : $"'{name}' is not defined on an earlier line.";
    }

    private string? Define(string name) =>
        name == TrustPolicy.NoQuorum || !defined.Add(name) ? $"the name '{name}' is already taken." : null;
}
