using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storyprint.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Stories : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "counter",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_counter", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "picture",
                columns: table => new
                {
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    media_type = table.Column<string>(type: "TEXT", nullable: false),
                    width = table.Column<int>(type: "INTEGER", nullable: false),
                    height = table.Column<int>(type: "INTEGER", nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_picture", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "story",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    edition = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    is_page = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_listed = table.Column<bool>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    release_kind = table.Column<int>(type: "INTEGER", nullable: false),
                    published_at = table.Column<long>(type: "INTEGER", nullable: true),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: true),
                    zone = table.Column<string>(type: "TEXT", nullable: false),
                    sort_key = table.Column<long>(type: "INTEGER", nullable: false),
                    slug = table.Column<string>(type: "TEXT", nullable: false),
                    section = table.Column<string>(type: "TEXT", nullable: false),
                    kicker = table.Column<string>(type: "TEXT", nullable: false),
                    headline = table.Column<string>(type: "TEXT", nullable: false),
                    standfirst = table.Column<string>(type: "TEXT", nullable: false),
                    bylines = table.Column<string>(type: "TEXT", nullable: false),
                    picture_hash = table.Column<string>(type: "TEXT", nullable: true),
                    picture_width = table.Column<int>(type: "INTEGER", nullable: false),
                    picture_height = table.Column<int>(type: "INTEGER", nullable: false),
                    picture_alt = table.Column<string>(type: "TEXT", nullable: true),
                    picture_x = table.Column<double>(type: "REAL", nullable: false),
                    picture_y = table.Column<double>(type: "REAL", nullable: false),
                    translation_key = table.Column<string>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", nullable: true),
                    source_digest = table.Column<byte[]>(type: "BLOB", nullable: true),
                    source_revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_story", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "story_byline",
                columns: table => new
                {
                    edition = table.Column<string>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", nullable: false),
                    sort_key = table.Column<long>(type: "INTEGER", nullable: false),
                    story_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_story_byline", x => new { x.edition, x.slug, x.sort_key, x.story_id });
                });

            migrationBuilder.CreateTable(
                name: "story_topic",
                columns: table => new
                {
                    edition = table.Column<string>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", nullable: false),
                    sort_key = table.Column<long>(type: "INTEGER", nullable: false),
                    story_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_story_topic", x => new { x.edition, x.slug, x.sort_key, x.story_id });
                });

            migrationBuilder.CreateTable(
                name: "term",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    edition = table.Column<string>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_term", x => new { x.kind, x.edition, x.slug });
                });

            migrationBuilder.CreateTable(
                name: "draft",
                columns: table => new
                {
                    story_id = table.Column<long>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", nullable: false),
                    base_revision = table.Column<int>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_draft", x => x.story_id);
                    table.ForeignKey(
                        name: "FK_draft_story_story_id",
                        column: x => x.story_id,
                        principalTable: "story",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "old_link",
                columns: table => new
                {
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    story_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_old_link", x => x.path);
                    table.ForeignKey(
                        name: "FK_old_link_story_story_id",
                        column: x => x.story_id,
                        principalTable: "story",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "revision",
                columns: table => new
                {
                    story_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    released_at = table.Column<long>(type: "INTEGER", nullable: false),
                    slug = table.Column<string>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    digest = table.Column<byte[]>(type: "BLOB", nullable: false),
                    salt = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_revision", x => new { x.story_id, x.number });
                    table.ForeignKey(
                        name: "FK_revision_story_story_id",
                        column: x => x.story_id,
                        principalTable: "story",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_draft_due_at",
                table: "draft",
                column: "due_at",
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_old_link_story_id",
                table: "old_link",
                column: "story_id");

            migrationBuilder.CreateIndex(
                name: "IX_story_code",
                table: "story",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_story_edition_section_sort_key",
                table: "story",
                columns: new[] { "edition", "section", "sort_key" },
                descending: new[] { false, false, true },
                filter: "is_listed");

            migrationBuilder.CreateIndex(
                name: "IX_story_edition_sort_key",
                table: "story",
                columns: new[] { "edition", "sort_key" },
                descending: new[] { false, true },
                filter: "is_listed");

            migrationBuilder.CreateIndex(
                name: "IX_story_sort_key",
                table: "story",
                column: "sort_key");

            migrationBuilder.CreateIndex(
                name: "IX_story_source",
                table: "story",
                column: "source",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_story_translation_key",
                table: "story",
                column: "translation_key",
                filter: "translation_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_story_byline_story_id",
                table: "story_byline",
                column: "story_id");

            migrationBuilder.CreateIndex(
                name: "IX_story_topic_story_id",
                table: "story_topic",
                column: "story_id");

            // Contentless: the words stand in the revisions already. Our own fold has dealt with diacritics.
            migrationBuilder.Sql("""
                CREATE VIRTUAL TABLE search USING fts5(
                    headline, standfirst, body, byline, splits,
                    content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0")
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "counter");

            migrationBuilder.DropTable(
                name: "draft");

            migrationBuilder.DropTable(
                name: "old_link");

            migrationBuilder.DropTable(
                name: "picture");

            migrationBuilder.DropTable(
                name: "revision");

            migrationBuilder.DropTable(
                name: "story_byline");

            migrationBuilder.DropTable(
                name: "story_topic");

            migrationBuilder.DropTable(
                name: "term");

            migrationBuilder.DropTable(
                name: "story");
        }
    }
}
