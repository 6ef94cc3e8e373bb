using Storyprint.Newsroom.Imports;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Editions;
using Storyprint.Tests.Promises;

namespace Storyprint.Tests.Newsroom.Imports;

public sealed class SectionOfItemTests : ImportPromise
{
    [Fact]
    public async Task Sections_of_an_archive_are_found_by_name_and_new_ones_are_listed_with_what_they_may_be()
    {
        Folder.Write("site/a.md", "---\ntitle: A\ndate: 2021-05-03\ncategories: [شهر]\n---\nWords.");
        Folder.Write("site/b.md", "---\ntitle: B\ndate: 2021-05-03\nsection: Ctiy\n---\nWords.");
        Folder.Write("site/c.md", "---\ntitle: C\ndate: 2021-05-03\nsection: Ctiy\n---\nWords.");
        Folder.Write("site/d.fa.md", "---\ntitle: D\ndate: 2021-05-03\nsection: City\n---\nWords.");
        var report = await ImportAsync("site");
        Assert.Equal(["The section “Ctiy” (ctiy; 2 stories) is not named in publication.json, so no menu shows it. Is it “City”?"], report.NewSections);
        Assert.Contains("Ctiy", report.ToJson(), StringComparison.Ordinal);
        var terms = new TermStore(Desk.Database);
        Assert.Equal(["city", "sea", "ctiy"], (await terms.SectionsAsync(TestPublication.Settings.MainEdition, Cancellation)).Select(section => section.Slug));
        Assert.Equal([new SectionName("city", "شهر")], await terms.SectionsAsync(TestPublication.Settings.Editions[1], Cancellation));
    }

    [Theory]
    [InlineData("category", "شهر", "category city شهر")]
    [InlineData("author", "Maud Ferrier", "author maud-ferrier")]
    [InlineData("tag", "!", "")]
    public void OldListAddress_names_what_a_list_may_be_called_here(string kind, string name, string target) => Assert.Equal(
        target, string.Join('|', OldListAddress.Of(new Storyprint.Formats.Imports.ImportedList(kind, "", name, ["https://old.example/?cat=3"]), TestPublication.Settings).Select(each => each.Target)));

    [Fact]
    public void OldFileAddress_keeps_addresses_and_no_files_of_folders() => Assert.Equal(
        [new LegacyTarget("/up/a b.jpg", "/media/x/1600.jpg", "x")],
        OldFileAddress.Of("/media/x/1600.jpg", "x", "https://old.example/up/a%20b.jpg", "file:pictures/a.jpg", "https://old.example/up/a%20b.jpg", "https://old.example/"));
}
