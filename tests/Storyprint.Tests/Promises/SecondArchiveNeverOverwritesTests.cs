using Storyprint.Newsroom.Imports;
using Storyprint.Storage.Engine;
using Storyprint.Stories.Codes;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Promises;

/// <summary>A second archive never becomes revisions of the first, and loses no code.</summary>
public class SecondArchiveNeverOverwritesTests : ImportPromise
{
    public sealed class OnPostgres : SecondArchiveNeverOverwritesTests, IOnPostgres;

    [Theory]
    [InlineData("{0}/print.txt", "{0}/print.txt", "{1}\n{2} 09:00\n{3}")]
    [InlineData("{0}/print.txt", "{0}", "{1}\n{2} 09:00\n{3}\nStory Code: {4}")]
    [InlineData("{0}/print.txt", "{0}/print.txt", "{1}\n{2} 09:00\n{3}\nStory Code: {4}\nNews Link : https://old.example/news/{4}")]
    [InlineData("{0}/first.md", "{0}", "---\ntitle: {1}\ndate: {2}\n---\n{3}")]
    [InlineData("{0}/first.md", "{0}", "---\ntitle: {1}\ndate: {2}\ncode: {4}\n---\n{3}")]
    [InlineData("{0}/page.html", "{0}", "<link rel=canonical href='https://old.example/news/{4}'><h1>{1}</h1><time datetime='{2}T09:00:00Z'></time><p>{3}</p>")]
    [InlineData("{0}/page.html", "{0}", "<link rel=canonical href='https://old.example/'><h1>{1}</h1><time datetime='{2}T09:00:00Z'></time><p>{3}</p>")]
    public async Task Files_of_one_name_in_two_folders_are_two_stories(string file, string archive, string text)
    {
        Write("2021", "Bakery opens on the hill", "2021-05-03", "Rye bread from six.", "700101");
        Write("2022", "Bridge closed at noon", "2022-06-04", "Masons renew its piers.", "700202");
        await TwoAsync(string.Format(null, archive, "2021"), string.Format(null, archive, "2022"));
        if (text.Contains("{4}", StringComparison.Ordinal) && !file.EndsWith(".html", StringComparison.Ordinal))
        {
            Assert.NotNull(await Desk.Stories.FindAsync(StoryCode.FromDigits("700101"), Cancellation));
            Assert.NotNull(await Desk.Stories.FindAsync(StoryCode.FromDigits("700202"), Cancellation));
        }

        void Write(string year, params object[] words) => Folder.Write(string.Format(null, file, year), string.Format(null, text, [year, .. words]));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("https://old.example/one", "https://old.example/two")]
    [InlineData("https://one.example", "https://two.example")]
    public async Task Posts_of_one_number_from_two_sites_are_two_stories(string one, string two)
    {
        Folder.Write("a.xml", Export(one, Post(1, "Bakery opens on the hill")));
        Folder.Write("b.xml", Export(two, Post(1, "Bridge closed at noon", "<p>Masons renew its piers.</p>", "2022-06-04 09:00:00")));
        await TwoAsync("a.xml", "b.xml");
    }

    [Fact]
    public async Task Two_sites_without_a_name_are_told_by_the_addresses_of_their_posts()
    {
        Folder.Write("one/site.xml", Export("", Post(1, "Bakery opens on the hill", also: "<guid>https://one.example/?p=1</guid>")));
        Folder.Write("two/site.xml", Export("", Post(1, "Bridge closed at noon", "<p>Masons.</p>", also: "<guid>https://two.example/?p=1</guid>")));
        await TwoAsync("one/site.xml", "two/site.xml");
    }

