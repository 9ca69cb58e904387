"""What people send that isn't text, as Telegram describes it to a bot."""

from tests.telegram_server.calls import Upload
from tests.telegram_server.objects import JsonObject
from tests.telegram_server.world import World

SMALL_PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU"
    b"\x00\x00\x00\nIDATx\x9cc`\x00\x00\x00\x02\x00\x01H\xaf\xa4q\x00\x00\x00\x00IEND\xaeB`\x82"
)


def described(world: World, name: str, mime_type: str, content: bytes) -> JsonObject:
    file_id = world.keep_file(Upload(name, mime_type, content))
    return {"file_id": file_id, "file_unique_id": f"u-{file_id}", "file_size": len(content)}


def sticker(world: World) -> JsonObject:
    shown: JsonObject = {"type": "regular", "width": 512, "height": 512, "emoji": "👍"}
    shown |= {"is_animated": False, "is_video": False}
    return {"sticker": described(world, "sticker.webp", "image/webp", b"RIFF") | shown}


def voice(world: World) -> JsonObject:
    return {"voice": described(world, "voice.ogg", "audio/ogg", b"OggS") | {"duration": 7}}


def photo(world: World) -> JsonObject:
    return {"photo": [described(world, "photo.png", "image/png", SMALL_PNG) | {"width": 1, "height": 1}]}


def video(world: World) -> JsonObject:
    shown: JsonObject = {"width": 640, "height": 360, "duration": 3}
    return {"video": described(world, "video.mp4", "video/mp4", b"ftyp") | shown}


def document(world: World, name: str, content: bytes) -> JsonObject:
    mime_type = "application/pdf" if name.endswith(".pdf") else "application/octet-stream"
    file = described(world, name, mime_type, content)
    return {"document": file | {"file_name": name, "mime_type": mime_type}}


def location() -> JsonObject:
    return {"location": {"longitude": 13.4, "latitude": 52.5}}


def contact(first_name: str) -> JsonObject:
    return {"contact": {"phone_number": "+4930123456", "first_name": first_name}}
