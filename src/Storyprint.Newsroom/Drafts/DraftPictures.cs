using Storyprint.Newsroom.Imports;
using Storyprint.Storage.Pictures;
using Storyprint.Stories;
using Storyprint.Stories.Body;

namespace Storyprint.Newsroom.Drafts;

/// <summary>Brings in the pictures that a changed file names and its draft did not have, from the folder of the file.</summary>
internal sealed class DraftPictures(PictureStore pictures, string path)
{
    public async Task<(StoryContent? Content, string Problem)> BringAsync(StoryContent known, StoryContent content, CancellationToken cancellation)
    {
        var standing = known.Body.OfType<Picture>().Where(picture => !picture.IsStored).Select(picture => picture.Address).ToHashSet();
        if (content.Body.OfType<Picture>().All(picture => picture.IsStored || standing.Contains(picture.Address)))
        {
            return (content, string.Empty);
        }

        var importer = new StoryPictureImporter(pictures, new MediaFileLocator(Path.GetDirectoryName(Path.GetFullPath(path))!), isDryRun: false);
        var body = new List<Block>();
        foreach (var block in content.Body)
        {
            if (block is not Picture { IsStored: false, Address: { } address } || standing.Contains(address))
            {
                body.Add(block);
                continue;
            }

            var (brought, said) = await importer.BringAsync(content with { Body = [block] }, cancellation);
            if (brought.Body is not [Picture { IsStored: true } picture])
            {
                return (null, $"{path}: There is no picture {address} beside it that can be taken. {string.Join(" ", said.Where(each => each.Contains("was not taken", StringComparison.Ordinal)))}".TrimEnd());
            }

            body.Add(picture);
        }

        return (content with { Body = body }, string.Empty);
    }
}