    [Fact]
    public async Task What_an_earlier_version_stored_is_known_again_and_never_overwritten()
    {
        Folder.Write("blog.xml", Export("https://old.example/blog", Post(1, "Bakery opens on the hill")));
        Folder.Write("plain/a.md", "---\ntitle: Bridge closed\ndate: 2022-06-04\n---\nMasons.");
        Folder.Write("print.txt", "Ferry is late\n3 May 2021 09:00\nAn hour.\nStory Code: 700101");
        foreach (var path in (string[])["blog.xml", "plain", "print.txt"])
        {
            await ImportOneAsync(path);
        }

        // As they were stored then: by the host, and by the path alone.
        await using (var connection = await Desk.Database.OpenAsync(Cancellation))
        {
            await connection.ExecuteAsync("UPDATE story SET source_id = 'wxr:old.example:1' WHERE source_id LIKE 'wxr:%'", Cancellation);
            await connection.ExecuteAsync("UPDATE story SET source_id = 'markdown:a.md' WHERE source_id LIKE 'markdown:%'", Cancellation);
            await connection.ExecuteAsync("UPDATE story SET source_id = 'saved:print.txt' WHERE source_id LIKE 'saved%'", Cancellation);
        }

        foreach (var path in (string[])["blog.xml", "plain", "print.txt"])
        {
            Assert.Equal(ImportOutcome.Unchanged, (await ImportOneAsync(path)).Outcome);
        }

        Folder.Write("blog.xml", Export("https://old.example/other", Post(1, "Another site")));
        Folder.Write("plain/a.md", "---\ntitle: Another\ndate: 2022-06-04\n---\nMasons.");
        Folder.Write("print.txt", "Ferry is late\n3 May 2021 09:00\nTwo hours.\nStory Code: 700101");
        Assert.Equal([ImportOutcome.NotToldApart, ImportOutcome.NotToldApart, ImportOutcome.Held],
            [(await ImportOneAsync("blog.xml")).Outcome, (await ImportOneAsync("plain")).Outcome, (await ImportOneAsync("print.txt")).Outcome]);
        Assert.Equal(3, (await StoriesAsync()).Count);
    }

