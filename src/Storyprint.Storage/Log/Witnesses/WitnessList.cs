using System.Globalization;
using System.Text;
using Storyprint.Provenance.Notes;
using Storyprint.Provenance.Witnesses;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Editions.Settings;

namespace Storyprint.Storage.Log.Witnesses;

/// <summary>The witnesses in the publication's settings.</summary>
/// <param name="Quorum">How many must have cosigned; 0 requires none.</param>
public sealed record WitnessList(IReadOnlyList<PolicyWitness> Witnesses, int Quorum)
{
    // The name of the policy's group; no witness may have it.
    private const string Group = "quorum-of-witnesses";

    public bool IsEmpty => Witnesses.Count == 0;

    /// <summary>The witness and quorum lines of a policy (C2SP tlog-policy), to follow those of the logs.</summary>
    public string PolicyLines
    {
        get
        {
            var lines = new StringBuilder();
            foreach (var witness in Witnesses)
            {
                lines.Append(CultureInfo.InvariantCulture, $"witness {witness.Name} {witness.Key} {witness.Url}\n");
            }

            return Quorum == 0
                ? lines.Append(CultureInfo.InvariantCulture, $"quorum {TrustPolicy.NoQuorum}\n").ToString()
                : lines.Append(CultureInfo.InvariantCulture, $"group {Group} {Quorum} {string.Join(' ', Witnesses.Select(witness => witness.Name))}\nquorum {Group}\n").ToString();
        }
    }

    /// <exception cref="UnusableSettingException">The settings are invalid; the message says why.</exception>
    public static WitnessList From(Publication publication)
    {
        PolicyWitness[] witnesses = [.. publication.Witnesses.Select(Read)];
        if (witnesses.CountBy(witness => witness.Name).Any(name => name.Value > 1) || witnesses.CountBy(witness => Convert.ToHexString(witness.Key.PublicKey)).Any(key => key.Value > 1))
        {
            throw Wrong("witnesses", ProblemText.WitnessTwice);
        }

        return publication.WitnessQuorum < 0 || publication.WitnessQuorum > witnesses.Length
            ? throw Wrong("witnessQuorum", ProblemText.WitnessQuorum, (long)publication.WitnessQuorum, (long)witnesses.Length)
            : new WitnessList(witnesses, publication.WitnessQuorum);
    }

    private static PolicyWitness Read(PublicationWitness witness)
    {
        if (witness.Name.Length is 0 or > 64 || !witness.Name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_' or '.' or '/')
            || witness.Name is TrustPolicy.NoQuorum or Group)
        {
            throw Wrong("witnesses", ProblemText.WitnessName, witness.Name);
        }

        if (!VerifierKey.TryParse(witness.Vkey, out var key, out var reason) || key.Algorithm != NoteAlgorithm.Cosignature)
        {
            throw reason is null ? Wrong("witnesses", ProblemText.WitnessKeyKind, witness.Name) : Wrong("witnesses", ProblemText.WitnessKey, witness.Name, reason);
        }

        if (!Uri.TryCreate(witness.Url, UriKind.Absolute, out var url) || !(url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback))
            || url.Query.Length + url.Fragment.Length + url.UserInfo.Length > 0 || witness.Url.Any(char.IsWhiteSpace))
        {
            throw Wrong("witnesses", ProblemText.WitnessUrl, witness.Name);
        }

        return new PolicyWitness(witness.Name, key, witness.Url.TrimEnd('/'));
    }

    private static UnusableSettingException Wrong(string key, ProblemText text, params IReadOnlyList<object> values) => new(new SettingProblem(SettingKey.Of(key), text, values));
}
