using Storyprint.Provenance.Tiles;

namespace Storyprint.Tests.Provenance.Tiles;

public sealed class TileTests
{
    [Theory]
    [InlineData("tile/0/000")]
    [InlineData("tile/0/x001/x234/067")]
    [InlineData("tile/0/x001/x234/067.p/1")]
    [InlineData("tile/63/999.p/255")]
    [InlineData("tile/entries/000")]
    [InlineData("tile/entries/x273/000.p/112")]
    public void A_path_is_read_and_written_the_same(string text)
    {
        Assert.True(TilePath.TryParse(text, out var path));
        Assert.Equal(text, path.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/tile/0/000")]
    [InlineData("tile/0")]
    [InlineData("tile/0/0")]
    [InlineData("tile/0/0000")]
    [InlineData("tile/0/x000/001")]
    [InlineData("tile/0/001/234")]
    [InlineData("tile/0/x001/x234")]
    [InlineData("tile/00/000")]
    [InlineData("tile/64/000")]
    [InlineData("tile/-1/000")]
    [InlineData("tile/0/-01")]
    [InlineData("tile/0/xx001/000")]
    [InlineData("tile/0/000.p/0")]
    [InlineData("tile/0/000.p/01")]
    [InlineData("tile/0/000.p/256")]
    [InlineData("tile/0/000.p")]
    [InlineData("tile/0/000/")]
    [InlineData("tile/0/٠٠٠")]
    [InlineData("tile/data/000")]
    [InlineData("tile/0/x999/x999/x999/x999/x999/x999/999")]
    [InlineData("tile/0/x000.p/x1")]
    public void Every_other_spelling_of_a_path_is_refused(string text) => Assert.False(TilePath.TryParse(text, out _));

    [Fact]
    public void A_log_of_70000_entries_has_the_tiles_of_the_specification()
    {
        var tiles = TileSet.Hashes(70_000).ToList();
        Assert.Equal(273, tiles.Count(tile => tile.Level == 0 && !tile.IsPartial));
        Assert.Equal(
            ["tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1"],
            tiles.Where(tile => tile.Level > 0 || tile.IsPartial).Select(tile => tile.ToString()));
        Assert.Equal(274, TileSet.Entries(70_000).Count());
        Assert.Equal("tile/entries/273.p/112", TileSet.Entries(70_000).Last().ToString());
    }

    [Fact]
    public void A_log_of_256_entries_has_one_full_tile_and_one_hash_above_it() =>
        Assert.Equal(["tile/0/000", "tile/1/000.p/1"], TileSet.Hashes(256).Select(tile => tile.ToString()));

    [Fact]
    public void An_empty_log_has_no_tiles() => Assert.Empty(TileSet.Hashes(0).Concat(TileSet.Entries(0)));

    [Theory]
    [InlineData("tile/0/000.p/1", 1, true)]
    [InlineData("tile/0/000.p/2", 1, false)]
    [InlineData("tile/0/000.p/2", 70_000, true)]
    [InlineData("tile/0/273.p/113", 70_000, false)]
    [InlineData("tile/1/001.p/17", 70_000, true)]
    [InlineData("tile/1/001.p/18", 70_000, false)]
    [InlineData("tile/8/000.p/1", long.MaxValue, false)]
    [InlineData("tile/63/000.p/1", long.MaxValue, false)]
    public void A_tile_is_servable_from_the_size_on_that_fills_it(string text, long size, bool expected)
    {
        Assert.True(TilePath.TryParse(text, out var path));
        Assert.Equal(expected, path.FitsIn(size));
    }

    [Fact]
    public async Task Tiles_of_every_width_come_out_of_stored_hashes()
    {
        var leaves = TestTree.Leaves(600);
        var store = TestTree.Store(leaves);
        var partial = await HashTile.CreateAsync(store, TilePath.Hashes(0, 2, 88), TestContext.Current.CancellationToken);
        Assert.Equal(leaves.Skip(512).SelectMany(leaf => leaf.ToArray()), partial);

        var above = await HashTile.CreateAsync(store, TilePath.Hashes(1, 0, 2), TestContext.Current.CancellationToken);
        Assert.True(HashTile.TryParse(above, 2, out var hashes));
        Assert.Equal([TestTree.RootByDefinition(leaves.AsSpan(0, 256)), TestTree.RootByDefinition(leaves.AsSpan(256, 256))], hashes);
        Assert.False(HashTile.TryParse(above, 1, out _));
    }

    [Fact]
    public void A_bundle_gives_its_entries_back()
    {
        ReadOnlyMemory<byte>[] entries = ["one"u8.ToArray(), Array.Empty<byte>(), new byte[EntryBundle.MaxEntryLength]];
        var bytes = EntryBundle.ToBytes(entries);
        Assert.Equal([0, 3, .. "one"u8, 0, 0, 0xff, 0xff], bytes[..9]);
        Assert.True(EntryBundle.TryParse(bytes, 3, out var read, out _));
        Assert.Equal(entries.Select(entry => entry.ToArray()), read.Select(entry => entry.ToArray()));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("00", 1)]
    [InlineData("000141", 2)]
    [InlineData("000241", 1)]
    [InlineData("00014142", 1)]
    public void A_bundle_that_is_cut_off_or_too_long_is_refused(string hex, int width)
    {
        Assert.False(EntryBundle.TryParse(Convert.FromHexString(hex), width, out _, out var reason));
        Assert.NotEmpty(reason);
    }
}