    [Fact]
    public async Task A_folder_a_language_is_two_archives_and_so_is_a_code_in_another_edition()
    {
        Folder.Write("langs/en/ferry.md", "---\ntitle: Ferry is late\ndate: 2024-03-01\n---\nAn hour.");
        Folder.Write("langs/fa/ferry.md", "---\ntitle: لنج دیر کرد\ndate: 2024-03-01\nlang: fa\n---\nیک ساعت.");
        await TwoAsync("langs/en", "langs/fa");

        Folder.Write("en.txt", "Ferry is late again\n2024-03-02 09:00\nTwo hours.\nStory Code: 700303");
        Folder.Write("fa.txt", "لنج باز دیر کرد\n2024-03-02 09:00\nدو ساعت.\nکد خبر: 700303");
        await ImportOneAsync("en.txt");
        Assert.Equal(ImportOutcome.NotToldApart, (await ImportOneAsync("fa.txt")).Outcome);
        Assert.Contains("Ferry is late again", await ShownAsync("700303"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.txt", "One headline\n2024-03-01 09:00\nWords.")]
    [InlineData("a.md", "---\ntitle: One headline\ndate: 2024-03-01\n---\nWords.")]
    public async Task The_same_file_is_the_same_story_by_whatever_folder_it_is_reached(string name, string text)
    {
        Folder.Write($"archive/2024/march/{name}", text);
        await ImportOneAsync("archive");
        foreach (var path in (string[])["archive/2024", "archive/2024/march", ".", "archive"])
        {
            Assert.Equal(ImportOutcome.Unchanged, (await ImportOneAsync(path)).Outcome);
        }

        Folder.Write($"copy/of/it/{name}", text);
        Assert.Equal(ImportOutcome.Unchanged, (await ImportOneAsync("copy")).Outcome);

        // Reached through another folder, and changed meanwhile: it may be the same.
        Folder.Write($"archive/2024/march/{name}", text.Replace("One", "Another", StringComparison.Ordinal));
        Assert.Equal(ImportOutcome.NotToldApart, (await ImportOneAsync("archive/2024/march")).Outcome);
        Assert.Single(await StoriesAsync());
    }

    [Fact]
    public async Task What_cannot_be_told_apart_is_asked_about_and_a_name_answers()
    {
        Folder.Write("first/site/a.md", "---\ntitle: Bakery opens\ndate: 2021-05-03\n---\nRye bread.");
        Folder.Write("second/site/a.md", "---\ntitle: Bridge closed\ndate: 2022-06-04\n---\nMasons.");
        var code = (await ImportOneAsync("first/site")).Code!;
        var asked = await ImportOneAsync("second/site");
        Assert.Equal((ImportOutcome.NotToldApart, code), (asked.Outcome, asked.Code));
        Assert.Contains("--archive NAME", Assert.Single(asked.Notes), StringComparison.Ordinal);
        Assert.Equal("Bakery opens\nRye bread.", await ShownAsync(code));

        Assert.Equal(ImportOutcome.Imported, (await ImportOneAsync("second/site", "second")).Outcome);
        Assert.Equal(ImportOutcome.Unchanged, (await ImportOneAsync("second/site", "second")).Outcome);
        Folder.Write("first/site/a.md", "---\ntitle: Bakery opens\ndate: 2021-05-03\n---\nRye  bread.");
        Folder.Write("first/site/a.md", "---\ntitle: Bakery opens\ndate: 2021-05-03\ntags: [bread]\n---\nRye bread!");
        Assert.Equal(ImportOutcome.Held, (await ImportOneAsync("first/site", "site")).Outcome);
        Assert.Equal(2, (await StoriesAsync()).Count);
    }

    [Fact]
    public async Task Two_archives_without_names_do_not_join_as_translations_where_their_paths_are_the_same()
    {
        Folder.Write("first/site/ferry.en.md", "---\ntitle: Ferry is late\ndate: 2024-03-01\n---\nAn hour.");
        Folder.Write("first/site/ferry.fa.md", "---\ntitle: لنج دیر کرد\ndate: 2024-03-01\n---\nیک ساعت.");
        var codes = (await ImportAsync("first/site")).Items.Select(item => item.Code).ToList();
        Folder.Write("second/site/ferry.fa.md", "---\ntitle: پل بسته شد\ndate: 2024-04-01\n---\nتا ظهر.");
        Folder.Write("second/site/ferry.de.md", "---\ntitle: Brücke zu\ndate: 2024-04-01\nlang: en\n---\nUntil noon the bridge is closed and that was it.");
        var second = await ImportAsync("second/site");
        Assert.All(second.Items, item => Assert.Equal(ImportOutcome.NotToldApart, item.Outcome));
        Assert.All(second.Items, item => Assert.Contains("--archive NAME", item.Notes[0], StringComparison.Ordinal));
        Assert.All((await ImportAsync("second/site", "second")).Items, item => Assert.NotNull(item.Code));
        Assert.Equal(4, (await StoriesAsync()).Count);
        await using var after = await Desk.Database.OpenAsync(Cancellation);
        Assert.Equal(2, await after.ScalarAsync<long>("SELECT COUNT(DISTINCT translation_key) FROM story", Cancellation));
        Assert.Equal(codes, (await ImportAsync("first/site")).Items.Select(item => item.Code));
    }

    [Fact]
    public async Task A_name_separates_what_only_has_the_same_numbers()
    {
        Folder.Write("one.txt", "Bakery opens on the hill\n3 May 2021 09:00\nRye bread from six.\nStory Code: 7");
        Folder.Write("two.txt", "Bridge closed at noon\n4 June 2022 10:00\nMasons renew its piers.\nStory Code: 7");
        await ImportOneAsync("one.txt");
        var second = await ImportOneAsync("two.txt", "two");
        Assert.Equal(ImportOutcome.ImportedWithWarnings, second.Outcome);
        Assert.Contains($"The code 7 belongs to another story here; it was given {second.Code}.", second.Notes);
        Assert.Equal(ImportOutcome.Unchanged, (await ImportOneAsync("two.txt", "two")).Outcome);
        Assert.Equal(2, (await StoriesAsync()).Count);
    }

    [Fact]
    public async Task A_code_with_another_link_is_another_story()
    {
        Folder.Write("a.txt", "Bakery opens on the hill\n3 May 2021 09:00\nRye bread from six.\nStory Code: 700101\nNews Link : https://one.example/news/700101");
        Folder.Write("b.txt", "Bridge closed at noon\n4 June 2022 10:00\nMasons renew its piers.\nStory Code: 700101\nNews Link : https://two.example/news/700101");
        await TwoAsync("a.txt", "b.txt");
    }

    [Fact]
    public async Task Two_items_of_one_run_are_never_one_story()
    {
        Folder.Write("pages/a.txt", "Bakery opens on the hill\n3 May 2021 09:00\nRye bread from six.\nStory Code: 700101");
        Folder.Write("pages/b.txt", "Bridge closed at noon\n4 June 2022 10:00\nMasons renew its piers.\nStory Code: 700101");
        Folder.Write("pages/c.txt", "Bakery opens on the hill\n3 May 2021 09:00\nRye bread from six.\nStory Code: 700101");
        var report = await ImportAsync("pages");
        Assert.Equal([ImportOutcome.ImportedWithWarnings, ImportOutcome.NotToldApart, ImportOutcome.Unchanged], report.Items.Select(line => line.Outcome));
        Assert.True(report.HasRefusals);
        Assert.Contains("Bakery opens", await ShownAsync("700101"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_was_saved_again_under_another_name_is_known_by_its_code_or_link()
    {
        Folder.Write("a.txt", "Bakery opens on the hill\n3 May 2021 09:00\nRye bread from six.\nStory Code: 700101");
        Folder.Write("b/print(1).txt", "Bakery opens on the hill\n3 May 2021 09:00\nRye bread from six.\nStory Code: 700101\nNews Link : https://old.example/news/700101");
        Folder.Write("c/news.html", "<link rel=canonical href='https://old.example/news/700101'><h1>Bakery opens on the hill</h1><p>3 May 2021 09:00</p><p>Rye bread from six.</p>");
        foreach (var path in (string[])["a.txt", "b", "c"])
        {
            await ImportOneAsync(path);
        }

        Assert.Single(await StoriesAsync());
    }

    [Fact]
    public async Task A_withdrawn_story_does_not_come_back_under_another_name()
    {
        Folder.Write("a/print.txt", "Bakery opens on the hill\n3 May 2021 09:00\nRye bread from six.\nStory Code: 700101\nNews Link : https://old.example/news/700101");
        Folder.Write("b/saved.html", "<link rel=canonical href='https://old.example/news/700101'><h1>Bakery opens on the hill</h1><p>3 May 2021 09:00</p><p>Rye bread from six.</p>");
        Folder.Write("c/saved.txt", "Bakery opens on the hill\n3 May 2021 09:00\nRye bread from six.\nStory Code: 700101");
        Folder.Write("d/plain.txt", "Ferry is late\n3 May 2021 09:00\nAn hour.");
        await ImportOneAsync("a");
        var plain = await ImportOneAsync("d");
        Assert.IsType<Storyprint.Storage.Releases.ReleaseOutcome.Done>(await Desk.WithdrawAsync(StoryCode.FromDigits("700101"), 1));
        Assert.IsType<Storyprint.Storage.Releases.ReleaseOutcome.Done>(await Desk.WithdrawAsync(StoryCode.FromDigits(plain.Code!), 1));
        foreach (var path in (string[])["a", "b", "c", "d", "d/plain.txt"])
        {
            Assert.Equal(ImportOutcome.LeftAlone, (await ImportOneAsync(path)).Outcome);
        }
    }

    private async Task TwoAsync(string one, string two)
    {
        var before = (await StoriesAsync()).Count;
        var (first, second) = (await ImportOneAsync(one), await ImportOneAsync(two));
        Assert.NotEqual(first.Code, second.Code);
        Assert.NotEqual(await ShownAsync(first.Code!), await ShownAsync(second.Code!));
        Assert.All((await StoriesAsync()).Skip(before), story => Assert.Equal(1, story.Revision));
        Assert.Equal(before + 2, (await StoriesAsync()).Count);
        Assert.Equal([ImportOutcome.Unchanged, ImportOutcome.Unchanged], [(await ImportOneAsync(one)).Outcome, (await ImportOneAsync(two)).Outcome]);
    }
}
