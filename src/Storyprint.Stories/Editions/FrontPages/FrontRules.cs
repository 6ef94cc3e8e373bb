using Storyprint.Stories.Editions.Settings;

namespace Storyprint.Stories.Editions.FrontPages;

/// <summary>What an arrangement of a front page must be like.</summary>
public static class FrontRules
{
    /// <summary>All problems of an arrangement; whether its stories can be read is asked when the page is made.</summary>
    /// <param name="key">The setting that holds it: an arrangement that is out, or a draft.</param>
    public static IEnumerable<SettingProblem> Problems(SettingKey key, Edition edition, FrontArrangement? arrangement)
    {
        foreach (var pin in arrangement?.Pins ?? [])
        {
            if (pin.Code is null)
            {
                yield return new SettingProblem(key, ProblemText.StoryCode, pin.Story);
            }

            if (!Enum.IsDefined(pin.Place) || pin.Position < 0 || pin.Position >= pin.Place.Size)
            {
                yield return new SettingProblem(key, ProblemText.FrontPlace, pin.Place.ToString(), pin.Position + 1L, pin.Story);
            }

            if (pin.Place == FrontPlace.Section && (pin.Section is null || edition.Sections.Named(pin.Section) is null))
            {
                yield return new SettingProblem(key, ProblemText.FrontSection, pin.Story, pin.Section ?? string.Empty);
            }
        }

        foreach (var twice in (arrangement?.Pins ?? []).GroupBy(pin => pin.Story).Where(same => same.Count() > 1))
        {
            yield return new SettingProblem(key, ProblemText.FrontStoryTwice, twice.Key);
        }

        foreach (var place in (arrangement?.Pins ?? []).GroupBy(pin => (pin.Place, pin.Position, pin.Section)).Where(same => same.Count() > 1))
        {
            yield return new SettingProblem(key, ProblemText.FrontPlaceTwice, string.Join(", ", place.Select(pin => pin.Story)));
        }
    }
}
