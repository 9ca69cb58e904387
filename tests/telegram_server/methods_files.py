"""Methods that send files, and what Telegram says about the files."""

import struct

from tests.telegram_server.calls import Call, Upload
from tests.telegram_server.errors import BotApiError, bad_request
from tests.telegram_server.methods_messages import begun, formatted
from tests.telegram_server.objects import CAPTION, JsonObject
from tests.telegram_server.parameters import GetFile, SendDocument, SendPhoto
from tests.telegram_server.world import World

LARGEST_PHOTO = 10 * 1024 * 1024
LARGEST_FILE = 50 * 1024 * 1024
LARGEST_DOWNLOAD = 20 * 1024 * 1024
WIDEST = 10_000
LONGEST_RATIO = 20
PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8"
JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def send_document(world: World, call: Call[SendDocument]) -> JsonObject:
    asked = call.parameters
    chat = world.writable_chat(asked.chat_id)
    visible = formatted(asked.caption or "", asked.parse_mode, asked.caption_entities, CAPTION)
    message = begun(world, chat, asked)
    message.content = media_of(world, "document", asked.document, call.uploads)
    message.formatted, message.html = visible, asked.caption or ""
    world.post(message)
    return message.json()


def send_photo(world: World, call: Call[SendPhoto]) -> JsonObject:
    asked = call.parameters
    chat = world.writable_chat(asked.chat_id)
    visible = formatted(asked.caption or "", asked.parse_mode, asked.caption_entities, CAPTION)
    message = begun(world, chat, asked)
    message.content = media_of(world, "photo", asked.photo, call.uploads)
    message.formatted, message.html = visible, asked.caption or ""
    world.post(message)
    return message.json()


def media_of(world: World, kind: str, sent: str, uploads: dict[str, Upload]) -> JsonObject:
    """The photo or document of a message, from an upload or from the id of a file sent earlier.

    Raises BotApiError where there is no such file, or Telegram wouldn't take it.
    """
    file_id = sent
    if sent.startswith("attach://"):
        upload = uploads.get(sent.removeprefix("attach://"))
        if upload is None:
            raise bad_request("attached file not found")
        check_size(kind, upload)
        file_id = world.keep_file(upload)
    elif sent not in world.files:
        raise bad_request("wrong file identifier/HTTP URL specified")
    upload = world.files[file_id]
    described: JsonObject = {
        "file_id": file_id,
        "file_unique_id": f"u-{file_id}",
        "file_size": len(upload.content),
    }
    if kind == "document":
        return {"document": described | {"file_name": upload.name, "mime_type": upload.mime_type}}
    width, height = dimensions(upload.content)
    return {"photo": [described | {"width": width, "height": height}]}


def check_size(kind: str, upload: Upload) -> None:
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > (LARGEST_PHOTO if kind == "photo" else LARGEST_FILE):
        raise BotApiError(413, "Request Entity Too Large")
    if kind == "photo":
        width, height = dimensions(upload.content)
        if width + height > WIDEST or max(width, height) > LONGEST_RATIO * min(width, height):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")


def dimensions(image: bytes) -> tuple[int, int]:
    """Width and height in pixels of a PNG or JPEG.

    Raises BotApiError where it is neither.
    """
    if image.startswith(PNG) and len(image) > 24:
        width, height = struct.unpack(">II", image[16:24])
        return int(width), int(height)
    at = 2
    while image.startswith(JPEG) and at + 9 < len(image):
        marker, length = image[at + 1], int.from_bytes(image[at + 2 : at + 4])
        if marker in JPEG_FRAMES:
            height, width = struct.unpack(">HH", image[at + 5 : at + 9])
            return int(width), int(height)
        at += 2 + length
    raise bad_request("IMAGE_PROCESS_FAILED")


def get_file(world: World, call: Call[GetFile]) -> JsonObject:
    file_id = call.parameters.file_id
    if file_id not in world.files:
        raise bad_request("invalid file_id")
    size = len(world.files[file_id].content)
    if size > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return {
        "file_id": file_id,
        "file_unique_id": f"u-{file_id}",
        "file_size": size,
        "file_path": f"files/{file_id}",
    }
