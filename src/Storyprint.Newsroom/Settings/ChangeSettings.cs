using System.Text.Json;
using Storyprint.Storage.Log.Witnesses;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Settings;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Editions.Settings;
using Storyprint.Stories.Links;

namespace Storyprint.Newsroom.Settings;

/// <summary>Changes settings of the publication, several at once where they belong together. They are in force on every node within a second.</summary>
public sealed class ChangeSettings(SettingsStore store)
{
    public async Task<SettingsOutcome> RunAsync(ReleaseContext context, IReadOnlyList<SettingChange> changes, CancellationToken cancellation = default)
    {
        var shapes = changes.Select(change => PublicationSettings.ShapeProblem(change.Key, change.Value)).OfType<SettingProblem>().ToList();
        return shapes.Count > 0
            ? new SettingsOutcome.Refused(shapes)
            : await store.ChangeAsync(context, [.. changes.Select(change => change with { Value = PublicationSettings.Normalize(change.Key, change.Value) })], Decide, cancellation);
    }

    /// <summary>Makes the publication what another one is, by changing the settings in which they differ.</summary>
    /// <param name="seen">The position of the settings as whoever changes them saw them.</param>
    public Task<SettingsOutcome> RunAsync(ReleaseContext context, long seen, Publication before, Publication after, CancellationToken cancellation = default) =>
        RunAsync(context, [.. PublicationSettings.Differences(before, after).Select(change => new SettingChange(change.Key, change.Value) { Seen = seen })], cancellation);

    /// <summary>Brings a value back that a setting had.</summary>
    /// <returns>Null where there is no such version.</returns>
    public async Task<SettingsOutcome?> RevertAsync(ReleaseContext context, long version, CancellationToken cancellation = default) =>
        await store.FindAsync(version, cancellation) is { } found
            ? await RunAsync(context, [new SettingChange(found.Key, found.Value) { RevertsTo = version }], cancellation)
            : null;

    internal static SettingsOutcome Decide(ProposedSettings proposed)
    {
        var changed = StoredSettings.Changed(proposed.Before, proposed.After);
        var (publication, wrong) = Joined(proposed.After);
        if (publication is null)
        {
            return new SettingsOutcome.Refused(PublicationSettings.EditionsWithoutName(proposed.After.Values) is { Count: > 0 } nameless
                ? [.. nameless.Select(language => new SettingProblem(SettingKey.Of(SettingKey.EditionList), ProblemText.EditionNeedsName, language))]
                : [new SettingProblem(changed.Count > 0 ? changed[0] : default, ProblemText.NoPublication, wrong)]);
        }

        // What was wrong before, on this machine perhaps, must not stand in the way of another change.
        var before = Joined(proposed.Before).Publication;
        List<SettingProblem> problems = [.. Problems(publication).Except(before is null ? [] : Problems(before).Where(problem => !changed.Contains(problem.Key)))];
        if (proposed.HasLog && before is not null && Host(before) is { } host && Host(publication) is { } other && host != other)
        {
            problems.Add(new SettingProblem(SettingKey.Of("address"), ProblemText.Host, host, other));
        }

        return problems.Count > 0 ? new SettingsOutcome.Refused(problems) : new SettingsOutcome.Done(publication, changed);
    }

    private static List<SettingProblem> Problems(Publication publication)
    {
        var problems = PublicationRules.Problems(publication).ToList();
        if (problems.Count == 0 && WitnessProblem(publication) is { } problem)
        {
            problems.Add(problem);
        }

        return problems;
    }

    private static SettingProblem? WitnessProblem(Publication publication)
    {
        try
        {
            _ = WitnessList.From(publication);
            return null;
        }
        catch (UnusableSettingException wrong)
        {
            return wrong.Problem;
        }
    }

    private static string? Host(Publication publication) => PublicAddress.TryParse(publication.Address, out var address) ? address.Host : null;

    private static (Publication? Publication, string Wrong) Joined(StoredSettings settings)
    {
        try
        {
            return (PublicationSettings.Join(settings.Values), string.Empty);
        }
        catch (JsonException wrong)
        {
            return (null, wrong.Message);
        }
    }
}
