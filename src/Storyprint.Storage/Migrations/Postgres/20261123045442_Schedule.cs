using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storyprint.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Schedule : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "due_at",
                table: "revision",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_revision_due_at",
                table: "revision",
                column: "due_at",
                filter: "due_at IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_revision_due_at",
                table: "revision");

            migrationBuilder.DropColumn(
                name: "due_at",
                table: "revision");
        }
    }
}
