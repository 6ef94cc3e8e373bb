using Storyprint.Formats.Imports;

namespace Storyprint.Tests.Formats.Imports;

public sealed class ArchivePlaceTests
{
    [Fact]
    public void A_file_stands_in_its_folder_and_is_seen_from_those_above()
    {
        var place = new ArchivePlace("/data/paper/2021/", null).Of("saved", "march/a.txt");
        Assert.Equal(("saved:2021/march/a.txt", false), (place.Source, place.IsCertain));
        Assert.Equal(["data/paper/2021/march/a.txt", "paper/2021/march/a.txt", "march/a.txt", "a.txt"], place.OtherPlaces);
    }

    [Fact]
    public void A_name_makes_the_place_certain_and_only_the_folders_own_name_means_what_came_in_under_it()
    {
        var own = new ArchivePlace("/data/paper", "paper").Of("saved", "a.txt");
        Assert.Equal(("saved:paper/a.txt", true), (own.Source, own.IsCertain));
        Assert.Equal(["saved:a.txt"], own.OtherSources);
        Assert.Empty(new ArchivePlace("/data/paper", "gazette").Of("saved", "a.txt").OtherSources);
    }

    [Fact]
    public void The_root_has_no_name() => Assert.Equal("saved:a.txt", new ArchivePlace("/", null).Of("saved", "a.txt").Source);
}
