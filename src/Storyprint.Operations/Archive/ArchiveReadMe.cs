using System.Text;
using Storyprint.Stories.Editions;

namespace Storyprint.Operations.Archive;

/// <summary>The read-me file of an archive, for somebody who finds it in twenty years.</summary>
internal static class ArchiveReadMe
{
    public const string File = "README.txt";

    /// <summary>Its name in the ledger.</summary>
    public const string Part = "readme";

    public static byte[] Create(Publication publication) => Encoding.UTF8.GetBytes($$"""
        {{publication.MainEdition.Name}} ({{publication.PublicAddress.Origin}})
        The whole publication as files, written by Storyprint.

        WHAT IS HERE
          index.html, {{string.Join(", ", publication.Editions.Select(edition => $"{edition.Language}/"))}}   front pages, sections, topics, bylines, archive, feeds
          news/CODE/                a story as it stands, its print page, marks and feeds
          news/CODE.REV/            each of its revisions as it was published
          CODE/, CODE.REV/          where the links and marks on paper lead
          api/v1/revisions/         the exact text of each revision, with its salt and its entry in the log
          log/                      the signed log of all revisions: checkpoint, tiles, entries, receipts
          .well-known/storyprint/   the keys it is signed with, and the words of the interface
          media/, assets/           pictures, styles, fonts
          gone/                     what is answered with 410 (Gone) at the addresses of withdrawn stories and their pictures
        A withdrawn story has a page that says so in place of its own.
        The folder .storyprint-archive is the writer's list of files; a copy does without it.

        CHECK IT
          storyprint verify .
        needs no network. The log's public key, taken from a source that you trust, makes the check independent of these files: --key.
        Anybody can check the log with other tools as well: its formats are C2SP tlog-tiles, tlog-checkpoint and signed-note.

        READ IT
        Pages and styles name each other from the root of a host, so a web server is needed, any one. On this machine:
          python3 -m http.server
        Search is not among the files.

        HOST IT
        Any file server that answers a folder with its index.html. nginx, with the media types of files without ending:

          server {
            server_name {{publication.PublicAddress.Host}};
            root /srv/archive;
            charset utf-8;
            set $gone "";
            if ($uri ~ "^/(?:news|s)/(?<id>[0-9]+)(?:[./]|$)") { set $gone /gone/$id.html; }
            if ($uri ~ "^/(?<id>[0-9]+)(?:[.][0-9]+)?/?$") { set $gone /gone/$id.html; }
            if ($uri ~ "^/api/v1/revisions/(?<id>[0-9]+[.][0-9]+)$") { set $gone /gone/$id.json; }
            if ($uri ~ "^/media/(?<id>[0-9a-f]+)/") { set $gone /gone/$id.txt; }
            if (-f $document_root$gone) { return 410; }
            error_page 410 $gone;
            location ^~ /gone/ { internal; add_header Access-Control-Allow-Origin * always; add_header Cache-Control no-store always; }
            location ^~ /.storyprint-archive { return 404; }
            location / { try_files $uri $uri/index.html =404; }
            location ~ \.rss$ { default_type application/rss+xml; types { } }
            location ~ \.atom$ { default_type application/atom+xml; types { } }
            location ~ /feed\.json$ { default_type application/feed+json; types { } }
            location ~ ^/(?:comments/)?feed(?:/(?:rss2?|rdf))?/?$ { return 301 /{{publication.MainEdition.Language}}/feed.rss; }
            location ~ ^/news/(?<story>[0-9]+)/ { try_files $uri $uri/index.html /news/$story/index.html =404; }
            location = /log/checkpoint { default_type text/plain; types { } add_header Access-Control-Allow-Origin *; add_header Cache-Control "max-age=5"; }
            location ^~ /log/proof/ { default_type text/plain; types { } add_header Access-Control-Allow-Origin *; }
            location ^~ /log/tile/ { default_type application/octet-stream; types { } charset off; add_header Access-Control-Allow-Origin *; add_header Cache-Control "public, max-age=31536000, immutable"; }
            location ^~ /api/v1/revisions/ { try_files $uri.json =404; default_type application/json; types { } add_header Access-Control-Allow-Origin *; }
            location = /.well-known/storyprint/keys { default_type application/json; types { } add_header Access-Control-Allow-Origin *; }
            location = /.well-known/storyprint/interface { default_type application/json; types { } add_header Access-Control-Allow-Origin *; }
            location = /.well-known/storyprint/policy { default_type text/plain; types { } add_header Access-Control-Allow-Origin *; }
            error_page 404 /404.html;
          }

        Apache, which says 410 of withdrawn stories with this in .htaccess:

          RewriteEngine On
          RewriteCond %{DOCUMENT_ROOT}/gone/$1.html -f
          RewriteRule ^(?:news|s|api/v1/revisions)/([0-9]+)(?:[./]|$) - [G]
          RewriteCond %{DOCUMENT_ROOT}/gone/$1.html -f
          RewriteRule ^([0-9]+)(?:[.][0-9]+)?/?$ - [G]

        """.ReplaceLineEndings("\n"));
}
