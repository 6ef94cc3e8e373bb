using Storyprint.Stories.Editions.Settings;

namespace Storyprint.Stories.Editions;

/// <summary>An address that leads elsewhere: <c>/about.html</c> to <c>/en/about</c>, or everything below <c>/blog/*</c> to <c>/en/archive</c>; a star in the target stands for the rest.</summary>
public sealed record PublicationRedirect
{
    private const int MaxSteps = 20;

    /// <summary>A path, percent-decoded, with a star at its end for all below it.</summary>
    public required string From { get; init; }

    /// <summary>A path or an http(s) address.</summary>
    public required string To { get; init; }

    private bool IsPrefix => From.EndsWith('*');

    /// <summary>Where an address leads, or null. An exact rule goes before a prefix, and the longest prefix before others.</summary>
    /// <param name="path">Percent-decoded.</param>
    public static string? Find(IReadOnlyList<PublicationRedirect> all, string path)
    {
        var asked = Trimmed(path);
        if (all.FirstOrDefault(rule => !rule.IsPrefix && string.Equals(Trimmed(rule.From), asked, StringComparison.OrdinalIgnoreCase)) is { } exact)
        {
            return exact.To;
        }

        var rule = all.Where(rule => rule.IsPrefix && path.StartsWith(rule.From[..^1], StringComparison.OrdinalIgnoreCase)).MaxBy(rule => rule.From.Length);
        return rule is null ? null : rule.To.EndsWith('*') ? rule.To[..^1] + string.Join('/', path[(rule.From.Length - 1)..].TrimStart('/').Split('/').Select(Uri.EscapeDataString)) : rule.To;
    }

    /// <summary>Why these cannot be used, or null.</summary>
    public static SettingProblem? Problem(IReadOnlyList<PublicationRedirect> all)
    {
        foreach (var (at, rule) in all.Index())
        {
            var place = $"{at}";
            if (rule is not { From: ['/', _, ..] } || rule.From.AsSpan(0, rule.From.Length - 1).Contains('*') || rule.From is "/*")
            {
                return Wrong(ProblemText.RedirectFrom, place, rule?.From ?? string.Empty);
            }

            if (!(rule.To is ['/', ..] && !rule.To.StartsWith("//", StringComparison.Ordinal)) && !(Uri.TryCreate(rule.To, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            {
                return Wrong(ProblemText.RedirectTo, place, rule.To ?? string.Empty);
            }

            if (all.Take(at).Any(other => string.Equals(Trimmed(other.From), Trimmed(rule.From), StringComparison.OrdinalIgnoreCase)))
            {
                return Wrong(ProblemText.RedirectTwice, place, rule.From);
            }
        }

        return all.Select(rule => Loop(all, rule)).FirstOrDefault(loop => loop is not null);
    }

    // An address without end: it comes round, or grows for ever.
    private static SettingProblem? Loop(IReadOnlyList<PublicationRedirect> all, PublicationRedirect rule)
    {
        string? path = rule.IsPrefix ? rule.From[..^1] + "x" : rule.From;
        for (var step = 0; path is ['/', ..]; step++)
        {
            if (step == MaxSteps)
            {
                return Wrong(ProblemText.RedirectCircle, rule.From);
            }

            path = Find(all, path.Split('?', '#')[0]);
        }

        return null;
    }

    private static SettingProblem Wrong(ProblemText text, params IReadOnlyList<object> values) => new(SettingKey.Of("redirects"), text, values);

    private static string Trimmed(string path) => path.Length > 1 ? path.TrimEnd('/') : path;
}
