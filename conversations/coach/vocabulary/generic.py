"""Words that could stand on anybody's canvas."""

import re

from conversations.canvas.facets import Block
from conversations.coach.vocabulary.matching import words

_GENERIC: dict[Block, frozenset[str]] = {
    Block.ACTIVITIES: words(
        """
            marketing | sales | selling | advertising | promotion | promotions | research | development |
            production | manufacturing | operations | logistics | distribution | service | services |
            customer service | support | customer support | management | administration | admin |
            finance | networking | planning | work | branding | social media | r&d | delivery |
            purchasing | communication | business | business development | innovation | strategy | hr |
            it | product development | training | making products | selling products |
            running the business | doing business | daily business | day-to-day business | everything |
            stuff | things | various tasks | problem solving | quality | growth
        """
    ),
    Block.RESOURCES: words(
        """
            equipment | machines | machinery | tools | materials | raw materials | resources |
            technology | software | hardware | people | staff | team | employees | human resources |
            money | capital | finance | finances | funding | knowledge | know-how | skills | expertise |
            experience | data | brand | network | infrastructure | assets | things | time | manpower |
            workers | intellectual property | ip | physical resources | financial resources |
            intellectual resources | human capital | it | supplies
        """
    ),
    Block.PARTNERS: words(
        """
            partners | suppliers | supplier | investors | investor | vendors | distributors | companies |
            businesses | government | manufacturers | contractors | consultants | associations |
            institutions | organisations | organizations | others | stakeholders | providers |
            service providers | strategic partners | partner companies | business partners |
            other companies | many companies | local businesses | sponsors | banks | retailers |
            wholesalers | agencies | the community | different partners
        """
    ),
    Block.COSTS: words(
        """
            costs | cost | expenses | other | others | other costs | miscellaneous | misc | overhead |
            overheads | fixed costs | variable costs | operating costs | operations | various |
            everything | fees | running costs | operational costs | bills | stuff | money |
            general costs | start-up costs | startup costs | general expenses | business costs |
            monthly costs
        """
    ),
}
_LEADING = re.compile(
    r"^(?:the|our|my|some|various|key|general|good|more|do|doing|all|all the|different|many|a lot of|"
    r"lots of)\s+",
    re.IGNORECASE,
)


def generic(text: str, block: Block) -> bool:
    """Tell whether a text is a word that could stand on anybody's canvas."""
    bare = text.strip(" .!…").casefold()
    return bare in _GENERIC[block] or _LEADING.sub("", bare) in _GENERIC[block]
