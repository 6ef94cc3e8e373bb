using Storyprint.Formats.MarkdownFolders;

namespace Storyprint.Tests.Formats.MarkdownFolders;

public sealed class AuthorProfilesTests
{
    [Theory]
    [InlineData("_data/authors.yml", "anna:\n  name: Anna Berg\n", "Anna Berg")]
    [InlineData("data/authors.toml", "[anna]\nname = \"Anna Berg\"\n", "Anna Berg")]
    [InlineData("authors.json", "{ \"anna\": { \"name\": \"Anna Berg\" } }", "Anna Berg")]
    [InlineData("content/authors/anna/_index.md", "---\ntitle: Anna Berg\n---\nShe counts boats.", "Anna Berg")]
    [InlineData("_data/authors.yml", "bert:\n  name: Bert Ank\n", "anna")]
    [InlineData("_data/authors.yml", "anna: [", "anna")]
    public void A_key_is_the_name_in_its_profile(string path, string text, string name)
    {
        using var folder = new TrialFolder();
        folder.Write(path, text);
        Assert.Equal(name, new AuthorProfiles(folder.Root).NameOf("anna"));
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("..")]
    [InlineData("Anna Berg")]
    public void What_is_no_key_is_no_path_either(string author)
    {
        using var folder = new TrialFolder();
        folder.Write("content/secret.md", "---\ntitle: Secret\n---\n");
        Assert.Equal(author, new AuthorProfiles(folder.Root).NameOf(author));
    }
}
