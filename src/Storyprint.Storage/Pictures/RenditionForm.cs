namespace Storyprint.Storage.Pictures;

public enum RenditionForm
{
    WebP,
    Jpeg,
}

public static class RenditionFormWords
{
    extension(RenditionForm form)
    {
        public string Extension => form == RenditionForm.Jpeg ? "jpg" : "webp";

        public string MediaType => form == RenditionForm.Jpeg ? "image/jpeg" : "image/webp";
    }
}
