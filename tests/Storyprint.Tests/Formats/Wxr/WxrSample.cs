using Storyprint.Formats.Imports;
using Storyprint.Formats.Wxr;

namespace Storyprint.Tests.Formats.Wxr;

/// <summary>Small exports, written as WordPress writes them.</summary>
internal static class WxrSample
{
    private const string Head = """
        <?xml version="1.0" encoding="UTF-8" ?>
        <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
        <channel><link>https://old.example</link><language>en-US</language><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://old.example</wp:base_blog_url>
        <wp:author><wp:author_login><![CDATA[ines]]></wp:author_login><wp:author_display_name><![CDATA[Ines Calloway]]></wp:author_display_name></wp:author>

        """;

    public static string File(params string[] items) => Head + string.Concat(items) + "</channel></rss>";

    public static string Item(int id, string content, string title = "A headline", string more = "", string status = "publish", string type = "post") => $"""
        <item><title>{title}</title><link>https://old.example/?p={id}</link><dc:creator><![CDATA[ines]]></dc:creator><guid isPermaLink="false">https://old.example/?p={id}</guid>
        <content:encoded><![CDATA[{content}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
        <wp:post_id>{id}</wp:post_id><wp:post_date>2024-03-01 10:00:00</wp:post_date><wp:post_date_gmt>2024-03-01 09:00:00</wp:post_date_gmt>
        <wp:status>{status}</wp:status><wp:post_type>{type}</wp:post_type>{more}</item>

        """;

    public static string Attachment(int id, string address, string alt, string caption, int parent = 0) =>
        Item(id, string.Empty, "File", $"""
            <wp:attachment_url>{address}</wp:attachment_url><wp:post_parent>{parent}</wp:post_parent>
            <wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value><![CDATA[{alt}]]></wp:meta_value></wp:postmeta>
            """, "inherit", "attachment").Replace("<excerpt:encoded><![CDATA[]]>", $"<excerpt:encoded><![CDATA[{caption}]]>", StringComparison.Ordinal);

    public static List<ImportedItem> Read(string xml) => Read(System.Text.Encoding.UTF8.GetBytes(xml));

    public static List<ImportedItem> Read(byte[] xml)
    {
        using var folder = new TrialFolder();
        return new WxrImportReader(folder.Write("export.xml", xml), Trial.Options).Items();
    }

    public static ImportedStory Story(string item, params string[] others) => Assert.Single(Read(File([item, .. others])).OfType<ImportedStory>());
}
