using Storyprint.Formats;
using Storyprint.Formats.Html;
using Storyprint.Formats.Imports;
using Storyprint.Formats.MarkdownFolders;
using Storyprint.Stories.Releases;

namespace Storyprint.Tests.Formats.MarkdownFolders;

/// <summary>Markdown as people write it without a site's builder, and in the other formats of fields; MdxComponents for MDX.</summary>
public sealed class PlainMarkdownTests
{
    [Theory]
    [InlineData("2024-03-01-bridge-shut.md", "# Bridge shut\n\nThe bridge is shut.", "Bridge shut", StoryStatus.Published)]
    [InlineData("ferry-late.md", "# Ferry late\n\nThe ferry came late.", "Ferry late", StoryStatus.Draft)]
    [InlineData("news/ferry.md", "Ferry late\n==========\n\nThe ferry came late.", "Ferry late", StoryStatus.Draft)]
    [InlineData("news/ferry.mdx", "import A from './a'\n\n# Ferry late\n\nThe ferry came late.", "Ferry late", StoryStatus.Draft)]
    [InlineData("2024-03-01-x.md", "+++\ntitle = \"Bridge shut\"\n+++\nThe bridge is shut.", "Bridge shut", StoryStatus.Published)]
    [InlineData("x.md", "{\n  \"title\": \"Bridge shut\",\n  \"date\": \"2024-03-01\"\n}\nThe bridge is shut.", "Bridge shut", StoryStatus.Published)]
    [InlineData("x.md", "---\npageTitle: Bridge shut\ndate: 2024-03-01\n---\nThe bridge is shut.", "Bridge shut", StoryStatus.Published)]
    [InlineData("x.md", "---\nseoTitle: Bridge shut\ndate: 2024-03-01\n---\nThe bridge is shut.", "Bridge shut", StoryStatus.Published)]
    [InlineData("x.md", "---\nseoTitle: Found by machines\ndate: 2024-03-01\n---\n# Bridge shut\n\nThe bridge is shut.", "Bridge shut", StoryStatus.Published)]
    [InlineData("x.md", "---\ntitle: Bridge shut\ndate: 2024-03-01\n---\n# Bridge shut\n\nThe bridge is shut.", "Bridge shut", StoryStatus.Published)]
    public void A_headline_is_found_in_every_way_of_writing_it(string path, string text, string headline, StoryStatus status)
    {
        var story = Story(path, text);
        Assert.Equal((headline, status), (story.Content.Headline, story.Status));
        Assert.StartsWith("The ", Trial.Words(story.Content.Body), StringComparison.Ordinal);
        Assert.Equal(1, story.Line);
    }

    [Fact]
    public void A_title_that_is_not_taken_is_told() => Assert.Contains(
        "The field “seoTitle” was left out: “Found by machines”.", Story("x.md", "---\ntitle: Bridge shut\nseoTitle: Found by machines\ndate: 2024-03-01\n---\nThe bridge.").ImportWarnings);

    [Fact]
    public void A_single_file_is_an_archive_of_one_with_the_pictures_beside_it()
    {
        using var folder = new TrialFolder();
        var path = folder.Write("a.md", "---\ntitle: A\ndate: 2024-03-01\n---\n![Alt](b.png)\n\nWords.");
        folder.Write("b.png", "x");
        folder.Write("c.md", "# C");
        var story = Assert.IsType<ImportedStory>(Assert.Single(Assert.IsType<MarkdownImportReader>(ImportFormatDetector.Open(path, Trial.Options)).Items()));
        Assert.Equal(("markdown:a.md", "file:b.png"), (story.Source, story.Content.FeaturedImage?.Address ?? story.Content.Body.OfType<Storyprint.Stories.Body.Picture>().Single().Address));
        Assert.Equal(folder.Root, ImportFormatDetector.FolderOf(path));
    }

