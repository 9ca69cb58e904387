"""Methods that answer taps and inline queries."""

from urllib.parse import urlsplit

import msgspec

from tests.telegram_server.calls import Call
from tests.telegram_server.errors import bad_request
from tests.telegram_server.keyboards import check_keyboard
from tests.telegram_server.methods_messages import message_text
from tests.telegram_server.objects import InlineQueryResultCachedPhoto
from tests.telegram_server.parameters import AnswerCallbackQuery, AnswerInlineQuery
from tests.telegram_server.world import World

MOST_RESULTS = 50
LONGEST_OFFSET = 64


def answer_callback_query(world: World, call: Call[AnswerCallbackQuery]) -> bool:
    asked = call.parameters
    if asked.url is not None and urlsplit(asked.url).hostname not in ("t.me", "telegram.me"):
        raise bad_request("URL_INVALID")
    world.answer_query(
        asked.callback_query_id, {"text": asked.text or "", "show_alert": asked.show_alert, "url": asked.url}
    )
    return True


def answer_inline_query(world: World, call: Call[AnswerInlineQuery]) -> bool:
    asked = call.parameters
    if len(asked.results) > MOST_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    if len({result.id for result in asked.results}) < len(asked.results):
        raise bad_request("RESULT_ID_DUPLICATE")
    if len((asked.next_offset or "").encode()) > LONGEST_OFFSET:
        raise bad_request("NEXT_OFFSET_INVALID")
    for result in asked.results:
        content = result.input_message_content
        if content is not None:
            message_text(content.message_text, content.parse_mode, content.entities)
        if isinstance(result, InlineQueryResultCachedPhoto) and result.photo_file_id not in world.files:
            raise bad_request("wrong file identifier/HTTP URL specified")
        check_keyboard(result.reply_markup)
    world.answer_query(asked.inline_query_id, msgspec.to_builtins(asked))
    return True
