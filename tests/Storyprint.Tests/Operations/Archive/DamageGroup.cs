using Storyprint.Verification;

namespace Storyprint.Tests.Operations.Archive;

/// <summary>Damages of different files, made together in one copy: a check reads everything, so it can find them all at once, each at its own address.</summary>
internal sealed class DamageGroup
{
    private readonly List<(ReaderDamage Damage, IReadOnlySet<string> Touched)> damages = [];
    private readonly HashSet<string> touched = new(StringComparer.Ordinal);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>All damages in as few groups as can be.</summary>
    public static IReadOnlyList<DamageGroup> Of(ArchivedStates archived)
    {
        List<DamageGroup> groups = [];
        using var copy = archived.Copy();
        foreach (var damage in ReaderDamage.All)
        {
            damage.Make(copy);
            if (groups.Find(each => each.Takes(copy)) is not { } group)
            {
                groups.Add(group = new DamageGroup());
            }

            group.Add(damage, copy);
            copy.Mend();
        }

        return groups;
    }

    public void Make(TestCopy copy) => damages.ForEach(each => each.Damage.Make(copy));

    /// <summary>What was not found, and what was found that nobody damaged.</summary>
    public IEnumerable<string> Compare(SiteReport report)
    {
        var found = report.Findings.All.Where(finding => finding.Kind.Severity != Severity.Notice)
            .Select(finding => (Kind: finding.Kind.Word, About: finding.About.Trim('/'), finding.Sentence)).ToList();
        var due = damages.SelectMany(each => each.Damage.Also.Append(each.Damage.Expected).Select(kind => (each.Damage.Name, Kind: kind, each.Touched))).ToList();
        return due.Where(each => !found.Any(finding => finding.Kind == each.Kind && each.Touched.Select(AddressOf).Contains(finding.About))).Select(each => $"not found: {each.Name} ({each.Kind})")
            .Concat(found.Where(finding => !due.Any(each => finding.Kind == each.Kind && each.Touched.Select(AddressOf).Contains(finding.About)))
                .Select(finding => $"nobody damaged: {finding.Kind} {finding.About}: {finding.Sentence}"));
    }

    private bool Takes(TestCopy copy) => !copy.Touched.Overlaps(touched) && !copy.Touched.Overlaps(seen) && !copy.Seen.Overlaps(touched);

    private void Add(ReaderDamage damage, TestCopy copy)
    {
        damages.Add((damage, copy.Touched.ToHashSet(StringComparer.Ordinal)));
        touched.UnionWith(copy.Touched);
        seen.UnionWith(copy.Seen);
    }

    private static string AddressOf(string path) => (path.EndsWith("index.html", StringComparison.Ordinal) ? path[..^"index.html".Length] : path).Trim('/');
}
