using System.Globalization;
using System.Text;

namespace Storyprint.EndToEnd.Machine;

/// <summary>A WordPress export of as many short posts as a test needs.</summary>
internal static class FerryExport
{
    public static void Write(string path, int posts)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false));
        file.WriteLine("""
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
            <channel><title>Archive</title><link>https://old.example</link><language>en</language><wp:wxr_version>1.2</wp:wxr_version>
            <wp:base_site_url>https://old.example</wp:base_site_url><wp:base_blog_url>https://old.example</wp:base_blog_url>
            """);
        for (var post = 1; post <= posts; post++)
        {
            var at = new DateTime(2015, 1, 1).AddHours(post).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
                <item><title>Ferry {post} arrives</title><link>https://old.example/?p={post}</link><dc:creator>harbour</dc:creator><guid isPermaLink="false">https://old.example/?p={post}</guid>
                <wp:post_id>{post}</wp:post_id><wp:post_date>{at}</wp:post_date><wp:post_date_gmt>{at}</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
                <category domain="category" nicename="sea">sea</category>
                <content:encoded><![CDATA[<p>Ferry number {post} came in with the tide and left with the next one, as it has for {post} days.</p>]]></content:encoded></item>
                """));
        }

        file.WriteLine("</channel></rss>");
    }
}
