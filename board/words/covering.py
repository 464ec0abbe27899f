"""What a child reads, or hears read out, where it covers its spots."""

COVER = "Cover your spots with your stickers."
COVER_ONE = "Cover your spot with your sticker."
ALL_COVERED = "Look! All covered."
