using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Storyprint.Tests.Web.Discovery;

/// <summary>The published schemas of sitemaps, and our own of the news extension.</summary>
internal static class SitemapSchemas
{
    /// <summary>What the schemas find wrong; nothing in a good file.</summary>
    public static List<string> Faults(string xml)
    {
        var schemas = new XmlSchemaSet();
        foreach (var path in (string[])[SharedFiles.Path("fixtures/sitemaps/sitemap.xsd"), SharedFiles.Path("fixtures/sitemaps/siteindex.xsd")])
        {
            using var reader = XmlReader.Create(path);
            schemas.Add(XmlSchema.Read(reader, null)!);
        }

        using (var news = XmlReader.Create(typeof(SitemapSchemas).Assembly.GetManifestResourceStream("sitemap-news.xsd")!))
        {
            schemas.Add(XmlSchema.Read(news, null)!);
        }

        var faults = new List<string>();
        XDocument.Parse(xml).Validate(schemas, (_, fault) => faults.Add(fault.Message));
        return faults;
    }
}
