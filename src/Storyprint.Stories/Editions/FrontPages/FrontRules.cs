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
                yield return new SettingProblem(key, $"“{pin.Story}” is no story code; it has digits only.");
            }

            if (!Enum.IsDefined(pin.Place) || pin.Position < 0 || pin.Position >= pin.Place.Size)
            {
                yield return new SettingProblem(key, $"There is no place {pin.Place} {pin.Position + 1} for the story {pin.Story}.");
            }

            if (pin.Place == FrontPlace.Section && (pin.Section is null || edition.Sections.Named(pin.Section) is null))
            {
                yield return new SettingProblem(key, $"The story {pin.Story} stands in the block of the section “{pin.Section}”, which this edition does not name.");
            }
        }

        foreach (var twice in (arrangement?.Pins ?? []).GroupBy(pin => pin.Story).Where(same => same.Count() > 1))
        {
            yield return new SettingProblem(key, $"The story {twice.Key} stands in two places; take it out of one.");
        }

        foreach (var place in (arrangement?.Pins ?? []).GroupBy(pin => (pin.Place, pin.Position, pin.Section)).Where(same => same.Count() > 1))
        {
            yield return new SettingProblem(key, $"The stories {string.Join(" and ", place.Select(pin => pin.Story))} stand in the same place; move one.");
        }
    }
}
