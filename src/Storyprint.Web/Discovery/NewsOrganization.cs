using System.Text.Json;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.Discovery;

/// <summary>The schema.org NewsMediaOrganization of an edition, as members of an object that was begun.</summary>
internal static class NewsOrganization
{
    /// <summary>Its name and its front page.</summary>
    public static void Write(Utf8JsonWriter json, PageContext page)
    {
        json.WriteString("@type", "NewsMediaOrganization");
        json.WriteString("name", page.Edition.Name);
        json.WriteString("url", page.Absolute(page.Front));
    }

    /// <summary>The same with its logo and policies.</summary>
    public static void WriteWhole(Utf8JsonWriter json, PageContext page)
    {
        Write(json, page);
        json.WriteStartObject("logo");
        json.WriteString("@type", "ImageObject");
        json.WriteString("url", page.Absolute(page.Assets.Path("icon.svg")));
        json.WriteEndObject();
        json.WriteString("publishingPrinciples", page.Absolute($"{page.Home}/policies"));
        json.WriteString("correctionsPolicy", page.Absolute($"{page.Home}/policies"));
    }
}
