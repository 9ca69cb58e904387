"""What comes before the show and beside it: finding out, being allowed, running the office."""

from conversations.coach.vocabulary.matching import either, listed
from conversations.coach.vocabulary.showing import EARNING, KEEPING, REACH

RESEARCH = listed(
    """
        research* | interview* | survey* | questionnaire* | feedback | validat* | test | tests | testing |
        tested | prototyp* | pilot* | observ* | study | studies | talk to | talk with | talking to |
        talked to | ask | asked | asking | listen* | speak to | speak with | spoke to | spoke with |
        focus group* | find out | try out | tried | trial* | experiment* | market analysis | taste* |
        tasting* | competitor* | customer discovery | needs assessment | needs analysis | poll | polls |
        polling | beta | landing page | mvp | feasibility | waiting list | waitlist | meet with |
        visit potential | let * taste | input from | learn from | learn what | discover* |
        explore demand | measure demand | smoke test | problem interviews
    """
)
LICENCE = listed(
    """
        licen* | permit* | registr* | register* | certif* | incorporat* | authoris* | authoriz* |
        approval* | accredit* | inspect* | insurance | trademark* | legal* | concession* |
        business number | tax number | compan* formation | hygiene | found the company |
        set up the company | set up a company | set up the association | set up a foundation |
        compliance | regulat* | clearance | limited company | gmbh | llc | ltd | sole trader |
        charity status | food safety | health department | planning permission
    """
)

_SUPPORT = listed(
    """
        accounting | bookkeeping | do the books | books | tax | taxes | file | hire | hiring |
        recruit staff | train staff | payroll | admin* | paperwork | budget* | planning |
        meetings | legal | compliance | register* | permit* | licen* | apply | insurance | fundrais* |
        investor* | research* | survey* | interview* | finance*
    """
)
SUPPORT = either(REACH, KEEPING, EARNING, RESEARCH, LICENCE, _SUPPORT)
"""What never carries a promise by itself: reaching, keeping, earning, asking around, the office."""
OFF_TOPIC = either(
    listed(
        """
            crypto* | bitcoin | forex | stock trading | trade stocks | day trad* | day-trad* | gambl* |
            lottery | betting | nft | nfts | write a novel | write my novel | learn guitar |
            learn the guitar | learn to surf | fantasy football | play golf | video games |
            play video games | karaoke | stamp collecting | collect stamps | collect coins | gold pann* |
            poker | chess tournament | go surfing | holiday home | holiday house | summer house |
            vacation | rock band | stand-up comedy | horoscope* | astrology | real estate speculation |
            flip houses | flip apartments | dropship* | resell sneakers | mine bitcoin | side project* |
            unrelated | marathon | personal hobby | hobby | hobbies | my thesis | learn italian |
            learn piano | pimp | motorbike race*
        """
    ),
    r"\btrade\b.{0,15}\b(?:shares|stocks|coins|currenc\w+)\b",
)
"""What hardly any venture does for its customers."""
