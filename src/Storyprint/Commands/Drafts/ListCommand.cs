using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Storyprint.Operations;
using Storyprint.People.Accounts;
using Storyprint.People.Desks;
using Storyprint.Storage.Work;
using Storyprint.Stories.Editions;
using Storyprint.Verification.Commands;

namespace Storyprint.Commands.Drafts;

/// <summary><c>storyprint list</c>: the stories of the newsroom, by how they stand and whose they are.</summary>
internal static class ListCommand
{
    private const int Shown = 40;
    private const int MaxCounted = 5000;

    public static Command Create()
    {
        var state = new Option<string>("--state") { Description = $"How they stand: {string.Join(", ", StoryWords.Selections.Keys)}.", DefaultValueFactory = _ => "in-work" };
        state.AcceptOnlyFromAmong([.. StoryWords.Selections.Keys]);
        var asked = new Asked(
            new Option<string?>("--edition") { Description = "Only those of an edition, such as en." },
            new Option<string?>("--section") { Description = "Only those of a section, by its name or its link." },
            new Option<string?>("--desk") { Description = "Only those of a desk, by its name." },
            new Option<string?>("--person") { Description = "Only those that a person has in hand or wrote in: the name to sign in with, or the one that colleagues see." },
            new Argument<string[]>("words") { Description = "Words of headline, kicker, standfirst or authors; of published stories, of the text as well. A code finds its story." });
        var json = new Option<bool>("--json") { Description = "For programs." };
        var data = SharedOptions.Data();
        var command = new Command("list", "The stories that the newsroom works on, those that were changed last first: code, state, headline, hour of release.") { asked.Words, state, asked.Edition, asked.Section, asked.Desk, asked.Person, json, data };
        command.SetAction((parsed, cancellation) => OpenPublication.ForReadingAsync(parsed.GetValue(data)!, async installation =>
        {
            var filter = new WorkFilter { Selection = StoryWords.Selections[parsed.GetValue(state)!] };
            var (narrowed, problem) = await asked.NarrowAsync(parsed, filter, installation, cancellation);
            return narrowed is null ? await CommandError.WriteAsync(problem) : Show(installation, await installation.Stores.WorkList.FindAsync(narrowed, MaxCounted, cancellation), parsed.GetValue(json), parsed.InvocationConfiguration.Output);
        }, cancellation));
        return command;
    }

    private static int Show(Installation installation, IReadOnlyList<WorkEntry> found, bool isForPrograms, TextWriter output)
    {
        var more = Math.Max(0, found.Count - Shown);
        if (isForPrograms)
        {
            output.WriteLine(JsonSerializer.Serialize(new StoryListAnswer([.. found.Take(Shown).Select(Listed)], more), StoryJsonLines.Readable.StoryListAnswer));
            return 0;
        }

        foreach (var story in found.Take(Shown))
        {
            var due = story.DueAt is { } at ? $"  due {StoryAnswer.Moment(at, installation.Publication.EditionOrMain(story.Edition))}" : string.Empty;
            output.WriteLine($"{story.Code,-9} {StoryWords.Of(story.State),-10} {(story.Headline.Length > 0 ? story.Headline : "(no headline)")}{due}");
        }

        output.WriteLine(found.Count == 0 ? "No story is so."
            : more == 0 ? $"{found.Count} {(found.Count == 1 ? "story" : "stories")}."
            : string.Create(CultureInfo.InvariantCulture, $"… and {(found.Count == MaxCounted ? "at least " : string.Empty)}{more:N0} more. Narrow the list with words, or with --state, --edition, --section, --desk, --person."));
        return 0;
    }

    private static ListedStory Listed(WorkEntry story) =>
        new(story.Code.Digits, StoryWords.Of(story.State), story.Headline, story.Edition, story.Section, story.Desk, story.Holder, story.DueAt, story.ChangedAt, story.Writers);

    private sealed record Asked(Option<string?> Edition, Option<string?> Section, Option<string?> Desk, Option<string?> Person, Argument<string[]> Words)
    {
        /// <summary>The filter with what was typed, or what of it there is not: a mistyped name would be an empty list.</summary>
        public async Task<(WorkFilter? Filter, string Problem)> NarrowAsync(ParseResult parsed, WorkFilter filter, Installation installation, CancellationToken cancellation)
        {
            var publication = installation.Publication;
            var edition = parsed.GetValue(Edition);
            if (edition is not null && publication.Edition(edition) is null)
            {
                return (null, $"The publication has no edition '{edition}'; it has {string.Join(", ", publication.Editions.Select(each => each.Language))}.");
            }

            var section = parsed.GetValue(Section);
            var slug = section is null ? null : SectionNames.Find(publication, null, section)?.Slug ?? (await installation.Stores.Terms.SectionsAsync(publication.EditionOrMain(edition), cancellation)).FirstOrDefault(each => each.Slug == section)?.Slug;
            if (section is not null && slug is null)
            {
                return (null, $"There is no section “{section}”. There are: {string.Join(", ", publication.Editions.SelectMany(each => each.Sections).Select(each => each.Slug).Distinct())}.");
            }

            var desks = await new DeskDirectory(installation.Database, TimeProvider.System).ListAsync(cancellation);
            var desk = parsed.GetValue(Desk) is { } named ? desks.FirstOrDefault(each => Is(each.Slug, named) || Is(each.Name, named)) : null;
            if (desk is null && parsed.GetValue(Desk) is { } noDesk)
            {
                return (null, $"There is no desk “{noDesk}”. {(desks.Count == 0 ? "There is none yet." : $"There are: {string.Join(", ", desks.Select(each => each.Slug))}.")}");
            }

            var people = parsed.GetValue(Person) is { } who ? (await new PersonDirectory(installation.Database, TimeProvider.System).ListAsync(cancellation)).Where(each => Is(each.UserName, who) || Is(each.DisplayName, who)).ToList() : [];
            if (people.Count != 1 && parsed.GetValue(Person) is { } nobody)
            {
                return (null, people.Count == 0 ? $"Nobody is called “{nobody}”. 'storyprint people list' lists everybody." : $"Several people are called “{nobody}”; give the name to sign in with: {string.Join(", ", people.Select(each => each.UserName))}.");
            }

            return (filter with
            {
                Edition = edition is null ? null : publication.Edition(edition)!.Language,
                Section = slug,
                Desk = desk?.Slug,
                Person = people.Count == 1 ? people[0].Id : null,
                Words = string.Join(' ', parsed.GetValue(Words) ?? []).Trim(),
            }, string.Empty);
        }

        private static bool Is(string name, string typed) => string.Equals(name, typed.Trim(), StringComparison.OrdinalIgnoreCase);
    }
}