    [Fact]
    public void Files_that_differ_in_their_language_only_are_translations()
    {
        using var folder = new TrialFolder();
        foreach (var path in new[] { "content/post.md", "content/post.fa.md", "content/b/index.md", "content/b/index.bn.md", "content/en/c.md", "content/fa/c.md", "content/alone.fa.md", "content/notes.old.md", "content/notes.md", "content/interview.raw.md" })
        {
            folder.Write(path, $"---\ntitle: {(path.Contains("fa", StringComparison.Ordinal) ? "لنج دیر کرد" : path.Contains("bn", StringComparison.Ordinal) ? "সেতু বন্ধ হয়ে গেছে" : "Ferry late")}\ndate: 2024-03-01\n---\nWords.");
        }

        var stories = new MarkdownImportReader(folder.Root, Trial.Options).Items().Cast<ImportedStory>().ToDictionary(story => story.Source["markdown:content/".Length..]);

        Assert.Equal(stories["post.md"].TranslationKey, stories["post.fa.md"].TranslationKey);
        Assert.Equal(stories["b/index.md"].TranslationKey, stories["b/index.bn.md"].TranslationKey);
        Assert.Equal(stories["en/c.md"].TranslationKey, stories["fa/c.md"].TranslationKey);
        Assert.All(["post.md", "b/index.md", "en/c.md"], path => Assert.NotNull(stories[path].TranslationKey));
        Assert.All(["alone.fa.md", "notes.old.md", "notes.md", "interview.raw.md"], path => Assert.Null(stories[path].TranslationKey));
        Assert.Equal(("notes-old", "fa"), (stories["notes.old.md"].Slug.Text, stories["post.fa.md"].Content.Language));
        Assert.Equal(StoryStatus.Draft, stories["b/index.bn.md"].Status);
    }

    [Fact]
    public void Fields_in_maps_are_read_or_told()
    {
        var story = Story("x.md", """
            ---
            title: Bridge shut
            date: 2024-03-01
            params: {kicker: Bridges, mood: sad}
            author: {name: Ines Calloway, email: ines@x.example, bio: Writes about bridges}
            cover: {image: "https://a.example/b.jpg", alt: A bridge, teaser: small.jpg}
            images: [one.jpg, two.jpg]
            ---
            The bridge is shut.
            """);
        Assert.Equal(("Bridges", "Ines Calloway"), (story.Content.Kicker, Assert.Single(story.Content.Bylines)));
        Assert.Equal(
            ["author.bio", "author.email", "image.teaser", "images", "mood"],
            story.ImportWarnings.Select(warning => warning.Split('“')[1].Split('”')[0]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("_data/authors.yml", "ines:\n  name: Ines Calloway\n")]
    [InlineData("data/authors.toml", "[ines]\nname = 'Ines Calloway'\n")]
    [InlineData("authors.json", "{\"ines\": {\"name\": \"Ines Calloway\"}}")]
    [InlineData("content/authors/ines/_index.md", "---\ntitle: Ines Calloway\ndraft: true\n---\n")]
    public void A_key_of_an_author_is_the_name_of_his_AuthorProfiles(string profile, string words)
    {
        using var folder = new TrialFolder();
        folder.Write(profile, words);
        folder.Write("post.md", "---\ntitle: T\ndate: 2024-03-01\nauthor: ines\n---\nWords.");
        Assert.Equal(["Ines Calloway"], new MarkdownImportReader(folder.Root, Trial.Options).Items().OfType<ImportedStory>().Single(story => story.Label == "T").Content.Bylines);
    }

    [Fact]
    public void A_date_that_could_be_two_is_asked_about()
    {
        var story = Story("x.md", "---\ntitle: T\ndate: 03/04/2024\n---\nWords.");
        Assert.Equal(StoryStatus.Draft, story.Status);
        Assert.Contains("2024-04-03 or 2024-03-04", Assert.Single(story.ImportWarnings), StringComparison.Ordinal);
        using var folder = new TrialFolder();
        folder.Write("x.md", "---\ntitle: T\ndate: 03/04/2024\n---\nWords.");
        var said = new MarkdownImportReader(folder.Root, Trial.Options with { DateOrder = Storyprint.Formats.Dates.DateOrder.MonthFirst }).Story();
        Assert.Equal((StoryStatus.Published, 3), (said.Status, said.PublishedAt?.Month));
    }

    [Theory]
    [InlineData("import A from './a'\nimport {B} from \"b\"\n\nwords", "\nwords\n", 2)]
    [InlineData("export const x = {\n  a: 1\n}\n\nwords", "\nwords\n", 3)]
    [InlineData("imports rose\nexport figures fell", "imports rose\nexport figures fell\n", 0)]
    [InlineData("<Note title=\"Look here\">words</Note>", "<Note title=\"Look here\">words</Note>\n", 1)]
    [InlineData("```\nimport a from 'b'\n```", "```\nimport a from 'b'\n```\n", 0)]
    public void The_program_in_MDX_goes_and_is_told(string text, string kept, int warnings)
    {
        var told = new ImportWarnings();
        Assert.Equal(kept, MdxComponents.Apply(text, told));
        Assert.Equal(warnings, told.Sentences.Count);
    }

    private static ImportedStory Story(string path, string text)
    {
        using var folder = new TrialFolder();
        folder.Write(path, text);
        return new MarkdownImportReader(folder.Root, Trial.Options).Story();
    }
}
