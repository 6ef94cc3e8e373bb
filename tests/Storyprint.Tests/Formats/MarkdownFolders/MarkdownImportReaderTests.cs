using Storyprint.Formats.Imports;
using Storyprint.Formats.MarkdownFolders;
using Storyprint.Stories.Body;
using Storyprint.Stories.Releases;

namespace Storyprint.Tests.Formats.MarkdownFolders;

public sealed class MarkdownImportReaderTests
{
    [Fact]
    public void The_fields_of_our_own_files_come_over()
    {
        using var folder = new TrialFolder();
        folder.Write("pictures/library.png", "x");
        var story = Story(folder, "stories/en/01-library.md", """
            ---
            title: "Three years: the library"
            kicker: "Public buildings"
            standfirst: "A flooded basement closed it."
            authors: ["Ines Calloway", {name: Owen Baptiste}]
            date: 2026-11-21T10:40:00+01:00
            updated: 2026-11-22 08:15
            lang: en
            section: city
            tags: ["Libraries", "Harbour Street"]
            slug: library-reopens
            dateline: Marlow Bay
            code: ۱۱۲۵۵۴۰
            translation: library
            image: library.png
            image_alt: "A library"
            image_caption: "The queue"
            image_credit: "Drawing: Tomas Reyes"
            image_focus: [0.5, 0.25]
            ---
            Text with a [link](/news/1125540).
            """);

        Assert.Equal("markdown:stories/en/01-library.md", story.Source);
        Assert.Equal(("Three years: the library", "Public buildings", "A flooded basement closed it.", "Marlow Bay"), (story.Content.Headline, story.Content.Kicker, story.Content.Standfirst, story.Content.Dateline));
        Assert.Equal(["Ines Calloway", "Owen Baptiste"], story.Content.Bylines);
        Assert.Equal(TimeSpan.FromHours(1), story.PublishedAt!.Value.Offset);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 8, 15, 0, TimeSpan.FromHours(1)), story.UpdatedAt);
        Assert.Equal(("city", "library-reopens", "1125540", "library"), (story.Content.Section, story.Slug.Text, story.Code!.Value.Digits, story.TranslationKey));
        Assert.Equal(["Libraries", "Harbour Street"], story.Content.Topics);
        var picture = story.Content.FeaturedImage!;
        Assert.Equal(("file:pictures/library.png", "A library", "The queue", "Drawing: Tomas Reyes"), (picture.Address, picture.Alt, picture.Caption.Plain, picture.Credit));
        Assert.Equal(new FocalPoint(0.5, 0.25), picture.Focus);
        Assert.Equal(StoryStatus.Published, story.Status);
        Assert.Empty(story.ImportWarnings);
    }

    [Fact]
    public void A_file_of_jekyll_gives_date_slug_and_old_link()
    {
        using var folder = new TrialFolder();
        var story = Story(folder, "_posts/2024-01-31-the-ferry.md", "---\ntitle: The ferry\ncategories: [Harbour, Boats]\ntags: ferry boat\nredirect_from:\n  - /old/ferry\n---\n{% youtube abc %}\n\n{% include figure.html src=\"https://x.example/a.jpg\" alt=\"A\" caption=\"C\" %}\n");

        Assert.Equal("the-ferry", story.Slug.Text);
        Assert.Equal(new DateTimeOffset(2024, 1, 31, 0, 0, 0, TimeSpan.FromHours(1)), story.PublishedAt);
        Assert.Equal(["/old/ferry", "/2024/01/31/the-ferry.html"], story.LegacyUrls);
        Assert.Equal(("harbour", "Harbour"), (story.Section!.Slug, story.Section.Name));
        Assert.Equal(["Boats", "ferry", "boat"], story.Content.Topics);
        Assert.Equal("https://www.youtube.com/watch?v=abc", Assert.IsType<Embed>(story.Content.Body[0]).Address);
        Assert.Equal("C", Assert.IsType<Picture>(story.Content.Body[1]).Caption.Plain);
        Assert.Empty(story.ImportWarnings);
    }

    [Fact]
    public void A_bundle_of_hugo_gives_section_slug_language_and_old_link()
    {
        using var folder = new TrialFolder();
        folder.Write("content/harbour/ferry/cover.png", "x");
        var story = Story(folder, "content/harbour/ferry/index.fa.md", "---\ntitle: کشتی\ndate: 2024-01-31\naliases: [/a/, /b/]\ncover:\n  image: cover.png\n  alt: Alt\n---\n{{< youtube abc >}}\n{{< note >}}Inside.{{< /note >}}\n");

        Assert.Equal(("fa", "ferry", "harbour"), (story.Content.Language, story.Slug.Text, story.Content.Section));
        Assert.Equal(["/a/", "/b/", "/harbour/ferry/"], story.LegacyUrls);
        Assert.Equal(("file:content/harbour/ferry/cover.png", "Alt"), (story.Content.FeaturedImage!.Address, story.Content.FeaturedImage.Alt));
        Assert.Equal(new DateTimeOffset(2024, 1, 31, 0, 0, 0, TimeSpan.FromMinutes(210)), story.PublishedAt);
        Assert.Contains("Inside.", Trial.Words(story.Content.Body), StringComparison.Ordinal);
        Assert.Contains(story.ImportWarnings, warning => warning.Contains("note", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("draft: true", StoryStatus.Draft)]
    [InlineData("published: false", StoryStatus.Draft)]
    [InlineData("status: scheduled", StoryStatus.Draft)]
    [InlineData("status: review", StoryStatus.InReview)]
    [InlineData("published: true", StoryStatus.Published)]
    [InlineData("status: strange", StoryStatus.Draft)]
    public void The_state_is_what_the_file_says(string field, StoryStatus status)
    {
        using var folder = new TrialFolder();

        Assert.Equal(status, Story(folder, "a/a.md", $"---\ntitle: T\ndate: 2024-01-31\n{field}\n---\nText.").Status);
    }

    [Fact]
    public void A_story_without_a_date_is_no_public_one()
    {
        using var folder = new TrialFolder();
        var story = Story(folder, "a/a.md", "---\ntitle: T\n---\nText.");

        Assert.Equal(StoryStatus.Draft, story.Status);
        Assert.Contains(story.ImportWarnings, warning => warning.Contains("no date", StringComparison.Ordinal));
    }

    [Fact]
    public void The_marks_of_our_own_make_blocks()
    {
        using var folder = new TrialFolder();
        folder.Write("pictures/a b.png", "x");
        var body = Story(folder, "stories/a.md", """
            ---
            title: T
            date: 2024-01-31
            ---
            {.pull}
            > Nowhere to go.
            >
            > — Maud Ferrier

            > Go.
            >
            > – Owen

            ![Alt](<a b.png> "Caption | Credit")

            https://v.example/1

            | a | b |
            |---|---|
            | 1 | 2 |

            - [x] done

            Words with a note[^1] and {braces} and `{{ code }}`.

            ```
            {{< youtube id >}}
            ```

            [^1]: The note.
            """).Content.Body;

        Assert.Equal(("Nowhere to go.", "Maud Ferrier"), (((PullQuote)body[0]).Text.Plain, ((PullQuote)body[0]).Speaker));
        Assert.Equal("Owen", ((Quotation)body[1]).Speaker);
        var picture = (Picture)body[2];
        Assert.Equal(("file:pictures/a b.png", "Alt", "Caption", "Credit"), (picture.Address, picture.Alt, picture.Caption.Plain, picture.Credit));
        Assert.Equal("https://v.example/1", ((Embed)body[3]).Address);
        Assert.Equal(2, ((Table)body[4]).Header.Count);
        Assert.Equal("☑ done", ((BulletList)body[5]).Items[0].Text.Plain);
        Assert.Contains("{braces}", ((Paragraph)body[6]).Text.Plain, StringComparison.Ordinal);
        Assert.Equal("{{< youtube id >}}", ((Paragraph)body[7]).Text.Plain);
        Assert.Contains("The note.", Trial.Words(body), StringComparison.Ordinal);
    }

    [Fact]
    public void A_headline_may_stand_in_the_text_and_unknown_fields_are_named()
    {
        using var folder = new TrialFolder();
        var story = Story(folder, "notes/a.md", "---\ndate: 2024-01-31\nsponsor: Somebody\nweight: 3\n---\n# The headline\n\nText.");

        Assert.Equal("The headline", story.Content.Headline);
        Assert.Equal("Text.", Trial.Words(story.Content.Body));
        Assert.Equal(["The field “sponsor” was left out: “Somebody”.", "The field “weight” was left out: “3”."], story.ImportWarnings);
    }

    [Theory]
    [InlineData("featured: true", 1)]
    [InlineData("featured: false", 0)]
    [InlineData("sticky: true", 1)]
    [InlineData("weight: 10", 1)]
    [InlineData("weight: 0", 0)]
    [InlineData("pin: no", 0)]
    [InlineData("nav_order: 2", 1)]
    public void A_place_in_lists_that_the_old_site_gave_is_named(string field, int named)
    {
        using var folder = new TrialFolder();
        Assert.Equal(named, Story(folder, "notes/a.md", $"---\ntitle: A\ndate: 2024-01-31\n{field}\n---\nText.").ImportWarnings.Count);
    }

    [Fact]
    public void A_break_and_lists_of_two_kinds_stay_as_they_are()
    {
        using var folder = new TrialFolder();
        var body = Story(folder, "notes/a.md", "---\ntitle: A\ndate: 2024-01-31\n---\nOne.\n\n***\n\n1. First\n   - inner\n     1. deeper\n2. Second\n\n---\n\nEnd.").Content.Body;
        Assert.Equal([typeof(Paragraph), typeof(ThematicBreak), typeof(BulletList), typeof(ThematicBreak), typeof(Paragraph)], body.Select(block => block.GetType()));
        var list = (BulletList)body[2];
        Assert.Equal([(0, true), (1, false), (2, true), (0, true)], list.Items.Select(item => (item.Depth, item.IsNumbered(list))));
    }

    [Fact]
    public void Every_story_of_the_demonstration_comes_over_without_a_loss()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !Directory.Exists(Path.Combine(root.FullName, "demo", "stories")))
        {
            root = root.Parent;
        }

        Assert.SkipWhen(root is null, "The demonstration's stories are not in this copy.");
        var items = new MarkdownImportReader(Path.Combine(root!.FullName, "demo"), Trial.Options).Items();

        Assert.Empty(items.OfType<RejectedItem>());
        Assert.All(items.OfType<ImportedStory>(), story => Assert.Empty(story.ImportWarnings));
        Assert.All(items.OfType<ImportedStory>().SelectMany(story => story.Content.Body).OfType<Picture>(), picture => Assert.StartsWith("file:pictures/", picture.Address, StringComparison.Ordinal));
    }

    private static ImportedStory Story(TrialFolder folder, string path, string text)
    {
        folder.Write(path, text);
        return new MarkdownImportReader(folder.Root, Trial.Options).Story();
    }
}
