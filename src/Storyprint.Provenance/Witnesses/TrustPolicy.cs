using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Encodings;
using Storyprint.Provenance.Notes;

namespace Storyprint.Provenance.Witnesses;

/// <summary>
/// A policy on which checkpoints count: signed by one of these logs, and cosigned by the quorum (C2SP tlog-policy). Created only by <see cref="TryParse"/> or
/// <see cref="WithoutWitnesses"/>, so that names in it always resolve.
/// </summary>
public sealed class TrustPolicy
{
    /// <summary>The quorum that asks for no witness.</summary>
    public const string NoQuorum = "none";

    /// <summary>The maximum size of a policy file in bytes.</summary>
    public const int MaxLength = 64 * 1024;

    internal TrustPolicy(IReadOnlyList<PolicyLog> logs, IReadOnlyList<PolicyWitness> witnesses, IReadOnlyList<PolicyGroup> groups, string quorum) =>
        (Logs, Witnesses, Groups, Quorum) = (logs, witnesses, groups, quorum);

    /// <summary>The logs whose checkpoints count.</summary>
    public IReadOnlyList<PolicyLog> Logs { get; }

    /// <summary>The witnesses whose cosignatures count.</summary>
    public IReadOnlyList<PolicyWitness> Witnesses { get; }

    /// <summary>Groups of witnesses and of earlier groups.</summary>
    public IReadOnlyList<PolicyGroup> Groups { get; }

    /// <summary>The witness or group that must have cosigned a checkpoint, or <see cref="NoQuorum"/>.</summary>
    public string Quorum { get; }

    /// <summary>The policy of a log that has no witnesses yet.</summary>
    public static TrustPolicy WithoutWitnesses(VerifierKey log, string? url = null) => new([new PolicyLog(log, url)], [], [], NoQuorum);

    /// <summary>Parses a policy file. False, with the line's number and a reason, at the first line that is not understood.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out TrustPolicy? policy, [NotNullWhen(false)] out string? reason) =>
        new TrustPolicyParser().TryParse(bytes, out policy, out reason);

    /// <summary>Whether a checkpoint counts.</summary>
    public PolicyVerdict Judge(SignedCheckpoint checkpoint)
    {
        var known = Logs.Where(log => log.Key.Name == checkpoint.Body.Origin).ToList();
        VerifierKey[] witnesses = [.. Witnesses.Select(witness => witness.Key)];
        CheckpointVerdict verdict = new CheckpointVerdict.OtherLog(checkpoint.Body.Origin);
        foreach (var log in known)
        {
            verdict = checkpoint.Verify(log.Key, witnesses);
            if (verdict is CheckpointVerdict.Trusted trusted)
            {
                return JudgeQuorum(log, trusted);
            }
        }

        return new PolicyVerdict.NotTrusted(verdict);
    }

    /// <summary>The policy as a file in UTF-8: logs, witnesses, groups, quorum, a line each.</summary>
    public byte[] ToBytes()
    {
        var text = new StringBuilder();
        foreach (var log in Logs)
        {
            text.Append(CultureInfo.InvariantCulture, $"log {log.Key}{Address(log.Url)}\n");
        }

        foreach (var witness in Witnesses)
        {
            text.Append(CultureInfo.InvariantCulture, $"witness {witness.Name} {witness.Key}{Address(witness.Url)}\n");
        }

        foreach (var group in Groups)
        {
            text.Append(CultureInfo.InvariantCulture, $"group {group.Name} {group.Threshold} {string.Join(' ', group.Members)}\n");
        }

        return StrictUtf8.GetBytes(text.Append(CultureInfo.InvariantCulture, $"quorum {Quorum}\n").ToString());
    }

    private static string Address(string? url) => url is null ? "" : $" {url}";

    private PolicyVerdict JudgeQuorum(PolicyLog log, CheckpointVerdict.Trusted trusted)
    {
        var saw = Witnesses.Where(witness => trusted.Cosignatures.Any(line => line.Witness.Equals(witness.Key))).Select(witness => witness.Name).ToList();
        var satisfied = new HashSet<string>(saw, StringComparer.Ordinal) { NoQuorum };

        // Members are defined on earlier lines, so one pass in order is enough.
        foreach (var group in Groups)
        {
            if (group.Members.Count(satisfied.Contains) >= group.Threshold)
            {
                satisfied.Add(group.Name);
            }
        }

        return satisfied.Contains(Quorum) ? new PolicyVerdict.Satisfied(log, saw) : new PolicyVerdict.QuorumMissing(log, saw);
    }
}
